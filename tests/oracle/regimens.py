"""A slow, obvious planner: every way to fill every slot, each limit read off its published text.

Written from ``regimens/limits.yaml`` and the domain types alone; it shares nothing with the engine
but the evaluator of conditions, and is only fit for a handful of products and kinds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from milium.domain.answers import Answer, Known
from milium.domain.exposure import VerdictKind
from milium.domain.ids import FindingId
from milium.domain.regimens import Criterion, ProductKind, RegimenRules, Slot
from milium.domain.skin_types import Axis
from milium.domain.triage import Rung, Zone
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from tests.builders.regimens import Owns, Request

WASHES = {Slot.AM_CLEANSE, Slot.PM_REMOVE, Slot.PM_CLEANSE}
LEAVE_ON_PM = {Slot.PM_TREAT, Slot.PM_MOISTURISE}
LEAVE_ON_AM = {Slot.AM_TREAT, Slot.AM_MOISTURISE, Slot.AM_SUNSCREEN}
GRADE = {"A": 0, "B": 1, "C": 2, "D": 3}
Filling = Owns | ProductKind | None


@dataclass
class Person:
    """What the limits look at, worked out the plain way."""

    request: Request
    known: Mapping[FindingId, Answer]

    @property
    def rules(self) -> RegimenRules:
        """The rules asked under."""
        return self.request.rules

    def classes(self, *rungs: Rung) -> set[str]:
        """The classes of the kinds of these rungs."""
        return {c for k in self.rules.kinds if k.rung in rungs for c in k.classes}

    def zone(self, zone: Zone) -> Rung:
        """How far home care goes there."""
        care = self.request.home_care
        return min(care.person, care.zones.get(zone, Rung.NOTHING))

    def bumps(self, *zones: Zone) -> bool:
        """Whether a bump may be in one of the zones."""
        return any(set(zones) & set(care.zones) for care in self.request.home_care.lesions)

    def wanted(self, slot: Slot) -> bool:
        """Whether the slot is part of the plan."""
        rule = next(rule for rule in self.rules.slots if rule.slot is slot)
        held = evaluate(rule.wanted_when, self.known) is not Truth.FALSE
        bump = self.bumps(Zone.FACE, Zone.EYE_BONE, Zone.BODY)
        return held and (slot is not Slot.PM_TREAT or bump)

    def medicine_irritates(self) -> bool:
        """Whether a medicine on the shelf holds, or may hold, a retinoid or an acid."""
        strong = self.classes(Rung.WASH_OFF_ACID, Rung.LOW_RETINOID)
        return any(
            (o.prescribed or o.product_kind == "medicine")
            and (
                o.verdict is VerdictKind.NOT_READ
                or o.unread
                or o.product_kind in {"retinoid", "acid"}
                or o.tier is not None
                or o.asks
                or set(o.classes) & strong
            )
            for o in self.request.shelf
        )


def best_plan(request: Request) -> dict[str, str] | None:
    """The one best plan as slot to id, or ``None`` when there is none; the face only."""
    known = {
        **request.answers,
        **{FindingId(a.value): Known(request.skin.axes[a].side.value) for a in Axis},
    }
    person = Person(request, known)
    slots = list(Slot)
    choices = [list(fillings(slot, person)) for slot in slots]
    allowed = [
        plan
        for combination in product(*choices)
        if _keeps_all(plan := dict(zip(slots, combination, strict=True)), person)
    ]
    if not allowed or person.zone(Zone.FACE) < Rung.GENTLE:
        return None
    best = min(allowed, key=lambda plan: _place(plan, person))
    return {slot.value: id_of(f) for slot, f in best.items() if f is not None}


def id_of(filling: Filling) -> str:
    """The product or kind, or nothing."""
    if filling is None:
        return ""
    return filling.name if isinstance(filling, Owns) else filling.id


def fillings(slot: Slot, person: Person) -> Iterator[Filling]:
    """Everything that could stand in a slot, allowed or not."""
    rule = next(rule for rule in person.rules.slots if rule.slot is slot)
    yield None
    on_demand = slot in {Slot.AM_SUNSCREEN, Slot.PM_REMOVE, Slot.PM_CLEANSE}
    if not on_demand and not person.wanted(slot):
        return
    yield from (o for o in person.request.shelf if o.product_kind in rule.shelf_kinds)
    if rule.buys:
        yield from (k for k in person.rules.kinds if slot in k.slots)


def acid_in(filling: Filling, person: Person) -> bool:
    """Whether it is, or holds, an acid."""
    if isinstance(filling, Owns):
        return bool(set(filling.classes) & person.classes(Rung.WASH_OFF_ACID))
    return filling is not None and filling.rung is Rung.WASH_OFF_ACID


def retinoid_in(filling: Filling) -> bool:
    """Whether it is a retinoid."""
    if isinstance(filling, Owns):
        return filling.tier is not None
    return filling is not None and filling.rung is Rung.LOW_RETINOID


def needs_sunscreen(filling: Filling, person: Person) -> bool:
    """Whether it asks for sunscreen in the morning."""
    if isinstance(filling, Owns):
        sun = {c for k in person.rules.kinds if k.needs_sunscreen for c in k.classes}
        return filling.tier is not None or bool(set(filling.classes) & sun)
    return filling is not None and filling.needs_sunscreen


def usable(filling: Filling, slot: Slot, person: Person) -> bool:
    """The limits on one step by itself."""
    if filling is None:
        return True
    if acid_in(filling, person) and (slot not in WASHES or person.zone(Zone.FACE) < 2):
        return False
    if retinoid_in(filling) and (
        slot is not Slot.PM_TREAT
        or person.zone(Zone.FACE) < Rung.LOW_RETINOID
        or person.medicine_irritates()
        or not person.bumps(Zone.FACE, Zone.EYE_BONE)
    ):
        return False
    if isinstance(filling, ProductKind):
        return _may_buy(filling, person)
    return _may_use(filling, slot, person)


def _may_buy(kind: ProductKind, person: Person) -> bool:
    if {kind.id, *kind.classes} & set(person.request.wishes.avoid):
        return False
    more = kind.rung > Rung.GENTLE
    if more and (not person.wanted(Slot.PM_TREAT) or person.medicine_irritates()):
        return False
    return evaluate(kind.fits, person.known) is Truth.TRUE


def _may_use(owns: Owns, slot: Slot, person: Person) -> bool:
    inside = {owns.name, owns.product_kind, *owns.classes, *owns.ingredients}
    retinoid_by_name = owns.product_kind == "retinoid" or set(owns.classes) & person.classes(
        Rung.LOW_RETINOID
    )
    return not (
        owns.prescribed
        or owns.product_kind in {"medicine", "scrub", "acid"}
        or "scrub_particle" in owns.classes
        or owns.verdict >= VerdictKind.LEAVE_OUT_FIRST
        or inside & set(person.request.wishes.avoid)
        or owns.asks
        or (retinoid_by_name and owns.tier is None)
        or (owns.tier is not None and owns.tier > person.rules.highest_tier)
        or (slot is Slot.PM_TREAT and owns.tier is None)
    )


def _keeps_all(plan: dict[Slot, Filling], person: Person) -> bool:
    wishes = person.request.wishes
    if not all(usable(filling, slot, person) for slot, filling in plan.items()):
        return False
    evening = [f for s, f in plan.items() if s.value.startswith("pm") and f]
    morning = [f for s, f in plan.items() if s.value.startswith("am") and f]
    steps = max(len(evening), len(morning))
    if wishes.max_steps is not None and steps > wishes.max_steps:
        return False
    if wishes.budget_cents is not None and _price(plan) > wishes.budget_cents:
        return False
    sun = any(needs_sunscreen(f, person) for f in plan.values())
    if sun and plan[Slot.AM_SUNSCREEN] is None:
        return False
    return _calm(plan, person) and _washed(plan, person)


def _calm(plan: dict[Slot, Filling], person: Person) -> bool:
    strong = {s for s, f in plan.items() if acid_in(f, person) or retinoid_in(f)}
    bought = {id_of(plan[s]) for s in strong if isinstance(plan[s], ProductKind)}
    pm, am, washes = strong & LEAVE_ON_PM, strong & LEAVE_ON_AM, strong & WASHES
    beside = pm and washes & {Slot.PM_REMOVE, Slot.PM_CLEANSE}
    return max(len(pm), len(am), len(washes), len(bought)) <= 1 and not beside


def _washed(plan: dict[Slot, Filling], person: Person) -> bool:
    worn = person.wanted(Slot.PM_REMOVE) or plan[Slot.AM_SUNSCREEN] is not None
    remove, cleanse = plan[Slot.PM_REMOVE], plan[Slot.PM_CLEANSE]
    if not worn:
        return remove is None and cleanse is not None
    if remove is None:
        return False
    return (cleanse is None) if does_both_washes(remove, person) else (cleanse is not None)


def does_both_washes(filling: Filling, person: Person) -> bool:
    """Whether what takes off make-up is a wash as well."""
    if isinstance(filling, Owns):
        kinds = next(r.shelf_kinds for r in person.rules.slots if r.slot is Slot.PM_CLEANSE)
        return filling.product_kind in kinds
    return filling is not None and Slot.PM_CLEANSE in filling.slots


def _price(plan: dict[Slot, Filling]) -> int:
    return sum({f.id: f.price_cents for f in plan.values() if isinstance(f, ProductKind)}.values())


def _place(plan: dict[Slot, Filling], person: Person) -> tuple[tuple[int, ...], tuple[str, ...]]:
    costs = dict.fromkeys(Criterion, 0)
    costs[Criterion.PRICE] = _price(plan)
    for slot, filling in plan.items():
        for criterion, cost in step_costs(slot, filling, person).items():
            costs[criterion] += cost
    if person.wanted(Slot.PM_TREAT):
        rungs = [
            3 if retinoid_in(f) else 2 if acid_in(f, person) else int(f is not None)
            for f in plan.values()
        ]
        costs[Criterion.FALLS_SHORT] = 3 - max(rungs)
    order = [preference.criterion for preference in person.rules.preferences]
    return tuple(costs[c] for c in order), tuple(id_of(plan[slot]) for slot in Slot)


def step_costs(slot: Slot, filling: Filling, person: Person) -> dict[Criterion, int]:
    """What one slot, so filled, costs by each criterion that is a sum."""
    rule = next(rule for rule in person.rules.slots if rule.slot is slot)
    half = slot.value[:2]
    on_offer = person.wanted(slot) or slot in {Slot.AM_SUNSCREEN, *WASHES} - {Slot.AM_CLEANSE}
    in_use = {
        o.product_kind
        for o in person.request.shelf
        if on_offer
        and half in o.used_when
        and o.product_kind in rule.shelf_kinds
        and usable(o, slot, person)
    }
    twins = {Slot.PM_REMOVE, Slot.PM_CLEANSE}
    grade = GRADE[rule.evidence.grade.value]
    if isinstance(filling, ProductKind):
        return {
            Criterion.EVIDENCE: max(grade, GRADE[filling.evidence.grade.value]),
            Criterion.CHANGES: int(filling.price_cents > 0 or (bool(in_use) and slot not in twins)),
            Criterion.COST: filling.cost,
        }
    if isinstance(filling, Owns):
        stays = slot not in WASHES and filling.verdict is VerdictKind.NOT_ROUND_THE_EYES
        return {
            Criterion.LEFT_ON: int(stays and person.bumps(Zone.FACE, Zone.EYE_BONE, Zone.BODY)),
            Criterion.EVIDENCE: grade,
            Criterion.CHANGES: int(
                (bool(filling.used_when) or filling.product_kind in in_use)
                and half not in filling.used_when
            ),
        }
    washes = slot in twins
    return {
        Criterion.UNFILLED: int(person.wanted(slot) and not washes),
        Criterion.EVIDENCE: grade if washes else 0,
        Criterion.CHANGES: int(bool(in_use)),
    }
