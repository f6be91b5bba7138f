"""The method's parts: grid, likelihoods, doubt."""

from math import isclose

import pytest

from milium.engine.skin_types.posterior import (
    GRID,
    doubt,
    expected_doubt,
    likelihoods,
    prior,
    share_high,
    update,
)
from tests.builders.skin_types import an_item


def test_grid_has_81_points_over_four_deviations_either_side() -> None:
    assert (len(GRID), GRID[0], GRID[40], GRID[-1]) == (81, -4.0, 0.0, 4.0)


def test_likelihoods_of_all_words_sum_to_one_at_every_point() -> None:
    rows = likelihoods(an_item(discrimination=400, thresholds=(-200, -199, 250)))

    assert len(rows) == 4
    assert all(isclose(sum(column), 1.0) for column in zip(*rows, strict=True))
    assert all(p >= 0 for row in rows for p in row)


def test_reversed_item_has_its_rows_the_other_way_round() -> None:
    assert likelihoods(an_item(reverse=True)) == likelihoods(an_item())[::-1]


def test_prior_is_highest_at_its_mean() -> None:
    weights = prior(50)

    assert GRID[weights.index(max(weights))] == 0.5


def test_border_point_counts_half() -> None:
    only_border = tuple(1.0 if theta == 0 else 0.0 for theta in GRID)

    assert share_high(only_border) == 0.5


@pytest.mark.parametrize(
    ("share", "bits"),
    [(0.0, 0.0), (1.0, 0.0), (0.0005, 0.006204), (0.5, 1.0), (0.25, 0.811278), (0.75, 0.811278)],
)
def test_doubt_is_shannon_entropy_in_bits(share: float, bits: float) -> None:
    assert doubt(share) == pytest.approx(bits, abs=1e-6)


def test_asking_never_raises_the_doubt_to_be_expected() -> None:
    weights = update(prior(0), likelihoods(an_item())[2])

    after = expected_doubt(weights, likelihoods(an_item("other")))

    assert 0 < after < doubt(share_high(weights))


def test_item_that_tells_nothing_leaves_the_doubt_as_it_is() -> None:
    flat = [(0.5,) * len(GRID), (0.5,) * len(GRID)]

    assert expected_doubt(prior(30), flat) == pytest.approx(doubt(share_high(prior(30))))
