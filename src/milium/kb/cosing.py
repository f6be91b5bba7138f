"""The European Commission's export of CosIng as a table of names of one's own."""

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from milium.domain.knowledge import Knowledge
from milium.engine.labels import normalise
from milium.kb.entries import KnowledgeError
from milium.kb.overlay import COLUMNS, MAX_BYTES, asking_pattern

_NAME_COLUMNS = frozenset({"inci_name", "inci name"})
_LINES_BEFORE = 40  # the export begins with some lines about itself
_GZIP = b"\x1f\x8b"
_LONGEST_NAME = 2_000
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ImportedNames:
    """A table in the form of ``ingredients/names.csv``, and what became of the names in it.

    Attributes:
        text: the table.
        names: how many different names were read.
        new, known: how many of them are new, and how many were known already.
        asking: how many look like a retinoid or a medicine; they are left out, so that a label
            with one of them is still asked about.
    """

    text: str
    names: int
    new: int
    known: int
    asking: int


def cosing_table(path: Path, knowledge: Knowledge) -> ImportedNames:
    """The names of an export that are new here.

    Raises:
        KnowledgeError: the file can't be read, or is no such export; says what to do.
    """
    names = dict.fromkeys(_names(_text_of(path), path))
    if not names:
        message = f"{path}: has no column 'INCI name'; export the inventory of ingredients as CSV"
        raise KnowledgeError(message)
    asks = asking_pattern(knowledge)
    known = {name for name in names if name in knowledge.vocabulary.by_name}
    asking = {name for name in names if name not in known and asks.fullmatch(name)}
    new = [name for name in names if name not in known and name not in asking]
    return ImportedNames(
        text=_table(new, set(knowledge.vocabulary.ingredients)),
        names=len(names),
        new=len(new),
        known=len(known),
        asking=len(asking),
    )


def _text_of(path: Path) -> str:
    """The file as text, unpacked where it is packed, never more than 50 MB of it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if data.startswith(_GZIP):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
                data = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        message = f"{path}: can't be read ({error}); check the name, or fetch the file again"
        raise KnowledgeError(message) from error
    if len(data) > MAX_BYTES:
        message = f"{path}: is larger than {MAX_BYTES:,} bytes; that is no export of CosIng"
        raise KnowledgeError(message)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path}: byte {error.start} is not UTF-8; save the export as CSV in UTF-8"
        raise KnowledgeError(message) from error


def _names(text: str, path: Path) -> Iterator[str]:
    """The normalised INCI names, in order; none where no line names the column."""
    rows = csv.reader(io.StringIO(text, newline=""))
    column = None
    try:
        for number, row in enumerate(rows):
            if column is not None:
                name = normalise(row[column]) if column < len(row) else ""
                if name and len(name) <= _LONGEST_NAME:
                    yield name
            elif number > _LINES_BEFORE:
                return
            else:
                column = _column(row)
    except csv.Error as error:
        message = f"{path}: line {rows.line_num} is no row of a table ({error})"
        raise KnowledgeError(message) from error


def _column(row: Sequence[str]) -> int | None:
    cells = [cell.strip().lower() for cell in row]
    return next((place for place, cell in enumerate(cells) if cell in _NAME_COLUMNS), None)


def _table(names: Sequence[str], taken: set[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name in names:
        plain = _NO_ID.sub("-", name.lower()).strip("-") or "name"
        one, number = f"cosing-{plain}", 1
        while one in taken:
            number += 1
            one = f"cosing-{plain}-{number}"
        taken.add(one)
        writer.writerow([one, name, ""])
    return out.getvalue()
