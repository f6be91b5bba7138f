"""A lid lump that came back in the same place may be sebaceous carcinoma: two weeks, eye doctor."""

import pytest

from milium.domain.triage import Door, Rung, TriageRules, When, Zone
from tests.builders.cases import a_lid, years
from tests.builders.triage import decide


@pytest.mark.parametrize("site", ["upper_lid", "lower_lid", "eye_corner"])
@pytest.mark.parametrize("age", [years(25), years(40), years(70)])
def test_lump_back_in_the_same_place(site: str, age: int, quick_rules: TriageRules) -> None:
    result = decide(a_lid(site=site, age=age, same_place_again="yes"), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_2_WEEKS, Door.OPHTHALMOLOGIST)
    assert result.home_care.lesions[0].rung is Rung.NOTHING
    assert result.home_care.zones[Zone.EYE_BONE] is Rung.GENTLE


@pytest.mark.parametrize(
    "sign",
    [
        {"change": "growing_slowly"},
        {"change": "growing_fast"},
        {"change": "colour_or_shape"},
        {"bleeding": "once"},
        {"crust": "not_healing"},
        {"vessels_or_rolled_edge": "yes"},
        {"one_sided_red_eye": "yes"},
    ],
    ids=str,
)
def test_lump_that_grows_bleeds_or_reddens_one_eye(
    sign: dict[str, str], quick_rules: TriageRules
) -> None:
    result = decide(a_lid(**sign), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_2_WEEKS, Door.OPHTHALMOLOGIST)


@pytest.mark.parametrize("named_by", ["nobody", "online", "esthetician", "pharmacist"])
def test_plain_lump_that_stays_is_seen_without_hurry(
    named_by: str, quick_rules: TriageRules
) -> None:
    """Cancers that were missed were plain lumps (facts 0, Margo 1999)."""
    result = decide(a_lid(named_by=named_by, present_for=28), quick_rules)

    assert (result.when, result.door) == (When.WITHIN_8_WEEKS, Door.OPHTHALMOLOGIST)
