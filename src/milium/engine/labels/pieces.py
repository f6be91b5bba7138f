"""Entries, read; what is not known as a whole is tried together with its neighbour, then apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from milium.domain.labels import Method
from milium.engine.labels.amounts import printed_amount
from milium.engine.labels.index import NameIndex
from milium.engine.labels.masking import FILLER
from milium.engine.labels.matches import UNKNOWN, Match
from milium.engine.labels.names import normalise
from milium.engine.labels.resolve import (
    bracketed,
    family,
    fuzzy,
    named,
    structural,
    umbrella,
    without_brackets,
)
from milium.engine.labels.segments import names_in
from milium.engine.labels.tokens import Span, trimmed

_SENTENCE_END = re.compile(r"[.:!?]\s+(?=\S)|[.](?=[A-Z][a-z])")
_WORD_THEN_END = re.compile(r"[^\W\d_]{3}[.:!?]\s")
_CUTS = (
    # what separates entries that were run together; whether one known part is enough
    (_SENTENCE_END, True),
    (re.compile(r"[\r\n]"), True),
    (re.compile(r"(?<=[%％])\s?(?:-\s?)?(?=[A-Za-z]{3})"), True),  # noqa: RUF001
    (re.compile(r"\s[-–—]\s?(?=\S)|(?<=\S)[-–—]\s"), False),  # noqa: RUF001
    (re.compile(r"\s(?:and|et|und|y|e|ed)\s|\s?&\s?", re.IGNORECASE), False),
    (re.compile(r"[()\[\],/]"), False),
)
_ANY_CUT = re.compile(r"[.:!?\r\n%％&()\[\],/–—-]|\s(?:and|et|und|y|e|ed)\s", re.IGNORECASE)  # noqa: RUF001
_WORDS_OF_A_SENTENCE = 7
_WORDS_BEFORE_A_STOP = 3
_LONGEST_PLAIN, _WORDS_SPOKEN = 40, 3  # letters of what is not asked; words that make a sentence
_LONG_WORD = 4  # letters of a word that no name holds, though sentences do
_LEADING_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?\s{0,2}[%％]\s{0,2}(?=[^\W\d_])")  # noqa: RUF001
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_COLON = re.compile(r"[)\]]?\s?:\s")
_SHOUT = re.compile(r"!(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_FARTHEST = 4  # signs between two entries that may be one
_LONGEST_JOINED = 80
_SEGMENTED = 85


class Piece(NamedTuple):
    """One entry with its place, what it was read as, and its amount.

    ``prose``: it reads like a sentence, also where a family's pattern fits a word in it, or like
    the title of one.
    """

    start: int
    end: int
    match: Match
    percent: int | None
    prose: bool

    @property
    def known(self) -> bool:
        """Whether it was read, as anything but a sentence."""
        return self.match is not UNKNOWN and not self.prose


def pieces(text: str, spans: Sequence[Span], index: NameIndex) -> list[Piece]:
    """The entries at these places; one for several, and several for one, where that is known."""
    matches = index.matches
    wholes = []
    unnamed = False
    for span in spans:
        match = matches.get(text[span[0] : span[1]].upper())
        if match is not None:
            wholes.append(Piece(*span, match, None, prose=False))
        else:
            piece = _whole(text, span, index)
            unnamed = unnamed or not _is_named(piece) or piece.match.method is Method.STRUCTURAL
            wholes.append(piece)
    if not unnamed:
        return wholes
    return _mended(text, wholes, index)


def _mended(text: str, wholes: Sequence[Piece], index: NameIndex) -> list[Piece]:
    """The entries, with what is unknown made one with its neighbour, or taken apart."""
    found: list[Piece] = []
    last = len(wholes) - 1
    place = 0
    while place <= last:
        piece = wholes[place]
        match = piece.match
        place += 1
        if place <= last and (match is UNKNOWN or wholes[place].match is UNKNOWN):
            both = _both(text, piece, wholes[place], index)
            if both is not None:
                found.append(both)
                place += 1
                continue
        if match is UNKNOWN or (
            match.method is Method.STRUCTURAL
            and _WORD_THEN_END.search(text, piece.start, piece.end) is not None
        ):  # also where only parts of it were known, and a word in it ends a sentence
            parts = _apart(text, (piece.start, piece.end), index, _CUTS)
            found += parts if match is UNKNOWN or any(map(_is_named, parts)) else (piece,)
        else:
            found.append(piece)
    return found


def _whole(text: str, span: Span, index: NameIndex) -> Piece:
    """The entry as one name, or unknown."""
    printed = text[span[0] : span[1]]
    if "(" in printed and "%" not in printed:
        match = bracketed(printed.upper(), index)
        if match is not None:
            return Piece(*span, match, None, prose=False)
    if len(printed) > _LONGEST_PLAIN and _is_spoken(printed, index):
        return Piece(*span, UNKNOWN, None, prose=False)
    name, percent = printed_amount(printed)
    key = normalise(name)
    match = named(key, index) or structural(key, index) or UNKNOWN
    return Piece(_start(text, span), span[1], match, percent, prose=False)


def _is_spoken(printed: str, index: NameIndex) -> bool:
    """Whether so many of its words stand in sentences alone that it is no name."""
    prose_words = index.vocabulary.prose_words
    spoken = sum(word in prose_words for word in printed.upper().split(" "))
    return spoken >= _WORDS_SPOKEN


def _start(text: str, span: Span) -> int:
    """Where the name begins: behind a percent in front of it."""
    amount = _LEADING_PERCENT.match(text, *span) if text[span[0]].isdigit() else None
    return amount.end() if amount else span[0]


def _last(text: str, span: Span, index: NameIndex) -> Piece:
    """The entry by what is tried when it is no name: damaged, of a family, half named, unknown."""
    printed = text[span[0] : span[1]]
    name, percent = printed_amount(printed)
    key = normalise(name)
    prose = _is_prose(printed, index)
    match = None if prose else fuzzy(key, index)
    match = match or family(key, index, asking=prose) or umbrella(key, index) or UNKNOWN
    return Piece(*span, match, percent, prose and match.ingredient is None)


def _both(text: str, one: Piece, other: Piece, index: NameIndex) -> Piece | None:
    far = other.start - one.end > _FARTHEST or other.end - one.start > _LONGEST_JOINED
    if far or "\n" in text[one.end : other.start]:
        return None
    words = index.words
    if (
        text[one.start : one.end].rsplit(" ", 1)[-1].upper() not in words
        and text[other.start : other.end].split(" ", 1)[0].upper() not in words
    ):
        return None
    first, _ = printed_amount(text[one.start : one.end])
    second, percent = printed_amount(text[other.start : other.end])
    key = normalise(f"{first} {second}")
    match = named(key, index) or named(without_brackets(key), index)
    if match is None or match.ingredient in {one.match.ingredient, other.match.ingredient}:
        return None
    match = match._replace(method=Method.SEGMENTED, confidence=_SEGMENTED)
    return Piece(one.start, other.end, match, percent, prose=False)


_Cuts = Sequence[tuple[re.Pattern[str], bool]]


def _apart(text: str, span: Span, index: NameIndex, cuts: _Cuts) -> Sequence[Piece]:
    """The entry at this place as several, where it is known in parts; a sentence stays whole."""
    marked = _ANY_CUT.search(text, *span) is not None
    for number, (cut, one_is_enough) in enumerate(cuts if marked else ()):
        if not one_is_enough:
            break
        spans = tuple(_between(text, span, cut)) if cut.search(text, *span) else ()
        if len(spans) > 1:
            return _any_of(text, spans, index, cuts[number:]) or (_last(text, span, index),)
    if span[1] - span[0] > _LONGEST_PLAIN and _is_spoken(text[span[0] : span[1]], index):
        return (_last(text, span, index),)
    return (marked and _all_of(text, span, index, cuts)) or _one_of(text, span, index)


def _all_of(text: str, span: Span, index: NameIndex, cuts: _Cuts) -> Sequence[Piece]:
    """The entry cut where every part is known; none where there is no such cut."""
    for cut, one_is_enough in cuts:
        spans = () if one_is_enough else tuple(_between(text, span, cut))
        if len(spans) > 1:
            parts = tuple(takewhile(_is_named, (_surely(text, one, index) for one in spans)))
            if len(parts) == len(spans):
                return _without_umbrellas(text, parts, index)
    return ()


def _one_of(text: str, span: Span, index: NameIndex) -> Sequence[Piece]:
    """The entry as names run together, as one that is damaged or of a family, or unknown."""
    found = _run_together(text, span, index, mend=False)
    if found:
        return found
    last = _last(text, span, index)
    if last.match.method is not Method.FUZZY and not last.prose:
        found = _run_together(text, span, index, mend=True)
    return found or (last,)


def _surely(text: str, span: Span, index: NameIndex) -> Piece:
    piece = _whole(text, span, index)
    if _is_named(piece) or _is_prose(text[span[0] : span[1]], index):
        return piece
    name, percent = printed_amount(text[span[0] : span[1]])
    match = fuzzy(normalise(name), index, tails=False) or UNKNOWN
    return Piece(*span, match, percent, prose=False)


def _run_together(
    text: str, span: Span, index: NameIndex, *, mend: bool, between: bool = False
) -> Sequence[Piece]:
    """The names that follow each other here without a mark, and what is left between them."""
    names = names_in(text, span, index, mend=mend, between=between)
    found: list[Piece] = []
    since = span[0]
    for name in names:
        for gap in trimmed(text, since, name.start):
            found += _gap(text, gap, index)
        if len(names) > 1 and normalise(text[name.start : name.end]) in index.vocabulary.umbrellas:
            since = name.end
            continue
        method = Method.FUZZY if name.mended else Method.SEGMENTED
        confidence = _SEGMENTED - 25 * name.mended
        match = Match(name.ingredient, None, method, confidence)
        since = name.end
        if found and found[-1].match.ingredient == name.ingredient:
            found[-1] = found[-1]._replace(end=name.end)
        else:
            found.append(Piece(name.start, name.end, match, None, prose=False))
    for gap in trimmed(text, since, span[1]) if names else ():
        found += _gap(text, gap, index)
    return found


def _gap(text: str, span: Span, index: NameIndex) -> Sequence[Piece]:
    """What stands between names that were run together: damaged names, or nothing known."""
    piece = _surely(text, span, index)
    if _is_named(piece):
        return (piece,)
    runs = _run_together(text, span, index, mend=not piece.prose, between=True)
    return runs or (piece,)


def _is_named(piece: Piece) -> bool:
    return piece.match.ingredient is not None


def _any_of(text: str, spans: Sequence[Span], index: NameIndex, cuts: _Cuts) -> Sequence[Piece]:
    """The parts, each read with the cuts that are left; none where no part is known."""
    found: list[Piece] = []
    for span in spans:
        whole = _whole(text, span, index)
        read = (whole,) if _is_named(whole) else _apart(text, span, index, cuts[1:])
        if cuts[0][0] is _SENTENCE_END and _ends_a_sentence(text, span, read, spans[-1]):
            read = _as_title(read)
        found += read
    if any(map(_is_named, found)):
        return found
    first = found[-1]
    begins = cuts[0][0] is _SENTENCE_END and len(spans) > 1 and not first.prose
    return found if begins and text[first.start].isupper() else ()


def _as_title(read: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces as the title of what follows; what stands behind a percent, if any does."""
    measured = [number for number, piece in enumerate(read[:-1], 1) if piece.percent is not None]
    start = measured[-1] if measured else 0
    return [*read[:start], *(piece._replace(prose=True) for piece in read[start:])]


def _without_umbrellas(text: str, parts: Sequence[Piece], index: NameIndex) -> Sequence[Piece]:
    """The parts, without names that say nothing beside the more exact ones ("Iron Oxides (CI..."""
    umbrellas = index.vocabulary.umbrellas
    exact = [part for part in parts if normalise(text[part.start : part.end]) not in umbrellas]
    return exact if any(map(_is_named, exact)) else parts


def _ends_a_sentence(text: str, span: Span, read: Sequence[Piece], last: Span) -> bool:
    """Whether a part before the last one of a cut text ends as entries don't.

    With a colon, also where it names something ("Argan oil: rich in..."); unnamed, with another
    mark than a full stop, or after several words, or begun small where a capital follows.
    """
    if span == last:
        return False
    end = text[span[1]]
    if _COLON.match(text, span[1]) or any(map(_is_named, read)):
        return _COLON.match(text, span[1]) is not None
    if end not in ".!?":
        return False
    words = text[span[0] : span[1]].split(None, _WORDS_BEFORE_A_STOP)
    small = text[last[0]].isupper() and text[span[0]].islower()
    return end in "!?" or small or len(words) >= _WORDS_BEFORE_A_STOP


def _is_prose(printed: str, index: NameIndex) -> bool:
    """Whether it reads like a sentence: many words, words of sentences, a colon, an exclamation."""
    outside = _IN_BRACKETS.sub(" ", printed) if "(" in printed else printed
    words = _WORD.findall(outside.replace(FILLER, ""))
    spoken = [word for word in words if word.upper() in index.vocabulary.prose_words]
    return (
        sum(map(str.isalpha, words)) >= _WORDS_OF_A_SENTENCE
        or (len(spoken) > 1 and len(spoken) * 5 >= len(words))
        or any(len(word) >= _LONG_WORD for word in spoken)
        or ": " in printed
        or _SHOUT.search(printed) is not None
    )


def _between(text: str, span: Span, cuts: re.Pattern[str]) -> Iterator[Span]:
    since = span[0]
    for match in cuts.finditer(text, *span):
        yield from trimmed(text, since, match.start())
        since = match.end()
    yield from trimmed(text, since, span[1])
