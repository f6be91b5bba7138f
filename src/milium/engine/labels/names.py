"""One spelling for every way a name is printed."""

import re
from unicodedata import normalize

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
