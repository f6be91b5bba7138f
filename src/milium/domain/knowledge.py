"""The knowledge, whole and in slices; built once by ``kb``, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from milium.domain.audits import AuditRules
from milium.domain.conditions import Condition
from milium.domain.courses import CourseRules
from milium.domain.evidence import Evidence, Source
from milium.domain.exposure import ExposureRules
from milium.domain.ids import MessageId, ProfessionId, SourceId
from milium.domain.labels import Vocabulary
from milium.domain.regimens import RegimenRules
from milium.domain.reviews import Area, SignedForm
from milium.domain.skin_types import SkinTypeRules
from milium.domain.triage import Door, TriageRules


@dataclass(frozen=True, slots=True)
class Profession:
    """Who somebody is, in words, and what they may and may not do about milia."""

    id: ProfessionId
    name: MessageId
    does: MessageId
    doors: tuple[Door, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Closing:
    """When a choice is not for this person, and what it says then."""

    when: Condition
    because: MessageId


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """One of the four choices; the first closing that holds greys it out and says why."""

    id: str
    closed: tuple[Closing, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Edition:
    """Which knowledge this is and until when it holds (law 8).

    Attributes:
        withdrawals: ids of claims and product kinds taken back; they no longer apply.
        overlays: what a person added, each as its file's name and content hash.
    """

    version: str
    checked_on: date
    valid_until: date
    withdrawals: tuple[str, ...]
    overlays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it: sources, texts by language, one slice per engine, and who has reviewed what."""

    edition: Edition
    sources: Mapping[SourceId, Source]
    texts: Mapping[str, Mapping[MessageId, str]]
    triage: TriageRules
    vocabulary: Vocabulary
    exposure: ExposureRules
    skin_types: SkinTypeRules
    regimens: RegimenRules
    audit: AuditRules
    courses: CourseRules
    professions: Mapping[ProfessionId, Profession]
    choices: tuple[ChoiceRule, ...]
    areas: tuple[Area, ...] = ()
    reviews: tuple[SignedForm, ...] = ()
