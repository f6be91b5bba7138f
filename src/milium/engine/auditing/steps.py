"""Each step by itself."""

from collections.abc import Callable, Iterator

from milium.domain.audits import Breach, Check
from milium.domain.exposure import Verdict, VerdictKind
from milium.domain.regimens import Candidate, Slot
from milium.domain.triage import Rung, Zone
from milium.engine.auditing.sheet import NAMED, WASHES, Sheet, medicine, says

AT_THE_EYES = frozenset({Zone.LASH_LINE, Zone.LID_SKIN, Zone.EYE_BONE})
SCRUB = "scrub"
SCRUB_PARTICLE = "scrub_particle"
OFF_THE_BUMP = "off-the-bump"


def _whole(sheet: Sheet) -> Iterator[Breach]:
    """Slots in the order of the day, each once, each with one thing that is there to be had."""
    slots = [held.step.slot for held in sheet.steps]
    orders = [held.step.order for held in sheet.steps]
    if slots != [slot for slot in Slot if slot in set(slots)] or orders != list(
        range(1, len(slots) + 1)
    ):
        yield Breach(Check.WHOLE, "order")
    for held in sheet.steps:
        known = (held.kind is None) != (held.candidate is None)
        right = held.kind is None or held.step.slot in held.kind.slots
        if not (known and right and held.step.zones):
            yield Breach(Check.WHOLE, held.where)


def _rung(sheet: Sheet) -> Iterator[Breach]:
    care = sheet.request.home_care
    for held in sheet.steps:
        allowed = (min(care.person, care.zones.get(z, Rung.NOTHING)) for z in held.step.zones)
        if any(rung < held.rung for rung in allowed):
            yield Breach(Check.RUNG, held.where)


def _at_the_eyes(sheet: Sheet) -> Iterator[Breach]:
    for held in sheet.steps:
        if not AT_THE_EYES & set(held.step.zones):
            continue
        if held.active:
            yield Breach(Check.OFF_THE_EYES, held.where)
        if held.verdict and held.verdict.kind is VerdictKind.NOT_ROUND_THE_EYES:
            yield Breach(Check.NOT_ROUND_THE_EYES, held.where)


def _right_place(sheet: Sheet) -> Iterator[Breach]:
    """Acids where they are rinsed off, retinoids in the evening treatment."""
    for held in sheet.steps:
        if held.rung is Rung.WASH_OFF_ACID and held.step.slot not in WASHES:
            yield Breach(Check.WASHED_OFF_ACIDS, held.where)
        if held.rung is Rung.LOW_RETINOID and held.step.slot is not Slot.PM_TREAT:
            yield Breach(Check.RETINOID_AT_NIGHT, held.where)


def _products(sheet: Sheet) -> Iterator[Breach]:
    """What no product may be that is used as a step."""
    highest = sheet.rules.highest_tier
    for held in sheet.steps:
        if held.candidate is None or held.verdict is None:
            continue
        if held.verdict.tier is not None and held.verdict.tier > highest:
            yield Breach(Check.LOW_STRENGTH, held.where)
        if held.verdict.kept_out or held.verdict.kind >= VerdictKind.LEAVE_OUT_FIRST:
            yield Breach(Check.LEFT_OUT, held.where)
        if medicine(held.candidate):
            yield Breach(Check.LEAFLET, held.where)
        if _unread(held.candidate, held.verdict, held.rung):
            yield Breach(Check.UNREAD, held.where)
        particles = {e.ingredient_class for e in held.verdict.exposures} & {SCRUB_PARTICLE}
        if held.candidate.product_kind == SCRUB or particles:
            yield Breach(Check.NO_SCRUB, held.where)


def _unread(candidate: Candidate, verdict: Verdict, rung: Rung) -> bool:
    """Whether it may hold an active that was not surely read."""
    unread = verdict.unread or verdict.kind is VerdictKind.NOT_READ
    not_read = unread and candidate.product_kind in NAMED
    no_tier = rung is Rung.LOW_RETINOID and verdict.tier is None
    return bool(verdict.asks) or not_read or no_tier


def _avoided(sheet: Sheet) -> Iterator[Breach]:
    avoid = set(sheet.request.wishes.avoid)
    for held in sheet.steps:
        inside: set[str] = set()
        if held.kind:
            inside = {held.kind.id, *held.kind.classes}
        elif held.candidate and held.verdict:
            inside = {str(held.candidate.product), held.candidate.product_kind}
            for exposure in held.verdict.exposures:
                inside |= {exposure.ingredient_class, *exposure.ingredients}
        if inside & avoid:
            yield Breach(Check.AVOIDED, held.where)


def _off_the_bump(sheet: Sheet) -> Iterator[Breach]:
    """What stays on the skin says to keep off a bump that is to be looked at."""
    told = sheet.audit.keep_off
    if not says(told, sheet.answer(told.finding), also_unknown=False):
        return
    for held in sheet.steps:
        said = {reason.entry for reason in held.step.reasons}
        if held.step.slot not in WASHES and OFF_THE_BUMP not in said:
            yield Breach(Check.KEEP_OFF, held.where)


def _sold(sheet: Sheet) -> Iterator[Breach]:
    """Nothing to buy that is not sold where the person lives."""
    for held in sheet.steps:
        for limit in sheet.rules.sale_limits:
            if (
                held.kind
                and held.kind.strongest is not None
                and held.kind.strongest > limit.strongest
                and sheet.request.place in limit.places
                and set(held.kind.classes) & set(limit.classes)
                and sheet.request.on >= limit.from_day
            ):
                yield Breach(Check.NOT_SOLD, held.where)


CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (
    _whole,
    _rung,
    _at_the_eyes,
    _right_place,
    _products,
    _avoided,
    _off_the_bump,
    _sold,
)
