"""Under 3 months with 38 °C or more, well or not: emergency (facts 3, NICE NG143)."""

import pytest

from milium.app.formats.case import CaseFormat
from milium.domain.answers import NOT_SURE, UNKNOWN, Answer
from milium.domain.triage import Disposition, Door, Rung, TriageRules, When
from milium.kb import Tree
from tests.builders.cases import Value, a_baby, with_answer, without
from tests.builders.triage import decide

THREE_MONTHS = 91  # the first day that is no longer "under 3 months"


def a_file(fever: str, days: int) -> Tree:
    """The smallest case file: an age and a temperature."""
    age: Tree = {"value": str(days), "unit": "days"}
    return {"milium": "1", "as_of": "2026-11-23", "person": {"age": age, "fever": fever}}


@pytest.mark.parametrize(
    ("fever", "when"),
    [("37.9", When.NOTHING_NEEDED), ("38.0", When.NOW), ("38.1", When.NOW), ("41", When.NOW)],
)
def test_thermometer_decides_at_thirty_eight(
    fever: str, when: When, case_format: CaseFormat, quick_rules: TriageRules
) -> None:
    measured = case_format.read(a_file(fever, 21)).answers

    case = with_answer(a_baby(), "fever", next(a for f, a in measured.items() if f == "fever"))

    assert decide(case, quick_rules).when is when


@pytest.mark.parametrize(
    ("age", "when", "door"),
    [
        (0, When.NOW, Door.EMERGENCY),
        (THREE_MONTHS - 1, When.NOW, Door.EMERGENCY),
        (THREE_MONTHS, When.SAME_DAY, Door.OUT_OF_HOURS),
        (THREE_MONTHS + 1, When.SAME_DAY, Door.OUT_OF_HOURS),
    ],
)
@pytest.mark.parametrize("fever", ["38_or_more", "feels_hot"])
def test_hot_baby_goes_now_until_three_months_and_today_after(
    fever: str, age: int, when: When, door: Door, quick_rules: TriageRules
) -> None:
    result = decide(a_baby(age=age, fever=fever), quick_rules)

    assert (result.when, result.door) == (when, door)
    assert result.disposition is Disposition.EMERGENCY_TODAY
    assert result.home_care.person is Rung.NOTHING


@pytest.mark.parametrize("fever", [("no", "38_or_more"), ("no", "feels_hot")])
def test_two_readings_count_as_the_hotter_one(fever: Value, quick_rules: TriageRules) -> None:
    assert decide(a_baby(fever=fever), quick_rules).when is When.NOW


@pytest.mark.parametrize("fever", [UNKNOWN, NOT_SURE])
def test_nobody_measured_is_not_the_same_as_no_fever(
    fever: Answer, quick_rules: TriageRules
) -> None:
    result = decide(a_baby(fever=fever), quick_rules)

    assert not result.settled
    assert result.action.id == "action.waiting"


def test_temperature_taken_yesterday_but_one_is_asked_again(quick_rules: TriageRules) -> None:
    case = a_baby()
    later = case.as_of.replace(day=case.as_of.day + 2)

    assert not decide(type(case)(later, case.place, without(case, "fever").answers, case.lesions),
                      quick_rules).settled  # fmt: skip


@pytest.mark.parametrize(
    "sign", ["floppy", "hard_to_wake", "weak_cry", "not_feeding", "rash_that_does_not_fade"]
)
def test_ill_newborn_without_fever_goes_now_too(sign: str, quick_rules: TriageRules) -> None:
    result = decide(a_baby(unwell=[sign]), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)
