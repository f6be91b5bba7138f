"""A transplanted organ and a new or growing bump: two weeks (facts 3, NG12)."""

import pytest

from milium.domain.triage import Door, Rung, TriageRules, When
from tests.builders.cases import an_adult, years
from tests.builders.triage import decide


@pytest.mark.parametrize(
    "change", ["growing_slowly", "growing_fast", "colour_or_shape", "many_new_ones"]
)
def test_growing_bump_after_a_transplant(change: str, quick_rules: TriageRules) -> None:
    case = an_adult(risks=["transplant"], change=change, present_for=years(3))

    result = decide(case, quick_rules)

    assert (result.when, result.door) == (When.WITHIN_2_WEEKS, Door.DERMATOLOGIST)
    assert result.home_care.lesions[0].rung is Rung.GENTLE
    assert "tonight.keep-medicines" in {line.id for line in result.tonight}


def test_new_calm_bump_after_a_transplant(quick_rules: TriageRules) -> None:
    result = decide(an_adult(risks=["transplant"], present_for=30), quick_rules)

    assert (result.when, result.action.id) == (
        When.WITHIN_2_WEEKS, "action.two-weeks-transplant",
    )  # fmt: skip


def test_fever_after_a_transplant_goes_now(quick_rules: TriageRules) -> None:
    result = decide(an_adult(risks=["transplant"], fever="38_or_more"), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)
