"""The parts of a label, opened by headings."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from milium.domain.labels import Section
from milium.engine.labels.masking import FILLER

_ENDS_BEFORE_HEADING = frozenset("\n\r:;)]}•·|>%…/")
_ENDS_A_SENTENCE = frozenset(".!?")
_FOLLOWS_HEADING = frozenset(":：=-–—\n\r")  # noqa: RUF001
_REMARK_AND_COLON = (
    r"(?:\s?\((?:inci|ctfa)\)|\s?\([^()\n]{1,20}\)(?=\s?[:：]))?\s{0,8}(?:[:：=]|-(?=\s))?"  # noqa: RUF001
)
_SCANNED = str.maketrans("1l|!0àáâãäåçèéêëìíîïñòóôõöùúûü’", "iiiioaaaaaaceeeeiiiinooooouuuu'")  # noqa: RUF001
_NEVER = r"(?!)"
_NEAR = 8  # how many characters beside a heading are looked at


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the label; ``headed``: a heading opened it; no section: it is no list."""

    section: Section | None
    start: int
    end: int
    headed: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    section: Section | None
    start: int
    end: int


class Headings:
    """The headings of a vocabulary made ready: one pattern, and the section each opens."""

    def __init__(self, headings: Sequence[tuple[str, Section | None]]) -> None:
        """Longer headings come before those they begin with."""
        self.sections = {_same_length_lower(words): section for words, section in headings}
        tree = _tree(sorted(self.sections)) if headings else _NEVER
        self.pattern = re.compile(f"({tree}){_REMARK_AND_COLON}")
        lists = [words for words, section in self.sections.items() if section is not None]
        self._of_lists = _rarest(lists)
        self._of_all = _rarest(self.sections)

    def may_be_in(self, lowered: str) -> bool:
        """Whether a text in small letters may have a heading."""
        marked = ":" in lowered or "\n" in lowered
        return any(map(lowered.__contains__, self._of_all if marked else self._of_lists))


def _rarest(headings: Collection[str]) -> Sequence[str]:
    """The longest word of each heading that no other of them is part of."""
    words = {max(heading.split(), key=len, default=heading) for heading in headings}
    return [word for word in words if not any(one in word for one in words - {word})]


def parts(text: str, headings: Headings, pairs: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    """The label cut at its headings, in printed order; the headings themselves are left out."""
    found: list[Part] = []
    section: Section | None = Section.BASE
    start, headed = 0, False
    closing = dict(pairs)
    for heading in _joined(text, _headings(text, headings)):
        if heading.start < start:
            continue  # inside a bracket that is a section already
        found.append(Part(section, start, heading.start, headed))
        end = closing.get(_bracket_before(text, heading), 0)
        if heading.section is Section.MAY_CONTAIN and end > heading.end:
            found.append(Part(Section.MAY_CONTAIN, heading.end, end, headed=True))
            start = end
        else:
            section, start, headed = heading.section, heading.end, True
    found.append(Part(section, start, len(text), headed))
    return tuple(part for part in found if part.start < part.end)


def _headings(text: str, headings: Headings) -> Iterator[_Heading]:
    if FILLER in text:
        places = [place for place, sign in enumerate(text) if sign != FILLER]
        for each in _headings(text.replace(FILLER, ""), headings):
            yield _Heading(each.section, places[each.start], places[each.end - 1] + 1)
        return
    lowered = _same_length_lower(text)
    if not headings.may_be_in(lowered):
        return
    for match in headings.pattern.finditer(lowered):
        if text[max(0, match.start() - 1) : match.start()].isalpha() and match[1][0].isalpha():
            continue
        section = headings.sections[" ".join(match[1].split())]
        if section is None and text[match.end() - 1] not in _FOLLOWS_HEADING:
            continue
        if _goes_on(text, match.end(), words=match[1]):
            continue
        if section is Section.MAY_CONTAIN or _stands_alone(text, *match.span()):
            yield _Heading(section, *match.span())


def _goes_on(text: str, end: int, *, words: str) -> bool:
    """Whether a single word goes on in small letters, as in a sentence ("Contains vitamins")."""
    if " " in words or not words.isalpha() or text[end - 1] in _FOLLOWS_HEADING:
        return False
    return text[end : end + _NEAR].lstrip(" \t*")[:1].islower()


def _joined(text: str, headings: Iterator[_Heading]) -> Iterator[_Heading]:
    """Headings with no name between them as one, of the last one's kind ("+/- May contain:")."""
    last: _Heading | None = None
    for heading in headings:
        if last is not None and not any(map(str.isalnum, text[last.end : heading.start])):
            last = _Heading(heading.section, last.start, heading.end)
            continue
        if last is not None:
            yield last
        last = heading
    if last is not None:
        yield last


def _same_length_lower(text: str) -> str:
    """Lower case without accents, what scanners mix up as one letter; as long as the text.

    The one letter that gets longer in lower case (Unicode SpecialCasing) is taken out.
    """
    return text.replace("İ", "I").lower().translate(_SCANNED)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words open a list rather than stand in a sentence."""
    before = text[max(0, start - _NEAR) : start].rstrip(" \t*([-")
    if text[end - 1] in _FOLLOWS_HEADING or not before:
        return True
    words = text[start:end].strip()
    title = words[0].isupper() and " " in words
    return (
        title
        or before[-1] in _ENDS_BEFORE_HEADING
        or (words.isupper() and before[-1] in _ENDS_A_SENTENCE)
    )


def _bracket_before(text: str, heading: _Heading) -> int:
    """The place of the bracket the heading stands right behind, or -1."""
    place = heading.start - 1
    while place >= 0 and heading.start - place < _NEAR and text[place] == " ":
        place -= 1
    return place if place >= 0 and text[place] in "([" else -1


def _tree(words: Sequence[str], depth: int = 0) -> str:
    """A pattern for any of the words, the longest that fits; words with one beginning share it."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[depth : depth + 1], []).append(word)
    branches = [
        _flexible_sign(sign) + _tree(group, depth + 1) for sign, group in groups.items() if sign
    ]
    if "" in groups:
        branches.append(r"(?![^\W\d_])" if words[0][depth - 1 :][:1].isalpha() else "")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _flexible_sign(sign: str) -> str:
    return r"\s{1,3}" if sign == " " else re.escape(sign)
