"""Somebody wants to open it: no instruction, our answer, and who may do it (facts 0.1)."""

import pytest

from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, TriageRules, When
from tests.builders.cases import a_child, a_lid, an_adult
from tests.builders.triage import decide


def test_wish_gets_our_answer_and_loses_nothing(quick_rules: TriageRules) -> None:
    result = decide(an_adult(wants="open_it_myself"), quick_rules)

    assert (result.when, result.action.id) == (When.NO_RUSH, "action.leave-it-closed")
    assert "tonight.needle-answer" in {line.id for line in result.tonight}
    assert result.home_care.person is Rung.LOW_RETINOID
    assert "dermatologist" in result.who
    assert "esthetician" in result.not_who


def test_answer_says_what_it_does_and_where_to_go(knowledge: Knowledge) -> None:
    said = " ".join(
        text for message, text in knowledge.texts["en"].items()
        if message.startswith("tonight.needle")
    )  # fmt: skip

    assert "needle" in said
    assert "trained" in said


@pytest.mark.parametrize("case", [a_lid, a_child], ids=["lid", "child"])
def test_wish_never_calms_anything(case: object, quick_rules: TriageRules) -> None:
    assert callable(case)
    calm, wish = case(), case(wants="open_it_myself")

    assert decide(wish, quick_rules).when >= decide(calm, quick_rules).when
    assert decide(wish, quick_rules).home_care == decide(calm, quick_rules).home_care
