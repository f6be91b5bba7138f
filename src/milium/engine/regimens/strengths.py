"""Which strength a person may choose: never before a long calm time, never to beat the clock."""

from collections.abc import Iterable, Iterator
from datetime import date

from milium.domain.check_ins import CheckInRules, Standing, Strength, StrengthRule
from milium.domain.evidence import Reason
from milium.domain.messages import Message
from milium.engine.regimens.diary import Noted
from milium.engine.regimens.evenings import WEEK, Followed
from milium.engine.regimens.following import Night


def calm_weeks(night: Night, rules: CheckInRules, *, since: date | None = None) -> int:
    """Whole weeks at this stage that check-ins call calm; none once they have stopped coming."""
    if (night.on - night.last).days > rules.longest_gap:
        return 0
    start = night.calm_since if since is None else max(since, night.calm_since)
    return max(0, (night.last - start).days // WEEK)


def strength_on(followed: Followed, noted: Noted, rules: CheckInRules, *, on: date) -> Strength:
    """The highest strength that is the person's to choose on a day.

    How many bumps there are is not looked at: nothing is raised because it goes slowly. The high
    one counts its weeks from the day the middle one was noted, if that was to be chosen by then.
    """
    looked = followed.pace.looked
    last_stage = len(followed.pace.gaps)
    reached, mid_since = Strength.LOW, None
    for night in _until(followed.nights, on):
        settled = night.stage == last_stage and night.standing is Standing.ON
        if not settled or looked is None or night.on < looked:
            keeps = night.stage == last_stage and night.standing is Standing.HOLD
            reached, mid_since = Strength.LOW, mid_since if keeps else None
            continue
        reached = _reached(night, rules, mid_since)
        if reached >= Strength.MID_ON_BUMP and night.on in noted.mid:
            mid_since = mid_since or night.on
    return reached


def _until(nights: Iterable[Night], on: date) -> Iterator[Night]:
    return (night for night in nights if night.on <= on)


def _reached(night: Night, rules: CheckInRules, mid_since: date | None) -> Strength:
    """The highest strength whose calm weeks are there, each only after the one below it."""
    reached = Strength.LOW
    for rule in rules.strengths:
        since = mid_since if rule.strength is Strength.HIGH_ON_BUMP else None
        open_to_it = rule.strength is Strength.MID_ON_BUMP or mid_since is not None
        weeks = calm_weeks(night, rules, since=since)
        if rule.strength == reached + 1 and open_to_it and weeks >= rule.calm_weeks:
            reached = rule.strength
    return reached


def strength_reasons(reached: Strength, rules: CheckInRules) -> Iterator[Reason]:
    """The opinion for the strength reached, and beside it what the label says; nothing for low."""
    for rule in rules.strengths:
        if rule.strength is reached:
            yield from _both(rule)


def _both(rule: StrengthRule) -> Iterator[Reason]:
    entry = rule.strength.name.lower().replace("_", "-")
    yield Reason(entry, Message(rule.message), rule.evidence)
    yield Reason(f"{entry}-label", Message(rule.beside), rule.beside_evidence)
