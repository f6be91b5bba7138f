"""A label, read from beginning to end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milium.domain.ids import MessageId
from milium.domain.labels import LabelEntry, LabelReading, Quality, Section, Vocabulary
from milium.engine.labels.brackets import bracket_pairs
from milium.engine.labels.edges import completed
from milium.engine.labels.index import NameIndex, name_index
from milium.engine.labels.masking import masked
from milium.engine.labels.matches import UNKNOWN
from milium.engine.labels.names import normalise
from milium.engine.labels.pieces import Piece, pieces
from milium.engine.labels.prose import is_mostly_known, listed, without_first_sentence
from milium.engine.labels.quality import judged
from milium.engine.labels.sections import Part, parts
from milium.engine.labels.tokens import tokens

MOST = 20_000  # characters read of one label; the longest of 3,000 real lists has 5,491
_LONGEST_PLACEHOLDER = 200  # longer text is never looked up among the placeholders
_NO_LIST = frozenset({Section.MAY_CONTAIN, None})  # headings that open no list of their own
_FEWEST = 3  # entries before a heading that make a list although there are sentences
_BROKEN_OFF = " \t\r\n\u2026\u200b-"


class Stretch(NamedTuple):
    """One part of a label: the pieces found in it, and those of them that are entries.

    ``broken``: the last entry was printed only in part.
    """

    part: Part
    section: Section
    found: Sequence[Piece]
    kept: Sequence[Piece]
    broken: bool


def read_label(label: str, vocabulary: Vocabulary) -> LabelReading:
    """The entries of a label in printed order, each with its place in the text as given.

    Any text has a reading. Only the first 20,000 characters are read; up to there the work grows
    in proportion to the text. ``problem`` says why a reading is less than good.
    """
    return reading_of(label, stretches(masked(label[:MOST]), vocabulary), vocabulary)


def reading_of(label: str, found: Sequence[Stretch], vocabulary: Vocabulary) -> LabelReading:
    """What the parts of a label come to.

    What advertising alone names stays among the entries, but makes no list.
    """
    if not label or label.isspace():
        return LabelReading(label, (), Quality.EMPTY, MessageId("label.empty"))
    is_list = any(piece.known for stretch in found for piece in stretch.kept)
    if not any(stretch.kept for stretch in found):
        found = [stretch._replace(kept=_mentioned(stretch)) for stretch in found]
    entries = tuple(_entries(label, found))
    if _is_placeholder(label, entries, vocabulary):
        return LabelReading(label, (), Quality.NOT_A_LIST, MessageId("label.placeholder"))
    quality, problem = judged(
        entries,
        [piece for stretch in found for piece in stretch.found],
        vocabulary,
        is_list=is_list,
        too_long=len(label) > MOST,
        broken=any(stretch.broken for stretch in found),
    )
    return LabelReading(label, entries, quality, MessageId(problem) if problem else None)


def _mentioned(stretch: Stretch) -> Sequence[Piece]:
    """What is named where no list is."""
    return [piece for piece in stretch.found if piece.match is not UNKNOWN]


def _is_placeholder(label: str, entries: tuple[LabelEntry, ...], vocabulary: Vocabulary) -> bool:
    """Whether a text in which nothing is known begins as one that stands where a list should be."""
    if len(label) > _LONGEST_PLACEHOLDER or any(one.ingredient or one.family for one in entries):
        return False
    headed = normalise(entries[0].text) if entries else ""
    return any(each.startswith(vocabulary.placeholders) for each in (normalise(label), headed))


def stretches(text: str, vocabulary: Vocabulary) -> Sequence[Stretch]:
    """Each section with its pieces, in printed order."""
    pairs, index = bracket_pairs(text), name_index(vocabulary)
    cut = parts(text, index.headings, pairs)
    return [
        _stretch(
            text,
            part,
            tuple(tokens(text, part.start, part.end, pairs)),
            index,
            later=[each.section for each in cut[number + 1 :]],
        )
        for number, part in enumerate(cut)
    ]


def _stretch(
    text: str,
    part: Part,
    spans: tuple[tuple[int, int], ...],
    index: NameIndex,
    *,
    later: Sequence[Section | None],
) -> Stretch:
    last = not later
    found: Sequence[Piece] = pieces(text, spans, index)
    section, headed = part.section or Section.BASE, part.headed and part.section is not None
    if part.section is None:
        found = without_first_sentence(text, found)
    kept = listed(text, found, index, headed=headed, ended=not last)
    if not part.headed and not _NO_LIST.issuperset(later):
        section, kept = _actives(kept, prose=any(piece.prose for piece in found))
    whole = _whole_again(text, kept, index) if last and kept else kept
    return Stretch(part, section, found, whole, broken=whole is not kept)


def _actives(found: Sequence[Piece], *, prose: bool) -> tuple[Section, Sequence[Piece]]:
    """What stands before the first heading: a list of actives, a list, or no list at all."""
    measured = all(one.percent for one in found)
    named = any(one.match.ingredient for one in found)
    if not named or not is_mostly_known(found) or (prose and not measured and len(found) < _FEWEST):
        return Section.BASE, ()
    return Section.ACTIVE if measured else Section.BASE, found


def _whole_again(text: str, found: Sequence[Piece], index: NameIndex) -> Sequence[Piece]:
    """The pieces of the last list; a text that breaks off inside its last name has it completed."""
    *before, last = found
    broken = not text[last.end :].strip(_BROKEN_OFF)
    asks = last.match.family in index.families.asking
    if (last.match is not UNKNOWN and not asks) or not broken:
        return found
    whole = completed(text, last, index)
    return found if whole is last else (*before, whole)


def _entries(label: str, found: Sequence[Stretch]) -> Iterator[LabelEntry]:
    last: dict[Section, int] = {}
    for stretch in found:
        section = stretch.section
        first = last.get(section, 0) + 1
        last[section] = first - 1 + len(stretch.kept)
        for position, piece in enumerate(stretch.kept, start=first):
            printed = label[piece.start : piece.end]
            yield LabelEntry(
                printed, piece.start, piece.end, *piece.match, section, position, piece.percent
            )
