"""Pregnant with a retinoid on the skin: stop tonight, tell the midwife or doctor this week."""

import pytest

from milium.domain.answers import UNKNOWN
from milium.domain.triage import Door, LiftedBy, Rung, TriageRules, When
from tests.builders.cases import Value, an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize(
    "retinoid",
    [{"uses_retinoid": "yes"}, {"medicines": ["skin_retinoid_prescribed"]}],
    ids=["bought", "prescribed"],
)
def test_pregnant_and_using_one(retinoid: dict[str, Value], quick_rules: TriageRules) -> None:
    result = decide(an_adult(pregnancy="pregnant", **retinoid), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_A_WEEK, Door.MIDWIFE)
    assert result.action.id == "action.stop-retinoid-pregnant"
    assert result.home_care.person is Rung.WASH_OFF_ACID
    assert result.home_care.lifted_by is LiftedBy.NOBODY
    assert {"midwife", "family_doctor"} <= set(result.who)


@pytest.mark.parametrize("said", ["trying", "possible", "rather_not_say"])
def test_trying_or_perhaps_pregnant_stops_without_a_date(
    said: str, quick_rules: TriageRules
) -> None:
    result = decide(an_adult(pregnancy=said, uses_retinoid="yes"), quick_rules)

    assert (result.when, result.home_care.person) == (When.NO_RUSH, Rung.WASH_OFF_ACID)
    assert "tonight.stop-retinoid" in {line.id for line in result.tonight}


@pytest.mark.parametrize(
    "said", ["pregnant", "trying", "possible", "rather_not_say", UNKNOWN, ("not_pregnant", "trying")],
    ids=str,
)  # fmt: skip
def test_nobody_who_may_be_pregnant_is_offered_one(said: Value, quick_rules: TriageRules) -> None:
    care = decide(an_adult(pregnancy=said), quick_rules).home_care

    assert care.person is Rung.WASH_OFF_ACID
    assert max(care.zones.values()) is Rung.WASH_OFF_ACID


@pytest.mark.parametrize("said", ["not_pregnant", "does_not_apply"])
def test_who_is_not_pregnant_is_not_refused(said: str, quick_rules: TriageRules) -> None:
    assert decide(an_adult(pregnancy=said), quick_rules).home_care.person is Rung.LOW_RETINOID
