"""A case: everything one person told Milium, parsed and complete."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from milium.domain.answers import Answer, Answers
from milium.domain.ids import FindingId, ItemId, LesionId, PlaceId, ProductId


@dataclass(frozen=True, slots=True)
class Lesion:
    """One bump, or one group of bumps that look alike and sit together."""

    id: LesionId
    answers: Answers


@dataclass(frozen=True, slots=True)
class Product:
    """Something on the person's shelf.

    Attributes:
        label: the list of contents as printed, or ``""`` when none was given.
        answers: where and how it is used (``area``, ``used_when``, ``leave_on``, ``kind``...).
        since: the day it was first used, when known.
    """

    id: ProductId
    name: str
    label: str
    answers: Answers
    since: date | None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants and can afford; limits a plan, never a safety rule.

    Attributes:
        budget_cents: the most to spend on new things, in hundredths of the currency; ``None`` when
            no limit was named.
        max_steps: the most steps at one go, morning or evening; ``None`` when none was named.
        avoid: ingredient classes or ids the person won't use.
    """

    budget_cents: int | None = None
    currency: str = ""
    max_steps: int | None = None
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """What was noted on one day: how the skin was, what was skipped."""

    on: date
    answers: Answers
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything one person told Milium, on the day they told it.

    Attributes:
        answers: findings about the person, their habits and wishes, by finding id.
        skin: answers to the skin type items, by item id.
        known_type: a four-letter type known from elsewhere, or ``""``.
        extras: keys of the file that start ``x-``, each with its value as JSON; kept, never read.
        words: their own words, for the clinician; may raise a question, never lower anything.
    """

    as_of: date
    place: PlaceId
    answers: Answers
    lesions: tuple[Lesion, ...]
    shelf: tuple[Product, ...] = ()
    skin: Mapping[ItemId, Answer] = field(default_factory=dict)
    known_type: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    words: str = ""
    diary: tuple[DiaryEntry, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()

    def answers_for(self, lesion: Lesion) -> Mapping[FindingId, Answer]:
        """The person's answers and this bump's together."""
        return {**self.answers, **lesion.answers}
