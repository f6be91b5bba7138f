"""Trouble breathing or swelling after a product: now (facts 3, adapalene Drug Facts)."""

import pytest

from milium.domain.triage import Door, Rung, TriageRules, When
from tests.builders.cases import a_child, an_adult
from tests.builders.triage import decide


@pytest.mark.parametrize("sign", ["breathing_trouble", "lip_or_tongue_swelling", "face_swelling"])
def test_swelling_or_breathing_goes_now(sign: str, quick_rules: TriageRules) -> None:
    for case in (an_adult(reaction=[sign, "hives"]), a_child(reaction=[sign])):
        result = decide(case, quick_rules)

        assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)
        assert result.home_care.person is Rung.GENTLE


def test_trouble_breathing_counts_wherever_it_is_ticked(quick_rules: TriageRules) -> None:
    result = decide(an_adult(unwell=["breathing_trouble"]), quick_rules)

    assert (result.when, result.door) == (When.NOW, Door.EMERGENCY)


def test_hives_alone_are_for_today(quick_rules: TriageRules) -> None:
    result = decide(an_adult(reaction=["hives"]), quick_rules)

    assert (result.when, result.door) == (When.SAME_DAY, Door.PHARMACIST)
    assert "tonight.stop-all-products" in {line.id for line in result.tonight}
