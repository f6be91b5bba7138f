"""Weak immune system, molluscum-like bumps, headache or fever: cryptococcus; emergency (facts 3)."""

import pytest

from milium.domain.triage import Door, TriageRules, When
from tests.builders.cases import Value, an_adult
from tests.builders.triage import decide

MOLLUSCUM_LIKE: dict[str, Value] = {
    "colour": "pearly", "opening": "dent", "size_mm": 30, "present_for": 21,
}  # fmt: skip
WEAK: list[dict[str, Value]] = [
    {"risks": ["weak_immune_system"]}, {"risks": ["transplant"]}, {"medicines": ["ciclosporin"]},
    {"medicines": ["cancer_medicine"]},
]  # fmt: skip


@pytest.mark.parametrize("why", WEAK, ids=str)
@pytest.mark.parametrize(
    "ill", [{"fever": "38_or_more"}, {"fever": "feels_hot"}, {"unwell": ["bad_headache"]}], ids=str
)
def test_headache_or_fever_goes_now(
    why: dict[str, Value], ill: dict[str, Value], quick_rules: TriageRules
) -> None:
    result = decide(an_adult(**{**MOLLUSCUM_LIKE, **why, **ill}), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)


@pytest.mark.parametrize("why", WEAK[:1], ids=str)
def test_without_illness_dented_bumps_are_seen_within_a_week(
    why: dict[str, Value], quick_rules: TriageRules
) -> None:
    result = decide(an_adult(**{**MOLLUSCUM_LIKE, **why}), quick_rules)

    assert (result.when, result.settled) == (When.WITHIN_A_WEEK, True)


def test_headache_alone_in_a_healthy_adult_is_no_emergency(quick_rules: TriageRules) -> None:
    assert decide(an_adult(unwell=["bad_headache"]), quick_rules).when is When.SAME_DAY
