"""Sight, movement, swelling, shingles near the eye: emergency (facts 3, BHR and AAFP)."""

import pytest

from milium.domain.triage import Disposition, Door, Rung, TriageRules, When, Zone
from tests.builders.cases import a_child, a_lid, an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize(
    "sign", ["sudden_sight_loss", "pain_moving_eye", "double_sight", "bulging_eye"]
)
@pytest.mark.parametrize("case", [an_adult, a_lid, a_child], ids=["adult", "lid", "child"])
def test_sight_or_movement_goes_now(sign: str, case: object, quick_rules: TriageRules) -> None:
    assert callable(case)

    result = decide(case(eye_trouble=[sign]), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EYE_CASUALTY)
    assert result.disposition is Disposition.EMERGENCY_TODAY


@pytest.mark.parametrize("site", ["upper_lid", "lower_lid", "eye_corner", "under_eye", "brow"])
def test_hot_spreading_swelling_at_the_eye_goes_now(site: str, quick_rules: TriageRules) -> None:
    zone = "lid_skin" if site in {"upper_lid", "lower_lid"} else "eye_bone"

    result = decide(an_adult(site=site, eye_zone=zone, heat="hot_or_spreading"), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)
    assert result.home_care.zones[Zone.FACE] >= Rung.GENTLE


@pytest.mark.parametrize("site", ["forehead", "nose"])
def test_blisters_on_one_side_of_forehead_or_nose_go_now(
    site: str, quick_rules: TriageRules
) -> None:
    result = decide(an_adult(site=site, blisters="one_side_of_forehead_or_nose"), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EYE_CASUALTY)


def test_red_painful_eye_is_seen_today(quick_rules: TriageRules) -> None:
    result = decide(an_adult(eye_trouble=["red_painful_eye"]), quick_rules)

    assert (result.when, result.door) == (When.SAME_DAY, Door.EYE_CASUALTY)
