"""The published JSON of a guide, its keys frozen (docs/reference/guide-json.md)."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Published(BaseModel):
    """A published shape: nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationJson(_Published):
    """A source and the place in it."""

    source: str
    locator: str


class ReasonJson(_Published):
    """One sentence with the entry it comes from and its evidence."""

    entry: str
    text: str
    grade: Literal["A", "B", "C", "D"]
    citations: list[CitationJson]
    reviewed: str | None


class FiredJson(_Published):
    """A rule that applies; ``possible``: acted on although its condition is not known."""

    rule: str
    lesion: str | None
    when: str | None
    possible: bool
    reason: ReasonJson


class LesionCareJson(_Published):
    """How far home care may go on one bump."""

    id: str
    zones: list[str]
    rung: str
    because: list[str]
    lifted_by: str | None


class HomeCareJson(_Published):
    """The ladder per zone and for the person."""

    person: str
    zones: dict[str, str]
    lesions: list[LesionCareJson]
    because: list[str]
    lifted_by: str | None


class HomeRetinoidJson(_Published):
    """Whether any zone allows a cosmetic retinoid, and the rules that say no."""

    allowed: bool
    because: list[str]


class MissingJson(_Published):
    """An answer not known that could still change the result."""

    finding: str
    lesion: str | None
    text: str
    rules: list[str]


class ChoiceJson(_Published):
    """One of the four choices."""

    id: str
    name: str
    text: str
    open: bool
    because: str | None
    grade: Literal["A", "B", "C", "D"]
    citations: list[CitationJson]


class LookJson(_Published):
    """A condition it can look like."""

    id: str
    name: str
    summary: str


class TriageTextsJson(_Published):
    """What a reader is shown, in the order it is shown."""

    action: str
    when: str
    door: str
    who: list[str]
    not_who: list[str]
    tonight: list[str]
    because: list[str]
    sounds_like: str
    speaks_for: list[ReasonJson]
    speaks_against: list[ReasonJson]
    looks: list[LookJson]
    choices: list[ChoiceJson]


class ChangeJson(_Published):
    """One single answer that would change the result; ``shown`` is the short list to read."""

    finding: str
    lesion: str | None
    label: str
    answer: str
    text: str
    when: str
    door: str
    person: str
    zones: dict[str, str]
    shown: bool


class TriageJson(_Published):
    """What triage decided."""

    when: str
    bump_when: str
    who: list[str]
    not_who: list[str]
    door: str
    disposition: str
    settled: bool
    sounds_like: str
    conditions: list[str]
    home_care: HomeCareJson
    home_retinoid: HomeRetinoidJson
    fired: list[FiredJson]
    unknown_that_matter: list[MissingJson]
    texts: TriageTextsJson


class AxisJson(_Published):
    """One axis of the skin type; ``high`` is hundredths of probability.

    ``chance`` is that in words, ``settle`` what would make it clear, ``hint`` what a type known
    from elsewhere says; each ``null`` where there is nothing to say.
    """

    axis: str
    side: str
    high: int
    answered: int
    name: str
    high_name: str
    low_name: str
    text: str
    means: str | None
    chance: str | None
    spread: str
    settle: str | None
    hint: str | None
    next_item: str | None


class TypeLineJson(_Published):
    """One line about what a skin type means for what somebody uses."""

    topic: str
    topic_name: str
    reason: ReasonJson


class SkinTypeJson(_Published):
    """All four axes; letters only when all are clear; the page composed for them."""

    letters: str
    axes: list[AxisJson]
    page: list[TypeLineJson]


class EntryJson(_Published):
    """One entry of a label as printed."""

    text: str
    start: int
    end: int
    ingredient: str | None
    inci: str | None
    method: str
    confidence: int
    section: str
    position: int
    percent: float | None
    classes: list[str]


class ProductJson(_Published):
    """A product as read and as judged."""

    id: str
    name: str
    verdict: str
    verdict_text: str
    line: str
    decided_by: list[str]
    reasons: list[ReasonJson]
    unknown: list[str]
    asks: list[str]
    product_kind: str
    retinoid_tier: int | None
    quality: str
    problem: str | None
    entries: list[EntryJson]
    label: str


class StepJson(_Published):
    """One step of the plan."""

    slot: str
    slot_name: str
    order: int
    kind: str | None
    product: str | None
    name: str
    look_for: str | None
    zones: list[str]
    ramp: bool
    option: bool
    reasons: list[ReasonJson]


class EveningJson(_Published):
    """A dated evening for the slowly started step."""

    on: date
    week: int
    stage: int


class LeftOutJson(_Published):
    """A product beside the plan (left out, or a medicine used by its leaflet), and why."""

    product: str
    name: str
    reasons: list[ReasonJson]


class IrritationJson(_Published):
    """A way the skin may take it, and what to do then."""

    id: str
    look: str
    advice: str


class RegimenJson(_Published):
    """The plan."""

    home_care: dict[str, str]
    tonight: list[str]
    steps: list[StepJson]
    calendar: list[EveningJson]
    left_out: list[LeftOutJson]
    by_leaflet: list[LeftOutJson]
    conflicts: list[str]
    irritation: list[IrritationJson]
    optimal: bool
    optimal_because: str


class MilestoneJson(_Published):
    """A dated look."""

    kind: str
    on: date
    reason: ReasonJson
    choices: list[str]


class CourseJson(_Published):
    """How long it may take."""

    expectations: list[ReasonJson]
    milestones: list[MilestoneJson]
    book_now: str | None


class ContactJson(_Published):
    """A door with its name here and its number."""

    door: str
    name: str
    phone: str


class ReferralJson(_Published):
    """Who, where and what to say."""

    place: str
    contacts: list[ContactJson]
    who: list[str]
    not_who: list[str]
    script: list[str]


class SourceJson(_Published):
    """A source behind a sentence of this guide."""

    id: str
    kind: str
    title: str
    authors: str
    year: int | None
    identifier: str
    url: str
    read: str
    note: str


class VersionsJson(_Published):
    """What the answer was made with."""

    engine: str
    knowledge: str
    overlays: list[str]
    checked_on: date
    valid_until: date
    expired: bool


class ModuleOffJson(_Published):
    """A part that is switched off here or at the place, and the sentence in its stead."""

    module: str
    text: str


class GuideJson(_Published):
    """The complete answer; its keys only ever grow."""

    as_of: date
    triage: TriageJson
    skin_type: SkinTypeJson
    products: list[ProductJson]
    regimen: RegimenJson | None
    course: CourseJson
    referral: ReferralJson
    changes_if: list[ChangeJson]
    sources: list[SourceJson]
    versions: VersionsJson
    notice: str
    modules_off: list[ModuleOffJson]


class TriageAnswerJson(_Published):
    """What ``milium triage --json`` prints."""

    as_of: date
    triage: TriageJson
    changes_if: list[ChangeJson]
    versions: VersionsJson
    notice: str
