"""Laws of following a step: nothing worse is ever faster, and caps, gaps and windows always hold."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.cases import DiaryEntry
from milium.domain.check_ins import Standing
from milium.domain.skin_types import Side
from milium.engine.regimens import read_diary
from milium.engine.regimens.evenings import Followed, follow_step
from tests.builders.audits import breaches
from tests.builders.check_ins import CHECK_INS
from tests.builders.diaries import FEELS, a_day, begun, on_day
from tests.builders.regimens import Request, a_skin, some_rules
from tests.oracle.check_ins import Notes, Numbers, nights

OFTEN = settings(max_examples=400, deadline=None, derandomize=True)
RULES = some_rules()
DAYS = st.integers(0, 130)
FEELINGS = st.dictionaries(DAYS, st.sampled_from(FEELS), max_size=14)
CALMER = st.dictionaries(DAYS, st.sampled_from((*FEELS, *["calm"] * 8)), max_size=25)
SETS = st.frozensets(DAYS, max_size=3)


def diary_of(
    feels: Mapping[int, str],
    missed: frozenset[int] = frozenset(),
    told: frozenset[int] = frozenset(),
    waxed: frozenset[int] = frozenset(),
) -> tuple[DiaryEntry, ...]:
    return begun(
        *(a_day(day, skin_feels=word) for day, word in feels.items()),
        *(a_day(day, evening="missed") for day in missed),
        *(a_day(day, plan="may_go_on") for day in told),
        *(a_day(day, treatment=["waxing"]) for day in waxed),
    )


def followed(diary: tuple[DiaryEntry, ...], *, today: int, looked_at: str = "yes") -> Followed:
    noted = read_diary(diary, RULES.irritation, RULES.check_ins, on=on_day(today))
    answers = Request(said={"looked_at": looked_at}).answers
    return follow_step(RULES, answers, noted, on=on_day(today), wait=0)


@OFTEN
@given(CALMER, SETS, SETS, SETS, DAYS, st.sampled_from(["yes", "no"]))
def test_every_night_is_what_the_plain_sentences_say(
    feels: Mapping[int, str],
    missed: frozenset[int],
    told: frozenset[int],
    waxed: frozenset[int],
    today: int,
    looked_at: str,
) -> None:
    found = followed(diary_of(feels, missed, told, waxed), today=today, looked_at=looked_at)

    span = CHECK_INS.windows_by_treatment["waxing"]
    off = {day + n for day in waxed for n in range(-span.before, span.after + 1)}
    before_today = frozenset(day for day in missed if day <= today)
    notes = Notes(feels, before_today, frozenset(d for d in told if d <= today), frozenset(off))
    numbers = Numbers(rise_until=None if looked_at == "yes" else 21)
    expected = nights(notes, numbers, today=today, until=len(found.nights))
    assert [(n.stage, n.standing.value, n.used) for n in found.nights] == [
        (n.stage, n.standing, n.used) for n in expected
    ]


@OFTEN
@given(
    CALMER, SETS, SETS, SETS, DAYS,
    st.sampled_from(["yes", "no"]), st.sampled_from([Side.HIGH, Side.LOW]), st.sampled_from([0, 14]),
)  # fmt: skip
def test_the_auditor_finds_nothing_in_what_follows_check_ins(  # noqa: PLR0913 - each is drawn
    feels: Mapping[int, str],
    missed: frozenset[int],
    told: frozenset[int],
    waxed: frozenset[int],
    today: int,
    looked_at: str,
    pigment: Side,
    settle: int,
) -> None:
    request = Request(
        skin=a_skin(pigment=pigment),
        rules=some_rules(settle_days=settle),
        said={"looked_at": looked_at},
        diary=diary_of(feels, missed, told, waxed),
        on=on_day(today),
    )

    assert breaches(request.plan(), request) == ()


@OFTEN
@given(CALMER, SETS, SETS, DAYS, st.data())
def test_a_worse_check_in_never_gives_a_higher_stage_or_a_sooner_evening(
    feels: Mapping[int, str],
    missed: frozenset[int],
    told: frozenset[int],
    today: int,
    data: st.DataObject,
) -> None:
    day = data.draw(st.sampled_from(sorted(feels)) if feels else st.just(0))
    word = feels.get(day, "calm")
    worse = {**feels, day: data.draw(st.sampled_from(FEELS[FEELS.index(word) :]))}
    better_diary = diary_of({**feels, day: word}, missed, told)
    worse_diary = diary_of(worse, missed, told)

    better, after = (followed(each, today=today) for each in (better_diary, worse_diary))

    for low, high in zip(after.nights, better.nights, strict=True):
        assert low.stage <= high.stage
        assert low.used <= high.used
        both_on = low.standing is high.standing is Standing.ON and low.stage == high.stage
        assert not both_on or low.calm_since >= high.calm_since
    plans = [
        Request(on=on_day(today), diary=d).plan().progress for d in (worse_diary, better_diary)
    ]
    lower, higher = plans
    assert lower
    assert higher
    assert lower.strength <= higher.strength
    assert lower.how_soon >= higher.how_soon
    assert (lower.next_evening or date.max) >= (higher.next_evening or date.max)


@OFTEN
@given(CALMER, SETS, SETS, SETS, DAYS)
def test_gaps_caps_and_windows_hold_on_every_night(
    feels: Mapping[int, str],
    missed: frozenset[int],
    told: frozenset[int],
    waxed: frozenset[int],
    today: int,
) -> None:
    found = followed(diary_of(feels, missed, told, waxed), today=today)

    used = [night for night in found.nights if night.used]
    for earlier, night in itertools.pairwise(used):
        assert (night.on - earlier.on).days >= RULES.ramp[night.stage - 1].every
    for night in used:
        week = [n for n in used if night.on <= n.on < night.on + timedelta(days=7)]
        assert sum(n.stage == night.stage for n in week) <= {1: 2, 2: 4, 3: 7}[night.stage]
        assert not any(-7 <= (night.on - on_day(day)).days <= 7 for day in waxed)
        assert night.standing in {Standing.ON, Standing.HOLD}


@OFTEN
@given(FEELINGS, SETS, DAYS, st.integers(0, 60))
def test_a_night_that_is_past_stays_as_it_was(
    feels: Mapping[int, str], missed: frozenset[int], today: int, later: int
) -> None:
    """A plan asked for on a later day goes on from the same past."""
    diary = diary_of(feels, missed)

    then, now = followed(diary, today=today), followed(diary, today=today + later)

    past = [night for night in then.nights if night.on <= on_day(today)]
    assert now.nights[: len(past)] == tuple(past)


@OFTEN
@given(FEELINGS, SETS, DAYS)
def test_what_was_dated_before_is_never_moved_nearer(
    feels: Mapping[int, str], missed: frozenset[int], today: int
) -> None:
    """Every evening of a later plan stood in the plan that takes all to be calm from the first."""
    diary = diary_of(feels, missed)

    ideal, now = followed(begun(), today=0), followed(diary, today=today)

    allowed = {night.on for night in ideal.nights if night.used}
    until = ideal.nights[-1].on
    dated = {n.on for n in now.nights if n.used and n.on >= on_day(today)}
    if today:
        assert (
            set(now.released(on=on_day(today)))
            == {n.on for n in now.ideal if n.used and n.on >= on_day(today)} - dated
        )
    assert {n.on for n in now.nights if n.used and n.on <= until} <= allowed


@OFTEN
@given(FEELINGS, SETS, DAYS, st.sampled_from([Side.HIGH, Side.BETWEEN]))
def test_the_same_diary_gives_the_same_plan_in_whatever_order(
    feels: Mapping[int, str], missed: frozenset[int], today: int, side: Side
) -> None:
    diary = diary_of(feels, missed)
    request = Request(on=on_day(today), diary=diary, skin=a_skin(pigment=side))
    turned = replace(request, diary=diary[::-1])

    assert request.plan() == request.plan() == turned.plan()


@OFTEN
@given(CALMER, DAYS)
def test_slow_skin_is_never_further_than_other_skin(feels: Mapping[int, str], today: int) -> None:
    request = Request(on=on_day(today), diary=diary_of(feels))
    slow = replace(request, skin=a_skin(pigment=Side.HIGH))

    usual, slower = request.plan(), slow.plan()

    assert {e.on for e in slower.calendar} <= {e.on for e in usual.calendar}
    assert usual.progress
    assert slower.progress
    assert slower.progress.stage <= usual.progress.stage
