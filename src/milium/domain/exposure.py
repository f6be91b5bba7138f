"""What a product means for this person: claims, exposures and verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from milium.domain.conditions import NEVER, Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.findings import Finding
from milium.domain.ids import (
    FindingId,
    IngredientClass,
    IngredientId,
    MessageId,
    ProductId,
    RuleId,
    SourceId,
)
from milium.domain.labels import Family


class Stance(Enum):
    """What a claim says of the thing it is about."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class VerdictKind(IntEnum):
    """The advice about a product; of several, the strongest."""

    KEEP = 0
    NOT_KNOWN_YET = 1
    NOT_READ = 2
    NOT_ROUND_THE_EYES = 3
    LEAVE_OUT_FIRST = 4
    ASK_FIRST = 5
    NOT_FOR_YOU_NOW = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """Something somebody says of an ingredient; disagreeing claims stand side by side.

    Attributes:
        topic: ``milia``, ``comedogenicity``, ``occlusion``, ``irritation``, ``pregnancy``,
            ``sun``, ``limit``, ``benefit`` (said to help against milia) or ``effect``.
        lowest, highest: the published range of a grade (0 to 5), or ``None`` where none was given;
            never zero for "not graded".
        model: what it was found in (``rabbit_ear``, ``human``, ``opinion``, ``regulation``...).
        vehicle: what it was mixed into when it was tested (message ``vehicle.<word>``), or ``""``.
        percent: hundredths of a percent it was tested at, or that a limit allows; ``None``: no
            number was given.
        message: its own sentence, or one that claims of one source share.
    """

    id: str
    ingredient: IngredientId
    topic: str
    stance: Stance
    lowest: int | None
    highest: int | None
    model: str
    message: MessageId
    evidence: Evidence
    vehicle: str = ""
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class GradeList:
    """A list of ingredients said to clog pores; a claim belongs to it by its source.

    Attributes:
        popular: one of the four that people meet on the web.
        flags_from: the grade from which its readers are told to leave something out; ``None`` where
            it grades nothing and being named is all there is.
    """

    id: str
    source: SourceId
    popular: bool
    flags_from: int | None
    evidence: Evidence

    def holds(self, claim: Claim) -> bool:
        """Whether the claim is an entry of this list."""
        return claim.evidence.citations[0].source == self.source


@dataclass(frozen=True, slots=True)
class PackClaim:
    """Something packs say of themselves, and what is known of it.

    Attributes:
        phrases: how it is put, in small letters; one of them in the text is enough.
    """

    id: str
    phrases: tuple[str, ...]
    because: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PackSaying:
    """A pack claim found in a text (``text[start:end] == words``)."""

    claim: PackClaim
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClassRule:
    """When members of a class count as what the class says.

    Attributes:
        within: counts only among the first so many entries of the list; 0: anywhere.
        or_percent: hundredths of a percent from which it counts anywhere; ``None``: no such.
        members: ingredients of the class.
        active: the strong thing it is, with other classes, or ``""``: a shelf may hold it twice.
    """

    id: IngredientClass
    members: frozenset[IngredientId]
    within: int
    or_percent: int | None
    evidence: Evidence
    active: str = ""


@dataclass(frozen=True, slots=True)
class TierRule:
    """The strength tier of a retinoid by printed percent (hundredths), from and below.

    ``from_percent`` of ``None`` is the row for a label that prints no percent.
    """

    ingredient: IngredientId
    tier: int
    from_percent: int | None
    below_percent: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ExposureRule:
    """When a product of this kind, used here by this person, deserves this advice.

    Besides what the person said, ``when`` may use what the engine derives: ``has`` (classes on the
    label), ``retinoid_tier``, ``rung_here`` (how far home care may go where it is used).

    Attributes:
        unless: what silences the rule where it is known to hold (an ointment given for sore skin
            is not called worth leaving out); while it is unknown the rule stands.
        keeps_out: a product this rule speaks of never becomes a step of a plan.
    """

    id: RuleId
    when: Condition
    acts_when_possible: bool
    verdict: VerdictKind
    because: MessageId
    evidence: Evidence
    unless: Condition = NEVER
    keeps_out: bool = False


@dataclass(frozen=True, slots=True)
class ExposureRules:
    """The slice of the knowledge that judging a product reads.

    Attributes:
        families: what the families named in a reading belong to; one that is missing here asks.
        never_stopped: of which products nobody is told to stop: there "not for you now" becomes
            "ask first" (a steroid, what was prescribed).
    """

    findings: Mapping[FindingId, Finding]
    claims: Mapping[IngredientId, tuple[Claim, ...]]
    classes: tuple[ClassRule, ...]
    tiers: tuple[TierRule, ...]
    rules: tuple[ExposureRule, ...]
    families: tuple[Family, ...] = ()
    never_stopped: tuple[ExposureRule, ...] = ()
    lists: tuple[GradeList, ...] = ()
    pack_claims: tuple[PackClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """An ingredient class a product brings to the person, and by which entries (positions)."""

    ingredient_class: IngredientClass
    ingredients: tuple[IngredientId, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The advice about one product, with what decided it.

    Attributes:
        tier: the highest retinoid tier on the label (0 to 4), ``None`` when there is none.
        asks: entries that might be a retinoid or an acid but were not surely read.
        product_kind: what it seems to be (``cleanser``, ``moisturiser``, ``sunscreen``...).
        kept_out: a rule says that no plan may use it.
        unread: nothing of its label was read, whatever else is said of it.
    """

    product: ProductId
    kind: VerdictKind
    decided_by: tuple[RuleId, ...]
    reasons: tuple[Reason, ...]
    exposures: tuple[Exposure, ...]
    tier: int | None
    product_kind: str
    unknown: tuple[FindingId, ...]
    asks: tuple[str, ...]
    kept_out: bool = False
    unread: bool = False
