"""Bands, dated looks and when to book, one behaviour each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import In, Not
from milium.domain.courses import Course, Milestone, MilestoneKind, MilestoneRule
from milium.domain.evidence import Reason
from milium.domain.ids import FindingId, MessageId
from milium.domain.messages import say
from milium.domain.regimens import Regimen
from milium.domain.triage import Door, When
from milium.engine.courses import project_course
from tests.builders.courses import (
    BOOK_LOOK,
    BOOK_NOW,
    EVIDENCE,
    TODAY,
    a_look,
    a_progress,
    a_regimen,
    a_triage,
    an_expectation,
    course_rules,
)

LOOKED_AT = In(FindingId("looked_at"), frozenset({"yes"}))
CHECK_IN, SEEN, FOUR_WEEK_LOOK, FORK, NEWBORN_CHECK = MilestoneKind


def _days(course: Course) -> list[int]:
    return [(milestone.on - TODAY).days for milestone in course.milestones]


def _one_look(rule: MilestoneRule, regimen: Regimen | None, **answers: Answer) -> list[int]:
    return _days(project_course(a_triage(answers=answers), regimen, course_rules(rule), on=TODAY))


def test_nothing_in_the_knowledge_makes_an_empty_course() -> None:
    course = project_course(a_triage(), None, course_rules(), on=TODAY)

    assert course == Course((), (), None)


def test_expectation_comes_with_its_entry_message_and_evidence() -> None:
    rules = course_rules(expectations=(an_expectation("go"), an_expectation("stay")))

    course = project_course(a_triage(), None, rules, on=TODAY)

    assert course.expectations == (
        Reason("go", say("expectation.go"), EVIDENCE),
        Reason("stay", say("expectation.stay"), EVIDENCE),
    )


@pytest.mark.parametrize(
    ("looked_at", "shown"),
    [
        (Known("yes"), True),
        (Known("no"), False),
        (UNKNOWN, False),
        (Contradictory(("yes", "no")), True),
    ],
)
def test_expectation_is_shown_only_when_its_condition_is_true(
    looked_at: Answer, *, shown: bool
) -> None:
    rules = course_rules(expectations=(an_expectation(when=LOOKED_AT),))

    course = project_course(a_triage(answers={"looked_at": looked_at}), None, rules, on=TODAY)

    assert bool(course.expectations) is shown


def test_look_is_dated_and_says_why_and_what_to_choose() -> None:
    course = project_course(a_triage(), None, course_rules(a_look("look")), on=TODAY)

    assert course.milestones == (
        Milestone(
            FOUR_WEEK_LOOK,
            date(2026, 12, 21),
            Reason("look", say("milestone.look"), EVIDENCE),
            (MessageId("milestone.look.same"),),
        ),
    )


@pytest.mark.parametrize(
    ("looked_at", "days"),
    [
        (Known("no"), [28]),
        (UNKNOWN, [28]),
        (Known("yes"), []),
        (Contradictory(("yes", "no")), [28]),
    ],
)
def test_four_week_look_stands_unless_somebody_trained_looked(
    looked_at: Answer, days: list[int]
) -> None:
    assert _one_look(a_look(when=Not(LOOKED_AT)), None, looked_at=looked_at) == days


@pytest.mark.parametrize(("bumps", "days"), [(0, []), (1, [28]), (2, [28])])
def test_four_week_look_needs_a_bump(bumps: int, days: list[int]) -> None:
    course = project_course(a_triage(bumps=bumps), None, course_rules(a_look()), on=TODAY)

    assert _days(course) == days


@pytest.mark.parametrize("kind", [CHECK_IN, FORK])
def test_looks_at_a_plan_need_a_plan(kind: MilestoneKind) -> None:
    rule = a_look(kind=kind, after_days=84)

    assert _one_look(rule, None) == []
    assert _one_look(rule, a_regimen(steps=0)) == []
    assert _one_look(rule, a_regimen()) == [84]


def test_looks_at_a_plan_do_not_need_a_bump() -> None:
    course = project_course(
        a_triage(bumps=0), a_regimen(), course_rules(a_look(kind=FORK)), on=TODAY
    )

    assert _days(course) == [28]


@pytest.mark.parametrize("kind", [CHECK_IN, FOUR_WEEK_LOOK, FORK])
def test_look_for_a_slow_start_needs_a_slowly_started_step(kind: MilestoneKind) -> None:
    rule = a_look(kind=kind, after_days=84, needs_ramp=True)

    assert _one_look(rule, None) == []
    assert _one_look(rule, a_regimen(ramp=False)) == []
    assert _one_look(rule, a_regimen(ramp=True)) == [84]


def test_of_two_looks_of_one_kind_on_one_day_the_first_stands() -> None:
    ramped = a_look("ramped", FORK, after_days=84, needs_ramp=True)
    plain = a_look("plain", FORK, after_days=84)
    rules = course_rules(ramped, plain)

    with_ramp = project_course(a_triage(), a_regimen(ramp=True), rules, on=TODAY)
    without = project_course(a_triage(), a_regimen(), rules, on=TODAY)

    assert [look.reason.entry for look in with_ramp.milestones] == ["ramped"]
    assert [look.reason.entry for look in without.milestones] == ["plain"]


def test_looks_stand_in_order_of_date_then_kind() -> None:
    rules = course_rules(
        a_look("fork", FORK, after_days=28),
        a_look("late", CHECK_IN, after_days=30),
        a_look("look", FOUR_WEEK_LOOK, after_days=28),
        a_look("early", CHECK_IN, after_days=14),
        a_look("same-day", CHECK_IN, after_days=28),
    )

    course = project_course(a_triage(), a_regimen(), rules, on=TODAY)

    entries = [look.reason.entry for look in course.milestones]
    assert entries == ["early", "same-day", "look", "fork", "late"]


@pytest.mark.parametrize(
    ("began", "days"), [(-4, [28]), (0, [28]), (1, [27]), (27, [1]), (28, [0]), (29, [0])]
)
def test_days_count_from_the_first_evening_and_overdue_is_today(
    began: int, days: list[int]
) -> None:
    assert _one_look(a_look(), a_regimen(ramp=True, began=began)) == days


@pytest.mark.parametrize(("began", "days"), [(13, [1]), (14, [0]), (15, []), (80, [])])
def test_past_check_in_is_dropped(began: int, days: list[int]) -> None:
    rule = a_look(kind=CHECK_IN, after_days=14)

    assert _one_look(rule, a_regimen(ramp=True, began=began)) == days


@pytest.mark.parametrize(
    ("age", "days"),
    [
        (Known(21), [161]),
        (Known(181), [1]),
        (Known(182), [0]),
        (Known(183), [0]),
        (Contradictory((10, 100)), [82]),
        (Contradictory(("young", "old")), []),
        (Known("young"), []),
        (Chosen(frozenset(), complete=True), []),
        (UNKNOWN, []),
    ],
)
def test_newborn_check_counts_from_birth_and_needs_an_age(age: Answer, days: list[int]) -> None:
    rule = a_look(kind=NEWBORN_CHECK, after_days=182)

    assert _one_look(rule, None, age=age) == days


def test_newborn_check_does_not_count_from_the_plan() -> None:
    rule = a_look(kind=NEWBORN_CHECK, after_days=182)

    assert _one_look(rule, a_regimen(ramp=True, began=10), age=Known(21)) == [161]


@pytest.mark.parametrize("when", list(When))
def test_book_now_from_within_8_weeks_up_but_not_what_cannot_wait_for_a_date(when: When) -> None:
    course = project_course(a_triage(when=when), None, course_rules(), on=TODAY)

    bookable = {When.WITHIN_8_WEEKS, When.WITHIN_2_WEEKS, When.WITHIN_A_WEEK}
    assert course.book_now == (BOOK_NOW if when in bookable else None)


def test_no_expectation_of_a_retinoid_where_the_plan_has_none() -> None:
    when = In(FindingId("home_rung"), frozenset({"low_retinoid"}))
    rules = course_rules(expectations=(an_expectation(when=when),))
    answers: dict[str, Answer] = {"home_rung": Known("low_retinoid")}

    without = project_course(a_triage(answers=answers), a_regimen(ramp=False), rules, on=TODAY)
    with_it = project_course(a_triage(answers=answers), a_regimen(ramp=True), rules, on=TODAY)

    assert without.expectations == ()
    assert len(with_it.expectations) == 1


@pytest.mark.parametrize(("began", "books"), [(27, None), (28, BOOK_LOOK), (29, BOOK_LOOK)])
def test_book_now_once_the_look_is_due_where_only_a_dermatologist_is_there(
    began: int, books: MessageId | None
) -> None:
    triage = a_triage(door=Door.DERMATOLOGIST)

    course = project_course(
        triage, a_regimen(ramp=True, began=began), course_rules(a_look()), on=TODAY
    )

    assert course.book_now == books


def test_what_should_be_seen_soon_is_not_to_be_cancelled() -> None:
    triage = a_triage(when=When.WITHIN_8_WEEKS, door=Door.DERMATOLOGIST)

    course = project_course(triage, a_regimen(began=60), course_rules(a_look()), on=TODAY)

    assert course.book_now == BOOK_NOW


@pytest.mark.parametrize(
    ("days", "due", "with_ramp"), [(27, [1], [8]), (28, [0], [7]), (29, [0], [6])]
)
def test_looks_count_from_the_first_day_the_diary_names(
    days: int, due: list[int], with_ramp: list[int]
) -> None:
    """Not from a calendar that shows only the evenings still ahead."""
    began, first = TODAY - timedelta(days=days), TODAY - timedelta(days=days - 7)
    plan = replace(a_regimen(ramp=True, began=-3), progress=a_progress(began, first))

    assert _one_look(a_look(), plan) == due
    assert _one_look(a_look(needs_ramp=True), plan) == with_ramp


@pytest.mark.parametrize("door", [door for door in Door if door is not Door.DERMATOLOGIST])
def test_due_look_books_nothing_where_another_door_comes_first(door: Door) -> None:
    plan = a_regimen(ramp=True, began=60)

    course = project_course(a_triage(door=door), plan, course_rules(a_look()), on=TODAY)

    assert _days(course) == [0]
    assert course.book_now is None


def test_due_fork_alone_books_nothing() -> None:
    plan = a_regimen(ramp=True, began=90)
    rules = course_rules(a_look(kind=FORK, after_days=84))

    course = project_course(a_triage(door=Door.DERMATOLOGIST), plan, rules, on=TODAY)

    assert _days(course) == [0]
    assert course.book_now is None


def test_same_day_same_course() -> None:
    rules = course_rules(a_look(), expectations=(an_expectation(),))

    first = project_course(a_triage(), a_regimen(), rules, on=TODAY)
    later = project_course(a_triage(), a_regimen(), rules, on=TODAY + timedelta(days=1))

    assert first == project_course(a_triage(), a_regimen(), rules, on=TODAY)
    assert _days(later) == [29]
