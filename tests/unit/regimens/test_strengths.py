"""A stronger retinoid on the bump: only after calm weeks of every evening, never to be faster."""

from dataclasses import replace

import pytest

from milium.domain.cases import DiaryEntry
from milium.domain.check_ins import Progress, Strength
from milium.domain.triage import Rung, Zone
from tests.builders.check_ins import CHECK_INS
from tests.builders.diaries import a_day, begun, calm_on, on_day
from tests.builders.regimens import Request, a_person, some_rules

NIGHTLY = calm_on(7, 14, 28, 35, 42)
"""Every evening from day 49 on."""
MID = (*NIGHTLY, *calm_on(*range(49, 92, 7)))


def progress(day: int, *entries: DiaryEntry, **said: str) -> Progress:
    found = Request(on=on_day(day), diary=begun(*entries), said=said).plan().progress
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("last", "strength"),
    [
        (84, Strength.LOW),
        (90, Strength.LOW),
        (91, Strength.MID_ON_BUMP),
        (98, Strength.MID_ON_BUMP),
    ],
)
def test_the_middle_strength_is_ones_to_choose_after_six_calm_weeks(
    last: int, strength: Strength
) -> None:
    weeks = calm_on(*range(49, last, 7), last)

    assert progress(98, *NIGHTLY, *weeks).strength is strength


def test_the_opinion_never_stands_without_what_the_label_says() -> None:
    found = progress(91, *MID)

    assert [(r.entry, r.message.id) for r in found.reasons[-2:]] == [
        ("mid-on-bump", "strength.mid-on-bump"),
        ("mid-on-bump-label", "strength.mid-on-bump.label"),
    ]
    assert found.reasons[-2].evidence.grade.value == "D"


@pytest.mark.parametrize(
    "disturbed",
    [
        a_day(60, skin_feels="mild"),
        a_day(60, evening="missed"),
        a_day(60, treatment=["waxing"]),
        a_day(60, skin_feels="moderate"),
    ],
)
def test_whatever_disturbs_a_calm_week_counts_anew(disturbed: DiaryEntry) -> None:
    assert progress(91, *MID, disturbed).strength is Strength.LOW


def test_weeks_nobody_noted_are_not_calm() -> None:
    assert progress(91, *NIGHTLY, *calm_on(49, 91)).strength is Strength.LOW
    assert progress(91, *NIGHTLY, *calm_on(*range(49, 92, 10), 91)).strength is Strength.MID_ON_BUMP
    assert progress(102, *MID).strength is Strength.LOW


def test_never_before_somebody_has_looked() -> None:
    assert progress(91, *MID, looked_at="no").strength is Strength.LOW


@pytest.mark.parametrize("zones", [(Zone.EYE_BONE,), (Zone.EYE_BONE, Zone.FACE), (Zone.BODY,)])
def test_never_for_a_bump_that_is_or_may_be_at_the_eye(zones: tuple[Zone, ...]) -> None:
    person = a_person(Rung.LOW_RETINOID, zones)

    found = Request(person, on=on_day(91), diary=begun(*MID)).plan().progress

    assert found is None or found.strength is Strength.LOW


@pytest.mark.parametrize("bumps", ["0", "9"])
def test_how_many_bumps_there_are_raises_nothing(bumps: str) -> None:
    weeks = calm_on(*range(49, 85, 7))
    many = tuple(a_day(day, new_bumps=bumps, noticed=["new_bumps"]) for day in range(49, 90, 3))

    assert progress(90, *NIGHTLY, *weeks, *many) == progress(90, *NIGHTLY, *weeks)


HIGH = (*MID, a_day(91, plan="mid_on_bump"), *calm_on(*range(98, 134, 7)))


@pytest.mark.parametrize(("last", "strength"), [(132, 1), (133, 2), (140, 2)])
def test_the_high_strength_only_after_six_more_calm_weeks_with_the_middle_one(
    last: int, strength: int
) -> None:
    weeks = (*MID, a_day(91, plan="mid_on_bump"), *calm_on(*range(98, last, 7), last))

    assert progress(140, *weeks).strength is Strength(strength)


def test_the_high_strength_is_named_beside_its_trial() -> None:
    found = progress(133, *HIGH)

    assert [r.message.id for r in found.reasons[-2:]] == [
        "strength.high-on-bump",
        "strength.high-on-bump.label",
    ]


def test_a_middle_strength_begun_too_early_counts_for_nothing() -> None:
    early = (*MID, a_day(60, plan="mid_on_bump"), *calm_on(*range(98, 134, 7)))

    assert progress(133, *early).strength is Strength.MID_ON_BUMP


def test_on_irritation_the_stronger_one_is_dropped_first() -> None:
    sore = (*HIGH, a_day(133, skin_feels="moderate"))
    pink = (*HIGH, a_day(133, skin_feels="mild"))
    mild_again_calm = (*pink, *calm_on(*range(140, 183, 7)))

    assert progress(133, *sore).strength is Strength.LOW
    assert progress(133, *pink).strength is Strength.LOW
    assert progress(182, *mild_again_calm).strength is Strength.HIGH_ON_BUMP


def test_the_day_of_a_missed_evening_is_no_calm_day() -> None:
    missed = (*MID, a_day(51, evening="missed"))

    assert progress(94, *missed, *calm_on(93)).strength is Strength.LOW
    assert progress(94, *missed, *calm_on(94)).strength is Strength.MID_ON_BUMP


def test_the_high_strength_is_never_open_while_the_middle_one_is_not() -> None:
    mid, high = CHECK_INS.strengths
    quick = some_rules(check_ins=replace(CHECK_INS, strengths=(mid, replace(high, calm_weeks=1))))
    pink = (*MID, a_day(91, plan="mid_on_bump"), a_day(95, skin_feels="mild"))
    diary = begun(*pink, *calm_on(98, 105, 112))

    found = Request(on=on_day(112), diary=diary, rules=quick).plan().progress

    assert found
    assert found.strength is Strength.LOW
