"""Names at the edge of a sentence, where a list begins or ends without any mark."""

import re

from milium.domain.labels import Method
from milium.engine.labels.amounts import printed_amount
from milium.engine.labels.index import NameIndex
from milium.engine.labels.matches import Match
from milium.engine.labels.names import normalise
from milium.engine.labels.pieces import Piece
from milium.engine.labels.resolve import fuzzy, named, structural, without_brackets
from milium.engine.labels.tokens import trimmed

_WORD = re.compile(r"\S+")
_MOST_WORDS = 8
_SEGMENTED = 80


def name_behind(text: str, piece: Piece, index: NameIndex) -> Piece | None:
    """The longest name a sentence ends with ("made with water"), as an entry of its own."""
    words = [found.start() for found in _WORD.finditer(text, piece.start, piece.end)]
    for start in words[-_MOST_WORDS:]:
        found = _name(text, start, piece.end, index)
        if found is not None:
            return found
    return None


def name_before(text: str, piece: Piece, index: NameIndex) -> Piece | None:
    """The longest name a sentence begins with ("Parfum NIGHT OIL"), as an entry of its own."""
    words = [found.end() for found in _WORD.finditer(text, piece.start, piece.end)]
    for end in reversed(words[:_MOST_WORDS]):
        found = _name(text, piece.start, end, index)
        if found is not None:
            return found
    return None


def completed(text: str, piece: Piece, index: NameIndex) -> Piece:
    """The last entry of a text that breaks off: the one name that begins so, else as it was."""
    key = normalise(printed_amount(text[piece.start : piece.end])[0])
    found = index.beginning_of(key)
    if found is None:
        return piece
    return piece._replace(match=Match(found, None, Method.FUZZY, 50), prose=False)


def _name(text: str, start: int, end: int, index: NameIndex) -> Piece | None:
    for span in trimmed(text, start, end):
        name, percent = printed_amount(text[span[0] : span[1]])
        key = normalise(name)
        match = named(key, index)
        if match is None and ("(" not in key or named(without_brackets(key), index) is not None):
            match = structural(key, index)
        if match is not None:
            method = Method.SEGMENTED if match.method is not Method.STRUCTURAL else match.method
            match = match._replace(method=method, confidence=min(match.confidence, _SEGMENTED))
        else:
            match = fuzzy(key, index)
        if match is not None:
            return Piece(*span, match, percent, prose=False)
    return None
