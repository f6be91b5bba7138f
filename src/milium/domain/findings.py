"""What a person can be asked: each finding with its words, units and how long an answer keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.ids import FindingId, QuestionId


class FindingKind(Enum):
    """How an answer looks.

    WORD is one of the words; WORDS a tick-list; NUMBER a number; SPAN a length of time, kept in
    days.
    """

    WORD = "word"
    WORDS = "words"
    NUMBER = "number"
    SPAN = "span"


class Scope(Enum):
    """Whom a finding or rule is about."""

    PERSON = "person"
    LESION = "lesion"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Band:
    """A range of a measured number (in ``decimals`` units) that a word stands for."""

    word: str
    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person can report.

    Attributes:
        section: the part of the case file it stands in (``person``, ``lesions``, ``habits``...).
        words: the allowed words, in the order they are offered (WORD and WORDS).
        bands: for a WORD that may also be given as a measured number (``fever: 38.2``).
        decimals: a NUMBER is kept as an integer of 10 ** -decimals units.
        lowest, highest: the range a NUMBER or SPAN must be in, same units (days for a SPAN).
        keeps_days: after so many days the answer is unknown again; ``None``: it keeps.
        grows: a SPAN that moves forward with the calendar (age, how long it has been there).
    """

    id: FindingId
    scope: Scope
    section: str
    kind: FindingKind
    words: tuple[str, ...]
    bands: tuple[Band, ...]
    decimals: int
    lowest: int
    highest: int
    keeps_days: int | None
    grows: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked on one page: one finding, or several as a tick-list.

    Attributes:
        no_tick: ``finding.word`` of words that are left off the list.
        lesion: whether it is asked for each bump.
        safety: its answer can change urgency, who, or what may be done at home.
    """

    id: QuestionId
    findings: tuple[FindingId, ...]
    lesion: bool
    safety: bool
    no_tick: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Keyword:
    """Something a person may mention in their own words; it raises a question, and lowers nothing.

    Attributes:
        word: the word of the finding ``words_mention`` it stands for.
        stems: beginnings of words, in lower case, in any of the languages we know.
    """

    word: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """All findings and questions, in the order they are asked when nothing else decides."""

    findings: Mapping[FindingId, Finding]
    questions: tuple[Question, ...]
    keywords: tuple[Keyword, ...] = ()
