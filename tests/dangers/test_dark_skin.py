"""Skin colour never lowers urgency (facts 3): darker than the skin is no calmer than brown."""

import pytest

from milium.domain.triage import Rung, TriageRules, When
from tests.builders.cases import Value, an_adult, years
from tests.builders.triage import decide

SIGNS: list[dict[str, Value]] = [
    {"bleeding": "more_than_once"}, {"crust": "not_healing"}, {"vessels_or_rolled_edge": "yes"},
    {"change": "growing_fast"}, {"change": "growing_slowly"}, {"change": "colour_or_shape"},
    {"change": "many_new_ones"}, {"pattern": "raised_patch"}, {"size_mm": 60},
    {"age": years(60), "count": 1}, {"site": "upper_lid", "eye_zone": "lid_skin"},
    {"heat": "hot_or_spreading"}, {},
]  # fmt: skip
OTHER_COLOURS = (
    "white",
    "yellow",
    "skin_coloured",
    "pearly",
    "red_or_purple",
    "see_through_or_blue",
)


@pytest.mark.parametrize("sign", SIGNS, ids=str)
def test_darker_is_never_calmer_than_any_other_colour(
    sign: dict[str, Value], quick_rules: TriageRules
) -> None:
    darker = decide(an_adult(colour="darker_than_skin", **sign), quick_rules)

    for colour in OTHER_COLOURS:
        other = decide(an_adult(colour=colour, **sign), quick_rules)
        assert darker.when >= other.when, colour
        assert darker.home_care.lesions[0].rung <= other.home_care.lesions[0].rung, colour


@pytest.mark.parametrize("change", ["growing_slowly", "growing_fast", "colour_or_shape"])
def test_dark_spot_that_changes_is_two_weeks_on_every_skin(
    change: str, quick_rules: TriageRules
) -> None:
    """On black skin a pigmented cancer is "darker than the skin"; on white skin it is "brown"."""
    for colour in ("brown_or_black", "darker_than_skin"):
        result = decide(an_adult(colour=colour, change=change), quick_rules)
        assert result.when is When.WITHIN_2_WEEKS, colour


def test_calm_darker_bumps_are_as_ordinary_as_white_ones(quick_rules: TriageRules) -> None:
    """Milia on black skin can be darker (facts 1.1, Batra 2009): no needless alarm."""
    result = decide(an_adult(colour="darker_than_skin"), quick_rules)

    assert (result.when, result.home_care.person) == (When.NO_RUSH, Rung.LOW_RETINOID)
