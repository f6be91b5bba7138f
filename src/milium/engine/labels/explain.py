"""How a label was read, stage by stage, for a person to follow."""

from milium.domain.labels import Explanation, ReadPart, ReadPiece, Vocabulary
from milium.engine.labels.masking import FILLER, masked
from milium.engine.labels.pieces import Piece
from milium.engine.labels.read import MOST, Stretch, reading_of, stretches


def explain_label(label: str, vocabulary: Vocabulary) -> Explanation:
    """The reading of a label with what each stage made of it."""
    text = masked(label[:MOST])
    found = stretches(text, vocabulary)
    return Explanation(
        seen=text.replace(FILLER, ""),
        parts=tuple(_part(label, stretch) for stretch in found),
        reading=reading_of(label, found, vocabulary),
    )


def _part(label: str, stretch: Stretch) -> ReadPart:
    """The part with its pieces, and those that were put together or taken out of a sentence."""
    kept = {(piece.start, piece.end): piece for piece in stretch.kept}
    found = {(piece.start, piece.end): piece for piece in stretch.found}
    pieces = sorted((found | kept).values(), key=lambda piece: (piece.start, -piece.end))
    return ReadPart(
        section=stretch.part.section and stretch.section,
        headed=stretch.part.headed,
        start=stretch.part.start,
        end=stretch.part.end,
        pieces=tuple(_piece(label, one, kept=(one.start, one.end) in kept) for one in pieces),
    )


def _piece(label: str, piece: Piece, *, kept: bool) -> ReadPiece:
    printed = label[piece.start : piece.end]
    prose = piece.prose and not kept
    return ReadPiece(printed, piece.start, piece.end, *piece.match, prose=prose, kept=kept)
