"""Following a slowly started step by check-ins: each number one below, at and above it."""

from dataclasses import replace

import pytest

from milium.domain.cases import DiaryEntry
from milium.domain.check_ins import Progress, Standing
from milium.domain.messages import Message
from milium.domain.triage import Rung, When
from milium.engine.regimens import read_diary
from milium.engine.regimens.evenings import follow_step
from tests.builders.check_ins import CHECK_INS
from tests.builders.diaries import a_day, begun, calm_on, contradicting, on_day
from tests.builders.regimens import Owns, Request, a_person, some_rules


def progress(day: int, *entries: DiaryEntry, looked: bool = True) -> Progress:
    found = Request(on=on_day(day), diary=begun(*entries, looked=looked)).plan().progress
    assert found is not None
    return found


def evenings(day: int, *entries: DiaryEntry) -> list[int]:
    plan = Request(on=on_day(day), diary=begun(*entries)).plan()
    return [(each.on - on_day(0)).days for each in plan.calendar]


def followed_stage(notes: tuple[DiaryEntry, ...], *, looked: int | None, day: int) -> int:
    """The stage of one night on the way to day 70."""
    more = () if looked is None else (a_day(looked, looked="yes"),)
    diary, rules = begun(*notes, *more, looked=False), some_rules()
    noted = read_diary(diary, rules.irritation, rules.check_ins, on=on_day(70))
    followed = follow_step(rules, Request().answers, noted, on=on_day(70), wait=0)
    return next(night.stage for night in followed.nights if night.on == on_day(day))


def ids(found: Progress) -> list[str]:
    return [reason.message.id for reason in found.reasons]


@pytest.mark.parametrize(("day", "stage"), [(20, 1), (21, 2), (22, 2), (60, 2)])
def test_the_second_stage_begins_when_its_time_has_come(day: int, stage: int) -> None:
    assert progress(day, *calm_on(7, 14)).stage == stage


@pytest.mark.parametrize(("days", "stage"), [((), 1), ((14,), 1), ((7, 14), 2), ((1, 7, 14), 2)])
def test_a_stage_begins_only_after_two_calm_check_ins(days: tuple[int, ...], stage: int) -> None:
    assert progress(30, *calm_on(*days)).stage == stage


@pytest.mark.parametrize(("second", "stage"), [(16, 1), (17, 2), (18, 2)])
def test_the_two_calm_check_ins_lie_three_days_apart(second: int, stage: int) -> None:
    assert progress(30, *calm_on(14, second)).stage == stage


def test_calm_check_ins_before_a_stage_do_not_count_for_the_next_one() -> None:
    assert progress(70, *calm_on(7, 14, 21)).stage == 2
    assert progress(70, *calm_on(7, 14, 28)).stage == 2
    assert progress(70, *calm_on(7, 14, 28, 35)).stage == 3


def test_two_notes_of_one_day_are_one_check_in_and_the_worse_counts() -> None:
    worse = a_day(14, skin_feels="mild")

    assert progress(30, *calm_on(14, 14)).stage == 1
    assert progress(30, *calm_on(7, 14), worse).stage == 1
    assert progress(30, worse, *calm_on(7, 14)).stage == 1


def test_a_mild_check_in_holds_the_stage_and_the_evenings_go_on() -> None:
    found = progress(15, *calm_on(7), a_day(14, skin_feels="mild"))

    assert (found.stage, found.standing) == (1, Standing.HOLD)
    assert found.next_evening == on_day(16)
    assert found.reasons[0].message == Message(found.state.advice) if found.state else False
    assert progress(21, *calm_on(7), a_day(14, skin_feels="mild"), *calm_on(20)).stage == 1


MODERATE = (*calm_on(7, 14), a_day(30, skin_feels="moderate"))


def test_a_moderate_check_in_pauses_and_goes_one_stage_back() -> None:
    found = progress(30, *MODERATE)

    assert (found.stage, found.standing) == (1, Standing.PAUSED)
    assert found.how_soon is When.NOTHING_NEEDED
    assert found.next_check_in == on_day(31)
    assert ids(found)[:2] == ["irritation.moderate.advice", "progress.again"]


@pytest.mark.parametrize(
    ("day", "standing"), [(34, Standing.PAUSED), (35, Standing.ON), (36, Standing.ON)]
)
def test_a_paused_step_begins_again_after_three_calm_nights(day: int, standing: Standing) -> None:
    found = progress(day, *MODERATE, *calm_on(32))

    assert (found.stage, found.standing) == (1, standing)
    assert found.next_evening == on_day(36)


def test_without_a_calm_check_in_a_pause_goes_on() -> None:
    assert progress(80, *MODERATE).standing is Standing.PAUSED
    assert progress(80, *MODERATE, a_day(40, skin_feels="mild")).standing is Standing.PAUSED


def test_sore_again_within_the_pause_the_calm_nights_count_anew() -> None:
    again = (*MODERATE, *calm_on(31), a_day(33, skin_feels="mild"), *calm_on(35))

    assert progress(37, *again).standing is Standing.PAUSED
    assert progress(38, *again).standing is Standing.ON


def test_evenings_left_out_are_not_made_up_and_none_comes_nearer() -> None:
    calm = evenings(31, *calm_on(7, 14))
    sore = evenings(31, *MODERATE, *calm_on(31))

    assert set(sore) < set(calm)
    assert sore[0] == 36


def test_a_severe_check_in_stops_everything_till_a_doctor_or_pharmacist_says_go_on() -> None:
    severe = (*calm_on(7, 14), a_day(30, skin_feels="severe"))

    stopped = progress(31, *severe, *calm_on(31))
    assert (stopped.stage, stopped.standing) == (1, Standing.STOPPED)
    assert stopped.next_evening is None
    assert stopped.how_soon is When.SAME_DAY
    assert "progress.stopped" in ids(stopped)
    assert progress(90, *severe, *calm_on(40, 47)).standing is Standing.STOPPED
    lifted = (*severe, a_day(40, plan="may_go_on"))
    assert progress(45, *lifted).standing is Standing.PAUSED
    assert progress(44, *lifted, *calm_on(41)).standing is Standing.ON


def test_said_before_the_severe_check_in_it_lifts_nothing() -> None:
    severe = (a_day(29, plan="may_go_on"), a_day(30, skin_feels="severe"))
    same_day = (a_day(30, plan="may_go_on"), a_day(30, skin_feels="severe"))

    assert progress(50, *severe, *calm_on(40)).standing is Standing.STOPPED
    assert progress(50, *same_day, *calm_on(40)).standing is Standing.STOPPED


@pytest.mark.parametrize(
    ("day", "how_soon"), [(30, When.NOW), (32, When.NOW), (33, When.NOTHING_NEEDED)]
)
def test_swelling_is_for_now_and_so_for_two_days(day: int, how_soon: When) -> None:
    found = progress(day, a_day(30, noticed=["swelling"]))

    assert (found.standing, found.how_soon) == (Standing.STOPPED, how_soon)


def test_a_stop_is_said_even_where_the_plan_has_no_slowly_started_step() -> None:
    diary = begun(a_day(30, skin_feels="severe"))

    plan = Request(a_person(Rung.GENTLE), on=on_day(31), diary=diary).plan()
    quiet = Request(a_person(Rung.GENTLE), on=on_day(31), diary=begun()).plan()

    assert plan.calendar == ()
    assert plan.progress
    assert plan.progress.standing is Standing.STOPPED
    assert quiet.progress is None


def test_new_bumps_are_no_check_in() -> None:
    bumps = a_day(14, noticed=["new_bumps"], new_bumps="3")

    assert progress(30, *calm_on(7), bumps).stage == 1
    assert progress(30, *calm_on(7, 14), bumps).stage == 2


def test_a_contradiction_warns_and_lets_nothing_go_on() -> None:
    both = contradicting(14, "skin_feels", "calm", "moderate")
    doctor = contradicting(40, "plan", "began", "may_go_on")

    assert progress(15, both).standing is Standing.PAUSED
    severe = a_day(30, skin_feels="severe")
    assert progress(50, severe, doctor, *calm_on(41)).standing is Standing.STOPPED
    missed = contradicting(4, "evening", "used", "missed")
    assert "progress.missed" in ids(progress(10, missed))


@pytest.mark.parametrize(("day", "stage"), [(24, 1), (25, 2)])
def test_a_missed_evening_makes_the_stage_four_days_longer(day: int, stage: int) -> None:
    found = progress(day, *calm_on(7, 14), a_day(8, evening="missed"))

    assert found.stage == stage
    assert "progress.missed" in ids(found)


def test_a_missed_evening_leaves_the_dates_as_they_are() -> None:
    assert evenings(9, a_day(8, evening="missed"))[0] == 12


@pytest.mark.parametrize(("day", "stage"), [(20, 1), (21, 2), (22, 1), (40, 1)])
def test_till_somebody_has_looked_no_stage_begins_after_the_four_week_look(
    day: int, stage: int
) -> None:
    """The step of week 4 is kept; one that is not reached by then is not begun."""
    late = calm_on(7, 14) if day == 21 else calm_on(19, 22)
    request = Request(on=on_day(day), diary=begun(*late, looked=False), said={"looked_at": "no"})

    found = request.plan().progress

    assert found
    assert found.stage == stage


def test_looked_at_since_the_day_that_is_noted_else_since_today() -> None:
    weeks = calm_on(7, 14, 28, 35, 60, 63)

    since_today = progress(70, *weeks, a_day(49, looked="no"), looked=False)
    since_a_day = progress(70, *weeks, a_day(49, looked="yes"), looked=False)
    nobody = Request(on=on_day(70), diary=begun(*weeks), said={"looked_at": "no"}).plan().progress

    assert (since_today.stage, since_today.calm_weeks) == (3, 0)
    assert (since_a_day.stage, since_a_day.calm_weeks) == (3, 0)
    assert followed_stage(weeks, looked=None, day=69) == 2
    assert followed_stage(weeks, looked=49, day=48) == 2
    assert followed_stage(weeks, looked=49, day=49) == 3
    assert nobody
    assert nobody.stage == 2


@pytest.mark.parametrize("stopped", ["waxing", "laser"])
def test_no_evening_lies_in_a_window_round_a_treatment(stopped: str) -> None:
    window = CHECK_INS.windows_by_treatment[stopped]
    days = evenings(1, a_day(60, treatment=[stopped]))

    around = [day - 60 for day in days if day >= 44]
    assert max(day for day in around if day < 0) in {-window.before - 1, -window.before - 2}
    assert all(day < -window.before or day > window.after for day in around)
    assert not days or max(days) <= 84


def test_a_window_ends_on_its_last_day_and_its_time_does_not_count_for_the_stage() -> None:
    waxed = (*calm_on(7, 14), a_day(10, treatment=["waxing"]))

    assert evenings(3, *waxed)[:2] == [20, 24]
    assert progress(35, *waxed).stage == 1
    assert progress(36, *waxed).stage == 2
    assert "window.waxing" in ids(progress(17, *waxed))
    assert "window.waxing" not in ids(progress(18, *waxed))


def test_a_plan_that_is_begun_goes_on_and_one_that_is_not_begins_today() -> None:
    calm = calm_on(7, 14)

    going_on = Request(on=on_day(30), diary=begun(*calm)).plan().progress
    anew = Request(on=on_day(30), diary=calm).plan().progress

    assert going_on
    assert (going_on.began, going_on.noted, going_on.stage) == (on_day(0), True, 2)
    assert anew
    assert (anew.began, anew.noted, anew.stage) == (on_day(30), False, 1)


def test_begun_again_it_starts_anew() -> None:
    found = progress(30, *calm_on(7, 14), a_day(28, plan="began"))

    assert (found.began, found.stage) == (on_day(28), 1)


def test_without_a_noted_evening_the_first_one_waits_its_full_time() -> None:
    rules = some_rules(settle_days=14)
    begun_only = (a_day(0, plan="began"),)

    unnoted = Request(on=on_day(3), diary=begun_only, rules=rules).plan().progress
    noted = Request(on=on_day(3), diary=(*begun_only, a_day(2, evening="used")), rules=rules)
    late = Request(on=on_day(30), diary=(*begun_only, a_day(29, evening="used")), rules=rules)

    assert unnoted
    assert unnoted.first == on_day(14)
    found, later = noted.plan().progress, late.plan().progress
    assert found
    assert found.first == on_day(2)
    assert later
    assert later.first == on_day(14)


def test_an_evening_used_before_the_plan_began_is_not_its_first() -> None:
    early = (a_day(-5, evening="used"), a_day(0, plan="began"))

    found = Request(on=on_day(1), diary=early).plan().progress

    assert found
    assert found.first == on_day(0)


@pytest.mark.parametrize(("day", "weeks"), [(56, 0), (63, 1), (91, 5), (98, 6), (108, 6), (109, 0)])
def test_calm_weeks_are_those_a_check_in_calls_calm(day: int, weeks: int) -> None:
    up = calm_on(7, 14, 28, 35, *range(56, 99, 7))

    assert progress(49, *up).stage == 3
    assert progress(day, *up).calm_weeks == weeks


def test_the_next_check_in_is_in_a_week_while_calm_and_tomorrow_while_not() -> None:
    assert progress(3).next_check_in == on_day(7)
    assert progress(14, *calm_on(7, 14)).next_check_in == on_day(21)
    assert progress(30, *calm_on(7)).next_check_in == on_day(30)
    assert progress(30, a_day(20, skin_feels="moderate")).next_check_in == on_day(30)


def test_what_comes_next_is_dated_as_soon_as_check_ins_can_allow_it() -> None:
    assert progress(8, *calm_on(7)).up_on == on_day(21)
    assert progress(40, *calm_on(7)).up_on == on_day(41)
    assert progress(40).up_on == on_day(44)
    assert progress(60, *calm_on(7, 14, 28, 35)).up_on is None
    assert "progress.up" in ids(progress(8, *calm_on(7)))


def test_dates_reach_four_weeks_beyond_today_however_long_it_has_run() -> None:
    assert max(evenings(200, *calm_on(7, 14, 28, 35))) == 227
    assert max(evenings(1)) == 83


def test_notes_of_later_days_are_not_read_but_planned_treatments_are() -> None:
    tomorrow = (a_day(8, skin_feels="severe"), a_day(8, plan="began"))

    assert progress(7, *tomorrow).standing is Standing.ON
    assert progress(7, *tomorrow).began == on_day(0)


def test_stages_that_do_not_nest_are_refused() -> None:
    rules = some_rules()
    odd = (replace(rules.ramp[0], every=3), *rules.ramp[1:])

    with pytest.raises(ValueError, match="multiple of the next"):
        some_rules(ramp=odd)
    with pytest.raises(ValueError, match="calm_nights"):
        some_rules(check_ins=replace(CHECK_INS, calm_nights=2))


def test_a_check_in_of_the_first_day_says_nothing_of_the_first_stage() -> None:
    assert progress(30, *calm_on(0, 14)).stage == 1
    assert progress(30, *calm_on(1, 14)).stage == 2


def test_while_held_the_evenings_of_the_stage_stand() -> None:
    assert progress(16, a_day(16, skin_feels="mild")).next_evening == on_day(16)
    assert progress(16, a_day(16, skin_feels="moderate")).next_evening != on_day(16)


def test_said_on_the_day_of_a_severe_check_in_it_lifts_nothing_without_the_step_either() -> None:
    same_day = begun(a_day(30, skin_feels="severe"), a_day(30, plan="may_go_on"))
    day_after = begun(a_day(30, skin_feels="severe"), a_day(31, plan="may_go_on"))

    stands = Request(a_person(Rung.GENTLE), on=on_day(32), diary=same_day).plan().progress
    lifted = Request(a_person(Rung.GENTLE), on=on_day(32), diary=day_after).plan().progress

    assert stands
    assert stands.standing is Standing.STOPPED
    assert lifted is None


def test_a_step_used_by_now_still_waits_from_the_first_day_that_is_noted() -> None:
    """The shelf of a later day does not tell when the step was first used."""
    rules = some_rules(settle_days=14)
    serum = Owns("serum", "retinoid", tier=1, used_when=("pm",))
    begun_only = (a_day(0, plan="began"),)

    first_day = Request(shelf=(serum,), rules=rules, diary=begun_only).plan().progress
    later = Request(shelf=(serum,), rules=rules, diary=begun_only, on=on_day(1)).plan().progress

    assert first_day
    assert first_day.first == on_day(0)
    assert later
    assert later.first == on_day(14)


def test_before_the_first_evening_nothing_is_said_of_moving_up() -> None:
    rules = some_rules(settle_days=14)

    waiting = Request(on=on_day(3), diary=(a_day(0, plan="began"),), rules=rules).plan().progress

    assert waiting
    assert waiting.up_on
    assert "progress.up" not in ids(waiting)


def test_what_comes_next_lies_ahead_also_after_a_step_back() -> None:
    found = progress(36, *MODERATE, *calm_on(32))

    assert found.up_on
    assert found.up_on >= on_day(35 + 21)
