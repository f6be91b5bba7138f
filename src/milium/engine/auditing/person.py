"""The plan against the person: age, what speaks against actives, what was just done to the skin."""

from collections.abc import Callable, Iterator

from milium.domain.answers import Answer, Contradictory, Known
from milium.domain.audits import Breach, Check, HealingTime
from milium.engine.auditing.sheet import Sheet, says

AGE = "age"
PROCEDURE_AGO = "procedure_ago"


def _age(sheet: Sheet) -> Iterator[Breach]:
    """Everybody in the plan is old enough for what is in it; an unknown age is none."""
    age = _fewest_days(sheet.answer(AGE))
    for held in sheet.steps:
        wanted = sheet.audit.ages.get(held.rung, 0)
        known_or_gentle = age is not None or not held.active
        if not known_or_gentle or (age is not None and age < wanted):
            yield Breach(Check.AGE, held.where)


def _withheld(sheet: Sheet) -> Iterator[Breach]:
    for rule in sheet.audit.withheld:
        answer = sheet.answer(rule.told.finding)
        if says(rule.told, answer, also_unknown=rule.also_unknown):
            for held in sheet.steps:
                if held.rung > rule.highest:
                    yield Breach(Check.WITHHELD, f"{held.where} ({rule.id})")


def _windows(sheet: Sheet) -> Iterator[Breach]:
    """No active on a day that is too near to something done to the skin."""
    for window in sheet.audit.windows:
        if not says(window.told, sheet.answer(window.told.finding), also_unknown=False):
            continue
        ago = _fewest_days(sheet.answer(PROCEDURE_AGO))
        yield from _too_near(sheet, window, 0 if ago is None else ago)


def _too_near(sheet: Sheet, window: HealingTime, ago: int) -> Iterator[Breach]:
    if ago <= window.days:
        for held in sheet.steps:
            if held.active and not held.step.ramp:
                yield Breach(Check.WINDOW, held.where)
    for evening in sheet.plan.calendar:
        if ago + (evening.on - sheet.request.on).days <= window.days:
            yield Breach(Check.WINDOW, evening.on.isoformat())


def _fewest_days(answer: Answer) -> int | None:
    """The lowest number said; ``None`` when none is known."""
    match answer:
        case Known(int() as days):
            return days
        case Contradictory(values):
            return min((value for value in values if isinstance(value, int)), default=None)
        case _:
            return None


CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (_age, _withheld, _windows)
