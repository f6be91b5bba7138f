"""Valid planning rules, shelves and people, each with one thing changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from milium.domain.answers import Answer, Known
from milium.domain.cases import DiaryEntry, Wishes
from milium.domain.check_ins import CheckInRules
from milium.domain.conditions import ALWAYS, All, AnyOf, AtLeast, Condition, Not
from milium.domain.evidence import Grade, Reason
from milium.domain.exposure import Exposure, Verdict, VerdictKind
from milium.domain.ids import (
    FindingId,
    IngredientClass,
    IngredientId,
    KindId,
    LesionId,
    MessageId,
    PlaceId,
    ProductId,
    RuleId,
)
from milium.domain.messages import Message, say
from milium.domain.regimens import (
    Candidate,
    Constraint,
    Criterion,
    Limit,
    PlanRequest,
    Preference,
    ProductKind,
    RampStage,
    Regimen,
    RegimenRules,
    SaleLimit,
    Slot,
    SlotRule,
    TonightLine,
)
from milium.domain.skin_types import Axis, AxisResult, Side, SkinType
from milium.domain.triage import HomeCare, LesionCare, Rung, Zone
from milium.engine.regimens import plan_for
from tests.builders.check_ins import CHECK_INS, IRRITATION, evidence, said

MONDAY = date(2026, 11, 23)


def a_kind(  # noqa: PLR0913 - each is one thing a test may change
    kind_id: str,
    *slots: Slot,
    rung: Rung = Rung.GENTLE,
    classes: Iterable[str] = (),
    fits: Condition = ALWAYS,
    ramp: bool = False,
    needs_sunscreen: bool = False,
    price: int = 500,
    cost: int = 1,
    grade: Grade = Grade.B,
    strongest: int | None = None,
) -> ProductKind:
    """A kind to buy: plain, for everyone, for 5.00."""
    return ProductKind(
        id=KindId(kind_id),
        slots=slots,
        rung=rung,
        classes=tuple(IngredientClass(name) for name in classes),
        fits=fits,
        ramp=ramp,
        needs_sunscreen=needs_sunscreen,
        price_cents=price,
        cost=cost,
        name=MessageId(f"kind.{kind_id}.name"),
        look_for=MessageId(f"kind.{kind_id}.look_for"),
        why=MessageId(f"kind.{kind_id}.why"),
        evidence=evidence(grade),
        strongest=strongest,
    )


WASHES = (Slot.AM_CLEANSE, Slot.PM_REMOVE, Slot.PM_CLEANSE)
CLEANSER = a_kind("cleanser", *WASHES)
WATER = a_kind("water", *WASHES, price=0, cost=0, grade=Grade.C)
BHA_WASH = a_kind(
    "bha-wash",
    Slot.AM_CLEANSE,
    rung=Rung.WASH_OFF_ACID,
    classes=["acid_bha"],
    fits=said("oily_dry", "high"),
    price=700,
    grade=Grade.D,
)
AHA_WASH = a_kind(
    "aha-wash",
    Slot.AM_CLEANSE,
    rung=Rung.WASH_OFF_ACID,
    classes=["acid_aha"],
    fits=said("oily_dry", "low"),
    needs_sunscreen=True,
    price=900,
    grade=Grade.D,
)
GEL = a_kind("gel", Slot.AM_MOISTURISE, Slot.PM_MOISTURISE, price=700, grade=Grade.C)
SPF = a_kind("spf", Slot.AM_SUNSCREEN, classes=["sunscreen_filter"], price=900)
RETINOL = a_kind(
    "retinol",
    Slot.PM_TREAT,
    rung=Rung.LOW_RETINOID,
    classes=["retinoid_cosmetic"],
    fits=All((AtLeast(FindingId("age"), 6574), Not(said("sensitive_resistant", "high")))),
    ramp=True,
    needs_sunscreen=True,
    price=1000,
    cost=5,
    grade=Grade.D,
)
KINDS = (CLEANSER, WATER, BHA_WASH, AHA_WASH, GEL, SPF, RETINOL)


def a_slot(
    slot: Slot,
    *shelf_kinds: str,
    wanted: Condition = ALWAYS,
    buys: bool = True,
    grade: Grade = Grade.B,
) -> SlotRule:
    """A slot that is always wanted and may be bought for."""
    return SlotRule(
        slot, wanted, shelf_kinds, buys, MessageId(f"slot.{slot.value}.why"), evidence(grade)
    )


MAKEUP = AnyOf((said("makeup", "sometimes", "daily"), said("sunscreen", "sunny_days", "daily")))
SLOTS = (
    a_slot(Slot.AM_CLEANSE, "cleanser"),
    a_slot(Slot.AM_TREAT, "serum", buys=False, grade=Grade.D),
    a_slot(Slot.AM_MOISTURISE, "moisturiser", wanted=said("oily_dry", "low")),
    a_slot(Slot.AM_SUNSCREEN, "sunscreen"),
    a_slot(Slot.PM_REMOVE, "makeup_remover", "cleanser", wanted=MAKEUP),
    a_slot(Slot.PM_CLEANSE, "cleanser"),
    a_slot(
        Slot.PM_TREAT,
        "retinoid",
        "serum",
        wanted=Not(said("wants", "to_know", "leave_alone")),
        grade=Grade.D,
    ),
    a_slot(Slot.PM_MOISTURISE, "moisturiser", wanted=Not(said("oily_dry", "high"))),
)


def a_line(name: str, when: Condition = ALWAYS) -> TonightLine:
    """A line for tonight, always true."""
    return TonightLine(RuleId(name), when, MessageId(f"tonight.{name}"), evidence())


TONIGHT = (
    a_line("nothing-on", said("home_rung", "nothing")),
    a_line(
        "leave-out",
        AnyOf((said("shelf_not_for_now", "yes"), said("shelf_worth_leaving_out", "yes"))),
    ),
    a_line("wash", said("home_rung", "gentle", "wash_off_acid", "low_retinoid")),
    a_line("hands-off"),
    a_line("no-scrub", said("scrubs", "often")),
)
RAMP = (
    RampStage(1, 4, MessageId("ramp.1")),
    RampStage(4, 2, MessageId("ramp.4")),
    RampStage(8, 1, MessageId("ramp.8")),
)


def _constraint(limit: Limit) -> Constraint:
    return Constraint(limit, MessageId(f"constraint.{limit.value}"), evidence())


def some_rules(  # noqa: PLR0913 - each is one thing a test may change
    *,
    kinds: tuple[ProductKind, ...] = KINDS,
    slots: tuple[SlotRule, ...] = SLOTS,
    tonight: tuple[TonightLine, ...] = TONIGHT,
    ramp: tuple[RampStage, ...] = RAMP,
    weeks: int = 12,
    settle_days: int = 0,
    highest_tier: int = 1,
    preferences: tuple[Criterion, ...] = tuple(Criterion),
    limits: tuple[Limit, ...] = tuple(Limit),
    sale_limits: tuple[SaleLimit, ...] = (),
    check_ins: CheckInRules = CHECK_INS,
) -> RegimenRules:
    """Small rules of the published shape."""
    return RegimenRules(
        kinds=kinds,
        slots=slots,
        ramp=ramp,
        ramp_evidence=evidence(),
        settle_days=settle_days,
        settle_evidence=evidence(),
        held_from_week=4,
        slower_hundredths=150,
        slower_when=AnyOf((said("sensitive_resistant", "high"), said("pigment", "high"))),
        keep_off_when=said("bump_how_soon", "within_2_weeks"),
        highest_tier=highest_tier,
        weeks=weeks,
        irritation=IRRITATION,
        check_ins=check_ins,
        tonight=tonight,
        constraints=tuple(map(_constraint, limits)),
        preferences=tuple(
            Preference(each, MessageId(f"preference.{each.value}"), evidence())
            for each in preferences
        ),
        sale_limits=sale_limits,
    )


def a_person(
    rung: Rung = Rung.LOW_RETINOID,
    *bumps: tuple[Zone, ...],
    zones: Mapping[Zone, Rung] | None = None,
) -> HomeCare:
    """One bump on the face, home care as far as the rung; the zones at the eye as designed."""
    caps = {
        Zone.LASH_LINE: Rung.NOTHING,
        Zone.LID_SKIN: Rung.NOTHING,
        Zone.EYE_BONE: Rung.GENTLE,
        Zone.FACE: Rung.LOW_RETINOID,
        Zone.BODY: Rung.LOW_RETINOID,
    }
    found = {zone: min(rung, cap) for zone, cap in caps.items()} | dict(zones or {})
    cares = tuple(
        LesionCare(
            lesion=LesionId(f"bump-{number}"),
            zones=where,
            rung=min((found[zone] for zone in where), default=rung),
            because=(),
            lifted_by=None,
        )
        for number, where in enumerate(bumps or ((Zone.FACE,),), 1)
    )
    return HomeCare(person=rung, zones=found, lesions=cares, because=(), lifted_by=None)


def a_skin(**sides: Side) -> SkinType:
    """Between on every axis but those named (``oily_dry=Side.HIGH``)."""
    return SkinType(
        axes={
            axis: AxisResult(axis, sides.get(axis.value, Side.BETWEEN), 50, 4, None)
            for axis in Axis
        },
        letters="",
    )


@dataclass(frozen=True)
class Owns:
    """A product on the shelf, kept, well read and plain."""

    name: str
    product_kind: str = "cleanser"
    verdict: VerdictKind = VerdictKind.KEEP
    classes: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    tier: int | None = None
    asks: tuple[str, ...] = ()
    used_when: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    prescribed: bool = False
    kept_out: bool = False
    unread: bool = False

    def candidate(self) -> Candidate:
        """It as something that can fill a step."""
        return Candidate(
            product=ProductId(self.name),
            kind=None,
            name=say("product.name", name=self.name),
            product_kind=self.product_kind,
            used_when=self.used_when,
            areas=self.areas,
            prescribed=self.prescribed,
        )

    def judged(self) -> Verdict:
        """It with the advice about it."""
        return Verdict(
            product=ProductId(self.name),
            kind=self.verdict,
            decided_by=(),
            reasons=(Reason("a-rule", Message(MessageId("exposure.a-rule")), evidence()),),
            exposures=tuple(
                Exposure(
                    IngredientClass(name), tuple(IngredientId(i) for i in self.ingredients), (1,)
                )
                for name in self.classes
            ),
            tier=self.tier,
            product_kind=self.product_kind,
            unknown=(),
            asks=self.asks,
            kept_out=self.kept_out,
            unread=self.unread,
        )


GROWN_UP: Mapping[str, str | int] = {
    "age": 34 * 365,
    "wants": "fewer",
    "makeup": "never",
    "sunscreen": "never",
    "scrubs": "never",
    "looked_at": "yes",
}


@dataclass(frozen=True)
class Request:
    """A grown-up who wants fewer bumps, with one bump on the face, an empty shelf and no limits."""

    home_care: HomeCare = field(default_factory=a_person)
    skin: SkinType = field(default_factory=a_skin)
    shelf: tuple[Owns, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    rules: RegimenRules = field(default_factory=some_rules)
    said: Mapping[str, str | int] = field(default_factory=dict)
    on: date = MONDAY
    place: PlaceId | None = None
    diary: tuple[DiaryEntry, ...] = ()

    @property
    def answers(self) -> Mapping[FindingId, Answer]:
        """What they said, over the usual."""
        words = {**GROWN_UP, **self.said}
        return {FindingId(name): Known(word) for name, word in words.items() if word != "unknown"}

    def asked(self) -> PlanRequest:
        """It as the engines take it."""
        return PlanRequest(
            home_care=self.home_care,
            skin_type=self.skin,
            verdicts=tuple(owns.judged() for owns in self.shelf),
            candidates=tuple(owns.candidate() for owns in self.shelf),
            wishes=self.wishes,
            answers=self.answers,
            on=self.on,
            place=self.place,
            diary=self.diary,
        )

    def plan(self) -> Regimen:
        """Their plan."""
        return plan_for(self.asked(), self.rules)


def filled(plan: Regimen) -> dict[str, str]:
    """What stands in each filled slot: product or kind."""
    return {step.slot.value: str(step.product or step.kind) for step in plan.steps}


def limits_named(plan: Regimen, product: str) -> list[str]:
    """The entries a left-out product is left out by."""
    return [r.entry for each in plan.left_out if each.product == product for r in each.reasons]
