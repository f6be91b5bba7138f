"""Laws of every plan that is shown, over made-up people from their answers to their evenings."""

from dataclasses import replace
from random import Random

import pytest

from milium.app.guide import make_guide, request_of
from milium.app.plans import make_plan
from milium.domain.answers import Known
from milium.domain.guide import Guide
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.regimens import PlanRequest, Regimen, Slot
from milium.domain.triage import Rung, Zone
from tests.builders.people import somebody
from tests.builders.triage import quick

CHUNKS, PEOPLE = 4, 500
LONG_CHUNKS, LONG_PEOPLE = 20, 5000
A_YEAR = 366
AT_THE_LID = (Zone.LASH_LINE, Zone.LID_SKIN)
WASHES = {Slot.PM_REMOVE, Slot.PM_CLEANSE}


def check_people(knowledge: Knowledge, seeds: range) -> None:
    """Everybody's plan is looked over as it is made; a breach raises and fails the test."""
    fast = replace(knowledge, triage=quick(knowledge.triage))
    planned = 0
    for seed in seeds:
        chance = Random(seed)
        case = somebody(knowledge.triage, knowledge.skin_types.items, chance)
        guide = make_guide(case, fast, on=case.as_of)
        request = request_of(guide)
        plan = make_plan(request, fast)
        assert guide.regimen is None or guide.regimen == plan
        everyone_has_a_gentle_plan(guide, plan, seed)
        a_lower_rung_adds_no_active(request, plan, fast, seed)
        planned += bool(plan.steps)
    assert planned > len(seeds) / 2


def everyone_has_a_gentle_plan(guide: Guide, plan: Regimen, seed: int) -> None:
    """Older than a year, and nothing to do now first; a bump told to lie on the lid and on the
    face at once takes the face with it till that is cleared up."""
    age = guide.triage.answers.get(FindingId("age"))
    grown = isinstance(age, Known) and isinstance(age.value, int) and age.value >= A_YEAR
    cares = guide.triage.home_care.lesions
    unsure = any({Zone.FACE, *AT_THE_LID} & set(c.zones) > {Zone.FACE} for c in cares)
    if grown and guide.regimen is not None and not unsure:
        assert WASHES & {step.slot for step in plan.steps}, f"no gentle plan for seed {seed}"


def a_lower_rung_adds_no_active(
    request: PlanRequest, plan: Regimen, knowledge: Knowledge, seed: int
) -> None:
    care = request.home_care
    lower = replace(care, person=Rung(max(care.person - 1, Rung.NOTHING)))
    less = make_plan(replace(request, home_care=lower), knowledge)

    before, after = strengths(plan, request, knowledge), strengths(less, request, knowledge)
    assert len(after) <= len(before), f"seed {seed}"
    assert all(low <= high for low, high in zip(after, before, strict=False)), f"seed {seed}"


def strengths(plan: Regimen, request: PlanRequest, knowledge: Knowledge) -> list[Rung]:
    """How far each active step of a plan goes, the furthest first."""
    rungs = {kind.id: kind.rung for kind in knowledge.regimens.kinds}
    inside = {
        verdict.product: {exposure.ingredient_class for exposure in verdict.exposures}
        for verdict in request.verdicts
    }
    tiers = {verdict.product for verdict in request.verdicts if verdict.tier is not None}
    found = []
    for step in plan.steps:
        if step.kind:
            found.append(rungs[step.kind])
        elif step.product in tiers:
            found.append(Rung.LOW_RETINOID)
        elif step.product and any(str(c).startswith("acid_") for c in inside[step.product]):
            found.append(Rung.WASH_OFF_ACID)
    return sorted((rung for rung in found if rung > Rung.GENTLE), reverse=True)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_two_thousand_people(chunk: int, knowledge: Knowledge) -> None:
    check_people(knowledge, range(chunk * PEOPLE, (chunk + 1) * PEOPLE))


@pytest.mark.long
@pytest.mark.parametrize("chunk", range(LONG_CHUNKS))
def test_a_hundred_thousand_people(chunk: int, knowledge: Knowledge) -> None:
    check_people(knowledge, range(chunk * LONG_PEOPLE, (chunk + 1) * LONG_PEOPLE))
