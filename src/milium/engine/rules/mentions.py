"""Which findings a condition reads."""

from milium.domain.conditions import Condition
from milium.domain.ids import FindingId


def mentions(condition: Condition) -> frozenset[FindingId]:
    """Every finding the condition reads."""
    return condition.reads
