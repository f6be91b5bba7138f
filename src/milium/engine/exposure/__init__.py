"""What a product, as read, means for this person."""

from milium.engine.exposure.classes import MEDICINES, decisive_classes, exposures_on
from milium.engine.exposure.judge import judge
from milium.engine.exposure.packs import pack_sayings
from milium.engine.exposure.places import zones_touched
from milium.engine.exposure.retinoids import retinoid_on_label

__all__ = [
    "MEDICINES",
    "decisive_classes",
    "exposures_on",
    "judge",
    "pack_sayings",
    "retinoid_on_label",
    "zones_touched",
]
