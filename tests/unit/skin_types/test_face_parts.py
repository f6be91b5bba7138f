"""The centre of the face and the cheeks, asked about apart: combination skin."""

import pytest

from milium.domain.answers import Answer, Known, Unknown
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, FacePart, Side, Spread
from milium.engine.skin_types import next_item, type_skin
from milium.engine.skin_types.typing import SETTLED
from tests.builders.skin_types import an_item, answered, axis_rules

CENTRE, CHEEKS = FacePart.CENTRE, FacePart.CHEEKS
PARTS = axis_rules(
    *(an_item(f"centre{n}", part=CENTRE) for n in range(3)),
    *(an_item(f"cheeks{n}", part=CHEEKS) for n in range(3)),
)


@pytest.mark.parametrize(
    ("words", "spread", "side"),
    [
        ({}, Spread.UNKNOWN, Side.NOT_ASKED),
        ({"centre0": "always"}, Spread.UNKNOWN, Side.HIGH),
        ({"centre0": "always", "centre1": "always"}, Spread.UNKNOWN, Side.HIGH),
        ({"centre0": "always", "cheeks0": "always"}, Spread.EVEN, Side.HIGH),
        ({"centre0": "never", "cheeks0": "never"}, Spread.EVEN, Side.LOW),
        ({"centre0": "never", "cheeks0": "always"}, Spread.EVEN, Side.BETWEEN),
        ({"centre0": "always", "cheeks0": "never"}, Spread.UNKNOWN, Side.BETWEEN),
        (
            {"centre0": "always", "centre1": "always", "cheeks0": "never", "cheeks1": "never"},
            Spread.COMBINATION,
            Side.BETWEEN,
        ),
    ],
)
def test_centre_and_cheeks_are_heard_apart(
    words: dict[str, str], spread: Spread, side: Side
) -> None:
    result = type_skin(answered(**words), PARTS).axes[Axis.OILY_DRY]

    assert (result.spread, result.side) == (spread, side)


def test_combination_is_between_even_where_the_oil_outweighs() -> None:
    words = dict.fromkeys(("centre0", "centre1", "centre2"), "always")
    rules = axis_rules(*PARTS.items, prior=60)
    low = {"cheeks0": "never", "cheeks1": "never", "cheeks2": "sometimes"}

    result = type_skin(answered(**words, **low), rules).axes[Axis.OILY_DRY]

    assert result.high > 50
    assert (result.spread, result.side) == (Spread.COMBINATION, Side.BETWEEN)
    assert result.next_item is None


ONE_APART = 65
"""Chance of both after one answer each: .8046 for an oily centre, .8046 for dry cheeks."""

ONE_NEAR = 32
"""The same with "often" at the cheeks: .8046 times .3968."""


@pytest.mark.parametrize(
    ("above", "spread"), [(-1, Spread.COMBINATION), (0, Spread.COMBINATION), (1, Spread.UNKNOWN)]
)
def test_combination_is_clear_from_exactly_the_threshold_of_a_side(
    above: int, spread: Spread
) -> None:
    words = {"centre0": "always", "cheeks0": "never"}
    rules = axis_rules(*PARTS.items, clear_from=ONE_APART + above)

    assert type_skin(answered(**words), rules).axes[Axis.OILY_DRY].spread is spread


@pytest.mark.parametrize(
    ("below", "spread"), [(-1, Spread.EVEN), (0, Spread.EVEN), (1, Spread.UNKNOWN)]
)
def test_skin_is_even_up_to_exactly_the_mirrored_threshold(below: int, spread: Spread) -> None:
    words = {"centre0": "always", "cheeks0": "often"}
    rules = axis_rules(*PARTS.items, clear_from=100 - ONE_NEAR + below)

    assert type_skin(answered(**words), rules).axes[Axis.OILY_DRY].spread is spread


def test_the_part_heard_least_is_asked_next() -> None:
    asked = []
    answers: dict[ItemId, Answer] = {}
    while item := next_item(answers, PARTS):
        asked.append(str(item)[:6])
        answers[item] = Known("often" if len(asked) % 2 else "sometimes")

    assert asked == ["centre", "cheeks", "centre", "cheeks", "centre", "cheeks"]


def test_a_part_nobody_could_answer_for_is_let_go() -> None:
    answers: dict[ItemId, Answer] = {ItemId(f"cheeks{n}"): Unknown(asked=True) for n in range(3)}
    answers |= answered(centre0="always", centre1="always")

    result = type_skin(answers, axis_rules(*PARTS.items)).axes[Axis.OILY_DRY]

    assert (result.high >= SETTLED, result.next_item) == (True, None)


def test_a_part_not_heard_yet_is_asked_however_sure_the_other_is() -> None:
    words = dict.fromkeys(("centre0", "centre1", "centre2"), "always")

    result = type_skin(answered(**words), PARTS).axes[Axis.OILY_DRY]

    assert (result.high >= SETTLED, result.next_item) == (True, "cheeks0")


@pytest.mark.parametrize(
    ("clear_from", "spread", "item"),
    [(80, Spread.EVEN, None), (95, Spread.UNKNOWN, "centre1")],
)
def test_parts_that_may_differ_are_asked_on_even_where_the_side_is_sure(
    clear_from: int, spread: Spread, item: str | None
) -> None:
    rules = axis_rules(*PARTS.items, prior=60, clear_from=clear_from)

    result = type_skin(answered(centre0="always", cheeks0="always"), rules).axes[Axis.OILY_DRY]

    assert result.high >= SETTLED
    assert (result.spread, result.next_item) == (spread, item)
