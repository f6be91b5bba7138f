"""The published JSON of the cards and of a shelf (docs/reference/claims-json.md)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from milium.app.formats.guide import CitationJson, ReasonJson, SourceJson, VersionsJson

Stance = Literal["for", "against", "mixed", "unknown"]


class _Published(BaseModel):
    """A published shape: nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ClaimJson(_Published):
    """Something somebody says of an ingredient; ``lowest``: not graded is null, never 0."""

    id: str
    ingredient: str
    topic: str
    stance: Stance
    text: str
    lowest: int | None
    highest: int | None
    model: str
    vehicle: str | None
    percent: float | None
    grade: Literal["A", "B", "C", "D"]
    citations: list[CitationJson]
    reviewed: str | None


class ListedJson(_Published):
    """What one list says; ``on_it`` false: it is not on the list, which is no grade of 0."""

    id: str
    name: str
    about: str
    popular: bool
    on_it: bool
    lowest: int | None
    highest: int | None
    text: str


class UseJson(_Published):
    """An imagined way to use it, and what the rules say of that."""

    use: str
    text: str
    verdict: str
    verdict_text: str
    decided_by: list[str]
    line: str


class IngredientCardJson(_Published):
    """One ingredient: who says what, what was tested, how it is weighed, what nobody knows."""

    ingredient: str
    inci: str
    name: str
    names: list[str]
    known: bool
    medicine: bool
    standing: Literal["cases", "said", "against", "nobody"]
    question: str
    answer: str
    what_it_is: list[str]
    who_says_so: list[ClaimJson]
    against: list[ClaimJson]
    helps: list[ClaimJson]
    tests: list[ClaimJson]
    lists: list[ListedJson]
    lists_text: str
    other: list[ClaimJson]
    weighed: list[UseJson]
    unknown: list[str]
    advice: str


class IngredientAnswerJson(_Published):
    """What ``milium ingredients NAME --json`` prints."""

    card: IngredientCardJson
    sources: list[SourceJson]
    versions: VersionsJson


class NamedJson(_Published):
    """One thing somebody names, in short."""

    ingredient: str
    inci: str
    name: str
    names: list[str]
    what_it_is: list[str]
    medicine: bool
    best_grade: Literal["A", "B", "C", "D"]
    question: str
    answer: str
    who_says_so: list[ClaimJson]
    against: list[ClaimJson]
    weighed: list[UseJson]


class NamedForJson(_Published):
    """What ``milium ingredients --claimed-for TOPIC --json`` prints."""

    topic: str
    intro: str
    named: list[NamedJson]
    helps: list[NamedJson]
    sources: list[SourceJson]
    versions: VersionsJson


class KnownJson(_Published):
    """One row of the list of all ingredients something is known or claimed of."""

    ingredient: str
    inci: str
    name: str
    topics: list[str]


class KnownListJson(_Published):
    """What ``milium ingredients --json`` prints."""

    known: list[KnownJson]
    named_only: int
    versions: VersionsJson


class CountsJson(_Published):
    """A class that counts on a label, by one entry."""

    ingredient_class: str
    ingredient: str
    position: int
    text: str


class TallyJson(_Published):
    """What one list makes of the whole label."""

    id: str
    name: str
    graded: int
    flagged: list[str]
    text: str


class PackSayingJson(_Published):
    """What the pack says of itself, read as a claim."""

    claim: str
    words: str
    text: str
    grade: Literal["A", "B", "C", "D"]
    citations: list[CitationJson]


class ProductCardJson(_Published):
    """What ``claims_card`` is printed as: one honest card for a label."""

    title: str
    answer: str
    quality: str
    problem: str | None
    recognised: int
    unread: int
    leave_out_first: list[str]
    weighed: list[UseJson]
    counts: list[CountsJson]
    said: list[ClaimJson]
    lists: list[TallyJson]
    lists_text: str
    pack: list[PackSayingJson]
    unknown: list[str]
    sources: list[SourceJson]
    versions: VersionsJson


class VerdictJson(_Published):
    """The advice about one product, with what decided it in one plain line."""

    product: str
    name: str
    verdict: str
    verdict_text: str
    line: str
    decided_by: list[str]
    reasons: list[ReasonJson]
    unknown: list[str]
    questions: list[str]
    asks: list[str]
    pack: list[PackSayingJson]
    versions: VersionsJson


class SharedJson(_Published):
    """An ingredient in two products and more."""

    ingredient: str
    name: str
    products: list[str]
    noted: bool


class ZoneLoadJson(_Published):
    """What stays on in one zone."""

    zone: str
    name: str
    left_on: list[str]
    rich: list[str]


class DoubledJson(_Published):
    """One strong thing in two products and more."""

    active: str
    name: str
    products: list[str]


class HiddenJson(_Published):
    """A form of vitamin A where nobody named one."""

    product: str
    ingredient: str | None
    text: str
    position: int


class ShelfJson(_Published):
    """What ``milium shelf --json`` prints."""

    products: list[VerdictJson]
    shared: list[SharedJson]
    zones: list[ZoneLoadJson]
    open: list[str]
    doubled: list[DoubledJson]
    hidden: list[HiddenJson]
    asked_for: list[str]
    lines: list[str]
    sources: list[SourceJson]
    versions: VersionsJson
