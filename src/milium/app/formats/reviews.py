"""The published JSON of review packs, of a form taken over, and of who reviewed what."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Published(BaseModel):
    """A published shape: nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReviewItemJson(_Published):
    """One thing to agree or disagree with; ``text`` is Markdown."""

    item: str
    fingerprint: str
    text: str


class ReviewPackJson(_Published):
    """One part of an area, as ``knowledge review-pack --json`` prints it."""

    area: str
    part: int
    parts: int
    minutes: int
    knowledge: str
    items: list[ReviewItemJson]


class AreaJson(_Published):
    """How much an area holds, and how much of it stands reviewed."""

    area: str
    items: int
    minutes: list[int]
    reviewed: int
    disagreed: int


class AreasJson(_Published):
    """What ``knowledge review-pack --areas --json`` prints."""

    areas: list[AreaJson]


class OpinionJson(_Published):
    """What a reviewer said of one item, and what has become of it."""

    item: str
    agrees: bool
    comment: str
    state: Literal["fits", "changed", "gone"]
    reviewed: bool


class SignedFormJson(_Published):
    """One form as recorded."""

    id: str
    name: str
    profession: str
    body: str
    number: str
    on: date
    area: str
    knowledge: str
    opinions: list[OpinionJson]


class ReviewsJson(_Published):
    """What ``knowledge reviews --json`` prints."""

    forms: list[SignedFormJson]
    areas: list[AreaJson]


class TakenOverJson(_Published):
    """What ``knowledge review-import --json`` prints."""

    id: str
    file: str
    agreed: list[str]
    disagreed: list[str]
