"""The slow, obvious oracle of skin typing: a fine sum over theta, written apart from the engine.

Graded response model (Samejima 1969): each word's probability is the difference of two logistic
curves; the prior is normal with deviation 1. Fifty times as many points as the engine, over a
wider range, and nothing shared with it but the types.
"""

import math
from collections.abc import Mapping, Sequence

from milium.domain.answers import Answer, Known
from milium.domain.ids import ItemId
from milium.domain.skin_types import Item

POINTS = 4001
REACH = 8.0


def probability_high(
    items: Sequence[Item], answers: Mapping[ItemId, Answer], *, prior_mean: float
) -> float:
    """P(theta > 0) after the known answers, between 0 and 1."""
    above, total = _mass(items, answers, prior_mean=prior_mean)
    return above / total


def gain(
    item: Item, items: Sequence[Item], answers: Mapping[ItemId, Answer], *, prior_mean: float
) -> float:
    """Bits that asking this item is expected to take off the doubt about the side."""
    above, total = _mass(items, answers, prior_mean=prior_mean)
    left = 0.0
    for word in item.words:
        after = _mass(items, {**answers, item.id: Known(word)}, prior_mean=prior_mean)
        left += after[1] / total * _entropy(after[0] / after[1])
    return _entropy(above / total) - left


def _entropy(share: float) -> float:
    return -sum(p * math.log2(p) for p in (share, 1 - share) if p > 0)


def _mass(
    items: Sequence[Item], answers: Mapping[ItemId, Answer], *, prior_mean: float
) -> tuple[float, float]:
    """The weight above the border, and all of it."""
    step = 2 * REACH / (POINTS - 1)
    above = total = 0.0
    for n in range(POINTS):
        theta = -REACH + n * step
        density = math.exp(-((theta - prior_mean) ** 2) / 2)
        for item in items:
            answer = answers.get(item.id)
            if isinstance(answer, Known):
                density *= _chance(item, str(answer.value), theta)
        total += density
        middle = n == (POINTS - 1) // 2
        above += density / 2 if middle else density if theta > 0 else 0.0
    return above, total


def _chance(item: Item, word: str, theta: float) -> float:
    words = list(reversed(item.words)) if item.reverse else list(item.words)
    k = words.index(word)
    return _at_least(item, k, theta) - _at_least(item, k + 1, theta)


def _at_least(item: Item, k: int, theta: float) -> float:
    if k == 0:
        return 1.0
    if k == len(item.words):
        return 0.0
    a, b = item.discrimination / 100, item.thresholds[k - 1] / 100
    return 1.0 / (1.0 + math.exp(-a * (theta - b)))
