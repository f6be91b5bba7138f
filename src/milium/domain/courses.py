"""How long it may take: expectation bands, looks at fixed dates, forks."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.ids import MessageId


class MilestoneKind(Enum):
    """What a date in the course is for."""

    CHECK_IN = "check_in"
    SEEN = "seen"
    FOUR_WEEK_LOOK = "four_week_look"
    FORK = "fork"
    NEWBORN_CHECK = "newborn_check"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one group of people may expect, by one or more sources that may disagree."""

    id: str
    when: Condition
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MilestoneRule:
    """A look at a fixed number of days after the start, for whom it is meant.

    Attributes:
        after_days: counted from the start of the plan (or from today).
        needs_ramp: only with a plan that uses a slowly started step.
    """

    id: str
    kind: MilestoneKind
    when: Condition
    after_days: int
    needs_ramp: bool
    message: MessageId
    choices: tuple[MessageId, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CourseRules:
    """The slice of the knowledge that projecting a course reads.

    Attributes:
        book_now: what is said where something should be seen soon.
        book_look: what is said where only the 4-week look is due; that may be cancelled.
    """

    expectations: tuple[Expectation, ...]
    milestones: tuple[MilestoneRule, ...]
    book_now: MessageId
    book_look: MessageId


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated look."""

    kind: MilestoneKind
    on: date
    reason: Reason
    choices: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Bands, dates and, where DESIGN 4 allows it, the advice to book now."""

    expectations: tuple[Reason, ...]
    milestones: tuple[Milestone, ...]
    book_now: MessageId | None
