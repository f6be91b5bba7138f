"""The engine's 81-point posterior and order against the oracle's 4001 points."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.skin import adaptive, answered, interviewed, only
from milium.domain.answers import Answer, Known
from milium.domain.ids import ItemId
from milium.domain.knowledge import Knowledge
from milium.domain.skin_types import Axis, FacePart, Side
from milium.engine.skin_types import next_item, type_skin
from milium.engine.skin_types.typing import LEAST_GAIN
from tests.builders.skin_types import an_item, axis_rules
from tests.oracle.skin_types import gain, probability_high

CLEAR_FROM = 80
ITEMS = (
    an_item("one"),
    an_item("two", discrimination=80, thresholds=(-50, 50, 150)),
    an_item("three", discrimination=150, thresholds=(-120, -20, 90), reverse=True),
    an_item("four", words=("no", "yes"), thresholds=(40,)),
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={item.id: st.sampled_from(item.words).map(Known) for item in ITEMS},
)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(answers=ANSWERS, prior=st.integers(-60, 60))
def test_grid_agrees_with_the_oracle_to_a_hundredth(
    answers: dict[ItemId, Answer], prior: int
) -> None:
    rules = axis_rules(*ITEMS, prior=prior, clear_from=CLEAR_FROM)

    result = type_skin(answers, rules).axes[Axis.OILY_DRY]

    exact = probability_high(ITEMS, answers, prior_mean=prior / 100)
    assert abs(result.high / 100 - exact) <= 0.01
    if answers and abs(exact - 0.80) > 0.01 and abs(exact - 0.20) > 0.01:
        expected = Side.HIGH if exact > 0.80 else Side.LOW if exact < 0.20 else Side.BETWEEN
        assert result.side is expected


@pytest.mark.parametrize("axis", list(Axis))
@pytest.mark.parametrize("theta", [-1.5, 0.0, 1.5])
def test_each_item_asked_is_the_oracles_best_of_the_part_heard_least(
    axis: Axis, theta: float, knowledge: Knowledge
) -> None:
    rules = only(knowledge.skin_types, axis)
    start = rules.axes[0].prior / 100
    thetas = dict.fromkeys((*FacePart, None), theta)
    said = dict(answered(rules.items, random.Random(7), thetas))

    given: dict[ItemId, Answer] = {}
    while (item_id := next_item(given, rules)) is not None:
        heard = [item.part for item in rules.items if isinstance(given.get(item.id), Known)]
        open_items = [item for item in rules.items if item.id not in given]
        least = min(heard.count(item.part) for item in open_items)
        allowed = [item for item in open_items if heard.count(item.part) == least]
        gains = {i.id: gain(i, rules.items, given, prior_mean=start) for i in allowed}
        assert gains[item_id] >= max(gains.values()) - 0.002
        assert gains[item_id] >= LEAST_GAIN - 0.002
        given[item_id] = said[item_id]

    assert given == interviewed(rules, said, adaptive)
    assert len([answer for answer in given.values() if isinstance(answer, Known)]) <= 6


@pytest.mark.parametrize("axis", list(Axis))
def test_full_test_of_our_items_agrees_with_the_oracle(axis: Axis, knowledge: Knowledge) -> None:
    rules = only(knowledge.skin_types, axis)
    chance = random.Random(11)
    for _ in range(10):
        thetas = dict.fromkeys((*FacePart, None), chance.gauss(0, 1))
        said = dict(answered(rules.items, chance, thetas))

        high = type_skin(said, rules).axes[axis].high

        exact = probability_high(rules.items, said, prior_mean=rules.axes[0].prior / 100)
        assert abs(high / 100 - exact) <= 0.01
