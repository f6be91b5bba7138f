"""What is printed on a pack, read: which ingredients, where in the text, how surely."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from milium.domain.evidence import Evidence
from milium.domain.ids import IngredientClass, IngredientId, MessageId


class Method(Enum):
    """How an entry was matched, surest first."""

    EXACT = "exact"
    ALIAS = "alias"
    STRUCTURAL = "structural"
    SEGMENTED = "segmented"
    FAMILY = "family"
    FUZZY = "fuzzy"
    UNKNOWN = "unknown"


class Section(Enum):
    """The part of a label an entry stands in."""

    ACTIVE = "active"
    BASE = "base"
    MAY_CONTAIN = "may_contain"


class Quality(Enum):
    """Whether a reading can be relied on."""

    GOOD = "good"
    PARTIAL = "partial"
    NOT_A_LIST = "not_a_list"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One ingredient: one id, one INCI name, any number of other names."""

    id: IngredientId
    inci: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A name pattern of INCI's grammar (``...METHICONE``), for names never seen before.

    Attributes:
        pattern: a regular expression that the whole normalised name must match.
        asks: the match alone decides nothing; a person has to look (retinoids).
    """

    id: str
    pattern: str
    ingredient_class: IngredientClass
    asks: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The slice of the knowledge that reading a label needs.

    Attributes:
        by_name: normalised name (see ``engine.labels.normalise``) to ingredient id.
        inci: normalised preferred names, to tell an exact match from an alias.
        placeholders: normalised texts that stand where a list should be.
        umbrellas: normalised names that say nothing beside a more exact one (``VITAMIN A``).
        qualifiers: normalised words before or behind a name that do not change what it is.
        prose_words: words in capitals that stand in sentences, not in names.
        confusables: words in capitals that are no misspelling of the one they look like.
        denials: words in capitals before what is *not* in the product (``FREE``, ``OHNE``).
        headings: normalised words that open a part of a label, and the section they open; none
            where what follows is no list (``DIRECTIONS``).
        reliable_share: hundredths of the entries that must be recognised for a good reading.
    """

    ingredients: Mapping[IngredientId, Ingredient]
    by_name: Mapping[str, IngredientId]
    families: tuple[Family, ...]
    placeholders: tuple[str, ...]
    headings: tuple[tuple[str, Section | None], ...]
    reliable_share: int
    umbrellas: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    prose_words: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    confusables: frozenset[str] = frozenset()


class LabelEntry(NamedTuple):
    """One entry of a label; a tuple, because a million labels have thirty million of them.

    Attributes:
        start, end: offsets in the label as given (``label[start:end] == text``).
        ingredient: ``None`` when it was not recognised.
        family: the family a name never seen before belongs to, or ``None``.
        confidence: hundredths, 0 to 100.
        position: 1 for the first entry of its section.
        percent: hundredths of a percent as printed (``0.3 %`` is 30), or ``None``.
    """

    text: str
    start: int
    end: int
    ingredient: IngredientId | None
    family: str | None
    method: Method
    confidence: int
    section: Section
    position: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class LabelReading:
    """All entries of a label, in printed order, with how far they can be relied on."""

    label: str
    entries: tuple[LabelEntry, ...]
    quality: Quality
    problem: MessageId | None


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """One stretch of a label between two separators, and what became of it.

    Attributes:
        prose: it reads like a sentence or the title of one.
        kept: it is an entry; what is not was left out as no part of a list.
    """

    text: str
    start: int
    end: int
    ingredient: IngredientId | None
    family: str | None
    method: Method
    confidence: int
    prose: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What stands from one heading to the next; no section: the heading opens no list."""

    section: Section | None
    headed: bool
    start: int
    end: int
    pieces: tuple[ReadPiece, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a label was read, stage by stage.

    Attributes:
        seen: the text as a reader sees it, without markup.
    """

    seen: str
    parts: tuple[ReadPart, ...]
    reading: LabelReading
