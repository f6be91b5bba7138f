"""How a slowly started step is followed: what check-ins mean, and how far they have led."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.ids import MessageId
from milium.domain.triage import When


class Response(IntEnum):
    """What a noted sign does to the step; of several on one day the highest counts.

    NOTE says nothing about how skin takes the step: such a note is no check-in.
    """

    NOTE = 0
    GO_ON = 1
    HOLD = 2
    STEP_BACK = 3
    STOP = 4


class Standing(Enum):
    """How the step stands: gone on with, held, paused till skin is calm, or stopped."""

    ON = "on"
    HOLD = "hold"
    PAUSED = "paused"
    STOPPED = "stopped"


class Strength(IntEnum):
    """The highest strength a person may choose; it is never raised to beat the clock."""

    LOW = 0
    MID_ON_BUMP = 1
    HIGH_ON_BUMP = 2


@dataclass(frozen=True, slots=True)
class IrritationState:
    """A way the skin may take it, and what to do then.

    Attributes:
        when: which notes of a day say so.
        effect: what that does to the step.
        how_soon: how soon somebody has to be asked.
    """

    id: str
    when: Condition
    effect: Response
    how_soon: When
    look: MessageId
    advice: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Window:
    """The nights round a treatment of the face on which the step is left out.

    Attributes:
        treatment: a word of the finding ``treatment``.
        before: nights before its day.
        after: nights after its day.
    """

    treatment: str
    before: int
    after: int
    message: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StrengthRule:
    """After how many calm weeks of the last stage a strength is the person's to choose.

    Attributes:
        message: the opinion for it.
        beside: what the label of the medicine says, always shown beside it.
    """

    strength: Strength
    calm_weeks: int
    message: MessageId
    evidence: Evidence
    beside: MessageId
    beside_evidence: Evidence


@dataclass(frozen=True, slots=True)
class CheckInRules:
    """How check-ins move a slowly started step.

    Attributes:
        calm: calm check-ins since a stage began, without another between, that it takes to go on.
        apart_days: days from the first of them to the last.
        calm_nights: nights skin has to be calm before a paused step begins again.
        missed_days: days of a stage that a missed evening does not count for.
        every_days: days from one check-in to the next.
        longest_gap: days without a check-in after which a calm time counts anew.
        recent_days: days for which a serious check-in asks for somebody so soon.
        ahead_weeks: weeks that are dated beyond today, however long the plan has run.
    """

    calm: int
    apart_days: int
    calm_nights: int
    missed_days: int
    every_days: int
    longest_gap: int
    recent_days: int
    ahead_weeks: int
    evidence: Evidence
    windows: tuple[Window, ...]
    strengths: tuple[StrengthRule, ...]

    @property
    def windows_by_treatment(self) -> Mapping[str, Window]:
        """Each window by the word that opens it."""
        return {window.treatment: window for window in self.windows}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a slowly started step has come, and what comes next if skin stays calm.

    Attributes:
        began: the plan's first day: the one noted in the diary, else today.
        noted: it stands in the diary, so that a later day goes on from it.
        first: the first evening.
        stage: the stage reached, from 1; while paused the one it begins again with.
        state: what the last check-in said, if there is one.
        calm_weeks: whole weeks at this stage that check-ins call calm, up to the last of them.
        next_evening: the next evening it is used.
        up_on: the day the next stage may begin.
        next_check_in: the day to note how skin takes it.
        strength: the highest strength the person may choose.
        how_soon: how soon somebody has to be asked about it.
        released: evenings that an earlier day's plan may have dated and that are used no more.
    """

    began: date
    noted: bool
    first: date
    stage: int
    standing: Standing
    state: IrritationState | None
    calm_weeks: int
    next_evening: date | None
    up_on: date | None
    next_check_in: date
    strength: Strength
    how_soon: When
    reasons: tuple[Reason, ...]
    released: tuple[date, ...] = ()
