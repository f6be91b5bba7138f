"""Before and after: what a plan changes about what is used today."""

from milium.domain.explanations import Move, Shift
from milium.domain.regimens import Candidate, Limit, PlanRequest, Regimen

HALVES = ("am", "pm")
NOT_NEEDED = Limit.NOT_NEEDED.value


def changes_from_today(request: PlanRequest, plan: Regimen) -> tuple[Shift, ...]:
    """Each product of the shelf, then each thing to get, today and under the plan."""
    return (
        *(_of_product(each, plan) for each in request.candidates if each.product),
        *_to_get(plan),
    )


def _of_product(candidate: Candidate, plan: Regimen) -> Shift:
    used = {step.slot.value[:2] for step in plan.steps if step.product == candidate.product}
    after = tuple(half for half in HALVES if half in used)
    return Shift(
        product=candidate.product,
        kind=None,
        name=candidate.name,
        move=_move(candidate, after, plan),
        before=candidate.used_when,
        after=after,
    )


def _move(candidate: Candidate, after: tuple[str, ...], plan: Regimen) -> Move:
    """A product whose times of day are not known is kept by being in the plan at all."""
    if any(each.product == candidate.product for each in plan.by_leaflet):
        return Move.BY_LEAFLET
    if after:
        return Move.KEPT if set(candidate.used_when) <= {*after} else Move.MOVED
    named = next((each for each in plan.left_out if each.product == candidate.product), None)
    spare = named is None or {reason.entry for reason in named.reasons} == {NOT_NEEDED}
    return Move.NOT_NEEDED if spare else Move.LEFT_OUT


def _to_get(plan: Regimen) -> tuple[Shift, ...]:
    """Each kind once, with every time of day it is used."""
    kinds = dict.fromkeys(step.kind for step in plan.steps if step.kind)
    found = []
    for kind in kinds:
        steps = [step for step in plan.steps if step.kind == kind]
        used = {step.slot.value[:2] for step in steps}
        after = tuple(half for half in HALVES if half in used)
        found.append(Shift(None, kind, steps[0].name, Move.NEW, (), after))
    return tuple(found)
