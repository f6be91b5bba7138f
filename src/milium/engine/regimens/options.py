"""What can fill each slot for this person, with what it costs by each criterion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from milium.domain.answers import Answers
from milium.domain.cases import Wishes
from milium.domain.evidence import Grade
from milium.domain.exposure import VerdictKind
from milium.domain.ids import MessageId, PlaceId
from milium.domain.messages import Message
from milium.domain.regimens import Criterion, Limit, ProductKind, RegimenRules, Slot, SlotRule
from milium.domain.triage import Rung
from milium.domain.truth import Truth
from milium.engine.regimens.actives import EVENING, WASH_SLOTS, Actives, classes_of
from milium.engine.regimens.places import Places
from milium.engine.regimens.shelf import Owned, Shelf
from milium.engine.rules import evaluate

GRADES = {Grade.A: 0, Grade.B: 1, Grade.C: 2, Grade.D: 3}


@dataclass(frozen=True, slots=True)
class Option:
    """One way to fill a slot, or (with neither product nor kind) to leave it empty.

    Attributes:
        rung: how far home care has to go for it; ``gentle`` unless it is an active.
        leave_on: it stays on the skin.
        cleanser: it is a wash that also takes off make-up and sunscreen.
        costs: by each criterion that is a sum over the steps.
    """

    owned: Owned | None
    kind: ProductKind | None
    rung: Rung
    leave_on: bool
    needs_sunscreen: bool
    cleanser: bool
    costs: Mapping[Criterion, int]

    @property
    def id(self) -> str:
        """The product's or the kind's id, by which ties are settled; empty for nothing."""
        if self.owned:
            return self.owned.product
        return self.kind.id if self.kind else ""

    @property
    def name(self) -> Message:
        """What it is called."""
        if self.owned:
            return self.owned.candidate.name
        return Message(self.kind.name) if self.kind else Message(MessageId(""))

    @property
    def ramp(self) -> bool:
        """Whether it is started slowly: a retinoid from the shelf is, a kind says so itself."""
        return self.kind.ramp if self.kind else self.rung is Rung.LOW_RETINOID

    @property
    def filled(self) -> bool:
        """Whether it is a step at all."""
        return self.owned is not None or self.kind is not None

    @property
    def active(self) -> bool:
        """Whether it is more than gentle care."""
        return self.rung > Rung.GENTLE


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything that decides which options there are.

    Attributes:
        only: slots that may hold nothing but this product or kind.
        without: what may not fill a slot.
        lifted: limits between slots that are let go of to see what they cost; never for a plan.
    """

    rules: RegimenRules
    actives: Actives
    places: Places
    answers: Answers
    shelf: Shelf
    wishes: Wishes
    on: date
    place: PlaceId | None
    only: Mapping[Slot, str] = field(default_factory=dict)
    without: frozenset[tuple[Slot, str]] = frozenset()
    lifted: frozenset[Limit] = frozenset()

    def admits(self, slot: Slot, option_id: str) -> bool:
        """Whether the question asked of the search lets this fill the slot."""
        pinned = not self.only or self.only.get(slot, option_id) == option_id
        return pinned and not (self.without and (slot, option_id) in self.without)


def is_wanted(slot: Slot, setting: Setting) -> bool:
    """Whether the slot is part of the plan; while that is unknown, it is.

    The evening treatment is wanted only where there is a bump it could be for.
    """
    rule = rule_of(slot, setting.rules)
    if rule is None or evaluate(rule.wanted_when, setting.answers) is Truth.FALSE:
        return False
    return slot is not Slot.PM_TREAT or setting.places.bump


def rule_of(slot: Slot, rules: RegimenRules) -> SlotRule | None:
    """What the knowledge says of the slot."""
    return next((rule for rule in rules.slots if rule.slot is slot), None)


def from_shelf(owned: Owned, rule: SlotRule, setting: Setting, *, replaces: bool) -> Option:
    """A product of the person's in a slot.

    Args:
        owned: the product.
        rule: the slot.
        setting: the person.
        replaces: one of its sort is used there today; another in its place is a change.
    """
    verdict, slot = owned.verdict, rule.slot
    acid = bool(classes_of(verdict) & setting.actives.acids)
    retinoid = verdict.tier is not None
    rung = Rung.LOW_RETINOID if retinoid else Rung.WASH_OFF_ACID if acid else Rung.GENTLE
    leave_on = slot not in WASH_SLOTS
    used = owned.candidate.used_when
    left_on = leave_on and verdict.kind is VerdictKind.NOT_ROUND_THE_EYES and setting.places.bump
    cleansing = rule_of(Slot.PM_CLEANSE, setting.rules)
    return Option(
        owned=owned,
        kind=None,
        rung=rung,
        leave_on=leave_on,
        needs_sunscreen=retinoid or bool(classes_of(verdict) & setting.actives.sun),
        cleanser=cleansing is not None and owned.candidate.product_kind in cleansing.shelf_kinds,
        costs=_costs(
            left_on=int(left_on),
            evidence=GRADES[rule.evidence.grade],
            changes=int((bool(used) or replaces) and half_of(slot) not in used),
        ),
    )


def from_kind(kind: ProductKind, rule: SlotRule, *, replaces: bool) -> Option:
    """A kind in a slot; getting one is a change, and so is one in place of what is used there."""
    return Option(
        owned=None,
        kind=kind,
        rung=kind.rung,
        leave_on=rule.slot not in WASH_SLOTS,
        needs_sunscreen=kind.needs_sunscreen,
        cleanser=Slot.PM_CLEANSE in kind.slots,
        costs=_costs(
            evidence=bought_grade(kind, rule),
            changes=int(kind.price_cents > 0 or replaces),
            cost=kind.cost,
        ),
    )


def bought_grade(kind: ProductKind, rule: SlotRule) -> int:
    """The weaker of the grades of kind and slot, as a cost."""
    return max(GRADES[kind.evidence.grade], GRADES[rule.evidence.grade])


def empty(slot: Slot, setting: Setting, *, replaces: bool) -> Option:
    """Nothing; a change when something that would do is used at that time of day.

    The evening's two washing slots stand in for one another, so one left empty is no gap, and
    counts as evidence what it would filled: washing once is no better grounded than twice.
    """
    rule = rule_of(slot, setting.rules)
    washes_off = slot in {Slot.PM_REMOVE, Slot.PM_CLEANSE}
    return Option(
        owned=None,
        kind=None,
        rung=Rung.GENTLE,
        leave_on=False,
        needs_sunscreen=False,
        cleanser=False,
        costs=_costs(
            unfilled=int(is_wanted(slot, setting) and not washes_off),
            evidence=GRADES[rule.evidence.grade] if rule and washes_off else 0,
            changes=int(replaces),
        ),
    )


def half_of(slot: Slot) -> str:
    """``am`` or ``pm``, as used of products."""
    return "pm" if slot in EVENING else "am"


def _costs(
    *, left_on: int = 0, unfilled: int = 0, evidence: int = 0, changes: int = 0, cost: int = 0
) -> Mapping[Criterion, int]:
    return {
        Criterion.LEFT_ON: left_on,
        Criterion.UNFILLED: unfilled,
        Criterion.EVIDENCE: evidence,
        Criterion.CHANGES: changes,
        Criterion.COST: cost,
    }
