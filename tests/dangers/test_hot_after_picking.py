"""Opened at home, now hot and spreading: the same day; with fever, or at the eye, now (facts 3)."""

import pytest

from milium.domain.triage import Disposition, Door, Rung, TriageRules, When, Zone
from tests.builders.cases import Value, an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize("with_what", ["fingers", "needle_or_tool"])
def test_hot_and_spreading_on_the_cheek_is_seen_today(
    with_what: str, quick_rules: TriageRules
) -> None:
    result = decide(an_adult(tried_to_open=with_what, heat="hot_or_spreading"), quick_rules)

    assert (result.when, result.door) == (When.SAME_DAY, Door.OUT_OF_HOURS)
    assert result.disposition is Disposition.EMERGENCY_TODAY
    assert result.home_care.zones[Zone.FACE] is Rung.GENTLE


@pytest.mark.parametrize(
    "worse",
    [{"fever": "38_or_more"}, {"fever": "feels_hot"}, {"unwell": ["very_unwell"]},
     {"risks": ["weak_immune_system"]}, {"risks": ["transplant"]},
     {"site": "brow", "eye_zone": "eye_bone"}],
    ids=str,
)  # fmt: skip
def test_with_fever_illness_or_at_the_eye_it_goes_now(
    worse: dict[str, Value], quick_rules: TriageRules
) -> None:
    told: dict[str, Value] = {"tried_to_open": "fingers", "heat": "hot_or_spreading", **worse}

    result = decide(an_adult(**told), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)


def test_a_little_warm_is_for_the_pharmacist_this_week(quick_rules: TriageRules) -> None:
    result = decide(an_adult(tried_to_open="fingers", heat="warm"), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_A_WEEK, Door.PHARMACIST)


def test_picked_without_trouble_only_rests(quick_rules: TriageRules) -> None:
    result = decide(an_adult(tried_to_open="needle_or_tool"), quick_rules)

    assert (result.when, result.home_care.person) == (When.NO_RUSH, Rung.LOW_RETINOID)
    assert result.home_care.lesions[0].rung is Rung.GENTLE
