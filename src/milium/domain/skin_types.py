"""Skin type on four axes, each with its own uncertainty; "between" is a full result."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.ids import ItemId, MessageId, SourceId


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


class FacePart(Enum):
    """The parts of a face that are asked about apart: they often differ (combination skin)."""

    CENTRE = "centre"
    CHEEKS = "cheeks"


class Spread(Enum):
    """Whether the parts of a face agree; combination is an oily centre with dry cheeks."""

    COMBINATION = "combination"
    EVEN = "even"
    UNKNOWN = "unknown"


class Wording(Enum):
    """Whose words a question is asked in. Only our own are let in."""

    OWN = "own"


class Calibration(Enum):
    """What an item's weights were fitted to. Nothing, so far: they are stated guesses."""

    NONE = "none"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whose words an item has, where its idea comes from, and what its weights were fitted to.

    Attributes:
        idea: the source of the idea; the item cites it.
    """

    wording: Wording
    idea: SourceId
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Item:
    """One question of ours; answers are words in rising order of the axis' high side.

    Attributes:
        part: the part of the face it asks about, ``None`` where the axis knows no parts.
        discrimination: of the graded response model (Samejima 1969), in hundredths; a prior.
        thresholds: one fewer than the words, in hundredths of a standard deviation, rising; priors.
        reverse: the words run from the high side to the low one.
    """

    id: ItemId
    axis: Axis
    part: FacePart | None
    question: MessageId
    words: tuple[str, ...]
    discrimination: int
    thresholds: tuple[int, ...]
    reverse: bool
    provenance: Provenance
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AxisRule:
    """One axis: its letters, and where people start before the first answer.

    Attributes:
        high, low: our letters of the two sides.
        elsewhere: the letters of the high and the low side in a type known from elsewhere.
        prior: hundredths of a standard deviation, the mean before any answer.
        clear_from: hundredths of probability from which a side counts as clear.
    """

    axis: Axis
    high: str
    low: str
    elsewhere: tuple[str, str]
    prior: int
    clear_from: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Surety:
    """A word for a probability, from so many hundredths of the likelier side up."""

    id: str
    from_hundredths: int
    message: MessageId


class Topic(Enum):
    """What a page about a skin type speaks of, in this order."""

    FIRST = "first"
    CLEANSER = "cleanser"
    TREATMENT = "treatment"
    VEHICLE = "vehicle"
    SUNSCREEN = "sunscreen"


@dataclass(frozen=True, slots=True)
class TypeAdvice:
    """One line of a page about a skin type, and for which sides of the axes it stands there."""

    id: str
    topic: Topic
    when: Condition
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TypeLine:
    """One line of somebody's page."""

    topic: Topic
    reason: Reason


@dataclass(frozen=True, slots=True)
class AskAgain:
    """After how many days the answers have aged, and what stands behind that."""

    after_days: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SkinTypeRules:
    """The slice of the knowledge that skin typing reads.

    Attributes:
        sureties: from the surest word down; the last is for even odds.
        advice: in order of priority within a topic.
    """

    axes: tuple[AxisRule, ...]
    items: tuple[Item, ...]
    sureties: tuple[Surety, ...]
    advice: tuple[TypeAdvice, ...]
    again: AskAgain


@dataclass(frozen=True, slots=True)
class AxisResult:
    """One axis of one person.

    Attributes:
        side: ``BETWEEN`` also where the centre is clearly oily and the cheeks clearly dry.
        high: hundredths of probability of the high side, rounded.
        answered: how many items told something.
        next_item: the unanswered item that would settle most, or ``None``.
        spread: whether the parts of the face agree.
        hint: the side a type known from elsewhere says, ``None`` where there is none.
    """

    axis: Axis
    side: Side
    high: int
    answered: int
    next_item: ItemId | None
    spread: Spread = Spread.UNKNOWN
    hint: Side | None = None


@dataclass(frozen=True, slots=True)
class SkinType:
    """All four axes; ``letters`` only when all four are clear, else ``""``."""

    axes: Mapping[Axis, AxisResult]
    letters: str
