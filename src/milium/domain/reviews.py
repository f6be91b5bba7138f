"""What a clinician is given to judge, and what they signed (decision 0018)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from milium.domain.exposure import ExposureRule
from milium.domain.ids import AreaId, FindingId, ReviewItemId
from milium.domain.triage import Look, Rule, Rung, Zone


@dataclass(frozen=True, slots=True)
class Area:
    """A field of the knowledge that one kind of specialist can judge.

    Attributes:
        findings: what reads one of these belongs to it.
        words: by finding; what tests for one of these words belongs to it.
        zones: the rows of the ladder that belong to it.
        entries: what belongs to it besides, by item id.
    """

    id: AreaId
    findings: frozenset[FindingId]
    words: Mapping[FindingId, frozenset[str]]
    zones: tuple[Zone, ...]
    entries: frozenset[ReviewItemId]


@dataclass(frozen=True, slots=True)
class Hazard:
    """One row of the hazard log: what can go wrong, what holds against it, what is left.

    Attributes:
        controls: invariant ids, or ``rule ...``, ``test ...`` and ``not yet - ...`` in words.
    """

    id: str
    hazard: str
    harmed: str
    cause: str
    severity: str
    controls: tuple[str, ...]
    remains: str


@dataclass(frozen=True, slots=True)
class ZoneCap:
    """How far home care may go in a zone before any rule lowers it."""

    zone: Zone
    rung: Rung


Judged = Rule | ExposureRule | Look | ZoneCap | Hazard


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to agree or disagree with.

    Attributes:
        id: its kind and id (``rule/lid-bump``); stays while the entry keeps its id.
        fingerprint: 12 hexadecimal digits that change with anything a reviewer judged.
    """

    id: ReviewItemId
    entry: Judged
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who signed: a person who can be found in a public register."""

    name: str
    profession: str
    body: str
    number: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells two reviewers apart, however the name is written."""
        return (self.body.casefold(), self.number.casefold())

    @property
    def signature(self) -> str:
        """The name as shown under what they agreed with."""
        return f"{self.name}, {self.profession} ({self.body} {self.number})"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer ticked at one item, and the content they saw."""

    item: ReviewItemId
    fingerprint: str
    agrees: bool
    comment: str


@dataclass(frozen=True, slots=True)
class SignedForm:
    """One filled form as recorded: who, when, on which knowledge, and exactly what was ticked."""

    id: str
    reviewer: Reviewer
    on: date
    area: AreaId
    knowledge: str
    opinions: tuple[Opinion, ...]
