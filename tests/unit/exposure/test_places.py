"""How far home care may go where a product is used."""

import pytest

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.triage import Rung, Zone
from milium.engine.exposure.places import is_open, rung_here
from tests.builders.exposure import ZONES, areas, home_care


@pytest.mark.parametrize(
    ("area", "rung"),
    [
        (areas("face"), Rung.LOW_RETINOID),
        (areas("forehead", "cheek", "nose", "chin"), Rung.LOW_RETINOID),
        (areas("eye_bone"), Rung.GENTLE),
        (areas("lid_skin"), Rung.NOTHING),
        (areas("lash_line"), Rung.NOTHING),
        (areas("lips"), Rung.GENTLE),
        (areas("body"), Rung.WASH_OFF_ACID),
        (areas("hair"), Rung.WASH_OFF_ACID),
        (areas("cheek", "body"), Rung.WASH_OFF_ACID),
        (areas("cheek", "eye_bone", "body"), Rung.GENTLE),
        (areas("cheek", complete=False), Rung.GENTLE),
        (areas(), Rung.GENTLE),
        (areas("elbow"), Rung.GENTLE),
        (Known("cheek"), Rung.LOW_RETINOID),
        (Contradictory(("cheek", "body")), Rung.WASH_OFF_ACID),
        (UNKNOWN, Rung.GENTLE),
    ],
)
def test_the_lowest_rung_of_all_places_it_may_be_used_in_decides(area: Answer, rung: Rung) -> None:
    assert rung_here(area, home_care()) is rung


def test_lips_are_never_above_gentle_and_go_down_with_the_face() -> None:
    assert rung_here(areas("lips"), home_care({**ZONES, Zone.FACE: Rung.NOTHING})) is Rung.NOTHING


def test_a_zone_without_a_rung_allows_nothing() -> None:
    assert rung_here(areas("cheek"), home_care({})) is Rung.NOTHING


@pytest.mark.parametrize(
    ("answer", "leaves_something"),
    [
        (UNKNOWN, True),
        (Known("yes"), False),
        (Contradictory(("no", "yes")), True),
        (Chosen(frozenset({"cheek"}), complete=True), False),
        (Chosen(frozenset({"cheek"}), complete=False), True),
    ],
)
def test_an_answer_is_open_while_it_leaves_something_to_ask(
    answer: Answer,
    leaves_something: bool,
) -> None:
    assert is_open(answer) is leaves_something
