"""Advertising before a list and remarks behind it, told apart by how much of them is known."""

from collections.abc import Sequence

from milium.engine.labels.pieces import Piece


def without_prose_before(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces behind the last sentence with less than half known before it, and some behind.

    A list whose names are mostly known keeps what only looks like a sentence in its middle.
    """
    start = known = 0
    known_in_all = sum(piece.known for piece in pieces)
    for count, piece in enumerate(pieces, start=1):
        known += piece.known
        if piece.prose and known * 2 < count and known < known_in_all:
            start = count
    return pieces[start:]


def without_prose_behind(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces up to the first sentence behind the last that is known or names an ingredient."""
    end = len(pieces)
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.known or piece.match.ingredient is not None:
            break
        if piece.prose:
            end = index
    return pieces[:end]


def is_mostly_known(pieces: Sequence[Piece]) -> bool:
    """Whether at least half of the pieces are known, and any at all."""
    known = sum(piece.known for piece in pieces)
    return known > 0 and len(pieces) <= known * 2
