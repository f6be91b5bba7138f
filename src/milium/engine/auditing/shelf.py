"""Medicines: neither removed nor moved by a plan, and nothing strong added beside them."""

from collections.abc import Callable, Iterator

from milium.domain.audits import Breach, Check
from milium.domain.exposure import Verdict, VerdictKind
from milium.domain.messages import Message
from milium.domain.regimens import Candidate
from milium.domain.triage import Rung
from milium.engine.auditing.sheet import Sheet, medicine

ASK = "ask-before-next-use"
NAMED_WITH_WHOM_TO_ASK = "plan.product.ask-first"


def _let_alone(sheet: Sheet) -> Iterator[Breach]:
    listed = {each.product: each for each in sheet.plan.by_leaflet}
    left_out = {each.product for each in sheet.plan.left_out}
    for product, (candidate, verdict) in sheet.shelf.items():
        if not medicine(candidate):
            if product in listed:
                yield Breach(Check.LEAFLET, product)
            continue
        if product not in listed or product in left_out or _told_to_leave_out(sheet, candidate):
            yield Breach(Check.LEAFLET, product)
        elif verdict.kind is VerdictKind.NOT_FOR_YOU_NOW:
            said = {reason.entry for reason in listed[product].reasons}
            if ASK not in said:
                yield Breach(Check.ASK_FIRST, product)


def _told_to_leave_out(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether a line for tonight names it without saying whom to ask."""
    return any(_names(line, candidate.name) for line in sheet.plan.tonight)


def _names(message: Message, name: Message) -> bool:
    nested = [value for _, value in message.values if isinstance(value, Message)]
    if name in nested and message.id != NAMED_WITH_WHOM_TO_ASK:
        return True
    return any(_names(each, name) for each in nested)


def _beside(sheet: Sheet) -> Iterator[Breach]:
    """Beside a medicine that may irritate no retinoid is used and no active is bought."""
    medicines = [each for each in sheet.shelf.values() if medicine(each[0])]
    if not any(_may_irritate(sheet, *each) for each in medicines):
        return
    for held in sheet.steps:
        if held.rung is Rung.LOW_RETINOID or (held.kind and held.active):
            yield Breach(Check.BESIDE_MEDICINE, held.where)


def _may_irritate(sheet: Sheet, candidate: Candidate, verdict: Verdict) -> bool:
    unread = verdict.unread or verdict.kind is VerdictKind.NOT_READ
    return unread or bool(verdict.asks) or sheet.rung_of(candidate, verdict) > Rung.GENTLE


CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (_let_alone, _beside)
