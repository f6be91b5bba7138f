"""Where a bump is, by the one drawing of the zones at the eye."""

import pytest

from milium.domain.answers import NOT_SURE, Chosen
from milium.domain.triage import TriageRules, Zone
from milium.engine.triage.zones import whereabouts
from tests.builders.cases import Value, answers

LASH, LID, BONE, FACE, BODY = Zone


@pytest.mark.parametrize(
    ("told", "zones"),
    [
        ({"site": "cheek"}, (FACE,)),
        ({"site": "under_eye"}, (LID, BONE)),
        ({"site": "eye_corner"}, (LASH, LID, BONE)),
        ({"site": "upper_lid"}, (LASH, LID)),
        ({"site": "lower_lid", "eye_zone": "lash_line"}, (LASH,)),
        ({"site": "under_eye", "eye_zone": "eye_bone"}, (BONE,)),
        ({"site": "brow"}, (BONE,)),
        ({"site": "inside_mouth"}, (BODY,)),
        ({"eye_zone": "lid_skin"}, (LID,)),
        ({}, (LASH, LID, BONE, FACE, BODY)),
        ({"site": NOT_SURE, "eye_zone": NOT_SURE}, (LASH, LID, BONE, FACE, BODY)),
        ({"site": Chosen(frozenset({"cheek"}), complete=True)}, (LASH, LID, BONE, FACE, BODY)),
        ({"site": "cheek", "eye_zone": "lid_skin"}, (LID, FACE)),
        ({"site": ("cheek", "upper_lid")}, (LASH, LID, FACE)),
        ({"site": "eye_corner", "eye_zone": ("lash_line", "eye_bone")}, (LASH, BONE)),
        ({"site": ("cheek", "trunk"), "eye_zone": "face"}, (FACE, BODY)),
        ({"site": ("cheek", "upper_lid"), "eye_zone": ("face", "body")}, (LASH, LID, FACE, BODY)),
    ],
)
def test_zones_a_bump_may_be_in(
    told: dict[str, Value], zones: tuple[Zone, ...], rules: TriageRules
) -> None:
    assert whereabouts(answers(told), rules).may == zones


@pytest.mark.parametrize(
    ("told", "surely"),
    [
        ({"site": "cheek"}, {FACE}),
        ({"site": ("cheek", "trunk")}, {FACE, BODY}),
        ({"site": ("cheek", "under_eye")}, {FACE}),
        ({"site": "under_eye"}, set()),
        ({"eye_zone": ("lid_skin", "face")}, {LID, FACE}),
        ({"site": "cheek", "eye_zone": "lid_skin"}, set()),
        ({}, set()),
    ],
)
def test_zones_some_reading_of_the_answers_leaves_alone(
    told: dict[str, Value], surely: set[Zone], rules: TriageRules
) -> None:
    assert whereabouts(answers(told), rules).surely == surely
