"""What the products on a shelf add up to: shared, doubled, hidden, and what stays on where."""

from collections.abc import Iterator
from dataclasses import dataclass

from milium.domain.answers import UNKNOWN, Chosen, Known
from milium.domain.cases import Product
from milium.domain.exposure import Exposure, Stance
from milium.domain.guide import Guide, JudgedProduct
from milium.domain.ids import FindingId, IngredientClass, IngredientId, ProductId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Zone
from milium.engine.exposure import decisive_classes, zones_touched

AREA, LEAVE_ON, KIND = FindingId("area"), FindingId("leave_on"), FindingId("kind")
_RICH, _BALM = IngredientClass("occlusive_rich"), "oil_or_balm"
_RETINOID = "retinoid"
_SAID_TO_BE = frozenset({"retinoid", "medicine"})
MISSING: tuple[tuple[str, frozenset[str]], ...] = (
    ("hair", frozenset({"hair_product"})),
    ("beard", frozenset({"oil_or_balm"})),
    ("body", frozenset({"oil_or_balm"})),
)
"""Rich things people do not think of, and which kind on the shelf shows that they did."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An ingredient in two products and more; noted where an advice can turn on it."""

    ingredient: IngredientId
    products: tuple[ProductId, ...]
    noted: bool


@dataclass(frozen=True, slots=True)
class ZoneLoad:
    """What stays on in one zone."""

    zone: Zone
    left_on: tuple[ProductId, ...]
    rich: tuple[ProductId, ...]


@dataclass(frozen=True, slots=True)
class Doubled:
    """One strong thing in two products and more."""

    active: str
    products: tuple[ProductId, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A form of vitamin A in a product nobody called a retinoid.

    Attributes:
        ingredient: ``None`` where a name only looks like one.
        position: its place in the list; 0 where it only looks like one.
    """

    product: ProductId
    ingredient: IngredientId | None
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class ShelfReport:
    """The shelf as a whole.

    Attributes:
        open: products of which nobody said where they are used, or whether they stay on.
        asked_for: kinds of rich product nobody named (``hair``, ``beard``, ``body``).
    """

    products: tuple[JudgedProduct, ...]
    shared: tuple[Shared, ...]
    zones: tuple[ZoneLoad, ...]
    open: tuple[ProductId, ...]
    doubled: tuple[Doubled, ...]
    hidden: tuple[Hidden, ...]
    asked_for: tuple[str, ...]


def shelf_report(guide: Guide, knowledge: Knowledge) -> ShelfReport:
    """What the products of a guide add up to."""
    products = guide.products
    return ShelfReport(
        products=products,
        shared=tuple(_shared(products, knowledge)),
        zones=tuple(_loads(products)),
        open=tuple(each.product.id for each in products if _is_open(each.product)),
        doubled=tuple(_doubled(products, knowledge)),
        hidden=tuple(hidden for each in products for hidden in _hidden(each, knowledge)),
        asked_for=_asked_for(products),
    )


def _shared(products: tuple[JudgedProduct, ...], knowledge: Knowledge) -> Iterator[Shared]:
    """Shared ingredients, those in most products first."""
    holders: dict[IngredientId, list[ProductId]] = {}
    for each in products:
        for ingredient in dict.fromkeys(entry.ingredient for entry in each.reading.entries):
            if ingredient is not None:
                holders.setdefault(ingredient, []).append(each.product.id)
    noted = _noted(knowledge)
    for ingredient, found in sorted(holders.items(), key=lambda each: -len(each[1])):
        if len(found) > 1:
            yield Shared(ingredient, tuple(found), ingredient in noted)


def _noted(knowledge: Knowledge) -> frozenset[IngredientId]:
    """What an advice can turn on, or somebody blames for milia."""
    rules = knowledge.exposure
    decisive = decisive_classes(rules)
    blamed = {
        claim.ingredient
        for claims in rules.claims.values()
        for claim in claims
        if claim.topic == "milia" and claim.stance in {Stance.FOR, Stance.MIXED}
    }
    members = (rule.members for rule in rules.classes if rule.id in decisive)
    return frozenset(blamed.union(*members))


def _loads(products: tuple[JudgedProduct, ...]) -> Iterator[ZoneLoad]:
    """Each zone that something stays on in."""
    for zone in Zone:
        here = [each for each in products if _stays(each.product) and zone in _zones(each.product)]
        if here:
            yield ZoneLoad(
                zone=zone,
                left_on=tuple(each.product.id for each in here),
                rich=tuple(each.product.id for each in here if is_rich(each)),
            )


def _stays(product: Product) -> bool:
    return product.answers.get(LEAVE_ON) == Known("yes")


def _zones(product: Product) -> frozenset[Zone]:
    return zones_touched(product.answers.get(AREA, UNKNOWN))


def is_rich(each: JudgedProduct) -> bool:
    """A balm or oil, or a list with something rich high up."""
    coats = any(exposure.ingredient_class == _RICH for exposure in each.verdict.exposures)
    return coats or each.verdict.product_kind == _BALM


def _is_open(product: Product) -> bool:
    """Whether it may stay on somewhere that nobody named."""
    if product.answers.get(LEAVE_ON) == Known("no"):
        return False
    area = product.answers.get(AREA, UNKNOWN)
    whole = isinstance(area, Chosen) and area.complete and bool(area.members)
    return not (_stays(product) and whole)


def _doubled(products: tuple[JudgedProduct, ...], knowledge: Knowledge) -> Iterator[Doubled]:
    """Strong things that more than one product brings, in the order of the knowledge."""
    active = {rule.id: rule.active for rule in knowledge.exposure.classes if rule.active}
    for name in dict.fromkeys(active.values()):
        holding = [
            each.product.id
            for each in products
            if any(active.get(one.ingredient_class) == name for one in each.verdict.exposures)
        ]
        if len(holding) > 1:
            yield Doubled(name, tuple(holding))


def _hidden(each: JudgedProduct, knowledge: Knowledge) -> Iterator[Hidden]:
    """Forms of vitamin A in a product that neither its name nor the person calls one."""
    kind = each.product.answers.get(KIND, UNKNOWN)
    said = isinstance(kind, Known) and kind.value in _SAID_TO_BE
    if said or "retin" in each.product.name.casefold():
        return
    active = {rule.id for rule in knowledge.exposure.classes if rule.active == _RETINOID}
    for exposure in each.verdict.exposures:
        if exposure.ingredient_class in active:
            yield from _found(each, exposure)
    for entry in each.reading.entries:
        if entry.text in each.verdict.asks and "retin" in entry.text.casefold():
            yield Hidden(each.product.id, None, entry.text, 0)


def _found(each: JudgedProduct, exposure: Exposure) -> Iterator[Hidden]:
    for entry in each.reading.entries:
        if entry.ingredient in exposure.ingredients:
            yield Hidden(each.product.id, entry.ingredient, entry.text, entry.position)


def _asked_for(products: tuple[JudgedProduct, ...]) -> tuple[str, ...]:
    """The kinds of rich product that nothing on the shelf shows to have been thought of."""
    kinds = {each.verdict.product_kind for each in products}
    return tuple(name for name, shown_by in MISSING if not shown_by & kinds)
