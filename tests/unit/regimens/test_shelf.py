"""What of the shelf is used, what is left out and by which limit, what is let alone."""

import pytest

from milium.domain.cases import Wishes
from milium.domain.exposure import VerdictKind
from milium.domain.ids import KindId
from milium.domain.messages import say
from milium.domain.regimens import Candidate, Limit
from milium.domain.skin_types import Side
from milium.domain.triage import Rung, Zone
from milium.engine.regimens import UnjudgedProductError, plan_regimen
from tests.builders.regimens import (
    MONDAY,
    Owns,
    Request,
    a_person,
    a_skin,
    filled,
    limits_named,
    some_rules,
)

ACID_WASH = Owns("Acid wash", "cleanser", classes=("acid_bha",))
RETINOL = Owns("Retinol", "retinoid", classes=("retinoid_cosmetic",), tier=1)


def left_by(
    owns: Owns, *, rung: Rung = Rung.LOW_RETINOID, avoid: tuple[str, ...] = ()
) -> list[str]:
    plan = Request(a_person(rung), shelf=(owns,), wishes=Wishes(avoid=avoid)).plan()
    return limits_named(plan, owns.name)


def test_an_own_cleanser_is_used_before_anything_is_bought() -> None:
    plan = Request(shelf=(Owns("Wash"),)).plan()

    assert filled(plan)["am_cleanse"] == "Wash"
    assert filled(plan)["pm_remove"] == "Wash"


@pytest.mark.parametrize("kind", [VerdictKind.LEAVE_OUT_FIRST, VerdictKind.NOT_FOR_YOU_NOW])
def test_a_product_advised_against_is_left_out_with_the_reasons_of_its_verdict(
    kind: VerdictKind,
) -> None:
    owns = Owns("Wash", verdict=kind)

    plan = Request(shelf=(owns,)).plan()

    assert plan.left_out[0].reasons == owns.judged().reasons
    assert "Wash" not in filled(plan).values()


def test_a_product_a_rule_keeps_out_is_no_step_and_says_why() -> None:
    owns = Owns("Fair cream", "moisturiser", verdict=VerdictKind.NOT_READ, kept_out=True)

    plan = Request(shelf=(owns,)).plan()

    assert plan.left_out[0].reasons == owns.judged().reasons
    assert "Fair cream" not in filled(plan).values()


def test_a_product_to_keep_off_the_eyes_is_used_on_the_face_only_and_says_so() -> None:
    plan = Request(shelf=(Owns("Wash", verdict=VerdictKind.NOT_ROUND_THE_EYES),)).plan()

    step = plan.steps[0]
    assert step.product == "Wash"
    assert step.zones == (Zone.FACE,)
    assert Limit.NOT_ROUND_THE_EYES.value in [reason.entry for reason in step.reasons]


def test_an_unread_cleanser_is_used_with_a_note() -> None:
    plan = Request(shelf=(Owns("Wash", verdict=VerdictKind.NOT_READ),)).plan()

    assert plan.steps[0].product == "Wash"
    assert Limit.UNREAD.value in [reason.entry for reason in plan.steps[0].reasons]


def test_a_kept_product_carries_no_note() -> None:
    plan = Request(shelf=(Owns("Wash"),)).plan()

    assert [reason.entry for reason in plan.steps[0].reasons] == ["am_cleanse"]


@pytest.mark.parametrize(
    ("owns", "limit"),
    [
        (Owns("It", "scrub"), Limit.NO_SCRUB),
        (Owns("It", "cleanser", classes=("scrub_particle",)), Limit.NO_SCRUB),
        (Owns("It", "acid"), Limit.WASHED_OFF_ACIDS),
        (Owns("It", "acid", VerdictKind.NOT_READ), Limit.UNREAD),
        (Owns("It", "serum", classes=("acid_aha",)), Limit.WASHED_OFF_ACIDS),
        (Owns("It", "retinoid", VerdictKind.NOT_READ), Limit.UNREAD),
        (Owns("It", "retinoid"), Limit.UNREAD),
        (Owns("It", "serum", classes=("retinoid_cosmetic",)), Limit.UNREAD),
        (Owns("It", "cleanser", asks=("RETINYL SOMETHING",)), Limit.UNREAD),
        (Owns("It", "sunscreen", tier=0), Limit.RETINOID_AT_NIGHT),
        (Owns("It", "retinoid", tier=1, classes=("acid_bha",)), Limit.WASHED_OFF_ACIDS),
    ],
)
def test_what_no_first_plan_uses_is_left_out_by_its_limit(owns: Owns, limit: Limit) -> None:
    assert left_by(owns) == [limit.value]


@pytest.mark.parametrize(("tier", "used"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_retinoid_is_used_up_to_the_highest_tier(tier: int, *, used: bool) -> None:
    owns = Owns("Retinol", "retinoid", tier=tier)

    plan = Request(shelf=(owns,)).plan()

    assert (filled(plan).get("pm_treat") == "Retinol") is used
    assert limits_named(plan, "Retinol") == ([] if used else [Limit.LOW_STRENGTH.value])


@pytest.mark.parametrize(
    ("rung", "limit"),
    [
        (Rung.LOW_RETINOID, []),
        (Rung.WASH_OFF_ACID, [Limit.RUNG.value]),
        (Rung.GENTLE, [Limit.RUNG.value]),
    ],
)
def test_an_own_retinoid_needs_its_rung(rung: Rung, limit: list[str]) -> None:
    assert left_by(RETINOL, rung=rung) == limit


@pytest.mark.parametrize(
    ("rung", "limit"), [(Rung.WASH_OFF_ACID, []), (Rung.GENTLE, [Limit.RUNG.value])]
)
def test_an_own_acid_wash_needs_its_rung(rung: Rung, limit: list[str]) -> None:
    assert left_by(ACID_WASH, rung=rung) == limit


@pytest.mark.parametrize("avoid", ["fragrance", "LINALOOL", "cleanser", "Wash"])
def test_what_the_person_avoids_is_left_out(avoid: str) -> None:
    owns = Owns("Wash", classes=("fragrance",), ingredients=("LINALOOL",))

    assert left_by(owns, avoid=(avoid,)) == [Limit.AVOIDED.value]
    assert left_by(owns, avoid=("acid_aha",)) == []


def test_an_own_retinoid_is_an_option_with_dates_that_says_how_to_start() -> None:
    plan = Request(shelf=(RETINOL,)).plan()

    step = next(step for step in plan.steps if step.product == "Retinol")
    assert (step.ramp, step.option, step.zones) == (True, True, (Zone.FACE,))
    assert [r.message.id for r in step.reasons if r.entry == "ramp"] == [
        "ramp.1",
        "ramp.4",
        "ramp.8",
    ]
    assert plan.calendar


def test_a_spare_product_is_left_out_as_not_needed() -> None:
    plan = Request(shelf=(Owns("A wash"), Owns("B wash"))).plan()

    assert limits_named(plan, "A wash") == []
    assert limits_named(plan, "B wash") == [Limit.NOT_NEEDED.value]


def test_a_product_of_a_kind_no_step_is_for_is_not_spoken_of() -> None:
    plan = Request(shelf=(Owns("Mascara", "makeup"),)).plan()

    assert plan.left_out == ()


@pytest.mark.parametrize(
    "owns",
    [
        Owns("Cream", "medicine", VerdictKind.LEAVE_OUT_FIRST),
        Owns("Cream", "moisturiser", prescribed=True),
    ],
)
def test_a_medicine_is_neither_a_step_nor_left_out(owns: Owns) -> None:
    plan = Request(shelf=(owns,)).plan()

    assert [each.product for each in plan.by_leaflet] == ["Cream"]
    assert [r.entry for r in plan.by_leaflet[0].reasons] == [Limit.LEAFLET.value, "a-rule"]
    assert plan.left_out == ()
    assert "Cream" not in filled(plan).values()


def test_a_medicine_that_is_not_for_now_says_to_ask_first() -> None:
    owns = Owns("Cream", "retinoid", VerdictKind.NOT_FOR_YOU_NOW, prescribed=True)

    plan = Request(shelf=(owns,)).plan()

    assert plan.by_leaflet[0].reasons[0].entry == Limit.ASK_FIRST.value


@pytest.mark.parametrize(
    ("medicine", "alone"),
    [
        (Owns("Cream", "medicine", VerdictKind.NOT_READ), False),
        (Owns("Cream", "medicine", tier=4), False),
        (Owns("Cream", "medicine", asks=("?",)), False),
        (Owns("Cream", "medicine", classes=("acid_bha",)), False),
        (Owns("Cream", "medicine", classes=("retinoid_cosmetic",)), False),
        (Owns("Cream", "medicine"), True),
        (Owns("Cream", "medicine", classes=("steroid",)), True),
    ],
)
def test_no_active_is_added_beside_a_medicine_that_may_irritate(
    medicine: Owns, *, alone: bool
) -> None:
    plan = Request(shelf=(medicine,)).plan()

    assert ("pm_treat" in filled(plan)) is alone


def test_no_acid_wash_is_added_beside_a_medicine_that_may_irritate() -> None:
    skin = a_skin(oily_dry=Side.HIGH)
    shelf = (Owns("Cream", "medicine", tier=4),)

    plan = Request(a_person(Rung.WASH_OFF_ACID), skin, shelf).plan()

    assert filled(plan)["am_cleanse"] == "cleanser"


@pytest.mark.parametrize(
    ("areas", "used"),
    [
        ((), True),
        (("face",), True),
        (("cheek", "chin"), True),
        (("eye_bone",), False),
        (("body",), False),
        (("hair",), False),
        (("body", "nose"), True),
    ],
)
def test_a_product_is_used_only_where_the_plan_is(areas: tuple[str, ...], *, used: bool) -> None:
    plan = Request(shelf=(Owns("Wash", areas=areas),)).plan()

    assert ("Wash" in filled(plan).values()) is used


def test_a_retinoid_used_on_the_body_does_not_move_to_the_face() -> None:
    owns = Owns("Body retinol", "retinoid", tier=0, areas=("body",))
    home_care = a_person(Rung.LOW_RETINOID, (Zone.BODY,), (Zone.FACE,))

    plan = Request(home_care, shelf=(owns,)).plan()

    assert filled(plan)["pm_treat"] == "retinol"


def test_a_product_used_on_face_and_body_goes_where_it_is_used() -> None:
    home_care = a_person(Rung.GENTLE, (Zone.BODY,), (Zone.FACE,))
    shelf = (Owns("Body wash", areas=("body",)), Owns("Face wash", areas=("face",)))

    body = Request(home_care, shelf=shelf[:1]).plan().steps[0]
    face = Request(home_care, shelf=shelf[1:]).plan().steps[0]

    assert body.zones == (Zone.BODY,)
    assert face.zones == (Zone.EYE_BONE, Zone.FACE)


def test_a_product_without_a_verdict_is_refused_by_name() -> None:
    request = Request(shelf=(Owns("Wash"),))

    with pytest.raises(UnjudgedProductError, match="'Wash' has no verdict"):
        plan_regimen(
            request.home_care,
            request.skin,
            [],
            [owns.candidate() for owns in request.shelf],
            Wishes(),
            some_rules(),
            on=MONDAY,
            answers=request.answers,
        )


def test_verdicts_may_come_by_product_and_a_kind_among_the_candidates_is_passed_over() -> None:
    request = Request(shelf=(Owns("Wash"),))
    kind = Candidate(None, KindId("cleanser"), say("kind.cleanser.name"), "cleanser")

    plan = plan_regimen(
        request.home_care,
        request.skin,
        {owns.judged().product: owns.judged() for owns in request.shelf},
        [kind, *(owns.candidate() for owns in request.shelf)],
        Wishes(),
        some_rules(),
        on=MONDAY,
        answers=request.answers,
    )

    assert plan == request.plan()
