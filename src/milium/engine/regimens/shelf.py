"""What is on the shelf: usable in a plan, left out and why, or a medicine to be let alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from milium.domain.evidence import Reason
from milium.domain.exposure import Verdict, VerdictKind
from milium.domain.ids import IngredientClass, ProductId
from milium.domain.regimens import ByLeaflet, Candidate, LeftOut, Limit, RegimenRules, Slot
from milium.engine.regimens.actives import (
    ACID,
    RETINOID,
    Actives,
    classes_of,
    is_unread,
    may_irritate,
)
from milium.engine.regimens.places import Places
from milium.engine.regimens.reasons import limit_reason

MEDICINE = "medicine"
SCRUB = "scrub"
SCRUB_PARTICLE = IngredientClass("scrub_particle")


class UnjudgedProductError(ValueError):
    """A shelf product came without a verdict; the text names it."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A product of the person's with its verdict."""

    product: ProductId
    candidate: Candidate
    verdict: Verdict

    @property
    def by_leaflet(self) -> bool:
        """Whether it is a medicine, which no plan removes or moves (law 9)."""
        return self.candidate.prescribed or self.candidate.product_kind == MEDICINE


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shelf, sorted.

    Attributes:
        medicine_may_irritate: a medicine holds, or may hold, a retinoid or an acid.
    """

    usable: tuple[Owned, ...]
    left_out: tuple[LeftOut, ...]
    by_leaflet: tuple[ByLeaflet, ...]
    medicine_may_irritate: bool


def pair(candidates: Sequence[Candidate], verdicts: Sequence[Verdict]) -> tuple[Owned, ...]:
    """Every product on the shelf with its verdict, in the order given.

    Raises:
        UnjudgedProductError: a product has no verdict.
    """
    by_product = {verdict.product: verdict for verdict in verdicts}
    shelf = []
    for candidate in candidates:
        if candidate.product is None:
            continue
        if candidate.product not in by_product:
            raise UnjudgedProductError(
                f"product '{candidate.product}' has no verdict; judge every shelf product first"
            )
        shelf.append(Owned(candidate.product, candidate, by_product[candidate.product]))
    return tuple(shelf)


def sort_shelf(
    owned: tuple[Owned, ...],
    rules: RegimenRules,
    actives: Actives,
    places: Places,
    avoid: Iterable[str],
) -> Shelf:
    """Each product where it belongs, with the reasons."""
    avoided = frozenset(avoid)
    medicines = tuple(each for each in owned if each.by_leaflet)
    usable, left_out = [], []
    for each in owned:
        if each.by_leaflet:
            continue
        reasons = _against(each, rules, actives, places, avoided)
        if reasons is None:
            usable.append(each)
        else:
            left_out.append(LeftOut(each.product, reasons))
    return Shelf(
        usable=tuple(usable),
        left_out=tuple(left_out),
        by_leaflet=tuple(_let_alone(each, rules) for each in medicines),
        medicine_may_irritate=any(
            may_irritate(each.verdict, each.candidate.product_kind, actives) for each in medicines
        ),
    )


def _let_alone(owned: Owned, rules: RegimenRules) -> ByLeaflet:
    asks_first = owned.verdict.kind >= VerdictKind.ASK_FIRST
    limit = Limit.ASK_FIRST if asks_first else Limit.LEAFLET
    return ByLeaflet(owned.product, (limit_reason(limit, rules), *owned.verdict.reasons))


def _against(
    owned: Owned,
    rules: RegimenRules,
    actives: Actives,
    places: Places,
    avoided: frozenset[str],
) -> tuple[Reason, ...] | None:
    """Why the product is not used; ``None`` when nothing speaks against it."""
    if owned.verdict.kept_out or owned.verdict.kind >= VerdictKind.LEAVE_OUT_FIRST:
        return owned.verdict.reasons
    limit = (
        _by_wish(owned, avoided)
        or _by_sort(owned, actives)
        or _by_retinoid(owned, rules, places)
        or _by_acid(owned, actives, places)
    )
    return (limit_reason(limit, rules),) if limit else None


def _by_wish(owned: Owned, avoided: frozenset[str]) -> Limit | None:
    inside: set[str] = {owned.product, owned.candidate.product_kind}
    for exposure in owned.verdict.exposures:
        inside |= {exposure.ingredient_class, *exposure.ingredients}
    return Limit.AVOIDED if inside & avoided else None


def _by_sort(owned: Owned, actives: Actives) -> Limit | None:
    """Scrubs are out; what may be an active but was not surely read is never used as anything."""
    kind, verdict = owned.candidate.product_kind, owned.verdict
    if kind == SCRUB or SCRUB_PARTICLE in classes_of(verdict):
        return Limit.NO_SCRUB
    unread_acid = kind == ACID and is_unread(verdict)
    retinoid = kind == RETINOID or bool(classes_of(verdict) & actives.retinoids)
    unread_retinoid = retinoid and verdict.tier is None
    return Limit.UNREAD if verdict.asks or unread_acid or unread_retinoid else None


def _by_retinoid(owned: Owned, rules: RegimenRules, places: Places) -> Limit | None:
    if owned.verdict.tier is None:
        return None
    if not places.retinoid:
        return Limit.RUNG
    if owned.verdict.tier > rules.highest_tier:
        return Limit.LOW_STRENGTH
    night = next((rule.shelf_kinds for rule in rules.slots if rule.slot is Slot.PM_TREAT), ())
    return None if owned.candidate.product_kind in night else Limit.RETINOID_AT_NIGHT


def _by_acid(owned: Owned, actives: Actives, places: Places) -> Limit | None:
    kind = owned.candidate.product_kind
    if kind != ACID and not classes_of(owned.verdict) & actives.acids:
        return None
    if kind not in actives.washes:
        return Limit.WASHED_OFF_ACIDS
    return None if places.acid else Limit.RUNG
