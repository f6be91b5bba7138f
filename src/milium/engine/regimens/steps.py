"""The chosen options as steps in the order of the day, each with its reasons."""

from collections.abc import Iterator

from milium.domain.evidence import Grade, Reason
from milium.domain.exposure import VerdictKind
from milium.domain.messages import Message
from milium.domain.regimens import Limit, Slot, SlotRule, Step
from milium.domain.triage import Rung, Zone
from milium.domain.truth import Truth
from milium.engine.regimens.actives import is_unread
from milium.engine.regimens.limits import Chosen
from milium.engine.regimens.options import Option, Setting
from milium.engine.regimens.places import Places
from milium.engine.regimens.reasons import limit_reason
from milium.engine.regimens.starts import Start
from milium.engine.rules import evaluate


def as_steps(chosen: Chosen, setting: Setting, start: Start) -> tuple[Step, ...]:
    """One step for each filled slot, numbered in the order of the day from 1."""
    by_slot = {rule.slot: rule for rule in setting.rules.slots}
    filled = [(by_slot[slot], chosen[slot]) for slot in Slot if chosen[slot].filled]
    sun = any(option.needs_sunscreen for _, option in filled)
    return tuple(
        _step(order, rule, option, setting, tuple(_notes(rule, option, setting, start, sun=sun)))
        for order, (rule, option) in enumerate(filled, 1)
    )


def _step(
    order: int, rule: SlotRule, option: Option, setting: Setting, notes: tuple[Reason, ...]
) -> Step:
    owned, kind = option.owned, option.kind
    opinion = Grade.D in {rule.evidence.grade, kind.evidence.grade if kind else None}
    return Step(
        slot=rule.slot,
        order=order,
        kind=kind.id if kind else None,
        product=owned.product if owned else None,
        name=option.name,
        look_for=Message(kind.look_for) if kind else None,
        zones=_zones(option, setting.places),
        ramp=option.ramp,
        option=opinion,
        reasons=(*_reasons(rule, option), *notes),
    )


def _zones(option: Option, places: Places) -> tuple[Zone, ...]:
    """Where it may go; an own product only where it is used (the eye bone goes with the face)."""
    allowed = _allowed(option, places)
    if option.owned is None:
        return allowed
    used_on = places.where_used(option.owned.candidate.areas)
    return tuple(
        zone for zone in allowed if (Zone.FACE if zone is Zone.EYE_BONE else zone) in used_on
    )


def _allowed(option: Option, places: Places) -> tuple[Zone, ...]:
    if option.rung is Rung.LOW_RETINOID:
        return places.retinoid
    if option.rung is Rung.WASH_OFF_ACID:
        return places.acid
    if option.owned and option.owned.verdict.kind is VerdictKind.NOT_ROUND_THE_EYES:
        return places.off_the_eyes
    return places.gentle


def _reasons(rule: SlotRule, option: Option) -> Iterator[Reason]:
    yield Reason(rule.slot.value, Message(rule.why), rule.evidence)
    if option.kind:
        yield Reason(option.kind.id, Message(option.kind.why), option.kind.evidence)


def _notes(
    rule: SlotRule, option: Option, setting: Setting, start: Start, *, sun: bool
) -> Iterator[Reason]:
    """What is said beside a step: what its label lacks, what goes with it, how it is started."""
    rules = setting.rules
    if option.owned and is_unread(option.owned.verdict):
        yield limit_reason(Limit.UNREAD, rules)
    if option.owned and option.owned.verdict.kind is VerdictKind.NOT_ROUND_THE_EYES:
        yield limit_reason(Limit.NOT_ROUND_THE_EYES, rules)
    if option.leave_on and evaluate(rules.keep_off_when, setting.answers) is Truth.TRUE:
        yield limit_reason(Limit.KEEP_OFF, rules)
    if sun and rule.slot is Slot.AM_SUNSCREEN:
        yield limit_reason(Limit.SUNSCREEN, rules)
    if option.ramp:
        yield from start.reasons(rules)
