"""Why the plan is without something, what else it could be, and what it changes."""

from dataclasses import replace

import pytest

from milium.domain.cases import Wishes
from milium.domain.conditions import NEVER
from milium.domain.explanations import Fate, Move, WhyNot
from milium.domain.exposure import VerdictKind
from milium.domain.ids import IngredientClass, PlaceId
from milium.domain.regimens import Criterion, Limit, SaleLimit, Slot
from milium.domain.skin_types import Side
from milium.domain.triage import Rung, Zone
from milium.engine.regimens import alternatives, changes_from_today, why_not
from tests.builders.audits import breaches
from tests.builders.check_ins import evidence
from tests.builders.regimens import (
    CLEANSER,
    GEL,
    KINDS,
    MONDAY,
    RETINOL,
    SLOTS,
    SPF,
    WATER,
    Owns,
    Request,
    a_kind,
    a_person,
    a_skin,
    filled,
    some_rules,
)

WASH = Owns("wash", used_when=("am", "pm"))
BLOCK = Owns("block", "sunscreen", used_when=("am",))
SHELF = (WASH, BLOCK)


def ask(asked: str, request: Request) -> WhyNot:
    return why_not(request.asked(), request.rules, asked)


def reasons(found: WhyNot) -> list[str]:
    return [reason.entry for reason in found.reasons]


def said(found: WhyNot) -> str:
    return str(found.message.id) if found.message else ""


def test_what_is_in_the_plan_is_said_to_be_in_it() -> None:
    request = Request(shelf=SHELF)

    found = ask("wash", request)

    assert found.fate is Fate.IN_THE_PLAN
    assert found.plan is not None
    assert filled(found.plan) == filled(request.plan())


def test_a_product_that_a_verdict_leaves_out_gives_the_reasons_of_the_verdict() -> None:
    balm = Owns("balm", "moisturiser", verdict=VerdictKind.LEAVE_OUT_FIRST)

    found = ask("balm", Request(shelf=(*SHELF, balm)))

    assert (found.fate, reasons(found), found.plan) == (Fate.NOT_ALLOWED, ["a-rule"], None)


def test_a_medicine_is_let_alone() -> None:
    found = ask("cream", Request(shelf=(*SHELF, Owns("cream", "medicine"))))

    assert (found.fate, reasons(found)[0]) == (Fate.LET_ALONE, Limit.LEAFLET.value)


@pytest.mark.parametrize(
    ("criterion", "asked", "request_"),
    [
        (Criterion.EVIDENCE, "gel", Request(shelf=SHELF)),
        (Criterion.CHANGES, "cleanser", Request(shelf=SHELF)),
        (Criterion.PRICE, "dear", Request(
            rules=some_rules(kinds=(*KINDS, a_kind("dear", Slot.AM_SUNSCREEN, price=9999))),
        )),
        (Criterion.COST, "odd", Request(
            rules=some_rules(kinds=(*KINDS, a_kind("odd", Slot.AM_SUNSCREEN, price=900, cost=7))),
        )),
        (Criterion.FALLS_SHORT, "bha-wash", Request(
            shelf=(*SHELF, Owns("milk", "moisturiser", used_when=("pm",))),
            skin=a_skin(oily_dry=Side.HIGH),
        )),
    ],
)  # fmt: skip
def test_a_plan_with_it_is_made_and_says_where_it_is_worse(
    criterion: Criterion, asked: str, request_: Request
) -> None:
    found = ask(asked, request_)

    if criterion is Criterion.EVIDENCE:  # the gel is in the plan already, of its slot the only one
        assert found.fate is Fate.IN_THE_PLAN
        return
    assert (found.fate, found.loses) == (Fate.NOT_AS_GOOD, criterion)
    assert found.plan is not None
    assert asked in filled(found.plan).values()
    assert breaches(found.plan, request_) == ()


def test_an_equal_plan_is_just_as_good() -> None:
    twin = a_kind("twin", Slot.AM_SUNSCREEN, price=900)

    found = ask("twin", Request(rules=some_rules(kinds=(*KINDS, twin))))

    assert (found.fate, found.loses) == (Fate.JUST_AS_GOOD, None)


def test_a_thing_nobody_knows_is_not_known() -> None:
    found = ask("snake-oil", Request(shelf=SHELF))

    assert (found.fate, said(found)) == (Fate.NOT_KNOWN, "why_not.not-known")


@pytest.mark.parametrize(
    ("asked", "limit", "request_"),
    [
        ("retinol", Limit.RUNG, Request(home_care=a_person(Rung.WASH_OFF_ACID))),
        ("wash", Limit.RUNG, Request(home_care=a_person(Rung.NOTHING), shelf=SHELF)),
        ("retinol", Limit.RUNG, Request(home_care=a_person(Rung.LOW_RETINOID, (Zone.EYE_BONE,)))),
        ("gel", Limit.AVOIDED, Request(wishes=Wishes(avoid=("gel",)))),
        ("retinol", Limit.LEAFLET, Request(
            shelf=(Owns("cream", "medicine", verdict=VerdictKind.NOT_READ),)
        )),
        ("night", Limit.LEAFLET, Request(shelf=(
            Owns("night", "retinoid", classes=("retinoid_cosmetic",), tier=1),
            Owns("cream", "medicine", unread=True),
        ))),
    ],
)  # fmt: skip
def test_what_a_limit_forbids_names_the_limit(asked: str, limit: Limit, request_: Request) -> None:
    found = ask(asked, request_)

    assert (found.fate, reasons(found), found.plan) == (Fate.NOT_ALLOWED, [limit.value], None)


def test_what_is_not_sold_here_says_so() -> None:
    law = SaleLimit(
        "law", frozenset({PlaceId("DE")}), (IngredientClass("retinoid_cosmetic"),), 30, MONDAY,
        evidence(),
    )  # fmt: skip
    strong = replace(RETINOL, strongest=100)
    rules = some_rules(kinds=(CLEANSER, WATER, GEL, SPF, strong), sale_limits=(law,))
    here = Request(rules=rules, place=PlaceId("DE"))

    assert reasons(ask("retinol", here)) == [Limit.NOT_SOLD.value]
    assert "retinol" not in filled(here.plan()).values()
    assert "retinol" in filled(replace(here, place=PlaceId("US")).plan()).values()


@pytest.mark.parametrize(
    ("asked", "message", "request_"),
    [
        ("retinol", "why_not.not-for-you", Request(said={"age": 17 * 365})),
        ("retinol", "why_not.not-wanted", Request(said={"wants": "leave_alone"})),
        ("gel", "why_not.not-wanted", Request(skin=a_skin(oily_dry=Side.HIGH))),
        ("hair", "why_not.no-step", Request(shelf=(Owns("hair", "hair_product"),))),
        ("milk", "why_not.not-wanted", Request(
            shelf=(Owns("milk", "moisturiser"),), skin=a_skin(oily_dry=Side.HIGH)
        )),
        ("spf", "why_not.budget", Request(wishes=Wishes(budget_cents=500))),
        ("spf", "why_not.not-wanted", Request(rules=some_rules(
            slots=tuple(replace(s, buys=False) if s.slot is Slot.AM_SUNSCREEN else s for s in SLOTS)
        ))),
        ("oil", "why_not.not-wanted", Request(
            shelf=(Owns("oil", "makeup_remover"), WASH),
            rules=some_rules(kinds=(CLEANSER, WATER, GEL)),
        )),
    ],
)  # fmt: skip
def test_what_no_limit_forbids_says_what_stands_in_the_way(
    asked: str, message: str, request_: Request
) -> None:
    found = ask(asked, request_)

    assert (found.fate, said(found), found.plan) == (Fate.NOT_ALLOWED, message, None)


def test_too_few_steps_are_named() -> None:
    shelf = (WASH, Owns("milk", "moisturiser"))

    found = ask("milk", Request(shelf=shelf, wishes=Wishes(max_steps=1)))

    assert (found.fate, said(found)) == (Fate.NOT_ALLOWED, "why_not.steps")


def test_a_limit_between_slots_is_named() -> None:
    request = Request(rules=some_rules(kinds=tuple(kind for kind in KINDS if kind is not SPF)))

    found = ask("retinol", request)

    assert (found.fate, reasons(found)) == (Fate.NOT_ALLOWED, [Limit.SUNSCREEN.value])


def test_other_plans_differ_in_sort_keep_every_limit_and_one_of_them_is_gentle() -> None:
    request = Request(shelf=SHELF)
    plan = request.plan()

    others = alternatives(request.asked(), request.rules)

    assert len(others) == 3
    for other in others:
        assert filled(other.plan) != filled(plan)
        assert other.slots
        assert breaches(other.plan, request) == ()
    assert "pm_treat" not in filled(others[-1].plan)
    assert others[-1].loses is Criterion.FALLS_SHORT


def test_two_of_one_sort_are_no_other_plan() -> None:
    request = Request(
        shelf=(*SHELF, Owns("wash-two", used_when=("am", "pm"))),
        home_care=a_person(Rung.GENTLE),
    )

    for other in alternatives(request.asked(), request.rules, most=9):
        assert {str(step.product) for step in other.plan.steps} != {"wash-two", "block"}
        assert other.slots


def test_where_nothing_may_go_or_nothing_fits_there_are_no_other_plans() -> None:
    nowhere = Request(home_care=a_person(Rung.NOTHING), shelf=SHELF)
    no_step = Request(shelf=SHELF, wishes=Wishes(max_steps=0))

    assert alternatives(nowhere.asked(), nowhere.rules) == ()
    assert alternatives(no_step.asked(), no_step.rules) == ()


def test_with_no_plan_at_all_what_stands_in_the_way_is_still_named() -> None:
    no_step = Request(shelf=SHELF, wishes=Wishes(max_steps=0))

    assert said(ask("wash", no_step)) == "why_not.steps"


def test_a_plan_with_one_way_only_has_no_other() -> None:
    bare = some_rules(
        kinds=(replace(WATER, slots=(Slot.PM_CLEANSE,)), replace(GEL, fits=NEVER)),
        slots=tuple(slot for slot in SLOTS if slot.slot is Slot.PM_CLEANSE),
    )
    request = Request(rules=bare)

    assert filled(request.plan()) == {"pm_cleanse": "water"}
    assert alternatives(request.asked(), bare) == ()


def test_before_and_after_says_what_becomes_of_each_product() -> None:
    shelf = (
        WASH,
        Owns("milk", "moisturiser", used_when=("am",)),
        Owns("balm", "moisturiser", verdict=VerdictKind.LEAVE_OUT_FIRST, used_when=("pm",)),
        Owns("cream", "medicine", used_when=("pm",)),
        Owns("spare", "cleanser"),
        Owns("hair", "hair_product"),
    )
    request = Request(shelf=shelf)

    shifts = changes_from_today(request.asked(), request.plan())

    moves = {str(shift.product or shift.kind): shift.move for shift in shifts}
    assert moves == {
        "wash": Move.KEPT,
        "milk": Move.MOVED,
        "balm": Move.LEFT_OUT,
        "cream": Move.BY_LEAFLET,
        "spare": Move.NOT_NEEDED,
        "hair": Move.NOT_NEEDED,
        "spf": Move.NEW,
        "retinol": Move.NEW,
    }
    milk = next(shift for shift in shifts if shift.product == "milk")
    assert (milk.before, milk.after) == (("am",), ("pm",))
