"""How answers are scored, and that a lazy tool fails."""

import pytest

from milium.app.miliabench import (
    Share,
    always_self_care,
    always_the_specialist,
    gates,
    score,
)
from milium.domain.ids import ConditionId, ProfessionId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When, Zone
from milium.domain.vignettes import (
    CareRange,
    Difficulty,
    ToolAnswer,
    Vignette,
    VignetteTruth,
)
from milium.kb import load_vignettes

MILIA, SYRINGOMA = ConditionId("milia"), ConditionId("syringoma")
DOCTOR, PHARMACIST = ProfessionId("family_doctor"), ProfessionId("pharmacist")


def a_vignette(*, when: tuple[When, ...] = (When.NO_RUSH,), ordinary: bool = True) -> Vignette:
    care = {Zone.FACE: CareRange(Rung.WASH_OFF_ACID, Rung.WASH_OFF_ACID)}
    truth = VignetteTruth(when, (MILIA,), care, (PHARMACIST,))
    return Vignette("a", "", {}, truth, ordinary, Difficulty.PLAIN, (), (), held_out=False)


def an_answer(
    *,
    when: When | None = When.NO_RUSH,
    conditions: tuple[ConditionId, ...] = (MILIA,),
    rung: Rung = Rung.WASH_OFF_ACID,
    who: ProfessionId = PHARMACIST,
) -> ToolAnswer:
    return ToolAnswer(when, conditions, {Zone.FACE: rung}, (who,))


def test_a_right_answer_fails_nothing() -> None:
    found = score([a_vignette()], {"a": an_answer()})

    assert found.failures == ()
    assert (found.accuracy, found.safety_of_advice) == (Share(1, 1), Share(1, 1))
    assert (found.top_1, found.top_3, found.who) == (Share(1, 1), Share(1, 1), Share(1, 1))
    assert found.ordinary_right == Share(1, 1)
    assert (found.unsafe_permissions, found.false_refusals) == (Share(0, 1), Share(0, 1))


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (an_answer(when=When.NOTHING_NEEDED), {"when", "too late"}),
        (an_answer(when=When.NOW), {"when", "too soon"}),
        (an_answer(when=None), {"no answer", "when", "too late"}),
        (an_answer(rung=Rung.LOW_RETINOID), {"too much care"}),
        (an_answer(rung=Rung.GENTLE), {"too little care"}),
        (an_answer(conditions=(SYRINGOMA,) * 3), {"top 1", "top 3"}),
    ],
)
def test_what_is_wrong_is_said(answer: ToolAnswer, wrong: set[str]) -> None:
    (miss,) = score([a_vignette()], {"a": answer}).failures

    assert set(miss.wrong) == wrong


@pytest.mark.parametrize(
    "answer", [an_answer(conditions=(SYRINGOMA, MILIA)), an_answer(who=DOCTOR)]
)
def test_a_second_place_or_another_profession_alone_is_no_failure(answer: ToolAnswer) -> None:
    found = score([a_vignette()], {"a": answer})

    assert found.failures == ()
    assert Share(0, 1) in {found.top_1, found.who}


def test_an_emergency_answered_otherwise_is_missed() -> None:
    now = a_vignette(when=(When.NOW,), ordinary=False)

    assert score([now], {"a": an_answer(when=When.SAME_DAY)}).now_missed == Share(1, 1)
    assert score([now], {"a": an_answer(when=When.NOW)}).now_missed == Share(0, 1)


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(0, 10), 0.0, 30.85),
        (Share(5, 10), 18.71, 81.29),
        (Share(10, 10), 69.15, 100.0),
        (Share(97, 100), 91.48, 99.38),
        (Share(0, 0), 0.0, 100.0),
    ],
)
def test_the_interval_is_clopper_and_pearsons(share: Share, low: float, high: float) -> None:
    assert share.interval == pytest.approx((low, high), abs=0.01)


def test_both_lazy_baselines_miss_the_bars(knowledge: Knowledge) -> None:
    vignettes = load_vignettes(knowledge)
    for lazy in (always_the_specialist, always_self_care):
        found = score(vignettes, {each.id: lazy(each) for each in vignettes})
        passed = {gate.name for gate in gates(found) if gate.passed}
        assert "accuracy" not in passed
        assert "now_missed" not in passed
        assert "ordinary_right" not in passed
