"""The engine's 81-point posterior against the oracle's 4001 points, on our own items."""

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import Answer, Known
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, Side
from milium.engine.skin_types import type_skin
from tests.builders.skin_types import an_item, axis_rules
from tests.oracle.skin_types import probability_high

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
