"""The steps of one day beside one another."""

from collections.abc import Callable, Iterator

from milium.domain.audits import Breach, Check
from milium.domain.regimens import Slot
from milium.engine.auditing.sheet import MORNING, WASHES, Sheet, says

EVENING_WASHES = frozenset({Slot.PM_REMOVE, Slot.PM_CLEANSE})
TOGETHER = "together"


def _sunscreen(sheet: Sheet) -> Iterator[Breach]:
    covered = any(held.step.slot is Slot.AM_SUNSCREEN for held in sheet.steps)
    if not covered and any(held.sun for held in sheet.steps):
        yield Breach(Check.SUNSCREEN, TOGETHER)


def _one_irritant(sheet: Sheet) -> Iterator[Breach]:
    """One that stays on in the morning, one in the evening, one acid wash, never two at a time."""
    active = {held.step.slot for held in sheet.steps if held.active}
    left_on, washes = active - WASHES, active & WASHES
    evening = left_on - MORNING
    beside = evening and washes & EVENING_WASHES
    if max(len(evening), len(left_on & MORNING), len(washes)) > 1 or beside:
        yield Breach(Check.ONE_IRRITANT, TOGETHER)


def _one_new(sheet: Sheet) -> Iterator[Breach]:
    new = {held.kind.id for held in sheet.steps if held.kind and held.active}
    if len(new) > 1:
        yield Breach(Check.ONE_NEW, TOGETHER)


def _wash_first(sheet: Sheet) -> Iterator[Breach]:
    """The evening begins with a wash; what was worn comes off before anything is put on."""
    evening = [held.step.slot for held in sheet.steps if held.step.slot not in MORNING]
    if not sheet.steps:
        return
    worn = Slot.AM_SUNSCREEN in {held.step.slot for held in sheet.steps} or any(
        says(told, sheet.answer(told.finding), also_unknown=False) for told in sheet.audit.worn
    )
    puts_on = bool(set(evening) - WASHES)
    begins = bool(evening) and evening[0] in EVENING_WASHES
    if not begins or (worn and puts_on and evening[0] is not Slot.PM_REMOVE):
        yield Breach(Check.WASH_FIRST, TOGETHER)


def _wishes(sheet: Sheet) -> Iterator[Breach]:
    wishes = sheet.request.wishes
    morning = sum(held.step.slot in MORNING for held in sheet.steps)
    most = max(morning, len(sheet.steps) - morning)
    if wishes.max_steps is not None and most > wishes.max_steps:
        yield Breach(Check.STEPS, TOGETHER)
    spent = sum({h.kind.id: h.kind.price_cents for h in sheet.steps if h.kind}.values())
    if wishes.budget_cents is not None and spent > wishes.budget_cents:
        yield Breach(Check.BUDGET, TOGETHER)


CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (
    _sunscreen,
    _one_irritant,
    _one_new,
    _wash_first,
    _wishes,
)
