"""What a product seems to be, where nobody said."""

from milium.domain.answers import Known
from milium.domain.cases import Product
from milium.domain.exposure import Exposure
from milium.domain.ids import FindingId, IngredientClass
from milium.domain.labels import LabelReading, Quality, Section
from milium.engine.exposure.classes import MEDICINES

OTHER = "other"
_KIND, _LEAVE_ON = FindingId("kind"), FindingId("leave_on")
_UNREAD = frozenset({Quality.EMPTY, Quality.NOT_A_LIST})
_BY_CLASS: tuple[tuple[str, frozenset[IngredientClass]], ...] = (
    ("sunscreen", frozenset({IngredientClass("sunscreen_filter")})),
    ("medicine", MEDICINES),
    ("retinoid", frozenset({IngredientClass("retinoid_cosmetic")})),
    ("acid", frozenset(map(IngredientClass, ("acid_aha", "acid_bha", "acid_pha")))),
)
_SCRUB, _MINERAL = IngredientClass("scrub_particle"), IngredientClass("sunscreen_mineral")
_RICH = frozenset(map(IngredientClass, ("occlusive_rich", "oil_plant")))


def product_kind(product: Product, reading: LabelReading, exposures: tuple[Exposure, ...]) -> str:
    """The kind the person named; else the first of these that fits, else ``other``.

    - A label that was not read says nothing: ``other``.
    - What is washed off is a scrub with scrubbing grains, else a cleanser.
    - Sunscreen filters; a mineral one only as a declared active, for it is also a white pigment.
    - A medicine; a retinoid (its esters are mostly there to keep oils fresh); an acid.
    - A list that begins with an oil, butter or wax instead of water: an oil or balm.
    - Anything else left on the skin: a moisturiser.
    """
    named = product.answers.get(_KIND)
    if isinstance(named, Known):
        return str(named.value)
    if reading.quality in _UNREAD:
        return OTHER
    classes = frozenset(exposure.ingredient_class for exposure in exposures)
    leave_on = product.answers.get(_LEAVE_ON)
    if leave_on == Known("no"):
        return "scrub" if _SCRUB in classes else "cleanser"
    if special := _by_class(classes, reading, exposures):
        return special
    if any(one.ingredient_class in _RICH and 1 in one.positions for one in exposures):
        return "oil_or_balm"
    return "moisturiser" if leave_on == Known("yes") else OTHER


def _by_class(
    classes: frozenset[IngredientClass], reading: LabelReading, exposures: tuple[Exposure, ...]
) -> str:
    """The kind that what is in it makes it, or an empty word."""
    actives = {one.ingredient for one in reading.entries if one.section is Section.ACTIVE}
    for exposure in exposures:
        if exposure.ingredient_class == _MINERAL and actives.intersection(exposure.ingredients):
            return "sunscreen"
    return next((kind for kind, members in _BY_CLASS if classes & members), "")
