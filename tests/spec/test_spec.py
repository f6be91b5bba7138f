"""The tables of this folder, row by row, read as case files are."""

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import prepare_case, read_shelf
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Triage, TriageRules, Zone
from tests.builders.cases import EXAMPLES, an_example
from tests.builders.spec import case_of, rows
from tests.builders.triage import decide
from tools.spec import row_of

Row = dict[str, str]
SPEC = [(file, row) for file in ("ordinary", "children", "urgent") for row in rows(file, "cases")]
OUR_EXAMPLES = rows("examples", "examples")


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
    result = decide(case_of(row, case_format), quick_rules)

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


EDGE_ROWS = rows("edges")


@pytest.mark.parametrize("row", EDGE_ROWS, ids=[str(row["name"]) for row in EDGE_ROWS])
def test_edge_comes_out_as_the_table_says(
    row: dict[str, object], case_format: CaseFormat, quick_rules: TriageRules
) -> None:
    said = row_of(case_of(row, case_format), quick_rules)

    assert {column: row[column] for column in said} == said
