"""A retinoid by mouth and perhaps pregnant: ring the prescriber today."""

import pytest

from milium.domain.triage import Door, Rung, TriageRules, When
from tests.builders.cases import an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize("said", ["pregnant", "trying", "possible", "rather_not_say"])
def test_ring_the_prescriber_today(said: str, quick_rules: TriageRules) -> None:
    result = decide(an_adult(medicines=["oral_retinoid"], pregnancy=said), quick_rules)

    assert (result.when, result.door) == (When.SAME_DAY, Door.PRESCRIBER)
    assert result.action.id == "action.prescriber-today"
    assert result.home_care.person is Rung.GENTLE


def test_not_known_whether_pregnant_is_asked_not_passed_over(quick_rules: TriageRules) -> None:
    from_silence = an_adult(medicines=["oral_retinoid"], pregnancy=("not_pregnant", "possible"))

    assert decide(from_silence, quick_rules).when is When.SAME_DAY


def test_not_pregnant_adds_no_second_retinoid(quick_rules: TriageRules) -> None:
    result = decide(an_adult(medicines=["oral_retinoid"]), quick_rules)

    assert (result.when, result.home_care.person) == (When.NO_RUSH, Rung.GENTLE)
    assert "tonight.no-second-retinoid" in {line.id for line in result.tonight}
