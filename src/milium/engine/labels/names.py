"""One spelling for every way a name is printed."""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

_MARKS = re.compile(r"[*†‡§¶®™℠©°ªº¹²³⁰⁴-⁹\u00ad\u200b-\u200f\u2060\ufeff]")
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
        **dict.fromkeys("‘’‚‛´`ʼ′", "'"),  # noqa: RUF001
        **dict.fromkeys("[{", "("),
        **dict.fromkeys("]}", ")"),
        **dict.fromkeys("⁄∕\\", "/"),  # noqa: RUF001
    },
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f*]")
_NEEDS_FOLDING = re.compile(
    r"[^A-Z0-9 ,()'/.-]|[-/(] | [-/)]|\d, \d|\bC\.? ?I\.? ?[N\d]|\( ?(?:AND|&)",
)
_JOINED = re.compile(r" ?([-/]) ?")
_OPENED = re.compile(r"\( +")
_CLOSED = re.compile(r" +\)")
_AND = re.compile(r"\(+(?:AND|&)\)+")
_NUMBERS = re.compile(r"(?<=\d), (?=\d)")
_COLOUR_INDEX = re.compile(r"\bC\.? ?I\.? ?(?:NO\.? ?)?(\d{5})\b")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_MIXED_UP = str.maketrans("0Q1LVC5|!", "OGIIYESII")
_LEADING = " .,:;"
_TRAILING = " .,:;+"


def normalise(name: str) -> str:
    """The name in capitals with one kind of dash, slash, bracket and space, without footnote marks.

    Two printings of one name come out equal ("Aqua / Water*", "AQUA/WATER."), two names do not
    become one: letters, digits and their order stay. Normalising twice changes nothing.
    """
    if not name.isascii():
        name = _without_lookalikes(name)
    name = " ".join(name.upper().split())
    if _NEEDS_FOLDING.search(name):
        name = _folded(name)
    return name.lstrip(_LEADING).rstrip(_TRAILING)


def _without_lookalikes(name: str) -> str:
    """Compatibility forms undone (Unicode NFKC); marks go first, or "™" would become "TM"."""
    plain = normalize("NFKC", _MARKS.sub("", name)).upper()
    return _MARKS.sub("", normalize("NFKC", plain)).translate(_LOOKALIKES)


def _folded(name: str) -> str:
    name = " ".join(_CONTROL.sub("", name.translate(_LOOKALIKES)).split())
    name = _CLOSED.sub(")", _OPENED.sub("(", name))
    name = " ".join(_AND.sub(" AND ", name).split())
    name = _NUMBERS.sub(",", _JOINED.sub(r"\1", name))
    return _COLOUR_INDEX.sub(r"CI \1", name)


def runs_of(key: str) -> list[str]:
    """The runs of letters and of digits in a normalised name, without accents."""
    if not key.isascii():
        key = "".join(each for each in normalize("NFD", key) if not combining(each))
    return _RUN.findall(key)


def squashed(runs: Sequence[str]) -> str:
    """The runs joined: one spelling for names that differ only in spaces, dashes and accents.

    Numbers that stand side by side stay apart ("1,2-" is not "12-").
    """
    joined = "".join(runs)
    if joined.isalpha():
        return joined
    return "".join(
        f"-{run}" if number and run[0].isdigit() and runs[number - 1][0].isdigit() else run
        for number, run in enumerate(runs)
    )


def skeleton(key: str) -> str:
    """What is left of a name when signs that scanners mix up count as one.

    1, l, I; 0, O; 5, S; rn, m; v, y; c, e; g, q; so two damaged printings of one name come out
    equal. Digits stay apart from each other.
    """
    return squashed(runs_of(key.translate(_MIXED_UP).replace("RN", "M")))
