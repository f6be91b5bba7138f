"""Names a person adds to the vocabulary: more to recognise, never another rule."""

import csv
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from milium.domain.ids import IngredientId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient
from milium.engine.labels import normalise
from milium.kb.build_ingredients import with_families
from milium.kb.entries import KnowledgeError

COLUMNS = ["id", "inci", "names"]
MAX_BYTES = 50_000_000


def with_overlay(knowledge: Knowledge, path: Path) -> Knowledge:
    """The knowledge with the names of one more table, whose hash stands in ``versions``.

    The table has the columns of ``ingredients/names.csv``. A name that is known already stays with
    its ingredient: an overlay adds, it never changes. What looks like a retinoid or a medicine
    stays asked about, and a name of a known family counts as what its family counts.

    Raises:
        KnowledgeError: the file can't be read, or is no such table; says what to do.
    """
    data = _bytes_of(path)
    ingredients = dict(knowledge.vocabulary.ingredients)
    by_name = dict(knowledge.vocabulary.by_name)
    for number, row in enumerate(_rows(data, path), 2):
        _add_row(row, ingredients, by_name, f"{path}: line {number}")
    asks = asking_pattern(knowledge)
    ours = knowledge.vocabulary.by_name
    by_name = {
        name: one for name, one in by_name.items() if name in ours or not asks.fullmatch(name)
    }
    vocabulary = replace(knowledge.vocabulary, ingredients=ingredients, by_name=by_name)
    exposure = replace(
        knowledge.exposure, classes=with_families(knowledge.exposure.classes, vocabulary)
    )
    label = f"{path.name}+{hashlib.sha256(data).hexdigest()[:12]}"
    edition = replace(knowledge.edition, overlays=(*knowledge.edition.overlays, label))
    return replace(knowledge, vocabulary=vocabulary, exposure=exposure, edition=edition)


def asking_pattern(knowledge: Knowledge) -> re.Pattern[str]:
    """Names that are asked about by their looks: no table takes them out of a person's hands."""
    patterns = (family.pattern for family in knowledge.vocabulary.families if family.asks)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: can't be opened ({error.strerror or error}); check 'overlays'"
        raise KnowledgeError(message) from error
    if len(data) > MAX_BYTES:
        message = f"{path}: is larger than {MAX_BYTES:,} bytes; split it"
        raise KnowledgeError(message)
    return data


def _rows(data: bytes, path: Path) -> Sequence[Mapping[str, str]]:
    try:
        table = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), strict=True)
        rows = list(table)
    except (UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: is no table in UTF-8 ({error}); save it as CSV"
        raise KnowledgeError(message) from error
    if table.fieldnames != COLUMNS:
        message = f"{path}: the first line should be {','.join(COLUMNS)}"
        raise KnowledgeError(message)
    return rows


def _add_row(
    row: Mapping[str, str],
    ingredients: dict[IngredientId, Ingredient],
    by_name: dict[str, IngredientId],
    where: str,
) -> None:
    if not row["id"] or not row["inci"]:
        message = f"{where}: needs an id and an INCI name"
        raise KnowledgeError(message)
    names = tuple(name for name in (row["names"] or "").split("|") if name)
    known = by_name.get(normalise(row["inci"]), IngredientId(row["id"]))
    if known in ingredients and normalise(row["inci"]) not in by_name:
        message = (
            f"{where}: the id '{known}' is taken by another ingredient; choose one of your own"
        )
        raise KnowledgeError(message)
    ingredients.setdefault(known, Ingredient(known, row["inci"], names))
    for name in (row["inci"], *names):
        by_name.setdefault(normalise(name), known)
