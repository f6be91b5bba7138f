"""A label read for a person: what it says in lines, and how it was read, stage by stage."""

from collections.abc import Iterator

from milium.app.formats.label import LabelEntryJson, LabelExplainedJson, LabelJson, StagePieceJson

_LONGEST_SHOWN = 70


def reading_lines(label: LabelJson) -> Iterator[str]:
    """Each entry with what it was read as, and whether the list can be relied on."""
    section = None
    for entry in label.entries:
        if entry.section != section:
            section = entry.section
            yield f"{section.replace('_', ' ')}:"
        yield f"{entry.position:>4}. {_shortened(entry.text)}{_amount(entry)}  {_read_as(entry)}"
    yield f"quality: {label.quality}"
    if label.problem is not None:
        yield label.problem


def explanation_lines(explained: LabelExplainedJson) -> Iterator[str]:
    """Every stage: the parts, each piece with how it was matched, what was left out, the result.

    The sign before a piece: ``+`` an entry, ``-`` left out because it stands in no list.
    """
    for part in explained.parts:
        opened = "after a heading" if part.headed else "no heading"
        name = "no list" if part.section is None else part.section.replace("_", " ")
        yield f"[{part.start}-{part.end}] {name}, {opened}"
        for piece in part.pieces:
            kept = "+" if piece.kept else "-"
            sentence = " (reads like a sentence)" if piece.prose else ""
            yield f"  {kept} {_shortened(piece.text)}  {_read_as(piece)}{sentence}"
    yield f"quality: {explained.label.quality}"
    if explained.label.problem is not None:
        yield explained.label.problem


def _read_as(entry: LabelEntryJson | StagePieceJson) -> str:
    """What it was read as, by which way, and how surely."""
    name = entry.inci or (f"like {entry.family}" if entry.family else None)
    if name is None:
        return "= ?"
    return f"= {name} ({entry.method} {entry.confidence})"


def _amount(entry: LabelEntryJson) -> str:
    return "" if entry.percent is None else f" [{entry.percent:g} %]"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
