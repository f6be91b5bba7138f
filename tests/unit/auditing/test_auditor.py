"""What the auditor looks at, threshold by threshold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from milium.domain.answers import Answer, Chosen, Contradictory, Known
from milium.domain.audits import Check
from milium.domain.exposure import VerdictKind
from milium.domain.ids import FindingId, PlaceId, ProductId
from milium.domain.messages import Message, say
from milium.domain.regimens import ByLeaflet, LeftOut, Slot
from milium.domain.triage import Rung
from milium.engine.auditing import audit
from tests.builders.audits import (
    CREAM,
    SHELF,
    SPF,
    WASH,
    a_step,
    breaches,
    checks,
    eu_only,
    moved,
    not_sold_there,
    owned,
    some_numbers,
    step,
    with_steps,
    without,
)
from tests.builders.check_ins import CHECK_INS
from tests.builders.diaries import a_day, begun, calm_on, on_day
from tests.builders.regimens import MONDAY, Owns, Request, a_person, some_rules


def test_nothing_is_sold_too_strong_before_the_law_or_elsewhere_or_when_weak_enough() -> None:
    request = not_sold_there()
    plan, asked = request.plan(), request.asked()
    later = replace(request.rules, sale_limits=(eu_only(MONDAY + timedelta(days=1)),))
    here = replace(request.rules, sale_limits=(eu_only(MONDAY),))
    weak = replace(here, kinds=tuple(replace(kind, strongest=30) for kind in here.kinds))

    assert audit(plan, asked, later, some_numbers()) == ()
    assert audit(plan, replace(asked, place=PlaceId("US")), here, some_numbers()) == ()
    assert audit(plan, asked, weak, some_numbers()) == ()


@pytest.mark.parametrize(
    ("age", "broken"),
    [
        (Known(18 * 365), False),
        (Known(18 * 365 - 1), True),
        (Contradictory((40 * 365, 17 * 365)), True),
        (Contradictory(("old", "older")), True),
        (Chosen(frozenset(), complete=True), True),
    ],
)
def test_age_counts_at_its_lowest_and_an_unknown_age_is_none(age: Answer, broken: bool) -> None:
    request = Request(shelf=SHELF)
    asked = replace(request.asked(), answers={**request.answers, FindingId("age"): age})

    found = audit(request.plan(), asked, request.rules, some_numbers())

    assert {breach.check for breach in found} == ({Check.AGE} if broken else set())


def test_a_gentle_plan_is_for_everybody_above_a_year_and_for_an_unknown_age() -> None:
    gentle = Request(home_care=a_person(Rung.GENTLE), shelf=SHELF)
    young = replace(gentle, said={"age": 364})
    unknown = replace(gentle, said={"age": "unknown"})

    assert checks(young.plan(), young) == {Check.AGE}
    assert checks(unknown.plan(), unknown) == set()


@pytest.mark.parametrize(("ago", "broken"), [(7, True), (8, False), ("unknown", True)])
def test_a_window_counts_its_last_day(ago: int | str, broken: bool) -> None:
    request = Request(shelf=SHELF, said={"procedures": "waxing", "procedure_ago": ago})

    found = checks(request.plan(), request)

    assert found == ({Check.WINDOW} if broken else set())


def test_an_acid_wash_has_its_window_too() -> None:
    acid = Owns("acid-wash", "cleanser", classes=("acid_bha",), used_when=("am",))
    request = Request(
        home_care=a_person(Rung.WASH_OFF_ACID),
        shelf=(acid, WASH, SPF),
        said={"procedures": "waxing", "procedure_ago": 3, "age": 34 * 365},
    )
    plan = with_steps(a_step(Slot.AM_CLEANSE, product="acid-wash"))(request.plan())

    found = [(breach.check, breach.where) for breach in breaches(plan, request)]

    assert (Check.WINDOW, "am_cleanse") in found


def test_dates_stand_in_the_weeks_of_the_plan_and_only_with_a_slow_step() -> None:
    request = Request(shelf=SHELF)
    plan = request.plan()
    early = moved(plan, 0, days=-1)
    late = moved(plan, -1, days=300)
    no_step = without(plan, Slot.PM_TREAT)

    assert checks(early, request) == {Check.DATES}
    assert checks(late, request) == {Check.DATES}
    assert checks(no_step, request) == {Check.DATES}


@pytest.mark.parametrize(("days", "found"), [(83, set()), (84, {Check.DATES})])
def test_a_plan_begun_long_ago_is_dated_as_far_as_the_weeks_beyond_today(
    days: int, found: set[Check]
) -> None:
    rules = some_rules(weeks=2, check_ins=replace(CHECK_INS, ahead_weeks=12))
    request = Request(shelf=SHELF, rules=rules, on=on_day(200), diary=begun())
    plan = request.plan()
    far = replace(plan.calendar[-1], on=on_day(200 + days))

    assert checks(plan, request) == set()
    assert checks(replace(plan, calendar=(*plan.calendar[:1], far)), request) == found


def test_what_check_ins_took_back_is_still_looked_at() -> None:
    request = Request(
        shelf=SHELF, on=on_day(30), diary=begun(*calm_on(7, 14), a_day(29, skin_feels="moderate"))
    )
    plan = request.plan()

    assert [evening.stage for evening in plan.calendar][:1] == [1]
    assert checks(plan, request) == set()
    assert checks(moved(plan, 0, days=1), request) == {Check.GAP}


def test_a_stage_before_its_week_is_too_soon() -> None:
    request = Request(shelf=SHELF)
    plan = request.plan()
    rushed = replace(plan, calendar=(replace(plan.calendar[0], stage=2), *plan.calendar[1:]))

    assert checks(rushed, request) == {Check.STAGE}


def test_two_slow_steps_are_too_many() -> None:
    request = Request(shelf=SHELF)
    plan = request.plan()
    slow = replace(step(plan, Slot.AM_SUNSCREEN), ramp=True)

    assert checks(with_steps(slow)(plan), request) == {Check.DATES}


def test_a_medicine_is_neither_left_out_nor_named_for_tonight_without_whom_to_ask() -> None:
    request = Request(shelf=(*SHELF, CREAM))
    plan = request.plan()
    name = say("product.name", name="cream")
    bare = replace(plan, tonight=(say("tonight.leave-out", products=name),))
    nested = replace(plan, tonight=(say("x", products=say("plan.product", product=name)),))
    asked = replace(plan, tonight=(say("x", products=say("plan.product.ask-first", product=name)),))
    gone = replace(plan, left_out=(LeftOut(ProductId("cream"), ()),))
    moved_in = replace(plan, by_leaflet=(*plan.by_leaflet, ByLeaflet(ProductId("wash"), ())))
    used = with_steps(a_step(Slot.AM_TREAT, product="cream"))(plan)

    assert checks(bare, request) == {Check.LEAFLET}
    assert checks(nested, request) == {Check.LEAFLET}
    assert checks(asked, request) == set()
    assert checks(gone, request) == {Check.LEAFLET}
    assert checks(moved_in, request) == {Check.LEAFLET}
    assert checks(used, request) == {Check.LEAFLET}


def test_beside_a_medicine_that_was_not_read_nothing_strong_is_added() -> None:
    unread = replace(CREAM, verdict=VerdictKind.NOT_READ)
    request = Request(shelf=(*SHELF, unread))
    plan = with_steps(a_step(Slot.AM_CLEANSE, kind="bha-wash"))(request.plan())

    assert checks(plan, request) == {Check.BESIDE_MEDICINE}


def test_a_product_that_says_it_is_a_retinoid_or_an_acid_has_to_be_read() -> None:
    jar = Owns("jar", "retinoid")
    wash_acid = Owns("peel", "acid", verdict=VerdictKind.NOT_READ)
    request = Request(shelf=(*SHELF, jar, wash_acid))
    at_night = with_steps(a_step(Slot.PM_TREAT, product="jar"))(
        without(request.plan(), Slot.PM_TREAT)
    )
    on_top = with_steps(a_step(Slot.AM_TREAT, product="peel"))(request.plan())

    assert Check.UNREAD in checks(replace(at_night, calendar=()), request)
    assert {Check.UNREAD, Check.WASHED_OFF_ACIDS} <= checks(on_top, request)


def test_the_order_of_the_day_and_one_thing_a_step() -> None:
    request = Request(shelf=SHELF)
    plan = request.plan()
    backwards = replace(plan, steps=tuple(reversed(plan.steps)))
    both = with_steps(a_step(Slot.AM_CLEANSE, kind="water", product="wash"))(plan)
    nowhere = with_steps(replace(step(plan, Slot.AM_CLEANSE), zones=()))(plan)
    wrong_slot = with_steps(a_step(Slot.AM_TREAT, kind="gel"))(plan)
    strange = with_steps(a_step(Slot.AM_TREAT, product="never-bought"))(plan)

    for broken in (backwards, both, nowhere, wrong_slot, strange):
        assert Check.WHOLE in checks(broken, request)


def test_what_was_worn_comes_off_first_even_without_sunscreen() -> None:
    request = Request(home_care=a_person(Rung.GENTLE), shelf=(WASH,), said={"makeup": "daily"})
    plan = without(request.plan(), Slot.AM_SUNSCREEN)
    only_washing = replace(
        plan, steps=tuple(each for each in plan.steps if each.slot is not Slot.PM_MOISTURISE)
    )
    unwashed = without(plan, Slot.PM_REMOVE)

    assert checks(plan, request) == set()
    assert checks(only_washing, request) == set()
    assert checks(unwashed, request) == {Check.WASH_FIRST}
    assert checks(replace(plan, steps=()), request) == set()


def test_a_message_of_plain_words_names_nobody() -> None:
    request = Request(shelf=(*SHELF, CREAM))
    plan = replace(request.plan(), tonight=(Message(say("tonight.wash").id, (("n", 1),)),))

    assert checks(plan, request) == set()


@pytest.mark.parametrize(
    ("answer", "broken"),
    [
        (Contradictory(("no_such_thing", "trying")), True),
        (Contradictory(("no_such_thing", "nor_this")), False),
        (Chosen(frozenset({"trying"}), complete=False), True),
        (Chosen(frozenset({"other"}), complete=False), False),
    ],
)
def test_what_withholds_does_so_in_every_shape_of_answer(answer: Answer, broken: bool) -> None:
    request = Request(shelf=SHELF)
    asked = replace(request.asked(), answers={**request.answers, FindingId("pregnancy"): answer})

    found = audit(request.plan(), asked, request.rules, some_numbers())

    assert {breach.check for breach in found} == ({Check.WITHHELD} if broken else set())


def test_what_withholds_while_unknown_does_so_until_it_is_known() -> None:
    numbers = some_numbers()
    strict = replace(numbers, withheld=(replace(numbers.withheld[0], also_unknown=True),))
    request = Request(shelf=SHELF)
    known = replace(request, said={"pregnancy": "not_pregnant"})

    open_question = audit(request.plan(), request.asked(), request.rules, strict)
    answered = audit(known.plan(), known.asked(), known.rules, strict)

    assert {breach.check for breach in open_question} == {Check.WITHHELD}
    assert answered == ()


def test_a_scrub_is_no_step_whatever_is_in_it() -> None:
    request, breaks = owned(Slot.AM_TREAT, product_kind="scrub")

    assert checks(breaks(request.plan()), request) == {Check.NO_SCRUB}
