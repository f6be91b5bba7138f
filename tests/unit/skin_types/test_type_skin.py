"""What type_skin says of single cases and at its thresholds."""

from dataclasses import replace

import pytest

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known, Unknown
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, AxisResult, Side
from milium.engine.skin_types import next_item, type_skin
from milium.engine.skin_types.typing import KNOWN_TYPE_SHIFT, SETTLED
from tests.builders.skin_types import (
    LETTERS,
    all_axes,
    an_axis,
    an_item,
    answered,
    axis_rules,
    some_rules,
)

ALL_HIGH = {ItemId(f"{axis.value}-{n}"): Known("always") for axis in Axis for n in range(1, 5)}
ALL_LOW = {item: Known("never") for item in ALL_HIGH}


def _high_after(word: str) -> int:
    return type_skin(answered(shine=word), axis_rules(an_item())).axes[Axis.OILY_DRY].high


def test_nothing_answered_is_not_asked_at_even_odds() -> None:
    rules = axis_rules(an_item())

    skin_type = type_skin({}, rules)

    assert skin_type.axes == {
        Axis.OILY_DRY: AxisResult(Axis.OILY_DRY, Side.NOT_ASKED, 50, 0, ItemId("shine"))
    }
    assert skin_type.letters == ""


def test_start_follows_the_prior_of_the_axis() -> None:
    leaning = type_skin({}, axis_rules(prior=15)).axes[Axis.OILY_DRY]
    away = type_skin({}, axis_rules(prior=-15)).axes[Axis.OILY_DRY]

    assert (leaning.high, away.high) == (56, 44)
    assert leaning.side is away.side is Side.NOT_ASKED


def test_prior_alone_is_never_a_side_and_still_asks() -> None:
    result = type_skin({}, axis_rules(an_item(), prior=150)).axes[Axis.OILY_DRY]

    assert result == AxisResult(Axis.OILY_DRY, Side.NOT_ASKED, 93, 0, ItemId("shine"))


def test_each_word_of_one_item_moves_the_odds_evenly() -> None:
    found = [_high_after(word) for word in ("never", "sometimes", "often", "always")]

    assert found[0] == 100 - found[3]
    assert found[1] == 100 - found[2]
    assert found == sorted(set(found))


def test_reversed_item_counts_the_other_way() -> None:
    rules = axis_rules(an_item(reverse=True))

    result = type_skin(answered(shine="never"), rules).axes[Axis.OILY_DRY]

    assert result.high == _high_after("always")


@pytest.mark.parametrize(
    ("above", "side"), [(-1, Side.HIGH), (0, Side.HIGH), (1, Side.BETWEEN), (9, Side.BETWEEN)]
)
def test_high_side_is_clear_from_exactly_its_threshold(above: int, side: Side) -> None:
    rules = axis_rules(an_item(), clear_from=_high_after("always") + above)

    result = type_skin(answered(shine="always"), rules).axes[Axis.OILY_DRY]

    assert result.side is side


@pytest.mark.parametrize(
    ("above", "side"), [(-1, Side.LOW), (0, Side.LOW), (1, Side.BETWEEN), (9, Side.BETWEEN)]
)
def test_low_side_is_clear_from_exactly_the_mirrored_threshold(above: int, side: Side) -> None:
    rules = axis_rules(an_item(), clear_from=100 - _high_after("never") + above)

    result = type_skin(answered(shine="never"), rules).axes[Axis.OILY_DRY]

    assert result.side is side


def test_oily_middle_and_dry_cheeks_are_between() -> None:
    rules = axis_rules(an_item("middle"), an_item("cheeks"))

    result = type_skin(answered(middle="always", cheeks="never"), rules).axes[Axis.OILY_DRY]

    assert (result.side, result.high, result.answered) == (Side.BETWEEN, 50, 2)


@pytest.mark.parametrize(
    "empty",
    [
        UNKNOWN,
        Unknown(asked=True),
        Contradictory(("never", "always")),
        Known("hardly"),
        Known(3),
        Chosen(frozenset({"always"}), complete=True),
    ],
)
def test_answer_that_tells_nothing_leaves_the_axis_not_asked(
    empty: Answer,
) -> None:
    result = type_skin({ItemId("shine"): empty}, axis_rules(an_item())).axes[Axis.OILY_DRY]

    assert (result.side, result.high, result.answered) == (Side.NOT_ASKED, 50, 0)


@pytest.mark.parametrize(
    ("first", "next_item"),
    [
        (UNKNOWN, "first"),
        (Unknown(asked=True), "second"),
        (Contradictory(("never", "always")), "second"),
        (Known("hardly"), "second"),
    ],
)
def test_what_was_asked_without_an_answer_is_not_asked_again(first: Answer, next_item: str) -> None:
    rules = axis_rules(an_item("first"), an_item("second"))

    result = type_skin({ItemId("first"): first}, rules).axes[Axis.OILY_DRY]

    assert result.next_item == ItemId(next_item)


def test_answers_to_foreign_items_and_other_axes_do_not_count() -> None:
    rules = axis_rules(an_item("mark", axis=Axis.PIGMENT))

    result = type_skin(answered(mark="always", stranger="always"), rules).axes[Axis.OILY_DRY]

    assert (result.high, result.answered, result.next_item) == (50, 0, None)


def test_letters_stand_when_all_four_are_clear() -> None:
    assert type_skin(ALL_HIGH, all_axes()).letters == "OSPW"
    assert type_skin(ALL_LOW, all_axes()).letters == "DRNT"


@pytest.mark.parametrize("axis", list(Axis))
def test_one_axis_between_takes_the_letters_away(axis: Axis) -> None:
    halves = {
        ItemId(f"{axis.value}-{n}"): Known("never" if n > 2 else "always") for n in range(1, 5)
    }

    skin_type = type_skin({**ALL_HIGH, **halves}, all_axes())

    assert skin_type.axes[axis].side is Side.BETWEEN
    assert skin_type.letters == ""


def test_three_axes_in_the_knowledge_make_no_letters() -> None:
    rules = all_axes()

    skin_type = type_skin(ALL_HIGH, some_rules(rules.axes[:3], rules.items))

    assert skin_type.letters == ""


@pytest.mark.parametrize(("known_type", "high"), [("O", 69), ("d", 31), (" o ", 69), ("", 50)])
def test_known_type_shifts_the_start_by_half_a_deviation(known_type: str, high: int) -> None:
    result = type_skin({}, axis_rules(an_item()), known_type=known_type).axes[Axis.OILY_DRY]

    assert (result.side, result.high) == (Side.NOT_ASKED, high)


def test_known_type_weighs_less_than_one_clear_answer() -> None:
    rules = axis_rules(an_item())

    result = type_skin(answered(shine="never"), rules, known_type="O").axes[Axis.OILY_DRY]

    assert result.high < 50


def test_known_type_is_the_same_as_a_shifted_prior_on_every_axis() -> None:
    known = type_skin({}, all_axes(), known_type="ospw")

    shifted = type_skin({}, all_axes(prior=KNOWN_TYPE_SHIFT)).axes
    assert {axis: replace(each, hint=None) for axis, each in known.axes.items()} == shifted
    assert known.letters == ""


@pytest.mark.parametrize("no_type", ["OSP", "OSPWW", "SOPW", "OSPX", "????"])
def test_what_is_no_type_is_no_information(no_type: str) -> None:
    assert type_skin({}, all_axes(), known_type=no_type) == type_skin({}, all_axes())


def test_next_item_is_the_one_that_tells_most() -> None:
    rules = axis_rules(an_item("blunt", discrimination=60), an_item("sharp", discrimination=200))

    assert type_skin({}, rules).axes[Axis.OILY_DRY].next_item == ItemId("sharp")


def test_of_equal_items_the_first_is_asked() -> None:
    rules = axis_rules(an_item("b"), an_item("a"))

    assert type_skin({}, rules).axes[Axis.OILY_DRY].next_item == ItemId("b")


def test_item_that_would_settle_almost_nothing_is_not_asked() -> None:
    blunt = axis_rules(an_item(discrimination=29))
    duller = axis_rules(an_item(discrimination=28))

    assert type_skin({}, blunt).axes[Axis.OILY_DRY].next_item == ItemId("shine")
    assert type_skin({}, duller).axes[Axis.OILY_DRY].next_item is None


@pytest.mark.parametrize(
    ("prior", "high", "asks"),
    [(110, 88, True), (118, 89, True), (128, 90, False), (136, 91, False), (246, 98, False)],
)
def test_nothing_more_is_asked_from_ninety_on(prior: int, high: int, *, asks: bool) -> None:
    two, open_item = ("one", "two"), an_item("open", discrimination=300)
    rules = axis_rules(*map(an_item, two), open_item, prior=prior)
    mirrored = axis_rules(*(an_item(each, reverse=True) for each in two), open_item, prior=-prior)
    answers = answered(one="often", two="often")

    result = type_skin(answers, rules).axes[Axis.OILY_DRY]
    mirror = type_skin(answers, mirrored).axes[Axis.OILY_DRY]

    assert (result.high, result.next_item is not None) == (high, asks)
    assert (mirror.high, mirror.next_item is not None) == (100 - high, asks)


def test_one_answer_settles_nothing_however_sure() -> None:
    rules = axis_rules(an_item("one"), an_item("two"), an_item("three"), prior=60)

    one = type_skin(answered(one="always"), rules).axes[Axis.OILY_DRY]
    two = type_skin(answered(one="always", two="always"), rules).axes[Axis.OILY_DRY]

    assert (one.high >= SETTLED, one.next_item) == (True, "two")
    assert two.next_item is None


@pytest.mark.parametrize(("told", "asks"), [(4, True), (5, True), (6, False), (7, False)])
def test_nothing_more_is_asked_after_six_answers(told: int, *, asks: bool) -> None:
    rules = axis_rules(*(an_item(f"n{n}") for n in range(8)))
    words = {f"n{n}": ("always", "never")[n % 2] for n in range(told)}

    result = type_skin(answered(**words), rules).axes[Axis.OILY_DRY]

    assert (result.answered, result.next_item is not None) == (told, asks)


def test_not_sure_is_no_answer_that_counts_towards_six() -> None:
    rules = axis_rules(*(an_item(f"n{n}") for n in range(8)))
    words = {f"n{n}": ("always", "never")[n % 2] for n in range(5)}
    answers = {**answered(**words), ItemId("n5"): Unknown(asked=True)}

    result = type_skin(answers, rules).axes[Axis.OILY_DRY]

    assert (result.answered, result.next_item) == (5, "n6")


def test_next_item_goes_axis_by_axis_and_holds_no_state() -> None:
    rules = all_axes()
    answers: dict[ItemId, Answer] = {}
    axes = []
    while item := next_item(answers, rules):
        assert next_item(dict(answers), rules) == item
        axes.append(item.rpartition("-")[0])
        answers[item] = Known("always")

    assert list(dict.fromkeys(axes)) == [axis.value for axis in Axis]
    assert type_skin(answers, rules).letters == "OSPW"


def test_next_item_starts_from_a_known_type() -> None:
    one = axis_rules(*(an_item(f"n{n}", discrimination=70) for n in range(3)))
    told = answered(n0="always", n1="always")

    assert next_item(told, one) == "n2"
    assert next_item(told, one, known_type="O") is None


@pytest.mark.parametrize(("known_type", "hint"), [("O", Side.HIGH), ("2", Side.LOW), ("", None)])
def test_a_known_type_is_shown_as_a_hint(known_type: str, hint: Side | None) -> None:
    result = type_skin({}, axis_rules(an_item()), known_type=known_type).axes[Axis.OILY_DRY]

    assert result.hint is hint


def test_each_axis_reads_its_own_items_only() -> None:
    only_lines = {item: answer for item, answer in ALL_HIGH.items() if item.startswith("lines")}

    skin_type = type_skin(only_lines, all_axes())

    sides = {axis: skin_type.axes[axis].side for axis in Axis}
    assert sides == {
        Axis.OILY_DRY: Side.NOT_ASKED,
        Axis.SENSITIVE_RESISTANT: Side.NOT_ASKED,
        Axis.PIGMENT: Side.NOT_ASKED,
        Axis.LINES: Side.HIGH,
    }


def test_letters_of_the_builder_are_those_of_the_axes() -> None:
    assert [(an_axis(axis).high, an_axis(axis).low) for axis in Axis] == list(LETTERS.values())
