"""Where a statement comes from, how good that is, and who has reviewed it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from milium.domain.ids import SourceId
from milium.domain.messages import Message


class Grade(Enum):
    """How good the evidence is; one scale everywhere (DESIGN 2, law 4)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: a paper, a guideline, a label, a page, an article.

    Attributes:
        read: how it was read: ``full``, ``abstract``, ``excerpt``, ``secondary`` (through somebody
            else's summary) or ``none`` (background knowledge).
    """

    id: SourceId
    kind: str
    title: str
    authors: str
    year: int | None
    identifier: str
    url: str
    read: str
    note: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the place in it."""

    source: SourceId
    locator: str


@dataclass(frozen=True, slots=True)
class Review:
    """A clinician's signature under an entry."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a statement; every rule, claim and band carries one.

    Raises:
        ValueError: no citation.
    """

    grade: Grade
    citations: tuple[Citation, ...]
    reviewed: Review | None

    def __post_init__(self) -> None:
        """Refuse a statement without a source."""
        if not self.citations:
            message = "a statement needs at least one citation"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: the message, the entry it comes from, and its evidence."""

    entry: str
    message: Message
    evidence: Evidence
