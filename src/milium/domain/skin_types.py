"""Skin type on four axes, each with its own uncertainty; "between" is a full result."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.evidence import Evidence
from milium.domain.ids import ItemId, MessageId


class Axis(Enum):
    """The four axes; the two letters of each are in the knowledge."""

    OILY_DRY = "oily_dry"
    SENSITIVE_RESISTANT = "sensitive_resistant"
    PIGMENT = "pigment"
    LINES = "lines"


class Side(Enum):
    """Where on its axis a skin is."""

    HIGH = "high"
    LOW = "low"
    BETWEEN = "between"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Item:
    """One question of ours; answers are words in rising order of the axis' high side.

    Attributes:
        discrimination: of the graded response model (Samejima 1969), in hundredths.
        thresholds: one fewer than the words, in hundredths of a standard deviation, rising.
        reverse: the words run from the high side to the low one.
        provenance: whose wording it is; checked to be our own.
    """

    id: ItemId
    axis: Axis
    question: MessageId
    words: tuple[str, ...]
    discrimination: int
    thresholds: tuple[int, ...]
    reverse: bool
    provenance: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AxisRule:
    """One axis: its letters, and where people start before the first answer.

    Attributes:
        high, low: the letters of the two sides.
        prior: hundredths of a standard deviation, the mean before any answer.
        clear_from: hundredths of probability from which a side counts as clear.
    """

    axis: Axis
    high: str
    low: str
    prior: int
    clear_from: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SkinTypeRules:
    """The slice of the knowledge that skin typing reads."""

    axes: tuple[AxisRule, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class AxisResult:
    """One axis of one person.

    Attributes:
        high: hundredths of probability of the high side, rounded.
        answered: how many items told something.
        next_item: the unanswered item that would settle most, or ``None``.
    """

    axis: Axis
    side: Side
    high: int
    answered: int
    next_item: ItemId | None


@dataclass(frozen=True, slots=True)
class SkinType:
    """All four axes; ``letters`` only when all four are clear, else ``""``."""

    axes: Mapping[Axis, AxisResult]
    letters: str
