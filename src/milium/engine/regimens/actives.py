"""Which contents make a product an active, read off the kinds the knowledge lists."""

from dataclasses import dataclass

from milium.domain.exposure import Verdict, VerdictKind
from milium.domain.ids import IngredientClass
from milium.domain.regimens import RegimenRules, Slot
from milium.domain.triage import Rung

WASH_SLOTS = (Slot.AM_CLEANSE, Slot.PM_REMOVE, Slot.PM_CLEANSE)
MORNING = (Slot.AM_CLEANSE, Slot.AM_TREAT, Slot.AM_MOISTURISE, Slot.AM_SUNSCREEN)
ACID = "acid"
RETINOID = "retinoid"
EVENING = (Slot.PM_REMOVE, Slot.PM_CLEANSE, Slot.PM_TREAT, Slot.PM_MOISTURISE)


@dataclass(frozen=True, slots=True)
class Actives:
    """What counts as an acid, what asks for sunscreen, and what is washed off.

    Attributes:
        acids: ingredient classes of the kinds that need the rung ``wash_off_acid``.
        retinoids: ingredient classes of the kinds that need the rung ``low_retinoid``.
        sun: ingredient classes of the kinds that make a morning sunscreen part of the plan.
        washes: product kinds that fill a wash slot, and so are rinsed off.
    """

    acids: frozenset[IngredientClass]
    retinoids: frozenset[IngredientClass]
    sun: frozenset[IngredientClass]
    washes: frozenset[str]


def read_actives(rules: RegimenRules) -> Actives:
    """The actives of this knowledge."""
    return Actives(
        acids=_classes(rules, Rung.WASH_OFF_ACID),
        retinoids=_classes(rules, Rung.LOW_RETINOID),
        sun=frozenset(name for k in rules.kinds if k.needs_sunscreen for name in k.classes),
        washes=frozenset(
            word for s in rules.slots if s.slot in WASH_SLOTS for word in s.shelf_kinds
        ),
    )


def _classes(rules: RegimenRules, rung: Rung) -> frozenset[IngredientClass]:
    return frozenset(name for kind in rules.kinds if kind.rung is rung for name in kind.classes)


def is_unread(verdict: Verdict) -> bool:
    """Whether nothing of its label was read, whatever else is said of it."""
    return verdict.unread or verdict.kind is VerdictKind.NOT_READ


def classes_of(verdict: Verdict) -> frozenset[IngredientClass]:
    """The ingredient classes a product brings to this person."""
    return frozenset(exposure.ingredient_class for exposure in verdict.exposures)


def may_irritate(verdict: Verdict, product_kind: str, actives: Actives) -> bool:
    """Whether it holds, or may hold, a retinoid or an acid.

    What was not read may, and what is called one may, whatever was read.
    """
    return (
        is_unread(verdict)
        or product_kind in {RETINOID, ACID}
        or verdict.tier is not None
        or bool(verdict.asks)
        or bool(classes_of(verdict) & (actives.acids | actives.retinoids))
    )
