"""The auditor notices every breach planted in a plan, and finds none in a plan as it was made."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from milium.domain.audits import Check
from milium.domain.cases import Wishes
from milium.domain.exposure import VerdictKind
from milium.domain.ids import ProductId
from milium.domain.regimens import ByLeaflet, Slot
from milium.domain.triage import Rung, Zone
from milium.engine.auditing import audit
from tests.builders.audits import (
    CREAM,
    PLAIN,
    SERUM,
    SHELF,
    SPF,
    WASH,
    Change,
    a_step,
    breaches,
    crowded,
    eu_only,
    moved,
    not_sold_there,
    owned,
    some_numbers,
    step,
    unchanged,
    unexplained,
    with_steps,
    without,
)
from tests.builders.regimens import MONDAY, Request, a_person

PLANTED: Mapping[Check, tuple[Request, Change]] = {
    Check.WHOLE: (PLAIN, with_steps(a_step(Slot.PM_CLEANSE, kind="no-such-kind"))),
    Check.RUNG: (
        Request(home_care=a_person(Rung.GENTLE), shelf=SHELF),
        with_steps(a_step(Slot.AM_CLEANSE, kind="bha-wash")),
    ),
    Check.AGE: (
        Request(shelf=SHELF, said={"age": 17 * 365}),
        with_steps(a_step(Slot.PM_TREAT, kind="retinol")),
    ),
    Check.WITHHELD: (Request(shelf=SHELF, said={"pregnancy": "trying"}), unchanged),
    Check.WINDOW: (
        Request(shelf=SHELF, said={"procedures": "waxing", "procedure_ago": 7}),
        unchanged,
    ),
    Check.SUNSCREEN: (PLAIN, lambda plan: without(plan, Slot.AM_SUNSCREEN)),
    Check.WASH_FIRST: (PLAIN, lambda plan: without(plan, Slot.PM_REMOVE)),
    Check.WASHED_OFF_ACIDS: (owned(Slot.AM_TREAT, classes=("acid_bha",))),
    Check.ONE_IRRITANT: (owned(Slot.PM_CLEANSE, product_kind="cleanser", classes=("acid_bha",))),
    Check.ONE_NEW: (PLAIN, with_steps(a_step(Slot.AM_CLEANSE, kind="bha-wash"))),
    Check.LOW_STRENGTH: (owned(Slot.PM_TREAT, classes=("retinoid_cosmetic",), tier=2)),
    Check.RETINOID_AT_NIGHT: (owned(Slot.AM_TREAT, classes=("retinoid_cosmetic",), tier=1)),
    Check.UNREAD: (owned(Slot.AM_TREAT, asks=("an entry",))),
    Check.NO_SCRUB: (owned(Slot.AM_TREAT, classes=("scrub_particle",))),
    Check.KEEP_OFF: (Request(shelf=SHELF, said={"bump_how_soon": "within_2_weeks"}), unexplained),
    Check.NOT_ROUND_THE_EYES: (
        Request(shelf=(WASH, SPF, replace(SERUM, verdict=VerdictKind.NOT_ROUND_THE_EYES))),
        with_steps(replace(a_step(Slot.AM_TREAT, product="serum"), zones=(Zone.EYE_BONE,))),
    ),
    Check.OFF_THE_EYES: (
        Request(home_care=a_person(zones={Zone.EYE_BONE: Rung.LOW_RETINOID}), shelf=SHELF),
        lambda plan: with_steps(replace(step(plan, Slot.PM_TREAT), zones=(Zone.EYE_BONE,)))(plan),
    ),
    Check.AVOIDED: (
        Request(shelf=SHELF, wishes=Wishes(avoid=("gel",))),
        with_steps(a_step(Slot.PM_MOISTURISE, kind="gel")),
    ),
    Check.LEFT_OUT: (owned(Slot.AM_TREAT, verdict=VerdictKind.LEAVE_OUT_FIRST)),
    Check.LEAFLET: (Request(shelf=(*SHELF, CREAM)), lambda plan: replace(plan, by_leaflet=())),
    Check.ASK_FIRST: (
        Request(shelf=(*SHELF, replace(CREAM, verdict=VerdictKind.NOT_FOR_YOU_NOW))),
        lambda plan: replace(plan, by_leaflet=(ByLeaflet(ProductId("cream"), ()),)),
    ),
    Check.BESIDE_MEDICINE: (
        Request(shelf=(*SHELF, replace(CREAM, classes=("retinoid_cosmetic",), tier=4))),
        with_steps(a_step(Slot.PM_TREAT, kind="retinol")),
    ),
    Check.NOT_SOLD: (not_sold_there(), unchanged),
    Check.STEPS: (
        Request(shelf=SHELF, wishes=Wishes(max_steps=1)),
        with_steps(
            a_step(Slot.AM_CLEANSE, product="wash"), a_step(Slot.AM_SUNSCREEN, product="block")
        ),
    ),
    Check.BUDGET: (
        Request(shelf=SHELF, wishes=Wishes(budget_cents=699)),
        with_steps(a_step(Slot.PM_MOISTURISE, kind="gel")),
    ),
    Check.DATES: (PLAIN, lambda plan: replace(plan, calendar=tuple(reversed(plan.calendar)))),
    Check.GAP: (PLAIN, lambda plan: moved(plan, 1, days=-1)),
    Check.CAP: (PLAIN, lambda plan: replace(plan, calendar=crowded(plan))),
    Check.STAGE: (
        Request(shelf=SHELF, said={"looked_at": "no"}),
        lambda plan: replace(
            plan, calendar=(*plan.calendar[:-1], replace(plan.calendar[-1], stage=3))
        ),
    ),
    Check.CLOSED_DAY: (PLAIN, unchanged),
}


def test_a_plan_as_it_was_made_has_no_breach() -> None:
    request = Request(shelf=(*SHELF, CREAM))

    assert breaches(request.plan(), request) == ()
    assert Request(shelf=SHELF).plan().calendar


@pytest.mark.parametrize("check", list(Check))
def test_a_planted_breach_is_noticed_by_its_check(check: Check) -> None:
    request, breaks = PLANTED[check]
    closed: list[date] = [MONDAY] if check is Check.CLOSED_DAY else []
    limits = (eu_only(MONDAY),) if check is Check.NOT_SOLD else ()
    rules = replace(request.rules, sale_limits=limits)
    plan = breaks(request.plan())

    found = audit(plan, request.asked(), rules, some_numbers(), closed=closed)

    assert check in {breach.check for breach in found}


IN_THE_REQUEST = {Check.WITHHELD, Check.WINDOW, Check.NOT_SOLD, Check.CLOSED_DAY}
"""Breaches that lie in what was asked for: the plan is made under rules that do not know of them."""


@pytest.mark.parametrize("check", [check for check in Check if check not in IN_THE_REQUEST])
def test_the_same_plan_without_the_breach_passes(check: Check) -> None:
    request, _ = PLANTED[check]

    assert breaches(request.plan(), request) == ()
