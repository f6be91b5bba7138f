"""Wishes that can't all hold, and the cheapest way out."""

from dataclasses import replace

import pytest

from milium.domain.cases import Wishes
from milium.domain.messages import Message, say
from milium.domain.regimens import Slot
from milium.domain.triage import Rung
from tests.builders.regimens import KINDS, Owns, Request, a_kind, a_person, filled, some_rules

SHELF = (Owns("Wash"), Owns("Block", "sunscreen"))
RETINOL = say("kind.retinol.name")
SPF = say("kind.spf.name")


def wishes_of(request: Request) -> list[tuple[str, ...]]:
    return [conflict.wishes for conflict in request.plan().conflicts]


def message_of(request: Request) -> Message:
    (conflict,) = request.plan().conflicts
    return conflict.message


def test_without_limits_there_is_no_conflict() -> None:
    assert Request().plan().conflicts == ()


def test_limits_that_leave_room_are_no_conflict() -> None:
    request = Request(wishes=Wishes(budget_cents=100_000, max_steps=4, avoid=("fragrance",)))

    assert request.plan().conflicts == ()


@pytest.mark.parametrize(("steps", "fits"), [(1, False), (2, True), (3, True)])
def test_an_evening_too_short_for_wash_and_retinoid_leaves_the_retinoid_out_and_says_so(
    steps: int, *, fits: bool
) -> None:
    request = Request(shelf=SHELF, wishes=Wishes(max_steps=steps))

    assert ("pm_treat" in filled(request.plan())) is fits
    assert wishes_of(request) == ([] if fits else [("max_steps", "wants")])
    if not fits:
        repairs = say("conflict.steps", needed=2, now=1)
        assert message_of(request) == say("conflict.wishes", repairs=repairs)


def test_no_step_at_all_leaves_no_plan_and_says_what_it_takes() -> None:
    request = Request(shelf=SHELF, wishes=Wishes(max_steps=0))

    assert request.plan().steps == ()
    assert message_of(request) == say(
        "conflict.wishes", repairs=say("conflict.steps", needed=2, now=0)
    )


@pytest.mark.parametrize(("budget", "fits"), [(999, False), (1000, True), (1001, True)])
def test_a_budget_too_small_for_the_retinoid_leaves_it_out_and_names_it(
    budget: int, *, fits: bool
) -> None:
    request = Request(shelf=SHELF, wishes=Wishes(budget_cents=budget))

    assert ("pm_treat" in filled(request.plan())) is fits
    assert wishes_of(request) == ([] if fits else [("budget", "wants")])
    if not fits:
        repairs = say("conflict.budget", things=RETINOL)
        assert message_of(request) == say("conflict.wishes", repairs=repairs)


@pytest.mark.parametrize(("budget", "fits"), [(1899, False), (1900, True), (1901, True)])
def test_without_money_for_the_sunscreen_there_is_no_retinoid(budget: int, *, fits: bool) -> None:
    request = Request(shelf=(Owns("Wash"),), wishes=Wishes(budget_cents=budget))

    assert ("pm_treat" in filled(request.plan())) is fits


def test_the_repair_is_the_cheapest_shopping_that_will_do() -> None:
    request = Request(wishes=Wishes(budget_cents=0))

    things = say("plan.list.pair", first=SPF, last=RETINOL)
    repairs = say("conflict.budget", things=things)
    assert message_of(request) == say("conflict.wishes", repairs=repairs)


def test_a_kind_bought_for_two_steps_is_paid_once() -> None:
    request = Request(a_person(Rung.GENTLE), wishes=Wishes(budget_cents=500))

    assert list(filled(request.plan()).values()).count("cleanser") == 2


@pytest.mark.parametrize("avoid", ["sunscreen_filter", "spf"])
def test_someone_who_avoids_sunscreen_gets_no_retinoid_and_is_told_why(avoid: str) -> None:
    request = Request(shelf=SHELF[:1], wishes=Wishes(avoid=(avoid, "fragrance")))

    assert "pm_treat" not in filled(request.plan())
    assert wishes_of(request) == [("avoid", "wants")]
    repairs = say("conflict.avoid", avoided=f"{avoid}, fragrance")
    assert message_of(request) == say("conflict.wishes", repairs=repairs)


def test_the_smallest_set_of_wishes_that_collides_is_named() -> None:
    request = Request(shelf=SHELF[:1], wishes=Wishes(budget_cents=0, max_steps=1, avoid=("spf",)))

    assert wishes_of(request) == [("max_steps", "budget", "avoid", "wants")]
    assert wishes_of(replace(request, wishes=Wishes(budget_cents=0, max_steps=1))) == [
        ("max_steps", "budget", "wants")
    ]
    assert wishes_of(replace(request, wishes=Wishes(budget_cents=0, max_steps=4))) == [
        ("budget", "wants")
    ]


def test_a_rung_that_allows_no_treatment_is_no_conflict_of_wishes() -> None:
    request = Request(a_person(Rung.GENTLE), wishes=Wishes(budget_cents=0, max_steps=1))

    assert request.plan().conflicts == ()


def test_a_plan_that_nothing_could_make_possible_is_no_conflict_of_wishes() -> None:
    rules = some_rules(kinds=(a_kind("spf", Slot.AM_SUNSCREEN),))

    request = Request(rules=rules, wishes=Wishes(max_steps=1))

    assert request.plan().steps == ()
    assert request.plan().conflicts == ()


def test_a_budget_is_left_over_rather_than_spent() -> None:
    plan = Request(
        shelf=SHELF, wishes=Wishes(budget_cents=100_000), said={"wants": "to_know"}
    ).plan()

    bought = {step.kind for step in plan.steps if step.kind}
    assert bought <= {kind.id for kind in KINDS}
    assert bought == {"gel"}
