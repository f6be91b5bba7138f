"""Every date of the slowly started step."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from milium.domain.answers import Known
from milium.domain.audits import Breach, Check
from milium.domain.regimens import Evening
from milium.engine.auditing.sheet import Sheet

WEEK = timedelta(days=7)
LOOKED_AT = "looked_at"
CALENDAR = "calendar"


def _of_one_slow_step(sheet: Sheet) -> Iterator[Breach]:
    """Dates go with one slowly started step, in rising order, from today on.

    They end with the plan's weeks, or with those that are dated beyond today if it runs longer.
    """
    slow = sum(held.step.ramp for held in sheet.steps)
    days = [evening.on for evening in sheet.plan.calendar]
    if slow > 1 or (days and not slow) or any(later <= on for on, later in pairwise(days)):
        yield Breach(Check.DATES, CALENDAR)
    first = sheet.request.on
    planned = timedelta(days=sheet.rules.settle_days) + WEEK * sheet.rules.weeks
    last = first + max(planned, WEEK * sheet.rules.check_ins.ahead_weeks)
    for day in days:
        if not first <= day < last:
            yield Breach(Check.DATES, day.isoformat())


def _gaps(sheet: Sheet) -> Iterator[Breach]:
    for earlier, later in pairwise(sheet.plan.calendar):
        if (later.on - earlier.on).days < _every(sheet, later):
            yield Breach(Check.GAP, later.on.isoformat())


def _caps(sheet: Sheet) -> Iterator[Breach]:
    """No seven days hold more evenings than the furthest stage among them allows."""
    calendar = sheet.plan.calendar
    for number, first in enumerate(calendar):
        week = [each for each in calendar[number : number + 8] if each.on < first.on + WEEK]
        most = -(-7 // min(_every(sheet, each) for each in week))
        if len(week) > most:
            yield Breach(Check.CAP, first.on.isoformat())


def _stages(sheet: Sheet) -> Iterator[Breach]:
    """No stage before its week; till somebody trained has looked, none beyond the 4-week look."""
    held = sheet.answer(LOOKED_AT) != Known("yes")
    for evening in sheet.plan.calendar:
        stage = sheet.rules.ramp[evening.stage - 1]
        beyond = held and stage.from_week > sheet.rules.held_from_week
        if stage.from_week > evening.week or beyond:
            yield Breach(Check.STAGE, evening.on.isoformat())


def _every(sheet: Sheet, evening: Evening) -> int:
    return sheet.rules.ramp[evening.stage - 1].every


def on_closed_days(sheet: Sheet, closed: frozenset[date]) -> Iterator[Breach]:
    """Evenings on days on which nothing active may be used."""
    for evening in sheet.plan.calendar:
        if evening.on in closed:
            yield Breach(Check.CLOSED_DAY, evening.on.isoformat())


CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (
    _of_one_slow_step,
    _gaps,
    _caps,
    _stages,
)
