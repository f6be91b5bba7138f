"""The parts of a label, opened by headings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from milium.domain.labels import Section

_ENDS_BEFORE_HEADING = frozenset("\n\r:;)]}•·|>%")
_FOLLOWS_HEADING = frozenset(":：=-–—\n\r")  # noqa: RUF001
_REMARK_AND_COLON = r"(?:\s?\([^()\n]{1,20}\)(?=\s?[:：]))?\s{0,3}[:：=]?"  # noqa: RUF001
_NEAR = 8  # how many characters beside a heading are looked at


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the label; ``headed``: a heading opened it."""

    section: Section
    start: int
    end: int
    headed: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    section: Section
    start: int
    end: int


def parts(
    text: str,
    headings: tuple[tuple[str, Section], ...],
    pairs: tuple[tuple[int, int], ...],
) -> tuple[Part, ...]:
    """The label cut at its headings, in printed order; the headings themselves are left out."""
    found: list[Part] = []
    section, start, headed = Section.BASE, 0, False
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


def _headings(text: str, headings: tuple[tuple[str, Section], ...]) -> Iterator[_Heading]:
    if not headings:
        return
    pattern, sections = _compiled(headings)
    for match in pattern.finditer(_same_length_lower(text)):
        section = sections[" ".join(match[1].replace("’", "'").split())]  # noqa: RUF001
        if section is Section.MAY_CONTAIN or _stands_alone(text, *match.span()):
            yield _Heading(section, *match.span())


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
    """Lower case; the one letter that gets longer by it (Unicode SpecialCasing) is taken out."""
    return text.replace("İ", "I").lower()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words open a list rather than stand in a sentence."""
    before = text[max(0, start - _NEAR) : start].rstrip(" \t*([-")
    if text[end - 1] in _FOLLOWS_HEADING or not before:
        return True
    words = text[start:end].strip()
    title = words[0].isupper() and " " in words
    return title or before[-1] in _ENDS_BEFORE_HEADING or (words.isupper() and before[-1] == ".")


def _bracket_before(text: str, heading: _Heading) -> int:
    """The place of the bracket the heading stands right behind, or -1."""
    place = heading.start - 1
    while place >= 0 and heading.start - place < _NEAR and text[place] == " ":
        place -= 1
    return place if place >= 0 and text[place] in "([" else -1


@lru_cache(maxsize=8)
def _compiled(
    headings: tuple[tuple[str, Section], ...],
) -> tuple[re.Pattern[str], Mapping[str, Section]]:
    """One pattern for all headings in lower case, longest first, and the section each opens."""
    sections = {words.lower(): section for words, section in headings}
    ordered = sorted(sections, key=lambda words: -len(words))
    pattern = rf"(?<![^\W\d_])({'|'.join(map(_flexible, ordered))}){_REMARK_AND_COLON}"
    return re.compile(pattern), sections


def _flexible(words: str) -> str:
    spaced = r"\s{1,3}".join(re.escape(word) for word in words.split())
    return spaced.replace("'", "['’]") + (r"(?![^\W\d_])" if words[-1:].isalpha() else "")  # noqa: RUF001
