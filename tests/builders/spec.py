"""The tables of tests/spec as cases: whom a row is like, and what is different."""

from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from milium.app.formats.answers import Printed
from milium.app.formats.case import CaseFormat
from milium.domain.cases import Case
from tests.builders.cases import a_baby, a_child, a_lid, an_adult, nobody, with_answer, without

FOLDER = Path(__file__).resolve().parents[1] / "spec"
TABLES = ("ordinary", "children", "urgent", "edges")
BASES: Mapping[str, Callable[[], Case]] = {
    "adult": an_adult,
    "lid": a_lid,
    "child": a_child,
    "baby": a_baby,
    "nobody": nobody,
}
UNITS = ("days", "weeks", "months", "years")
EXPIRED, MENTIONED = DERIVED = ("knowledge_expired", "words_mention")
Row = dict[str, object]


def rows(file: str, key: str = "cases") -> list[Row]:
    """The rows of a table, every word as text."""
    path = FOLDER / f"{file}.yaml"
    if not path.exists():
        return []
    loaded: dict[str, list[Row]] = yaml.load(
        path.read_text("utf-8"),
        yaml.BaseLoader,  # noqa: S506 - it makes text of everything
    )
    return loaded[key] or []


def case_of(row: Mapping[str, object], case_format: CaseFormat) -> Case:
    """The row's person, out of a case file."""
    base, changes = BASES[str(row["like"])](), row["but"]
    assert isinstance(changes, dict)
    sections = {finding: each.section for finding, each in case_format.findings.items()}
    document = case_format.print(without(base, *DERIVED))
    for finding, told in changes.items():
        if finding in DERIVED:
            continue
        section = document.setdefault(sections[finding], {})
        place = section[0] if isinstance(section, list) else section
        assert isinstance(place, dict)
        place[finding] = _as_written(told)
    read = case_format.read(document)  # type: ignore[arg-type]
    mentioned = with_answer(read, MENTIONED, changes.get(MENTIONED, []))
    return with_answer(mentioned, EXPIRED, changes.get(EXPIRED, "no"))


def _as_written(told: Printed) -> Printed:
    """``62 years`` as a case file writes it."""
    if isinstance(told, str) and told.rpartition(" ")[2] in UNITS:
        value, _, unit = told.partition(" ")
        return {"value": value, "unit": unit}
    return told
