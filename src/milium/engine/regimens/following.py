"""Following a slowly started step, night by night: noted days as they were, later ones calm.

What can't be seen from one night to the next is kept small, so that the law can be checked: with a
worse check-in no night has a higher stage, and no evening is used that was not used with a better
one. The evenings of a stage are every so many nights from the first evening of all; each stage's
are among the next one's, so a pause leaves evenings out and never moves one nearer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from milium.domain.check_ins import CheckInRules, IrritationState, Response, Standing
from milium.engine.regimens.diary import Noted

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the stages may follow one another for this person.

    Attributes:
        lengths: days of each stage but the last.
        gaps: nights from one use to the next, by stage.
        hold_after: the last day on which a stage may begin while nobody trained has looked.
        looked: the day since which somebody has, if any.
    """

    lengths: tuple[int, ...]
    gaps: tuple[int, ...]
    hold_after: date
    looked: date | None

    def may_rise(self, day: date) -> bool:
        """Whether the next stage may begin that day."""
        return day <= self.hold_after or (self.looked is not None and day >= self.looked)


@dataclass(frozen=True, slots=True)
class Night:
    """One night: the stage, how the step stands, whether it is used.

    Attributes:
        calm_since: from when check-ins call this stage calm.
        last: the last day something was noted of how skin takes it, or the first evening.
    """

    on: date
    stage: int
    standing: Standing
    used: bool
    calm_since: date
    last: date


@dataclass(slots=True)
class _Course:
    """What is carried from one night to the next.

    Attributes:
        counted: days that count for the stage.
        run: calm check-ins since the stage began, without another between.
        run_from: the first of them, and ``run_to`` the last.
        calm_from: since when skin is calm, while paused.
    """

    first: date
    stage: int
    entered: date
    calm_since: date
    last: date
    standing: Standing = Standing.ON
    counted: int = 0
    run: int = 0
    run_from: date = date.min
    run_to: date = date.min
    calm_from: date | None = None

    def enter(self, stage: int, day: date) -> None:
        """Begin a stage."""
        self.stage, self.entered, self.counted, self.run = stage, day, 0, 0
        self.disturb(day)

    def disturb(self, day: date) -> None:
        """Count the calm time from that day, if not from a later one."""
        self.calm_since = max(self.calm_since, day)


def follow(
    noted: Noted, pace: Pace, rules: CheckInRules, *, first: date, on: date, until: date
) -> Iterator[Night]:
    """Every night from the first check-in or evening up to a day, that day not included.

    Args:
        noted: the diary up to ``on``.
        pace: how fast this person's stages may follow one another.
        rules: how check-ins move the stages.
        first: the first evening; no stage moves before it.
        on: today; each later day is taken to have a calm check-in.
        until: the day to stop before.
    """
    off, idle = _nights_off(noted), _uncounted(noted, rules)
    course = _Course(first, 1, first, first, first)
    day = min([first, *noted.check_ins])
    while day < until:
        state = noted.check_ins.get(day)
        if state:
            _remember(course, state, rules, day=day)
        heard = Response.GO_ON if day > on else state.effect if state else None
        _hear(course, heard, noted, day=day)
        _move(course, pace, rules, day=day)
        if day in off or day in noted.missed:
            course.disturb(day + DAY)
        live = day >= first and course.standing in {Standing.ON, Standing.HOLD}
        on_grid = (day - first).days % pace.gaps[course.stage - 1] == 0
        used = live and on_grid and day not in off
        yield Night(day, course.stage, course.standing, used, course.calm_since, course.last)
        course.counted += live and day not in idle and day not in off
        day += DAY


def _remember(course: _Course, state: IrritationState, rules: CheckInRules, *, day: date) -> None:
    """When something was noted last; too long without, and the calm time counts anew."""
    if (day - course.last).days > rules.longest_gap:
        course.disturb(day)
    if state.effect is not Response.GO_ON:
        course.disturb(day + DAY)
    course.last = max(course.last, day)


def _hear(course: _Course, effect: Response | None, noted: Noted, *, day: date) -> None:
    """What a check-in does at once; what a doctor said comes before what skin does that day."""
    if day in noted.told and course.standing is Standing.STOPPED:
        course.standing, course.calm_from = Standing.PAUSED, None
    if effect is None or effect is Response.NOTE:
        return
    if effect is Response.GO_ON:
        _hear_calm(course, day=day)
        return
    course.run, course.calm_from = 0, None
    if effect is Response.STOP:
        course.stage, course.standing = 1, Standing.STOPPED
    elif effect is Response.STEP_BACK:
        course.stage = max(1, course.stage - 1)
        if course.standing is not Standing.STOPPED:
            course.standing = Standing.PAUSED
    elif course.standing is Standing.ON:
        course.standing = Standing.HOLD


def _hear_calm(course: _Course, *, day: date) -> None:
    if course.standing is Standing.HOLD:
        course.standing = Standing.ON
    course.calm_from = course.calm_from or day
    if day > course.entered:
        course.run_from = course.run_from if course.run else day
        course.run, course.run_to = course.run + 1, day


def _move(course: _Course, pace: Pace, rules: CheckInRules, *, day: date) -> None:
    """Begin again after a pause, or begin the next stage, once that is due."""
    calm_from = course.calm_from
    if course.standing is Standing.PAUSED:
        if calm_from is not None and (day - calm_from).days >= rules.calm_nights:
            course.standing = Standing.ON
            course.enter(course.stage, max(day, course.first))
        return
    if course.standing is not Standing.ON or course.stage == len(pace.gaps):
        return
    waited = course.counted >= pace.lengths[course.stage - 1]
    apart = (course.run_to - course.run_from).days >= rules.apart_days
    if waited and course.run >= rules.calm and apart and pace.may_rise(day):
        course.enter(course.stage + 1, day)


def _nights_off(noted: Noted) -> frozenset[date]:
    return frozenset(
        each.start + n * DAY
        for each in noted.breaks
        for n in range((each.end - each.start).days + 1)
    )


def _uncounted(noted: Noted, rules: CheckInRules) -> frozenset[date]:
    """Days that count for no stage, because an evening was missed."""
    return frozenset(day + n * DAY for day in noted.missed for n in range(rules.missed_days))
