"""The whole answer to one case: what every front end shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from milium.domain.cases import Case, Product
from milium.domain.courses import Course
from milium.domain.evidence import Evidence, Source
from milium.domain.exposure import Verdict
from milium.domain.ids import PlaceId, ProfessionId
from milium.domain.labels import LabelReading
from milium.domain.messages import Message
from milium.domain.modules import Module
from milium.domain.regimens import Regimen
from milium.domain.skin_types import SkinType, TypeLine
from milium.domain.triage import Contact, Triage


@dataclass(frozen=True, slots=True)
class JudgedProduct:
    """A product as given, as read and as judged."""

    product: Product
    reading: LabelReading
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the four choices, with whether it is open to this person and why not."""

    id: str
    name: Message
    text: Message
    open: bool
    because: Message | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Referral:
    """Who, where and what to say; ``script`` is empty when nobody needs to be called."""

    place: PlaceId
    contacts: tuple[Contact, ...]
    who: tuple[ProfessionId, ...]
    not_who: tuple[ProfessionId, ...]
    script: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What the answer was made with."""

    engine: str
    knowledge: str
    overlays: tuple[str, ...]
    checked_on: date
    valid_until: date
    expired: bool


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything one case is answered with, on one day."""

    as_of: date
    case: Case
    triage: Triage
    choices: tuple[Choice, ...]
    skin_type: SkinType
    products: tuple[JudgedProduct, ...]
    regimen: Regimen | None
    course: Course
    referral: Referral
    sources: Mapping[str, Source]
    versions: Versions
    notice: Message
    modules_off: tuple[Module, ...] = ()
    skin_page: tuple[TypeLine, ...] = ()
