"""The tables of this folder, row by row, read as case files are."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from milium.app.formats.answers import Printed
from milium.app.formats.case import CaseFormat
from milium.app.guide import prepare_case, read_shelf
from milium.domain.cases import Case
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Triage, TriageRules, Zone
from tests.builders.cases import (
    EXAMPLES,
    a_baby,
    a_child,
    a_lid,
    an_adult,
    an_example,
    with_answer,
    without,
)
from tests.builders.triage import decide

Row = dict[str, str]
FOLDER = Path(__file__).parent
BASES: Mapping[str, Callable[[], Case]] = {
    "adult": an_adult,
    "baby": a_baby,
    "child": a_child,
    "lid": a_lid,
}
UNITS = ("days", "weeks", "months", "years")


def rows(file: str, key: str) -> list[dict[str, object]]:
    """The rows of a table, every word as text."""
    loaded: dict[str, list[dict[str, object]]] = yaml.load(
        (FOLDER / f"{file}.yaml").read_text("utf-8"),
        yaml.BaseLoader,  # noqa: S506 - it makes text of everything
    )
    return loaded[key]


SPEC = [(file, row) for file in ("ordinary", "children", "urgent") for row in rows(file, "cases")]
OUR_EXAMPLES = rows("examples", "examples")


def as_written(told: Printed) -> Printed:
    """``62 years`` as a case file writes it."""
    if isinstance(told, str) and told.rpartition(" ")[2] in UNITS:
        value, _, unit = told.partition(" ")
        return {"value": value, "unit": unit}
    return told


def the_case(row: Mapping[str, object], case_format: CaseFormat) -> Case:
    """The row's person, out of a case file."""
    base, changes = BASES[str(row["like"])](), row["but"]
    assert isinstance(changes, dict)
    sections = {finding: each.section for finding, each in case_format.findings.items()}
    document = case_format.print(without(base, "knowledge_expired"))
    for finding, told in changes.items():
        section = document[sections[finding]]
        place = section[0] if isinstance(section, list) else section
        assert isinstance(place, dict)
        place[finding] = as_written(told)
    return with_answer(case_format.read(document), "knowledge_expired", "no")  # type: ignore[arg-type]


def found(result: Triage) -> Row:
    """The columns of a result."""
    care = result.home_care
    return {
        "when": result.when.name.lower(),
        "door": result.door.value,
        "rung": care.person.name.lower(),
        "bump": care.lesions[0].rung.name.lower(),
        "face": care.zones[Zone.FACE].name.lower(),
        "eye_bone": care.zones[Zone.EYE_BONE].name.lower(),
    }


@pytest.mark.parametrize(("file", "row"), SPEC, ids=[f"{f}: {row['name']}" for f, row in SPEC])
def test_row_gets_what_the_table_says(
    file: str, row: dict[str, object], case_format: CaseFormat, quick_rules: TriageRules
) -> None:
    result = decide(the_case(row, case_format), quick_rules)

    answered = {column: each for column, each in found(result).items() if column in row}
    assert answered == {column: row[column] for column in ("when", "door", "rung", "bump")}, file
    assert result.settled


@pytest.mark.parametrize("row", OUR_EXAMPLES, ids=[str(row["name"]) for row in OUR_EXAMPLES])
def test_example_gets_what_the_table_says(
    row: dict[str, object], case_format: CaseFormat, knowledge: Knowledge, quick_rules: TriageRules
) -> None:
    case = an_example(str(row["name"]), case_format)
    told = prepare_case(case, knowledge, read_shelf(case, knowledge), on=case.as_of)

    result = decide(told, quick_rules)

    assert {"name": row["name"], **found(result)} == row


def test_every_example_has_its_row() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == {row["name"] for row in OUR_EXAMPLES}


def test_tables_hold_enough_and_ordinary_people_enough() -> None:
    ordinary = [row for file, row in SPEC if file == "ordinary"]

    assert len(SPEC) >= 80
    assert len(ordinary) >= 25
    assert {row["when"] for row in ordinary} == {"no_rush"}
    assert len({row["name"] for _, row in SPEC}) == len(SPEC)
