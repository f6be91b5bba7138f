"""A plan: what to do tonight, which steps morning and evening, and on which dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

from milium.domain.answers import Answers
from milium.domain.cases import DiaryEntry, Wishes
from milium.domain.check_ins import CheckInRules, IrritationState, Progress
from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.exposure import Verdict
from milium.domain.ids import (
    IngredientClass,
    KindId,
    MessageId,
    PlaceId,
    ProductId,
    RuleId,
)
from milium.domain.messages import Message
from milium.domain.skin_types import SkinType
from milium.domain.triage import HomeCare, Rung, Zone


class Slot(Enum):
    """A place in the day's order."""

    AM_CLEANSE = "am_cleanse"
    AM_TREAT = "am_treat"
    AM_MOISTURISE = "am_moisturise"
    AM_SUNSCREEN = "am_sunscreen"
    PM_REMOVE = "pm_remove"
    PM_CLEANSE = "pm_cleanse"
    PM_TREAT = "pm_treat"
    PM_MOISTURISE = "pm_moisturise"


class Limit(Enum):
    """A rule no plan breaks; its text, shown as a reason, is the message ``constraint.<value>``.

    An auditor can be written from these texts alone (see ``regimens/constraints.yaml``).
    """

    RUNG = "within-the-rung"
    SUNSCREEN = "sunscreen-each-morning"
    WASH_FIRST = "wash-before-anything"
    WASHED_OFF_ACIDS = "acids-are-washed-off"
    ONE_IRRITANT = "one-irritant-at-a-time"
    ONE_NEW = "one-new-active"
    LOW_STRENGTH = "low-strength-only"
    RETINOID_AT_NIGHT = "retinoid-at-night-only"
    UNREAD = "unread-is-never-active"
    NO_SCRUB = "no-scrub"
    KEEP_OFF = "off-the-bump"
    NOT_ROUND_THE_EYES = "not-round-the-eyes"
    AVOIDED = "you-avoid-it"
    NOT_SOLD = "not-sold-there"
    LEAFLET = "by-its-leaflet"
    ASK_FIRST = "ask-before-next-use"
    NOT_NEEDED = "not-needed"


class Criterion(Enum):
    """What makes one allowed plan better than another; each is a whole number, lower is better.

    Attributes:
        LEFT_ON: leave-on steps that hold something worth leaving out somewhere on this person.
        FALLS_SHORT: rungs between the highest there is and what the plan offers, when more than
            gentle care was asked for.
        UNFILLED: wanted slots left empty.
        EVIDENCE: the grades of the steps, each the weaker of slot and kind, added up (A 0, B 1,
            C 2, D 3).
        CHANGES: steps that differ from what is done today.
        PRICE: what has to be bought, each kind once.
        COST: the readable weights of the kinds.
    """

    LEFT_ON = "left-on"
    FALLS_SHORT = "falls-short"
    UNFILLED = "unfilled"
    EVIDENCE = "evidence"
    CHANGES = "changes"
    PRICE = "price"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class ProductKind:
    """A kind of cosmetic product a step can be filled with ("low retinol 0.1-0.3 %").

    Attributes:
        rung: the lowest rung that allows it.
        fits: when it suits this skin and person; findings and skin sides (``oily_dry: high``).
        ramp: it is started slowly, on dated evenings.
        needs_sunscreen: it makes a morning sunscreen part of the plan.
        price_cents: a usual low price, to compare plans; never shown as a quote.
        cost: readable weight; lower is preferred when all else is equal.
        strongest: the most it may hold of its active, in hundredths of a percent; ``None`` where
            no strength is named.
    """

    id: KindId
    slots: tuple[Slot, ...]
    rung: Rung
    classes: tuple[IngredientClass, ...]
    fits: Condition
    ramp: bool
    needs_sunscreen: bool
    price_cents: int
    cost: int
    name: MessageId
    look_for: MessageId
    why: MessageId
    evidence: Evidence
    strongest: int | None = None


@dataclass(frozen=True, slots=True)
class SaleLimit:
    """The most a cosmetic product may hold where it is sold, from a day on.

    Attributes:
        classes: of what.
        strongest: in hundredths of a percent.
    """

    id: str
    places: frozenset[PlaceId]
    classes: tuple[IngredientClass, ...]
    strongest: int
    from_day: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SlotRule:
    """When a slot is filled at all, and which kinds of product on a shelf can fill it.

    Attributes:
        wanted_when: findings under which the slot is part of the plan.
        shelf_kinds: product kinds (see ``Verdict.product_kind``) that fill it from the shelf.
        buys: whether something may be bought for it when the shelf has nothing.
    """

    slot: Slot
    wanted_when: Condition
    shelf_kinds: tuple[str, ...]
    buys: bool
    why: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RampStage:
    """One stage of starting a retinoid: from which week, and how many nights apart.

    Attributes:
        from_week: 1 is the first week.
        every: nights from one use to the next (2: every other night).
    """

    from_week: int
    every: int
    message: MessageId


@dataclass(frozen=True, slots=True)
class TonightLine:
    """A line for tonight, in order of importance; the first three that fit are shown."""

    id: RuleId
    when: Condition
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Constraint:
    """The published text of a limit, with what stands behind it."""

    limit: Limit
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Preference:
    """One place in the order of preference, with what stands behind it."""

    criterion: Criterion
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RegimenRules:
    """The slice of the knowledge that planning reads.

    Attributes:
        settle_days: how long the first evening of the ramp waits while anything else is new.
        held_from_week: till somebody trained has looked, the stage of this week of the plan is
            kept.
        slower_hundredths: how much longer each stage is for skin that ``slower_when`` is true of
            (150 is half again).
        slower_when: whose skin is given more time.
        keep_off_when: when what stays on the skin is kept off a bump that is to be looked at.
        highest_tier: the strongest retinoid tier of a shelf product that a plan may use.
        weeks: how many weeks the dated evenings cover.
        constraints: every limit, once.
        check_ins: how check-ins move the ramp.
        preferences: every criterion, once, the weightiest first; ties are settled by ids.

    Raises:
        ValueError: a limit or criterion is missing or stands twice, or the evenings of a stage are
            not among those of the next.
    """

    kinds: tuple[ProductKind, ...]
    slots: tuple[SlotRule, ...]
    ramp: tuple[RampStage, ...]
    ramp_evidence: Evidence
    settle_days: int
    settle_evidence: Evidence
    held_from_week: int
    slower_hundredths: int
    slower_when: Condition
    keep_off_when: Condition
    highest_tier: int
    weeks: int
    irritation: tuple[IrritationState, ...]
    check_ins: CheckInRules
    tonight: tuple[TonightLine, ...]
    constraints: tuple[Constraint, ...]
    preferences: tuple[Preference, ...]
    sale_limits: tuple[SaleLimit, ...] = ()

    def __post_init__(self) -> None:
        """Refuse incomplete or doubled limits or criteria, and stages that do not nest."""
        limits = [constraint.limit for constraint in self.constraints]
        criteria = [preference.criterion for preference in self.preferences]
        if len(limits) != len(Limit) or set(limits) != set(Limit):
            raise ValueError("every limit needs exactly one text under 'constraints'")
        if len(criteria) != len(Criterion) or set(criteria) != set(Criterion):
            raise ValueError("every criterion needs exactly one place under 'preferences'")
        gaps = [stage.every for stage in self.ramp]
        if any(wide % narrow for wide, narrow in pairwise(gaps)):
            raise ValueError("'every' of a stage should be a multiple of the next stage's")
        if gaps and self.check_ins.calm_nights + 1 < gaps[0]:
            raise ValueError("'calm_nights' should cover the nights off of the first stage")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can fill a step: a product on the shelf, or a kind that can be bought.

    Attributes:
        used_when: when it is used today (``am``, ``pm``); empty when that is not known.
        areas: where it is used today, in the words of the finding ``area``; empty when not known.
        prescribed: prescribed, or bought in a pharmacy as a medicine: neither removed nor moved.
    """

    product: ProductId | None
    kind: KindId | None
    name: Message
    product_kind: str
    used_when: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    prescribed: bool = False


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Everything one plan is made from, beside the knowledge.

    Attributes:
        on: today, and the first day of the plan unless the diary names another.
        place: where things would be bought; ``None`` when that is not known.
        diary: how the plan so far was taken.
    """

    home_care: HomeCare
    skin_type: SkinType
    verdicts: tuple[Verdict, ...]
    candidates: tuple[Candidate, ...]
    wishes: Wishes
    answers: Answers
    on: date
    place: PlaceId | None = None
    diary: tuple[DiaryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan.

    Attributes:
        product: what is used from the shelf, or ``None`` for a kind to look for.
        zones: where it goes.
        ramp: it is used only on the dated evenings.
        option: what stands behind it is opinion (grade D): offered for the person to choose, never
            advised (law 4).
    """

    slot: Slot
    order: int
    kind: KindId | None
    product: ProductId | None
    name: Message
    look_for: Message | None
    zones: tuple[Zone, ...]
    ramp: bool
    option: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Evening:
    """One dated evening on which the slowly started step is used."""

    on: date
    week: int
    stage: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A product that is not in the plan, and why."""

    product: ProductId
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ByLeaflet:
    """A medicine on the shelf: used by its leaflet, neither removed nor moved by a plan."""

    product: ProductId
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Wishes that can't all hold, and the cheapest repair."""

    wishes: tuple[str, ...]
    message: Message


@dataclass(frozen=True, slots=True)
class Regimen:
    """The plan.

    Attributes:
        tonight: at most three lines, from what the person owns.
        steps: empty when home care may not go beyond tonight's lines.
        optimal: no better plan exists by the published order of preference.
        optimal_because: how that is known.
        progress: how far a slowly started step has come; ``None`` without one.
    """

    tonight: tuple[Message, ...]
    steps: tuple[Step, ...]
    calendar: tuple[Evening, ...]
    left_out: tuple[LeftOut, ...]
    by_leaflet: tuple[ByLeaflet, ...]
    conflicts: tuple[Conflict, ...]
    irritation: tuple[IrritationState, ...]
    rungs: Mapping[Zone, Rung]
    optimal: bool
    optimal_because: Message
    progress: Progress | None = None
