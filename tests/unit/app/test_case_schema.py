"""The published schema of the case file: valid, and neither stricter nor looser than the reader."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from milium.app.documents import case_json, read_case
from milium.app.formats.case import CaseFormat
from milium.app.formats.problems import CaseRefusedError
from tests.builders.formats import NAMES, example

DESIGN: dict[str, Any] = {
    "milium": 1, "as_of": "2026-11-23", "place": "GB",
    "person": {"age": {"value": 34, "unit": "years"}, "pregnancy": "not_pregnant",
               "breastfeeding": "no", "medicines": [], "conditions": [], "risks": []},
    "lesions": [{"site": "cheek", "eye_zone": "face", "size_mm": 1, "colour": "white",
                 "texture": "firm", "count": 6, "present_for": {"value": 3, "unit": "months"},
                 "change": "none", "bleeding": "no", "named_by": "nobody"}],
    "habits": {"washes_face": ["am", "pm"], "makeup": "daily", "slept_in_makeup": "sometimes",
               "picks": "no"},
    "skin": {"answers": {}, "known_type": "OSPW"},
    "shelf": [{"name": "Night balm", "label": "Petrolatum", "area": "eye_bone", "when": ["pm"],
               "leave_on": "yes", "since": "2026-08-01"}],
    "wishes": {"wants": "fewer", "bother": 1, "budget": {"amount": "40", "currency": "GBP"},
               "max_steps": 4, "avoid": ["fragrance"]},
    "words": "", "diary": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def schema(case_format: CaseFormat) -> dict[str, Any]:
    return case_format.schema()


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema)


def reads(document: object, case_format: CaseFormat) -> bool:
    try:
        read_case(json.dumps(document).encode(), "a.json", case_format, place="GB")
    except CaseRefusedError:
        return False
    return True


def test_the_schema_is_valid_and_says_which_draft_it_is(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Milium case file"


@pytest.mark.parametrize("name", NAMES)
def test_every_example_fits(
    name: str, case_format: CaseFormat, validator: Draft202012Validator
) -> None:
    document = json.loads(case_json(example(name, case_format), case_format))

    assert [error.message for error in validator.iter_errors(document)] == []


GOOD: dict[str, dict[str, Any]] = {
    "as designed": {},
    "no type known": {"skin": {"answers": {}, "known_type": None}},
    "not sure": {"person": {"age": "not_sure", "medicines": ["not_sure"]}},
    "contradictory": {"lesions": [{"bleeding": ["no", "once"], "size_mm": [1, 2]}]},
    "measured": {"person": {"fever": 38.2}},
    "absent": {"person": None, "lesions": [{"site": None}], "words": "w"},
    "own keys at the top": {"x-mine": {"a": [1]}},
    "own keys further in": {"lesions": [{"site": "nose", "x-mine": 1}], "person": {"x-a": "b"}},
    "one word for a list": {"person": {"medicines": "other"}},
    "since unknown": {"shelf": [{"name": "a", "since": None, "label": None}]},
    "a number as amount": {"wishes": {"budget": {"amount": 12.5, "currency": "EUR"}}},
}
BAD: dict[str, dict[str, Any]] = {
    "an unknown key": {"persons": {}},
    "an unknown key further in": {"lesions": [{"sight": "nose"}]},
    "an unknown word": {"lesions": [{"site": "knee"}]},
    "an unknown word in a list": {"person": {"medicines": ["aspirin"]}},
    "a later version": {"milium": 2},
    "no day": {"as_of": 7},
    "an unknown place": {"place": "UK"},
    "a size below zero": {"lesions": [{"size_mm": -1}]},
    "a size out of range": {"lesions": [{"size_mm": 200.1}]},
    "a bare number of years": {"person": {"age": 34}},
    "an unknown unit": {"person": {"age": {"value": 3, "unit": "moons"}}},
    "a span with more": {"person": {"age": {"value": 3, "unit": "days", "of": "x"}}},
    "a product without a name": {"shelf": [{"label": "Water"}]},
    "a mapping for a list": {"lesions": {"site": "nose"}},
    "true for yes": {"lesions": [{"bleeding": True}]},
    "too many steps": {"wishes": {"max_steps": 400}},
    "a currency in small letters": {"wishes": {"budget": {"amount": 5, "currency": "gbp"}}},
    "an amount below zero": {"wishes": {"budget": {"amount": -5, "currency": "GBP"}}},
    "too many bumps": {"lesions": [{}] * 51},
    "a name too long": {"shelf": [{"name": "a" * 201}]},
    "a type that is none": {"skin": {"known_type": 7}},
    "no version": {"milium": None},
}


@pytest.mark.parametrize("change", GOOD.values(), ids=GOOD.keys())
def test_what_the_reader_takes_fits_the_schema(
    change: dict[str, Any], case_format: CaseFormat, validator: Draft202012Validator
) -> None:
    document = {**DESIGN, **change}

    assert reads(document, case_format)
    assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_what_the_reader_refuses_does_not_fit_the_schema(
    change: dict[str, Any], case_format: CaseFormat, validator: Draft202012Validator
) -> None:
    document = {**DESIGN, **change}

    assert not reads(document, case_format)
    assert not validator.is_valid(document)
