"""Laws of a course that hold for whatever day, plan and answers."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Answer, Contradictory, Known
from milium.domain.conditions import AtMost, In, Not
from milium.domain.courses import MilestoneKind
from milium.domain.ids import FindingId
from milium.domain.regimens import Regimen
from milium.domain.triage import Door, Triage, When
from milium.engine.courses import project_course
from tests.builders.courses import TODAY, a_look, a_regimen, a_triage, an_expectation, course_rules

LAWS = settings(derandomize=True, deadline=None, max_examples=200)
LOOKED_AT = In(FindingId("looked_at"), frozenset({"yes"}))
RULES = course_rules(
    a_look("check", MilestoneKind.CHECK_IN, after_days=14),
    a_look("look", when=Not(LOOKED_AT)),
    a_look("fork", MilestoneKind.FORK, after_days=84, needs_ramp=True),
    a_look("back", MilestoneKind.FORK, after_days=84),
    a_look(
        "newborn",
        MilestoneKind.NEWBORN_CHECK,
        when=AtMost(FindingId("age"), 182),
        after_days=182,
    ),
    expectations=(an_expectation(when=LOOKED_AT),),
)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
LOOKED: st.SearchStrategy[Answer] = st.sampled_from(
    [Known("yes"), Known("no"), UNKNOWN, Contradictory(("yes", "no"))]
)
AGES: st.SearchStrategy[Answer] = st.one_of(st.just(UNKNOWN), st.integers(0, 40_000).map(Known))
PLANS = st.one_of(
    st.none(),
    st.builds(a_regimen, ramp=st.booleans(), began=st.none() | st.integers(-20, 400)),
)
TRIAGES = st.builds(
    a_triage,
    when=st.sampled_from(When),
    door=st.sampled_from(Door),
    bumps=st.integers(0, 3),
    answers=st.fixed_dictionaries({"looked_at": LOOKED, "age": AGES}),
)


@LAWS
@given(triage=TRIAGES, plan=PLANS, days=st.integers(-400, 400))
def test_no_look_is_in_the_past_or_twice_on_one_day(
    triage: Triage, plan: Regimen | None, days: int
) -> None:
    on = TODAY + timedelta(days=days)

    course = project_course(triage, plan, RULES, on=on)

    dates = [look.on for look in course.milestones]
    assert dates == sorted(dates)
    assert all(day >= on for day in dates)
    assert len({(look.on, look.kind) for look in course.milestones}) == len(dates)


@LAWS
@given(triage=TRIAGES, plan=PLANS, on=DAYS)
def test_more_urgent_never_takes_the_booking_away_till_it_cannot_wait_for_a_date(
    triage: Triage, plan: Regimen | None, on: date
) -> None:
    course = project_course(triage, plan, RULES, on=on)

    if triage.when >= When.SAME_DAY:
        assert course.book_now is None
        return
    assert course.book_now is not None or triage.when < When.WITHIN_8_WEEKS
    calmer = project_course(replace(triage, when=When.NO_RUSH), plan, RULES, on=on)
    assert calmer.book_now is None or course.book_now is not None


@LAWS
@given(plan=PLANS, on=DAYS, looked=LOOKED)
def test_unknown_is_never_looked_at(plan: Regimen | None, on: date, looked: Answer) -> None:
    course = project_course(a_triage(answers={"looked_at": looked}), plan, RULES, on=on)

    kinds = {look.kind for look in course.milestones}
    assert (MilestoneKind.FOUR_WEEK_LOOK in kinds) is (looked != Known("yes"))


@LAWS
@given(triage=TRIAGES, on=DAYS)
def test_plan_with_a_slow_start_always_has_its_fork(triage: Triage, on: date) -> None:
    course = project_course(triage, a_regimen(ramp=True), RULES, on=on)

    forks = [look for look in course.milestones if look.kind is MilestoneKind.FORK]
    assert [(fork.reason.entry, fork.on) for fork in forks] == [("fork", on + timedelta(days=84))]
