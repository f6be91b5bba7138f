"""Lashes gone beside a lid lump: two weeks. Lashes kept: no reassurance (facts 2.1)."""

import pytest

from milium.domain.answers import UNKNOWN
from milium.domain.triage import Door, TriageRules, When
from tests.builders.cases import a_lid, an_adult
from tests.builders.triage import decide, in_short


@pytest.mark.parametrize("site", ["upper_lid", "lower_lid", "eye_corner", "under_eye"])
def test_lashes_gone_is_two_weeks(site: str, quick_rules: TriageRules) -> None:
    result = decide(a_lid(site=site, lash_loss="yes"), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_2_WEEKS, Door.OPHTHALMOLOGIST)


@pytest.mark.parametrize("sign", ["lid_lump", "growing", "again"])
def test_lashes_kept_never_makes_a_lump_calmer(sign: str, quick_rules: TriageRules) -> None:
    told = {"lid_lump": {}, "growing": {"change": "growing_slowly"},
            "again": {"same_place_again": "yes"}}[sign]  # fmt: skip

    kept = decide(a_lid(lash_loss="no", **told), quick_rules)
    unsaid = decide(a_lid(lash_loss=UNKNOWN, **told), quick_rules)

    assert in_short(kept) == in_short(unsaid)
    assert kept.when >= When.WITHIN_8_WEEKS


def test_contradicting_lashes_count_as_gone(quick_rules: TriageRules) -> None:
    assert decide(a_lid(lash_loss=("no", "yes")), quick_rules).when is When.WITHIN_2_WEEKS


def test_far_from_the_eye_lashes_mean_nothing(quick_rules: TriageRules) -> None:
    assert decide(an_adult(lash_loss="yes"), quick_rules).when is When.NO_RUSH
