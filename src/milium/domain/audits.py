"""Looking over a finished plan: what is looked at, in which numbers, and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.evidence import Evidence
from milium.domain.ids import FindingId
from milium.domain.triage import Rung


class Check(Enum):
    """What no shown plan may get wrong; each fails on a breach planted in the tests."""

    WHOLE = "a-whole-plan"
    RUNG = "within-the-rung"
    AGE = "old-enough"
    WITHHELD = "nothing-speaks-against-it"
    WINDOW = "away-from-procedures"
    SUNSCREEN = "sunscreen-each-morning"
    WASH_FIRST = "wash-before-anything"
    WASHED_OFF_ACIDS = "acids-are-washed-off"
    ONE_IRRITANT = "one-irritant-at-a-time"
    ONE_NEW = "one-new-active"
    LOW_STRENGTH = "low-strength-only"
    RETINOID_AT_NIGHT = "retinoid-at-night-only"
    UNREAD = "unread-is-never-active"
    NO_SCRUB = "no-scrub"
    KEEP_OFF = "off-the-bump"
    NOT_ROUND_THE_EYES = "not-round-the-eyes"
    OFF_THE_EYES = "no-active-at-the-eyes"
    AVOIDED = "you-avoid-it"
    LEFT_OUT = "left-out-stays-out"
    LEAFLET = "by-its-leaflet"
    ASK_FIRST = "ask-before-next-use"
    BESIDE_MEDICINE = "nothing-added-beside-a-medicine"
    NOT_SOLD = "not-sold-there"
    STEPS = "within-steps"
    BUDGET = "within-budget"
    DATES = "dates-of-one-slow-step"
    GAP = "nights-between"
    CAP = "evenings-in-a-week"
    STAGE = "no-stage-too-soon"
    CLOSED_DAY = "closed-days"


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a finding that matter to a check."""

    finding: FindingId
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Withheld:
    """What keeps home care at a rung, stated apart from the rules of the ladder.

    Attributes:
        highest: how far a plan may go while this holds.
        also_unknown: it holds too while the answer is not known.
    """

    id: str
    told: Told
    highest: Rung
    also_unknown: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class HealingTime:
    """Days after something was done to the skin in which nothing active goes on.

    Attributes:
        told: what was done.
        days: the last day that still counts; the day itself is 0.
    """

    id: str
    told: Told
    days: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AuditRules:
    """The slice of the knowledge that the auditor reads beside the kinds and the ramp.

    Attributes:
        ages: the fewest days of age for each rung above ``nothing``.
        worn: what has to come off in the evening.
        keep_off: how soon a bump is to be looked at for steps to be kept off it.
    """

    ages: Mapping[Rung, int]
    withheld: tuple[Withheld, ...]
    windows: tuple[HealingTime, ...]
    worn: tuple[Told, ...]
    keep_off: Told
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing a plan gets wrong.

    Attributes:
        where: a slot, a date or a shelf id; never an answer or a name.
    """

    check: Check
    where: str
