"""Where on one axis a skin may be: a graded-response posterior on a grid.

Method: the graded response model (Samejima 1969, Psychometrika Monograph 17) with a normal prior,
on 81 grid points over four standard deviations either side. All constants here are of the method;
what items weigh and where people start is knowledge.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp, fsum, log2
from operator import mul

from milium.domain.skin_types import Item

HALF_POINTS = 40
POINTS_PER_DEVIATION = 10
GRID = tuple(i / POINTS_PER_DEVIATION for i in range(-HALF_POINTS, HALF_POINTS + 1))
HUNDREDTHS = 100

Weights = tuple[float, ...]


def prior(mean: int) -> Weights:
    """Weights of the grid points before any answer: normal with this mean and deviation 1.

    Args:
        mean: in hundredths of a standard deviation.
    """
    return tuple(exp(-((theta - mean / HUNDREDTHS) ** 2) / 2) for theta in GRID)


def likelihoods(item: Item) -> tuple[Weights, ...]:
    """For each word of the item, in the order of its words, how likely it is at each grid point.

    The thresholds must rise, and be one fewer than the words (the loader of the knowledge sees to
    that); each grid point's likelihoods then sum to 1.
    """
    rising = _graded_response(item.discrimination, item.thresholds)
    return rising[::-1] if item.reverse else rising


@lru_cache(maxsize=1024)
def _graded_response(discrimination: int, thresholds: tuple[int, ...]) -> tuple[Weights, ...]:
    """P(answer is word k) = P(k or more) - P(k + 1 or more) at each grid point."""
    at_least = [
        tuple(_logistic(discrimination * (theta - b / HUNDREDTHS) / HUNDREDTHS) for theta in GRID)
        for b in thresholds
    ]
    bounds = [(1.0,) * len(GRID), *at_least, (0.0,) * len(GRID)]
    return tuple(
        tuple(low - high for low, high in zip(bounds[k], bounds[k + 1], strict=True))
        for k in range(len(bounds) - 1)
    )


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


def update(weights: Sequence[float], likelihood: Sequence[float]) -> Weights:
    """The weights after one answer (Bayes); not scaled to sum 1."""
    return tuple(map(mul, weights, likelihood))


def share_high(weights: Sequence[float]) -> float:
    """The share of the weight on the high side (0 to 1); the point on the border counts half."""
    above = fsum(weights[HALF_POINTS + 1 :]) + weights[HALF_POINTS] / 2
    return above / fsum(weights)


def doubt(share: float) -> float:
    """How open the side is, in bits: 1 at even odds, 0 when certain (Shannon entropy)."""
    return -fsum(p * log2(p) for p in (share, 1 - share) if p > 0)


def expected_doubt(weights: Sequence[float], words: Iterable[Sequence[float]]) -> float:
    """The doubt about the side that will be left, on average, after asking an item.

    Args:
        weights: of the grid points now.
        words: the item's likelihoods, one row for each word.
    """
    total = fsum(weights)
    above = (*weights[HALF_POINTS + 1 :], weights[HALF_POINTS] / 2)
    after = []
    for likelihood in words:
        chance = fsum(map(mul, weights, likelihood)) / total
        upper = (*likelihood[HALF_POINTS + 1 :], likelihood[HALF_POINTS])
        after.append(chance * doubt(fsum(map(mul, above, upper)) / total / chance))
    return fsum(after)
