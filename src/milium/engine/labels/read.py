"""A label, read from beginning to end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milium.domain.ids import MessageId
from milium.domain.labels import LabelEntry, LabelReading, Quality, Section, Vocabulary
from milium.engine.labels.brackets import bracket_pairs
from milium.engine.labels.names import normalise
from milium.engine.labels.pieces import Piece, pieces
from milium.engine.labels.prose import is_mostly_known, without_prose_before, without_prose_behind
from milium.engine.labels.resolve import lookup
from milium.engine.labels.sections import parts
from milium.engine.labels.tokens import tokens

MOST = 20_000  # characters read of one label; the longest of 3,000 real lists has 5,491
_LONGEST_PLACEHOLDER = 200  # longer text is never looked up among the placeholders
_SENTENCES_RULE = 4  # with fewer than one entry in so many known, sentences mean: no list


class _Stretch(NamedTuple):
    """The pieces of one section; ``prose``: there were sentences among or before them."""

    section: Section
    pieces: Sequence[Piece]
    prose: bool


def read_label(label: str, vocabulary: Vocabulary) -> LabelReading:
    """The entries of a label in printed order, each with its place in the text as given.

    Any text has a reading. Only the first 20,000 characters are read; up to there the work grows
    in proportion to the text. ``problem`` says why a reading is less than good.
    """
    text = label[:MOST]
    if not label or label.isspace():
        return LabelReading(label, (), Quality.EMPTY, MessageId("label.empty"))
    stretches = tuple(_stretches(text, vocabulary))
    entries = tuple(_entries(text, stretches))
    if _is_placeholder(label, entries, vocabulary):
        return LabelReading(label, (), Quality.NOT_A_LIST, MessageId("label.placeholder"))
    quality, problem = _judged(entries, stretches, vocabulary, cut=len(label) > MOST)
    return LabelReading(label, entries, quality, MessageId(problem) if problem else None)


def _is_placeholder(label: str, entries: tuple[LabelEntry, ...], vocabulary: Vocabulary) -> bool:
    """Whether a text in which nothing is known begins as one that stands where a list should be."""
    if len(label) > _LONGEST_PLACEHOLDER or any(one.ingredient or one.family for one in entries):
        return False
    return normalise(label).startswith(vocabulary.placeholders)


def _stretches(text: str, vocabulary: Vocabulary) -> Iterator[_Stretch]:
    """Each section with its pieces, in printed order."""
    pairs, names = bracket_pairs(text), lookup(vocabulary)
    cut = parts(text, vocabulary.headings, pairs)
    for index, part in enumerate(cut):
        found = [
            piece
            for span in tokens(text, part.start, part.end, pairs)
            for piece in pieces(text, span, names)
        ]
        prose = any(piece.prose for piece in found)
        kept = found if part.headed else without_prose_before(found)
        before_list = not part.headed and any(
            later.section is not Section.MAY_CONTAIN for later in cut[index + 1 :]
        )
        section = part.section
        if before_list:
            section, kept = _actives(kept)
        yield _Stretch(section, kept, prose)


def _actives(found: Sequence[Piece]) -> tuple[Section, Sequence[Piece]]:
    """What stands before the first heading: a list of actives, a list, or no list at all."""
    if not is_mostly_known(found):
        return Section.BASE, ()
    section = Section.BASE if any(one.percent is None for one in found) else Section.ACTIVE
    return section, found


def _entries(text: str, stretches: tuple[_Stretch, ...]) -> Iterator[LabelEntry]:
    last: dict[Section, int] = {}
    for section, found, _ in stretches:
        kept = without_prose_behind(found)
        first = last.get(section, 0) + 1
        last[section] = first - 1 + len(kept)
        for position, piece in enumerate(kept, start=first):
            match = piece.match
            yield LabelEntry(
                text=text[piece.start : piece.end],
                start=piece.start,
                end=piece.end,
                ingredient=match.ingredient,
                family=match.family,
                method=match.method,
                confidence=match.confidence,
                section=section,
                position=position,
                percent=piece.percent,
            )


def _judged(
    entries: tuple[LabelEntry, ...],
    stretches: tuple[_Stretch, ...],
    vocabulary: Vocabulary,
    *,
    cut: bool,
) -> tuple[Quality, str]:
    """How far the reading can be relied on, and the message that says why not further.

    What advertising alone names stays among the entries, but makes no list.
    """
    prose = any(stretch.prose for stretch in stretches)
    listed = any(piece.known for stretch in stretches for piece in stretch.pieces)
    asking = {family.id for family in vocabulary.families if family.asks}
    known = sum(one.ingredient is not None or one.family is not None for one in entries)
    asked = sum(one.family in asking for one in entries)
    if not listed or (prose and known * _SENTENCES_RULE < len(entries)):
        return Quality.NOT_A_LIST, "label.prose" if prose else "label.unreadable"
    if cut:
        return Quality.PARTIAL, "label.too_long"
    if (known - asked) * 100 >= vocabulary.reliable_share * len(entries):
        return Quality.GOOD, ""
    return Quality.PARTIAL, "label.partly_read"
