"""What the diary says of a plan: when it began, how skin took it, what was missed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known
from milium.domain.cases import DiaryEntry
from milium.domain.check_ins import CheckInRules, IrritationState, Response, Window
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.rules import evaluate

PLAN, EVENING = FindingId("plan"), FindingId("evening")
TREATMENT, LOOKED = FindingId("treatment"), FindingId("looked")
BEGAN, MAY_GO_ON, MID_ON_BUMP = "began", "may_go_on", "mid_on_bump"
USED, MISSED, YES = "used", "missed", "yes"


@dataclass(frozen=True, slots=True)
class Break:
    """Nights off round a treatment of the face, both ends included."""

    start: date
    end: date
    window: Window


@dataclass(frozen=True, slots=True)
class Noted:
    """The diary up to a day, sorted by what it means.

    Attributes:
        began: the latest day on which a plan was begun.
        used: evenings on which the step is noted as used, in order.
        check_ins: what each day's check-in said, the most serious of the day.
        told: days on which a doctor or pharmacist said to go on.
        mid: days on which the middle strength was begun on the bump.
        looked: the first day on which somebody trained is noted to have looked.
        breaks: nights off round treatments, planned ones too.
    """

    began: date | None
    used: tuple[date, ...]
    missed: frozenset[date]
    check_ins: Mapping[date, IrritationState]
    told: frozenset[date]
    mid: frozenset[date]
    looked: date | None
    breaks: tuple[Break, ...]


def read_diary(
    diary: Sequence[DiaryEntry],
    states: tuple[IrritationState, ...],
    rules: CheckInRules,
    *,
    on: date,
) -> Noted:
    """What stands in the diary up to this day; of later days only the planned treatments count."""
    past = [entry for entry in diary if entry.on <= on]
    missed = (each.on for each in past if MISSED in _words(each.answers.get(EVENING, UNKNOWN)))
    return Noted(
        began=max(_days(past, PLAN, BEGAN), default=None),
        used=tuple(sorted(_days(past, EVENING, USED))),
        missed=frozenset(missed),
        check_ins=_check_ins(past, states),
        told=_days(past, PLAN, MAY_GO_ON),
        mid=_days(past, PLAN, MID_ON_BUMP),
        looked=min(_days(past, LOOKED, YES), default=None),
        breaks=_breaks(diary, rules),
    )


def state_of(answers: Answers, states: Iterable[IrritationState]) -> IrritationState | None:
    """The most serious way of taking it that the notes of a day surely say; ``None`` if none."""
    said = [state for state in states if evaluate(state.when, answers) is Truth.TRUE]
    return max(said, key=lambda state: (state.effect, state.how_soon), default=None)


def _check_ins(
    entries: Iterable[DiaryEntry], states: tuple[IrritationState, ...]
) -> Mapping[date, IrritationState]:
    found: dict[date, IrritationState] = {}
    for entry in entries:
        state = state_of(entry.answers, states)
        if state is None or state.effect is Response.NOTE:
            continue
        before = found.get(entry.on)
        if before is None or (state.effect, state.how_soon) > (before.effect, before.how_soon):
            found[entry.on] = state
    return found


def _days(entries: Iterable[DiaryEntry], finding: FindingId, word: str) -> frozenset[date]:
    """The days that surely say so: what lets a step go on is never read off a contradiction."""
    return frozenset(e.on for e in entries if e.answers.get(finding) == Known(word))


def _words(answer: Answer) -> frozenset[str | int]:
    """Every word an answer may stand for; of a contradictory one each."""
    match answer:
        case Known(value):
            return frozenset({value})
        case Contradictory(values):
            return frozenset(values)
        case Chosen(members):
            return frozenset(members)
        case _:
            return frozenset()


def _breaks(diary: Iterable[DiaryEntry], rules: CheckInRules) -> tuple[Break, ...]:
    """The nights off, in order of their first."""
    windows = rules.windows_by_treatment
    found = [
        Break(
            entry.on - timedelta(days=windows[str(word)].before),
            entry.on + timedelta(days=windows[str(word)].after),
            windows[str(word)],
        )
        for entry in diary
        for word in sorted(map(str, _words(entry.answers.get(TREATMENT, UNKNOWN))))
        if word in windows
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.window.treatment)))
