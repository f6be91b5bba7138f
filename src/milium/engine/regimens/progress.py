"""How far a slowly started step has come: stage, how it stands, what is dated next, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from milium.domain.check_ins import IrritationState, Progress, Response, Standing, Strength
from milium.domain.evidence import Reason
from milium.domain.messages import Message, say
from milium.domain.regimens import Evening, RegimenRules
from milium.domain.triage import When
from milium.engine.regimens.diary import Noted
from milium.engine.regimens.evenings import Followed
from milium.engine.regimens.following import DAY, Night
from milium.engine.regimens.strengths import calm_weeks, strength_on, strength_reasons

CHECK_IN = "check-in"


@dataclass(frozen=True, slots=True)
class _Today:
    """What the reasons look at."""

    rules: RegimenRules
    noted: Noted
    followed: Followed
    night: Night
    state: IrritationState | None
    evenings: tuple[Evening, ...]
    up_on: date | None
    on: date


def progress_on(
    rules: RegimenRules, noted: Noted, followed: Followed, *, on: date, spot: bool
) -> Progress:
    """How the step stands on a day, and what comes next if skin stays calm.

    Args:
        rules: the stages, and how check-ins move them.
        noted: what the diary says up to that day.
        followed: the step, night by night.
        on: today.
        spot: some bump lies where a stronger retinoid could be the person's to choose at all.
    """
    night = next((n for n in followed.nights if n.on == on), None) or followed.nights[0]
    last = max(noted.check_ins, default=None)
    state = noted.check_ins[last] if last else None
    strength = strength_on(followed, noted, rules.check_ins, on=on) if spot else Strength.LOW
    rises = (n.on for n in followed.nights if n.on > on and n.stage > night.stage)
    today = _Today(
        rules, noted, followed, night, state, followed.calendar(on=on), next(rises, None), on
    )
    return Progress(
        began=followed.began,
        noted=noted.began is not None,
        first=followed.first,
        stage=night.stage,
        standing=night.standing,
        state=state,
        calm_weeks=calm_weeks(night, rules.check_ins),
        next_evening=today.evenings[0].on if today.evenings else None,
        up_on=today.up_on,
        next_check_in=_next_check_in(today, last),
        strength=strength,
        how_soon=_how_soon(noted, rules, on=on),
        reasons=(*_reasons(today), *strength_reasons(strength, rules.check_ins)),
        released=followed.released(on=on),
    )


def has_stopped(noted: Noted, *, on: date) -> bool:
    """Whether a serious check-in stands that no doctor or pharmacist has lifted since."""
    stops = [day for day, state in noted.check_ins.items() if state.effect is Response.STOP]
    return any(day <= on and not any(told > day for told in noted.told) for day in stops)


def _next_check_in(today: _Today, last: date | None) -> date:
    """Weekly while all is well; the day after while it is not."""
    calm = today.night.standing is Standing.ON
    since = max(last or today.followed.first, today.followed.first)
    if not calm:
        since = last or since
    days = today.rules.check_ins.every_days if calm else 1
    return max(since + timedelta(days=days), today.on + (since == today.on) * DAY)


def _how_soon(noted: Noted, rules: RegimenRules, *, on: date) -> When:
    """How soon somebody has to be asked: by the most urgent check-in of the last days."""
    recent = (
        state.how_soon
        for day, state in noted.check_ins.items()
        if (on - day).days <= rules.check_ins.recent_days
    )
    return max(recent, default=When.NOTHING_NEEDED)


def _reasons(today: _Today) -> Iterator[Reason]:
    evidence = today.rules.check_ins.evidence
    standing, state = today.night.standing, today.state
    if state and standing is not Standing.ON:
        yield Reason(state.id, Message(state.advice), state.evidence)
    if standing is Standing.STOPPED:
        yield Reason(CHECK_IN, say("progress.stopped"), evidence)
    elif standing is Standing.PAUSED and today.evenings:
        yield Reason(CHECK_IN, say("progress.again", on=today.evenings[0].on), evidence)
    elif today.up_on and today.noted.began is not None and today.on >= today.followed.first:
        yield Reason(CHECK_IN, say("progress.up", on=today.up_on), evidence)
    if any(day >= today.followed.began for day in today.noted.missed):
        yield Reason(CHECK_IN, say("progress.missed"), evidence)
    yield from _breaks(today)


def _breaks(today: _Today) -> Iterator[Reason]:
    """The nights off that lie ahead, each with what they are for."""
    end = today.followed.nights[-1].on
    for each in today.noted.breaks:
        if each.end >= today.on and each.start <= end:
            message = say(each.window.message, start=each.start, end=each.end)
            yield Reason(f"window-{each.window.treatment}", message, each.window.evidence)
