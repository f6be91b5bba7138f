"""A steroid cream for long: tell who prescribed it, never stop it suddenly, nothing strong on top."""

import pytest

from milium.domain.triage import Rung, TriageRules, When
from tests.builders.cases import an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize(
    "medicine", ["steroid_cream_long", "cream_without_list", "lightening_cream"]
)
def test_strong_cream_is_never_stopped_suddenly(medicine: str, quick_rules: TriageRules) -> None:
    result = decide(an_adult(medicines=[medicine]), quick_rules)

    assert "tonight.steroid-not-suddenly" in {line.id for line in result.tonight}
    assert result.home_care.person is Rung.GENTLE


def test_prescribed_steroid_is_no_rush_and_told_to_the_prescriber(
    quick_rules: TriageRules,
) -> None:
    result = decide(an_adult(medicines=["steroid_cream_long"]), quick_rules)

    assert (result.when, result.action.id) == (When.NO_RUSH, "action.tell-prescriber")
    assert "prescriber" in result.who
