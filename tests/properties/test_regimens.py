"""Laws of every plan, over made-up people, shelves and wishes."""

import itertools
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.cases import Wishes
from milium.domain.exposure import VerdictKind
from milium.domain.regimens import Criterion, Regimen, Slot
from milium.domain.skin_types import Side
from milium.domain.triage import Rung, Zone
from tests.builders.regimens import MONDAY, Owns, Request, a_person, a_skin, filled, some_rules
from tests.oracle.regimens import best_plan

KINDS = ["cleanser", "makeup_remover", "moisturiser", "serum", "sunscreen", "retinoid", "scrub"]
CLASSES = ["acid_aha", "acid_bha", "retinoid_cosmetic", "scrub_particle", "fragrance"]
ZONES = [(Zone.FACE,), (Zone.EYE_BONE,), (Zone.LID_SKIN,), (Zone.EYE_BONE, Zone.FACE)]
AT_THE_EYE = {Zone.LASH_LINE, Zone.LID_SKIN, Zone.EYE_BONE}
CALM = settings(max_examples=100, deadline=None, derandomize=True)


@st.composite
def products(draw: st.DrawFn, number: int) -> Owns:
    """One product of any sort, judged any way."""
    classes = draw(st.lists(st.sampled_from(CLASSES), max_size=2, unique=True))
    return Owns(
        name=f"product-{number}",
        product_kind=draw(st.sampled_from([*KINDS, "medicine"])),
        verdict=draw(st.sampled_from([VerdictKind.KEEP, *VerdictKind])),
        classes=tuple(classes),
        tier=draw(st.sampled_from([None, None, 0, 1, 2])),
        asks=draw(st.sampled_from([(), (), ("an entry",)])),
        used_when=draw(st.sampled_from([(), ("am",), ("pm",), ("am", "pm")])),
        prescribed=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def requests(draw: st.DrawFn, most: int = 3) -> Request:
    """A person with a shelf, wishes and a ladder."""
    sides = {
        axis: draw(st.sampled_from(list(Side)))
        for axis in ("oily_dry", "sensitive_resistant", "pigment")
    }
    zones = {zone: draw(st.sampled_from(list(Rung))) for zone in (Zone.FACE, Zone.BODY)}
    eyes = {zone: draw(st.sampled_from([Rung.NOTHING, Rung.GENTLE])) for zone in AT_THE_EYE}
    bumps = draw(st.lists(st.sampled_from(ZONES), min_size=1, max_size=2))
    count = draw(st.integers(0, most))
    return Request(
        home_care=a_person(draw(st.sampled_from(list(Rung))), *bumps, zones={**zones, **eyes}),
        skin=a_skin(**sides),
        shelf=tuple(draw(products(number)) for number in range(count)),
        wishes=Wishes(
            budget_cents=draw(st.sampled_from([None, 0, 500, 1500, 2000, 5000])),
            max_steps=draw(st.sampled_from([None, 0, 1, 2, 3, 4])),
            avoid=tuple(draw(st.sets(st.sampled_from(["sunscreen_filter", "acid_bha"])))),
        ),
        said={
            "age": draw(st.sampled_from([5 * 365, 34 * 365])),
            "wants": draw(st.sampled_from(["fewer", "leave_alone", "unknown"])),
            "makeup": draw(st.sampled_from(["never", "daily", "unknown"])),
        },
    )


def ranks(plan: Regimen, request: Request) -> list[Rung]:
    """How far each active step of a plan goes, highest first."""
    kinds = {kind.id: kind.rung for kind in request.rules.kinds}
    own = {owns.name: _own_rung(owns) for owns in request.shelf}
    found = (kinds[step.kind] if step.kind else own[step.product or ""] for step in plan.steps)
    return sorted((rung for rung in found if rung > Rung.GENTLE), reverse=True)


def _own_rung(owns: Owns) -> Rung:
    if owns.tier is not None or "retinoid_cosmetic" in owns.classes:
        return Rung.LOW_RETINOID
    acid = {"acid_aha", "acid_bha"} & set(owns.classes)
    return Rung.WASH_OFF_ACID if acid else Rung.GENTLE


@CALM
@given(requests(), st.permutations(list(Criterion)))
def test_every_plan_is_the_one_a_slow_search_over_all_plans_finds(
    request: Request, order: list[Criterion]
) -> None:
    request = replace(request, rules=some_rules(preferences=tuple(order)))

    assert filled(request.plan()) == (best_plan(request) or {})


@CALM
@given(requests(most=5))
def test_no_step_stands_where_the_ladder_does_not_go(request: Request) -> None:
    plan = request.plan()

    care = request.home_care
    kinds = {kind.id: kind.rung for kind in request.rules.kinds}
    own = {owns.name: _own_rung(owns) for owns in request.shelf}
    for step in plan.steps:
        rung = kinds[step.kind] if step.kind else own[step.product or ""]
        assert step.zones
        assert all(
            min(care.person, care.zones[zone]) >= max(rung, Rung.GENTLE) for zone in step.zones
        )


@CALM
@given(requests(most=5))
def test_a_retinoid_never_stands_at_the_eye_and_an_acid_neither(request: Request) -> None:
    plan = request.plan()

    own = {owns.name for owns in request.shelf if _own_rung(owns) > Rung.GENTLE}
    kinds = {kind.id for kind in request.rules.kinds if kind.rung > Rung.GENTLE}
    for step in plan.steps:
        if step.product in own or step.kind in kinds:
            assert not AT_THE_EYE & set(step.zones)


@CALM
@given(requests(most=5))
def test_sunscreen_goes_with_every_retinoid_and_every_fruit_acid(request: Request) -> None:
    plan = request.plan()

    own = {o.name for o in request.shelf if o.tier is not None or "acid_aha" in o.classes}
    kinds = {kind.id for kind in request.rules.kinds if kind.needs_sunscreen}
    due = any(step.product in own or step.kind in kinds for step in plan.steps)
    assert not due or any(step.slot is Slot.AM_SUNSCREEN for step in plan.steps)


@CALM
@given(requests(most=5))
def test_what_is_not_for_now_or_is_left_out_first_or_is_a_medicine_is_never_a_step(
    request: Request,
) -> None:
    plan = request.plan()

    out = {
        owns.name
        for owns in request.shelf
        if owns.verdict >= VerdictKind.LEAVE_OUT_FIRST
        or owns.prescribed
        or owns.product_kind in {"medicine", "scrub"}
    }
    assert not out & {step.product for step in plan.steps}


@CALM
@given(requests(most=4))
def test_a_lower_rung_adds_no_active_and_no_strength(request: Request) -> None:
    lower = a_person(
        Rung(max(request.home_care.person - 1, 0)),
        *(care.zones for care in request.home_care.lesions),
        zones=request.home_care.zones,
    )
    less = replace(request, home_care=lower)

    before, after = ranks(request.plan(), request), ranks(less.plan(), less)

    assert len(after) <= len(before)
    assert all(low <= high for low, high in zip(after, before, strict=False))


@CALM
@given(requests(most=5))
def test_steps_and_money_stay_within_what_was_wished(request: Request) -> None:
    plan = request.plan()

    wishes = request.wishes
    prices = {kind.id: kind.price_cents for kind in request.rules.kinds}
    spent = sum(prices[kind] for kind in {step.kind for step in plan.steps if step.kind})
    halves = [sum(s.slot.value.startswith(half) for s in plan.steps) for half in ("am", "pm")]
    assert wishes.budget_cents is None or spent <= wishes.budget_cents
    assert wishes.max_steps is None or max(halves) <= wishes.max_steps


@CALM
@given(requests(most=5))
def test_at_most_three_lines_tonight_and_dates_only_with_a_slowly_started_step(
    request: Request,
) -> None:
    plan = request.plan()

    assert len(plan.tonight) <= 3
    assert bool(plan.calendar) == any(step.ramp for step in plan.steps)
    assert sum(step.ramp for step in plan.steps) <= 1


@CALM
@given(st.integers(0, 800), st.sampled_from(list(Side)))
def test_every_gap_and_every_weeks_cap_holds_from_any_day(later: int, side: Side) -> None:
    on = MONDAY + timedelta(days=later)
    request = Request(skin=a_skin(pigment=side), on=on)

    days = [(evening.on, evening.stage) for evening in request.plan().calendar]

    for (earlier, _), (day, stage) in itertools.pairwise(days):
        assert (day - earlier).days >= request.rules.ramp[stage - 1].every
    for first, stage in days:
        week = [d for d, s in days if first <= d < first + timedelta(days=7) and s == stage]
        assert len(week) <= {1: 2, 2: 4, 3: 7}[stage]
    assert all(on <= day < on + timedelta(weeks=request.rules.weeks) for day, _ in days)


@CALM
@given(requests(most=4), st.randoms(use_true_random=False))
def test_the_same_person_gets_the_same_plan_whatever_the_order_of_the_shelf(
    request: Request, chance: Random
) -> None:
    mixed = list(request.shelf)
    chance.shuffle(mixed)
    other = replace(request, shelf=tuple(mixed))

    plan, again, shuffled = request.plan(), request.plan(), other.plan()

    assert plan == again
    assert plan.steps == shuffled.steps
    assert plan.calendar == shuffled.calendar
