"""What must hold of every answer there can be, and what shows that each such claim has teeth."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.cases import Case
from milium.domain.conditions import Condition
from milium.domain.ids import FindingId, ProfessionId, SourceId
from milium.domain.triage import Door, Rung, When, WhenPossible, Zone


class Atom(Enum):
    """One thing that can be said of an outcome.

    ``bump`` is the bump the premise speaks of, ``other`` the second one. ``may`` and ``surely``
    speak of the zones a bump may lie in. ``impossible`` says that the premise never holds.
    """

    WHEN_AT_LEAST = "when_at_least"
    WHEN_AT_MOST = "when_at_most"
    PERSON_AT_LEAST = "person_at_least"
    PERSON_AT_MOST = "person_at_most"
    BUMP_AT_LEAST = "bump_at_least"
    BUMP_AT_MOST = "bump_at_most"
    OTHER_AT_LEAST = "other_at_least"
    OTHER_AT_MOST = "other_at_most"
    ZONE_AT_LEAST = "zone_at_least"
    ZONE_AT_MOST = "zone_at_most"
    DOOR_IN = "door_in"
    DOOR_NOT_IN = "door_not_in"
    WHO_ANY = "who_any"
    WHO_NONE = "who_none"
    NOT_WHO_ALL = "not_who_all"
    ZONES_SURELY = "zones_surely"
    ZONES_MAY = "zones_may"
    OTHER_ZONES_SURELY = "other_zones_surely"
    COMPLETE = "complete"
    SETTLED = "settled"
    ONE_BUMP = "one_bump"
    HAS_ACTION = "has_action"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Fact:
    """An atom with its words: a level, a list of ids, or (for a zone's rung) zone and rung."""

    atom: Atom
    words: tuple[str, ...]


class Alteration(Enum):
    """How the second of two compared cases differs from the first, in exactly one thing."""

    ANOTHER_VALUE = "another_value"
    ANOTHER_BUMP = "another_bump"
    UNKNOWN_TO_FLAG = "unknown_to_flag"
    CALM_TO_UNKNOWN = "calm_to_unknown"


class Direction(Enum):
    """Where the second outcome may not go."""

    NOT_LOWER = "not_lower"
    NOT_HIGHER = "not_higher"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two cases that differ in one thing, and how their outcomes may differ.

    Attributes:
        words: for a flag or a calm answer, the words of each finding that count as one.
    """

    change: Alteration
    words: Mapping[FindingId, tuple[str, ...]]
    when: Direction | None
    person: Direction | None
    zones: Direction | None
    bump: Direction | None


class Plant(Enum):
    """A sort of fault planted in the rules, to see that a claim notices it.

    WEAKEN takes urgency and door from the rules (of a level) that read certain findings; ALLOW
    takes what they lower from rules; SOFTEN lets rules no longer withhold while unknown; ADD adds
    an over-careful rule; ZONE_CAP and SITE_ZONE change the ladder; UNNAME lets rules forget certain
    professions, both as help and as warned off, UNWARN only the warning; MUTE takes the sentence
    from rules of a level.
    """

    WEAKEN = "weaken"
    ALLOW = "allow"
    SOFTEN = "soften"
    ADD = "add"
    ZONE_CAP = "zone_cap"
    SITE_ZONE = "site_zone"
    UNNAME = "unname"
    MUTE = "mute"
    UNWARN = "unwarn"


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fault; only what its sort needs is set."""

    plant: Plant
    when: When | None
    rung: Rung | None
    reads: frozenset[FindingId]
    condition: Condition
    site: str
    zones: tuple[Zone, ...]
    who: tuple[ProfessionId, ...]
    possible: WhenPossible
    door: Door | None


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something that holds of every case, or of every two cases that differ in one thing.

    Attributes:
        condition: its premise, true of some value the person gave.
        surely: a premise that is known and true of every value given.
        given: what its premise says of the outcome.
        then: what must follow.
        case: the body of a case file in which the premise holds.
        planted: a fault under which the claim must fail.
    """

    id: str
    says: str
    condition: Condition
    surely: Condition
    given: tuple[Fact, ...]
    then: tuple[Fact, ...]
    comparison: Comparison | None
    case: Mapping[str, object]
    planted: Planted
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class ProofVerdict:
    """What came of one invariant.

    Attributes:
        broken_by: a case that breaks it; ``None``: there is none.
        changed: for two compared cases, what the second has changed.
        problem: why the claim has no teeth: its own case misses its premise, or the planted fault
            goes unnoticed.
    """

    id: str
    says: str
    broken_by: Case | None = None
    changed: str = ""
    problem: str = ""

    @property
    def proved(self) -> bool:
        """Whether it holds of every case and could have failed."""
        return self.broken_by is None and not self.problem


@dataclass(frozen=True, slots=True)
class Proof:
    """The whole report.

    Attributes:
        kinds: how many of the proved ones differ in more than a constant.
        compared: sampled cases and witnesses on which encoding and engine were compared.
        disagreements: what differed, each with its case.
    """

    verdicts: tuple[ProofVerdict, ...]
    kinds: int
    compared: int
    disagreements: tuple[tuple[str, Case], ...]

    @property
    def holds(self) -> bool:
        """Whether everything is proved, and what is proved is what runs."""
        return not self.disagreements and all(verdict.proved for verdict in self.verdicts)
