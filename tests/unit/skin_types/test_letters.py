"""Types in letters, ours and from elsewhere."""

import pytest

from milium.domain.skin_types import Axis, Side
from milium.engine.skin_types import letters_of, sides_of
from tests.builders.skin_types import all_axes


@pytest.mark.parametrize(
    ("letters", "high"),
    [("OSPW", True), ("1357", True), ("DRNT", False), (" drnt ", False), ("2468", False)],
)
def test_letters_of_ours_and_from_elsewhere_say_their_sides(letters: str, *, high: bool) -> None:
    side = Side.HIGH if high else Side.LOW

    assert sides_of(letters, all_axes().axes) == dict.fromkeys(Axis, side)


@pytest.mark.parametrize("letters", ["", "O", "O357", "OSPWW", "SOPW", "\u1e9e\u1e9e\u1e9e\u1e9e"])
def test_mixed_or_foreign_letters_say_nothing(letters: str) -> None:
    assert sides_of(letters, all_axes().axes) == {}


def test_each_letter_speaks_for_its_own_axis() -> None:
    high = dict.fromkeys(Axis, Side.HIGH)

    assert sides_of("OSPT", all_axes().axes) == {**high, Axis.LINES: Side.LOW}
    assert sides_of("2357", all_axes().axes) == {**high, Axis.OILY_DRY: Side.LOW}


def test_sides_make_letters_only_when_all_four_are_clear() -> None:
    axes = all_axes().axes

    assert letters_of(dict.fromkeys(Axis, Side.LOW), axes) == "DRNT"
    assert letters_of({**dict.fromkeys(Axis, Side.LOW), Axis.LINES: Side.BETWEEN}, axes) == ""
