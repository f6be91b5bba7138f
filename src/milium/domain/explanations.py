"""Questions about a plan: why not this, what else, and what changes from today."""

from dataclasses import dataclass
from enum import Enum

from milium.domain.evidence import Reason
from milium.domain.ids import KindId, ProductId
from milium.domain.messages import Message
from milium.domain.regimens import Criterion, Regimen, Slot


class Fate(Enum):
    """What becomes of a product or kind that was asked about."""

    IN_THE_PLAN = "in_the_plan"
    LET_ALONE = "let_alone"
    NOT_ALLOWED = "not_allowed"
    NOT_AS_GOOD = "not_as_good"
    JUST_AS_GOOD = "just_as_good"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a plan is without something, found by planning again with it.

    Attributes:
        asked: the id of the product or kind.
        reasons: the limit that forbids it, or where it stands in the plan; none when it is only
            less preferred.
        loses: the first criterion in the order of preference by which a plan with it is worse.
        plan: the best plan with it; ``None`` when no plan may hold it.
    """

    asked: str
    fate: Fate
    reasons: tuple[Reason, ...] = ()
    message: Message | None = None
    loses: Criterion | None = None
    plan: Regimen | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another plan that keeps every limit, with another sort of thing in at least one slot.

    Attributes:
        slots: where it differs.
        loses: the first criterion by which it is worse; ``None`` when it is as good.
    """

    plan: Regimen
    slots: tuple[Slot, ...]
    loses: Criterion | None


class Move(Enum):
    """What a plan changes about a product, or adds."""

    KEPT = "kept"
    MOVED = "moved"
    LEFT_OUT = "left_out"
    NOT_NEEDED = "not_needed"
    BY_LEAFLET = "by_leaflet"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Shift:
    """One product or kind, today and under the plan.

    Attributes:
        before: the times of day it is used today (``am``, ``pm``); empty when that is not known
            or it is new.
        after: the times of day the plan uses it.
    """

    product: ProductId | None
    kind: KindId | None
    name: Message
    move: Move
    before: tuple[str, ...]
    after: tuple[str, ...]
