"""Entries, read; what is not known as a whole is tried as several that were run together."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from milium.domain.labels import Method
from milium.engine.labels.amounts import printed_amount
from milium.engine.labels.resolve import Lookup, Match, resolve
from milium.engine.labels.tokens import Span, trimmed

_SENTENCE_END = re.compile(r"[.:!?]\s+(?=\S)")
_WORD_THEN_END = re.compile(r"[^\W\d_]{3}[.:!?]\s")
_CUTS = (
    # what separates entries that were run together; whether one known part is enough
    (_SENTENCE_END, any),
    (re.compile(r"[\r\n]"), any),
    (re.compile(r"(?<=[%％])\s?(?=[A-Za-z]{3})"), any),  # noqa: RUF001
    (re.compile(r"\s(?:and|&)\s", re.IGNORECASE), all),
    (re.compile(r"[()\[\],/]"), all),
)
_WORDS_OF_A_SENTENCE = 7
_WORDS_BEFORE_A_STOP = 3


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
        return self.match.known and not self.prose


def pieces(text: str, span: Span, names: Lookup) -> tuple[Piece, ...]:
    """The entry at this place; several, where it is unknown as one and known in parts."""
    whole = _piece(text, span, names)
    if _is_named(whole) and not _hides_a_sentence(text, whole):
        return (whole,)
    for cut, enough in _CUTS:
        spans = tuple(_between(text, span, cut)) if cut.search(text, *span) else ()
        if len(spans) > 1:
            read = (_piece(text, one, names) for one in spans)
            found = tuple(read if enough is any else takewhile(_is_named, read))
            if len(found) == len(spans) and any(map(_is_named, found)):
                return _ended(text, found) if cut is _SENTENCE_END else found
    return (whole,)


def _piece(text: str, span: Span, names: Lookup) -> Piece:
    printed = text[span[0] : span[1]]
    name, percent = printed_amount(printed)
    match = resolve(name, names)
    return Piece(*span, match, percent, match.ingredient is None and _is_prose(printed))


def _hides_a_sentence(text: str, piece: Piece) -> bool:
    """Whether only parts of it were known and a word in it ends a sentence."""
    structural = piece.match.method is Method.STRUCTURAL
    return structural and _WORD_THEN_END.search(text, piece.start, piece.end) is not None


def _is_named(piece: Piece) -> bool:
    return piece.match.ingredient is not None


def _ended(text: str, found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The parts of a text cut at sentence ends; what no entry of a list ends like is prose."""
    *before, last = found
    capital = text[last.start].isupper()
    return (
        *(
            one._replace(prose=one.prose or _ends_a_sentence(text, one, capital=capital))
            for one in before
        ),
        last,
    )


def _ends_a_sentence(text: str, piece: Piece, *, capital: bool) -> bool:
    """Whether the part ends as entries don't.

    With a colon, also where it names something ("Argan oil: rich in..."); unnamed, with another
    mark than a full stop, or after several words, or begun small where a ``capital`` follows.
    """
    if text[piece.end] == ":" or _is_named(piece):
        return text[piece.end] == ":"
    words = text[piece.start : piece.end].split(None, _WORDS_BEFORE_A_STOP)
    small = capital and text[piece.start].islower()
    return text[piece.end] in "!?" or small or len(words) >= _WORDS_BEFORE_A_STOP


def _is_prose(printed: str) -> bool:
    """Whether it reads like a sentence: many words, or a colon or exclamation in it."""
    return len(printed.split(None, _WORDS_OF_A_SENTENCE)) >= _WORDS_OF_A_SENTENCE or (
        ": " in printed or "!" in printed
    )


def _between(text: str, span: Span, cuts: re.Pattern[str]) -> Iterator[Span]:
    since = span[0]
    for match in cuts.finditer(text, *span):
        yield from trimmed(text, since, match.start())
        since = match.end()
    yield from trimmed(text, since, span[1])
