"""Which of several allowed plans is chosen, and what a slot needs to be filled."""

from dataclasses import replace

from milium.domain.evidence import Grade
from milium.domain.regimens import Limit, Slot
from milium.domain.skin_types import Axis, Side, SkinType
from milium.domain.triage import Rung
from tests.builders.check_ins import said
from tests.builders.regimens import (
    CLEANSER,
    GEL,
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
    filled,
    some_rules,
)

OILY = a_skin(oily_dry=Side.HIGH)


def test_without_an_evening_treatment_in_the_knowledge_no_own_retinoid_has_a_place() -> None:
    slots = tuple(rule for rule in SLOTS if rule.slot is not Slot.PM_TREAT)
    shelf = (Owns("Retinol", "retinoid", tier=0),)

    plan = Request(rules=some_rules(slots=slots), shelf=shelf).plan()

    assert [left.reasons[0].entry for left in plan.left_out] == [Limit.RETINOID_AT_NIGHT.value]


def test_a_slot_that_is_not_wanted_stays_empty_even_where_something_is_owned() -> None:
    slots = tuple(
        replace(rule, wanted_when=said("makeup", "daily")) if rule.slot is Slot.AM_TREAT else rule
        for rule in SLOTS
    )
    shelf = (Owns("Serum", "serum", used_when=("am",)),)

    assert "am_treat" not in filled(Request(rules=some_rules(slots=slots), shelf=shelf).plan())


def test_an_axis_that_was_never_typed_counts_as_not_asked() -> None:
    kinds = (*KINDS, replace(GEL, fits=said("lines", "not_asked")))
    bare = SkinType(axes={Axis.OILY_DRY: OILY.axes[Axis.OILY_DRY]}, letters="")
    rules = some_rules(kinds=tuple(kind for kind in kinds if kind is not GEL))

    assert "pm_moisturise" not in filled(Request(skin=a_skin(), rules=rules).plan())
    assert (
        filled(Request(skin=replace(bare, axes={}), rules=rules).plan())["pm_moisturise"] == "gel"
    )


def test_the_rungs_of_the_zones_are_part_of_the_plan() -> None:
    request = Request()

    assert request.plan().rungs == request.home_care.zones


def test_a_second_new_active_is_not_started_however_well_grounded() -> None:
    acid = a_kind("acid", Slot.AM_CLEANSE, rung=Rung.WASH_OFF_ACID, price=0, cost=0, grade=Grade.A)
    slots = tuple(replace(rule, evidence=SPF.evidence) for rule in SLOTS)

    plan = Request(rules=some_rules(kinds=(acid, RETINOL, WATER, SPF), slots=slots)).plan()

    assert filled(plan)["pm_treat"] == "retinol"
    assert filled(plan)["am_cleanse"] == "water"


def test_a_new_retinoid_is_not_put_on_top_of_an_own_one() -> None:
    second = a_kind("night-retinoid", Slot.PM_MOISTURISE, rung=Rung.LOW_RETINOID, price=0)
    shelf = (Owns("Retinol", "retinoid", tier=1),)

    plan = Request(rules=some_rules(kinds=(second, CLEANSER, SPF)), shelf=shelf).plan()

    assert len({"Retinol", "night-retinoid"} & set(filled(plan).values())) == 1


def test_an_own_retinoid_is_not_used_beside_a_medicine_that_may_irritate() -> None:
    shelf = (Owns("Retinol", "retinoid", tier=1), Owns("Cream", "medicine", tier=4))

    assert "pm_treat" not in filled(Request(shelf=shelf).plan())


def test_what_is_used_every_evening_is_not_dropped_for_one_step_less() -> None:
    shelf = (Owns("A wash", used_when=("am", "pm")), Owns("Remover", "makeup_remover"))

    plan = Request(shelf=shelf, said={"makeup": "daily"}).plan()

    assert (filled(plan)["pm_remove"], filled(plan)["pm_cleanse"]) == ("Remover", "A wash")


def test_equal_plans_are_settled_by_ids_in_the_order_of_the_day() -> None:
    shelf = (Owns("A acid", classes=("acid_bha",)), Owns("B wash"))

    plan = Request(a_person(Rung.WASH_OFF_ACID), shelf=shelf).plan()

    assert filled(plan)["am_cleanse"] == "A acid"
    assert filled(plan)["pm_remove"] == "B wash"
