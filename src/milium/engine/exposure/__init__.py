"""What a product, as read, means for this person."""

from milium.engine.exposure.judge import judge
from milium.engine.exposure.retinoids import retinoid_on_label

__all__ = ["judge", "retinoid_on_label"]
