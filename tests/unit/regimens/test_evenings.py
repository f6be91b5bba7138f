"""The dated evenings of a slowly started step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from milium.domain.conditions import ALWAYS
from milium.domain.ids import MessageId
from milium.domain.regimens import RampStage
from milium.domain.skin_types import Side
from milium.domain.triage import Rung
from tests.builders.regimens import (
    CLEANSER,
    MONDAY,
    RETINOL,
    SPF,
    Request,
    a_person,
    a_skin,
    some_rules,
)


def days(request: Request) -> list[int]:
    return [(evening.on - request.on).days for evening in request.plan().calendar]


def test_the_first_three_weeks_have_two_evenings_each_with_three_nights_between() -> None:
    assert [day for day in days(Request()) if day < 21] == [0, 4, 8, 12, 16, 20]


def test_from_week_four_it_is_every_other_evening_and_from_week_eight_every_evening() -> None:
    found = days(Request())

    assert [day for day in found if 21 <= day < 49] == list(range(22, 49, 2))
    assert [day for day in found if day >= 49] == list(range(49, 84))


@pytest.mark.parametrize("looked_at", ["no", "unknown"])
def test_till_somebody_trained_has_looked_the_step_of_week_four_is_kept(looked_at: str) -> None:
    calendar = Request(said={"looked_at": looked_at}).plan().calendar

    assert max(each.stage for each in calendar) == 2
    assert [(e.on - MONDAY).days for e in calendar][-3:] == [78, 80, 82]


def test_every_evening_knows_its_week_and_its_stage() -> None:
    calendar = Request().plan().calendar

    by_day = {(each.on - MONDAY).days: (each.week, each.stage) for each in calendar}
    assert by_day[0] == (1, 1)
    assert by_day[20] == (3, 1)
    assert by_day[22] == (4, 2)
    assert by_day[48] == (7, 2)
    assert by_day[49] == (8, 3)
    assert by_day[83] == (12, 3)


@pytest.mark.parametrize("axis", ["pigment", "sensitive_resistant"])
def test_skin_that_marks_or_reacts_easily_is_given_half_as_long_again(axis: str) -> None:
    skin = a_skin(**{axis: Side.HIGH})
    rules = some_rules(kinds=(CLEANSER, SPF, replace(RETINOL, fits=ALWAYS)))

    calendar = Request(skin=skin, rules=rules).plan().calendar

    first = {s: min((e.on - MONDAY).days for e in calendar if e.stage == s) for s in (1, 2, 3)}
    assert first == {1: 0, 2: 32, 3: 74}


def test_a_plan_without_a_retinoid_has_no_dates() -> None:
    assert Request(a_person(Rung.WASH_OFF_ACID)).plan().calendar == ()


@pytest.mark.parametrize("on", [date(2027, 3, 27), date(2027, 10, 30), date(2028, 2, 20)])
def test_the_gaps_are_the_same_from_any_day(on: date) -> None:
    assert days(Request(on=on)) == days(Request())


def test_the_weeks_are_read_from_the_knowledge() -> None:
    calendar = Request(rules=some_rules(weeks=1)).plan().calendar

    assert [each.on for each in calendar] == [MONDAY, MONDAY + timedelta(days=4)]


def test_a_ramp_that_begins_later_has_no_dates_before() -> None:
    late = (RampStage(2, 3, MessageId("ramp.2")),)

    assert days(Request(rules=some_rules(ramp=late, weeks=2))) == [7, 10, 13]
