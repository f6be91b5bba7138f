"""Which steps, in which order, where, and why."""

from dataclasses import replace

import pytest

from milium.domain.evidence import Grade
from milium.domain.exposure import VerdictKind
from milium.domain.messages import Message
from milium.domain.regimens import Criterion, Limit, Slot, Step
from milium.domain.skin_types import Side
from milium.domain.triage import HomeCare, Rung, Zone
from tests.builders.regimens import (
    AHA_WASH,
    BHA_WASH,
    CLEANSER,
    KINDS,
    RETINOL,
    SLOTS,
    SPF,
    WATER,
    Owns,
    Request,
    a_kind,
    a_person,
    a_skin,
    a_slot,
    filled,
    some_rules,
)

OILY = a_skin(oily_dry=Side.HIGH)
DRY = a_skin(oily_dry=Side.LOW)


def step_of(request: Request, slot: Slot) -> Step:
    return next(step for step in request.plan().steps if step.slot is slot)


def test_a_grown_up_who_owns_nothing_gets_a_whole_day_in_order() -> None:
    plan = Request().plan()

    assert [(step.order, step.slot.value, step.kind) for step in plan.steps] == [
        (1, "am_cleanse", "cleanser"),
        (2, "am_sunscreen", "spf"),
        (3, "pm_remove", "cleanser"),
        (4, "pm_treat", "retinol"),
        (5, "pm_moisturise", "gel"),
    ]
    assert plan.optimal
    assert plan.optimal_because.id == "plan.optimal"
    assert plan.irritation == Request().rules.irritation


def test_a_step_to_buy_has_its_name_what_to_look_for_and_why() -> None:
    step = step_of(Request(), Slot.PM_TREAT)

    assert step.name == Message(RETINOL.name)
    assert step.look_for == Message(RETINOL.look_for)
    assert step.product is None
    assert [reason.entry for reason in step.reasons] == [
        "pm_treat",
        "retinol",
        "ramp",
        "ramp",
        "ramp",
    ]


def test_an_own_product_has_its_own_name_and_nothing_to_look_for() -> None:
    owns = Owns("Wash")

    step = step_of(Request(shelf=(owns,)), Slot.AM_CLEANSE)

    assert step.name == owns.candidate().name
    assert (step.product, step.kind, step.look_for) == ("Wash", None, None)


def test_opinion_is_offered_as_an_option_and_better_evidence_is_not() -> None:
    plan = Request().plan()

    assert {step.slot for step in plan.steps if step.option} == {Slot.PM_TREAT}


def test_a_slot_of_opinion_makes_an_own_product_an_option() -> None:
    assert step_of(Request(shelf=(Owns("Serum", "serum"),)), Slot.AM_TREAT).option


@pytest.mark.parametrize(
    ("rung", "treat", "wash"),
    [
        (Rung.GENTLE, None, "cleanser"),
        (Rung.WASH_OFF_ACID, None, "bha-wash"),
        (Rung.LOW_RETINOID, "retinol", "cleanser"),
    ],
)
def test_the_plan_goes_as_far_as_the_ladder(rung: Rung, treat: str | None, wash: str) -> None:
    plan = Request(a_person(rung), OILY).plan()

    assert filled(plan).get("pm_treat") == treat
    assert filled(plan)["am_cleanse"] == wash


def test_the_zone_of_the_face_alone_can_lower_the_plan() -> None:
    home_care = a_person(Rung.LOW_RETINOID, zones={Zone.FACE: Rung.GENTLE})

    plan = Request(home_care, OILY).plan()

    assert "pm_treat" not in filled(plan)
    assert filled(plan)["am_cleanse"] == "cleanser"


def test_the_person_lowers_every_zone() -> None:
    home_care = a_person(Rung.GENTLE, zones={Zone.FACE: Rung.LOW_RETINOID})

    assert "pm_treat" not in filled(Request(home_care).plan())


def test_dry_skin_gets_a_fruit_acid_wash_with_sunscreen_that_says_why() -> None:
    request = Request(a_person(Rung.WASH_OFF_ACID), DRY)

    assert filled(request.plan())["am_cleanse"] == AHA_WASH.id
    sunscreen = step_of(request, Slot.AM_SUNSCREEN)
    assert Limit.SUNSCREEN.value in [reason.entry for reason in sunscreen.reasons]


def test_sunscreen_without_an_active_gives_only_its_own_reasons() -> None:
    sunscreen = step_of(Request(a_person(Rung.GENTLE)), Slot.AM_SUNSCREEN)

    assert [reason.entry for reason in sunscreen.reasons] == ["am_sunscreen", "spf"]


def test_an_acid_is_kept_off_the_eye_bone_and_a_gentle_wash_is_not() -> None:
    request = Request(a_person(Rung.WASH_OFF_ACID), OILY)

    assert step_of(request, Slot.AM_CLEANSE).zones == (Zone.FACE,)
    assert step_of(request, Slot.PM_REMOVE).zones == (Zone.EYE_BONE, Zone.FACE)


def test_bumps_only_at_the_eye_bone_get_no_treatment_that_could_not_reach_them() -> None:
    plan = Request(a_person(Rung.LOW_RETINOID, (Zone.EYE_BONE,))).plan()

    assert "pm_treat" not in filled(plan)
    assert filled(plan)["am_cleanse"] == "cleanser"


@pytest.mark.parametrize("lid", [Zone.LASH_LINE, Zone.LID_SKIN])
def test_a_bump_on_the_lid_gets_gentle_care_only(lid: Zone) -> None:
    plan = Request(a_person(Rung.LOW_RETINOID, (lid,)), OILY).plan()

    assert "pm_treat" not in filled(plan)
    assert filled(plan)["am_cleanse"] == "cleanser"


def test_without_any_bump_nothing_is_treated() -> None:
    home_care = replace(a_person(), lesions=())

    plan = Request(home_care).plan()

    assert "pm_treat" not in filled(plan)
    assert plan.steps[0].zones == (Zone.EYE_BONE, Zone.FACE)


def test_a_bump_on_the_body_gets_a_wash_there_and_no_retinoid() -> None:
    plan = Request(a_person(Rung.LOW_RETINOID, (Zone.BODY,)), OILY).plan()

    assert {step.zones for step in plan.steps} == {(Zone.BODY,)}
    assert filled(plan)["am_cleanse"] == BHA_WASH.id
    assert "pm_treat" not in filled(plan)


def test_where_the_face_must_be_let_alone_there_are_no_steps() -> None:
    plan = Request(a_person(Rung.LOW_RETINOID, zones={Zone.FACE: Rung.NOTHING})).plan()

    assert plan.steps == ()
    assert plan.tonight


def test_a_zone_the_ladder_does_not_name_is_let_alone() -> None:
    home_care: HomeCare = replace(a_person(), zones={Zone.FACE: Rung.LOW_RETINOID})

    assert step_of(Request(home_care), Slot.AM_CLEANSE).zones == (Zone.FACE,)


@pytest.mark.parametrize(("age", "offered"), [(6573, False), (6574, True), (6575, True)])
def test_a_kind_is_offered_only_when_it_surely_fits(age: int, *, offered: bool) -> None:
    assert ("pm_treat" in filled(Request(said={"age": age}).plan())) is offered


def test_a_kind_whose_fit_is_unknown_is_not_offered() -> None:
    assert "pm_treat" not in filled(Request(said={"age": "unknown"}).plan())


@pytest.mark.parametrize(
    ("wants", "offered"),
    [("fewer", True), ("unknown", True), ("leave_alone", False), ("to_know", False)],
)
def test_a_treatment_is_offered_unless_the_person_wants_none(wants: str, *, offered: bool) -> None:
    assert ("pm_treat" in filled(Request(said={"wants": wants}).plan())) is offered


def test_someone_who_wants_no_treatment_is_not_offered_an_acid_either() -> None:
    plan = Request(a_person(Rung.WASH_OFF_ACID), OILY, said={"wants": "leave_alone"}).plan()

    assert filled(plan)["am_cleanse"] == "cleanser"


def test_an_own_acid_wash_stays_when_no_treatment_is_wanted() -> None:
    shelf = (Owns("Acid wash", classes=("acid_bha",), used_when=("am",)),)

    plan = Request(a_person(Rung.WASH_OFF_ACID), OILY, shelf, said={"wants": "to_know"}).plan()

    assert filled(plan)["am_cleanse"] == "Acid wash"


def test_an_acid_wash_is_used_once_a_day() -> None:
    shelf = (Owns("Acid wash", classes=("acid_bha",), used_when=("am", "pm")),)

    plan = Request(a_person(Rung.WASH_OFF_ACID), OILY, shelf).plan()

    assert list(filled(plan).values()).count("Acid wash") == 1


def test_an_acid_wash_never_comes_the_evening_of_a_retinoid() -> None:
    shelf = (Owns("Acid wash", classes=("acid_bha",), used_when=("pm",)),)

    plan = Request(shelf=shelf).plan()

    assert filled(plan)["pm_treat"] == "retinol"
    assert filled(plan)["pm_remove"] == "cleanser"


def test_two_left_on_irritants_never_share_an_evening() -> None:
    second = a_kind(
        "night-retinoid", Slot.PM_MOISTURISE, rung=Rung.LOW_RETINOID, price=0, grade=Grade.A
    )
    rules = some_rules(kinds=(RETINOL, second, CLEANSER, SPF))

    plan = Request(rules=rules).plan()

    assert len({"retinol", "night-retinoid"} & set(filled(plan).values())) == 1


def test_a_retinoid_kind_is_never_offered_for_the_morning_or_in_a_wash() -> None:
    everywhere = a_kind("retinoid", *Slot, rung=Rung.LOW_RETINOID, price=0, grade=Grade.A)

    plan = Request(rules=some_rules(kinds=(everywhere, CLEANSER, SPF))).plan()

    assert {slot for slot, what in filled(plan).items() if what == "retinoid"} <= {
        "pm_treat",
        "pm_moisturise",
    }


def test_an_acid_kind_is_never_offered_where_it_stays_on() -> None:
    everywhere = a_kind("acid", *Slot, rung=Rung.WASH_OFF_ACID, price=0, grade=Grade.A)

    plan = Request(rules=some_rules(kinds=(everywhere, CLEANSER, SPF))).plan()

    assert "acid" not in {filled(plan).get("pm_treat"), filled(plan).get("pm_moisturise")}


def test_only_one_new_active_is_started() -> None:
    plan = Request(skin=OILY).plan()

    assert {"retinol", "bha-wash"} & set(filled(plan).values()) == {"retinol"}


@pytest.mark.parametrize("makeup", ["sometimes", "daily", "unknown"])
def test_what_was_worn_comes_off_first(makeup: str) -> None:
    request = Request(a_person(Rung.GENTLE), said={"makeup": makeup})
    request = replace(request, rules=some_rules(kinds=(CLEANSER,)))

    assert filled(request.plan())["pm_remove"] == "cleanser"
    assert "pm_cleanse" not in filled(request.plan())


def test_with_nothing_worn_there_is_one_evening_wash() -> None:
    plan = Request(rules=some_rules(kinds=(CLEANSER,))).plan()

    assert filled(plan)["pm_cleanse"] == "cleanser"
    assert "pm_remove" not in filled(plan)


def test_after_a_remover_comes_a_wash() -> None:
    shelf = (Owns("Remover", "makeup_remover", used_when=("pm",)), Owns("Wash", used_when=("am",)))

    plan = Request(shelf=shelf, said={"makeup": "daily"}).plan()

    assert (filled(plan)["pm_remove"], filled(plan)["pm_cleanse"]) == ("Remover", "Wash")


def test_the_product_used_at_that_time_of_day_is_kept() -> None:
    shelf = (Owns("A day", used_when=("am",)), Owns("B night", used_when=("pm",)))

    plan = Request(shelf=shelf).plan()

    assert filled(plan)["am_cleanse"] == "A day"
    assert filled(plan)["pm_remove"] == "B night"


def test_of_two_equal_products_the_first_by_id_is_used_whatever_the_order() -> None:
    shelf = (Owns("B wash"), Owns("A wash"))

    assert filled(Request(shelf=shelf).plan())["am_cleanse"] == "A wash"


def test_what_is_worth_leaving_out_round_the_eyes_gives_way_to_something_lighter() -> None:
    rich = Owns("Rich", "moisturiser", VerdictKind.NOT_ROUND_THE_EYES)

    assert filled(Request(shelf=(rich,)).plan())["pm_moisturise"] == "gel"
    assert filled(Request(shelf=(Owns("Light", "moisturiser"),)).plan())["pm_moisturise"] == "Light"


def test_without_a_bump_a_rich_product_stays() -> None:
    rich = Owns("Rich", "moisturiser", VerdictKind.NOT_ROUND_THE_EYES)

    plan = Request(replace(a_person(), lesions=()), shelf=(rich,)).plan()

    assert filled(plan)["pm_moisturise"] == "Rich"


def test_the_cheaper_of_two_equal_kinds_is_bought_and_then_the_plainer() -> None:
    dear = a_kind("a-dear", Slot.AM_SUNSCREEN, price=901)
    fancy = a_kind("b-fancy", Slot.AM_SUNSCREEN, price=900, cost=2)

    assert filled(Request(rules=some_rules(kinds=(*KINDS, dear))).plan())["am_sunscreen"] == "spf"
    assert filled(Request(rules=some_rules(kinds=(*KINDS, fancy))).plan())["am_sunscreen"] == "spf"


def test_the_better_grounded_of_two_kinds_is_preferred_to_the_cheaper() -> None:
    weak = a_kind("a-weak", Slot.AM_SUNSCREEN, price=1, grade=Grade.C)

    plan = Request(rules=some_rules(kinds=(*KINDS, weak))).plan()

    assert filled(plan)["am_sunscreen"] == "spf"


def test_a_kind_is_no_better_grounded_than_its_slot() -> None:
    strong = a_kind("strong", Slot.PM_REMOVE, Slot.PM_CLEANSE, price=1, grade=Grade.A)

    plan = Request(shelf=(Owns("Wash"),), rules=some_rules(kinds=(*KINDS, strong))).plan()

    assert filled(plan)["pm_remove"] == "Wash"


def test_the_order_of_preference_is_read_from_the_knowledge() -> None:
    cheap_first = (Criterion.PRICE, *(c for c in Criterion if c is not Criterion.PRICE))

    plan = Request(rules=some_rules(preferences=cheap_first)).plan()

    assert set(filled(plan).values()) == {WATER.id}


def test_a_slot_nothing_may_be_bought_for_stays_empty() -> None:
    slots = tuple(replace(rule, buys=rule.slot is not Slot.AM_SUNSCREEN) for rule in SLOTS)

    plan = Request(rules=some_rules(slots=slots)).plan()

    assert "am_sunscreen" not in filled(plan)
    assert "pm_treat" not in filled(plan)


def test_a_slot_the_knowledge_does_not_name_stays_empty() -> None:
    slots = (a_slot(Slot.PM_CLEANSE, "cleanser"),)

    plan = Request(rules=some_rules(slots=slots), shelf=(Owns("Wash"),)).plan()

    assert filled(plan) == {"pm_cleanse": "Wash"}


def test_without_an_evening_wash_in_the_knowledge_a_remover_has_to_do_and_can_not() -> None:
    slots = (a_slot(Slot.PM_REMOVE, "makeup_remover"),)
    shelf = (Owns("Remover", "makeup_remover"),)

    assert Request(rules=some_rules(slots=slots, kinds=()), shelf=shelf).plan().steps == ()
