"""The course from today: what to expect, when to look again, and whether to book now."""

from collections.abc import Iterable
from datetime import date, timedelta

from milium.domain.answers import UNKNOWN, Answers, Contradictory, Known
from milium.domain.courses import Course, CourseRules, Milestone, MilestoneKind, MilestoneRule
from milium.domain.evidence import Reason
from milium.domain.ids import FindingId, MessageId
from milium.domain.messages import Message
from milium.domain.regimens import Regimen
from milium.domain.triage import Door, Rung, Triage, When
from milium.domain.truth import Truth
from milium.engine.rules import evaluate

AGE = FindingId("age")
HOME_RUNG = FindingId("home_rung")
RETINOID = Known(Rung.LOW_RETINOID.name.lower())

ABOUT_A_PLAN = frozenset({MilestoneKind.CHECK_IN, MilestoneKind.FORK})
"""Looks at how a plan goes: without a step to take there is nothing to look at."""


def project_course(
    triage: Triage, regimen: Regimen | None, rules: CourseRules, *, on: date
) -> Course:
    """Which expectations hold, the dated looks in order of date, and the advice to book now.

    An expectation is shown only when its condition is true. A look is kept when its condition is
    unknown (a look too many does no harm), except the newborn one, which needs an age to be dated.
    Of two looks of one kind on one day the first in the knowledge stands, and so it does of two
    forks on any days: the effect is judged once.

    Args:
        triage: today's, whose answers the conditions read.
        regimen: the plan, if there is one; looks that need a ramp count from its first evening.
        rules: the bands and looks, in the order in which they stand on the page.
        on: today; a look that is overdue is due today, a check-in that is past is dropped.
    """
    looks = _milestones(triage, regimen, rules.milestones, on=on)
    answers = _as_planned(triage.answers, regimen)
    return Course(
        expectations=tuple(
            Reason(entry=rule.id, message=Message(rule.message), evidence=rule.evidence)
            for rule in rules.expectations
            if evaluate(rule.when, answers) is Truth.TRUE
        ),
        milestones=looks,
        book_now=_booking(triage, looks, rules, on=on),
    )


def _as_planned(answers: Answers, regimen: Regimen | None) -> Answers:
    """The answers; home care goes no further than a plan that holds no retinoid does."""
    highest = answers.get(HOME_RUNG)
    if regimen and highest == RETINOID and not any(step.ramp for step in regimen.steps):
        return {**answers, HOME_RUNG: Known(Rung.WASH_OFF_ACID.name.lower())}
    return answers


def _booking(
    triage: Triage, looks: Iterable[Milestone], rules: CourseRules, *, on: date
) -> MessageId | None:
    """Soon enough by itself, or the 4-week look is due and the door is a dermatologist's.

    What has to be seen today isn't booked; only the look may be cancelled.
    """
    if triage.when >= When.SAME_DAY:
        return None
    if When.WITHIN_8_WEEKS <= triage.bump_when <= When.WITHIN_A_WEEK:
        return rules.book_now
    look_due = any(m.kind is MilestoneKind.FOUR_WEEK_LOOK and m.on <= on for m in looks)
    return rules.book_look if look_due and triage.door is Door.DERMATOLOGIST else None


def _milestones(
    triage: Triage, regimen: Regimen | None, rules: Iterable[MilestoneRule], *, on: date
) -> tuple[Milestone, ...]:
    began, first = _first_days(regimen, on=on)
    dated: dict[tuple[date | None, MilestoneKind], Milestone] = {}
    for rule in rules:
        start = first if rule.needs_ramp else began
        day = _day(rule, triage.answers, start=start, on=on)
        if day is not None and _applies(rule, triage, regimen):
            once = rule.kind is MilestoneKind.FORK
            dated.setdefault((None if once else day, rule.kind), _milestone(rule, day))
    order = list(MilestoneKind)
    return tuple(sorted(dated.values(), key=lambda m: (m.on, order.index(m.kind))))


def _first_days(regimen: Regimen | None, *, on: date) -> tuple[date, date]:
    """The first day of the plan and of its dated evenings; today where there is none."""
    if regimen and regimen.progress:
        return regimen.progress.began, regimen.progress.first
    first = min((evening.on for evening in regimen.calendar), default=on) if regimen else on
    return min(first, on), first


def _milestone(rule: MilestoneRule, day: date) -> Milestone:
    reason = Reason(entry=rule.id, message=Message(rule.message), evidence=rule.evidence)
    return Milestone(kind=rule.kind, on=day, reason=reason, choices=rule.choices)


def _applies(rule: MilestoneRule, triage: Triage, regimen: Regimen | None) -> bool:
    if rule.needs_ramp and not (regimen and any(step.ramp for step in regimen.steps)):
        return False
    if rule.kind in ABOUT_A_PLAN and not (regimen and regimen.steps):
        return False
    if rule.kind is MilestoneKind.FOUR_WEEK_LOOK and not triage.home_care.lesions:
        return False
    holds = evaluate(rule.when, triage.answers)
    if rule.kind is MilestoneKind.SEEN:
        return holds is Truth.TRUE
    return holds is not Truth.FALSE


def _day(rule: MilestoneRule, answers: Answers, *, start: date, on: date) -> date | None:
    """When the look is due, never before today; none for a past check-in or an unknown age."""
    if rule.kind is MilestoneKind.NEWBORN_CHECK:
        age = _age(answers)
        return None if age is None else max(on, on + timedelta(days=rule.after_days - age))
    due = start + timedelta(days=rule.after_days)
    return None if rule.kind is MilestoneKind.CHECK_IN and due < on else max(on, due)


def _age(answers: Answers) -> int | None:
    """The age in days; the higher of contradictory ones, so that the look is early, not late."""
    match answers.get(AGE, UNKNOWN):
        case Known(int(days)):
            return days
        case Contradictory(values):
            return max((days for days in values if isinstance(days, int)), default=None)
        case _:
            return None
