"""A chemical or a needle in the eye: now, and the first aid comes first (facts 3)."""

import pytest

from milium.domain.triage import Door, Rung, TriageRules, When
from tests.builders.cases import a_lid, an_adult
from tests.builders.triage import decide, fired_ids


def test_chemical_is_rinsed_out_first(quick_rules: TriageRules) -> None:
    result = decide(an_adult(eye_trouble=["chemical_in_eye"]), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EYE_CASUALTY)
    assert result.action.id == "action.rinse-now"


def test_needle_in_the_eye_goes_now(quick_rules: TriageRules) -> None:
    result = decide(an_adult(eye_trouble=["needle_in_eye"]), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EYE_CASUALTY)


def test_needle_used_on_the_lid_is_seen_this_week(quick_rules: TriageRules) -> None:
    result = decide(a_lid(tried_to_open="needle_or_tool"), quick_rules)

    assert (result.when, result.door_wanted) == (When.WITHIN_A_WEEK, Door.OPHTHALMOLOGIST)
    assert result.home_care.lesions[0].rung is Rung.NOTHING


@pytest.mark.parametrize(
    "trouble",
    [{"pain": "yes"}, {"pus": "yes"}, {"heat": "warm"}, {"bleeding": "more_than_once"},
     {"one_sided_red_eye": "yes"}],
    ids=str,
)  # fmt: skip
def test_needle_used_on_the_lid_with_trouble_goes_now(
    trouble: dict[str, str], quick_rules: TriageRules
) -> None:
    result = decide(a_lid(tried_to_open="needle_or_tool", **trouble), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EYE_CASUALTY)
    assert "needle-on-lid-and-trouble" in fired_ids(result)


def test_chemical_and_trouble_breathing_together_go_to_the_emergency_number(
    quick_rules: TriageRules,
) -> None:
    case = an_adult(eye_trouble=["chemical_in_eye"], reaction=["breathing_trouble"])

    assert decide(case, quick_rules).door is Door.EMERGENCY
