"""All four axes of one person, and which item to ask next on each."""

from collections.abc import Mapping, Sequence
from functools import reduce

from milium.domain.answers import UNKNOWN, Answer, Known
from milium.domain.ids import ItemId
from milium.domain.skin_types import (
    Axis,
    AxisResult,
    AxisRule,
    Item,
    Side,
    SkinType,
    SkinTypeRules,
)
from milium.engine.skin_types.posterior import (
    HUNDREDTHS,
    Weights,
    doubt,
    expected_doubt,
    likelihoods,
    prior,
    share_high,
    update,
)

KNOWN_TYPE_SHIFT = 50
"""How far a type known from elsewhere moves the start, in hundredths of a standard deviation.

Half a deviation turns even odds into about 69 to 31: less than one clear answer of ours. Ours to
choose: typing by questionnaire and by measuring agree weakly (r .1 to .27 in one Korean clinic;
.54 for oiliness alone in Baumann 2014), so a borrowed type is a hint.
"""

SETTLED = 90
"""Hundredths of probability from which nothing more is asked about an axis."""

LEAST_GAIN = 0.01
"""Bits an item must be expected to take off the doubt about the side to be worth asking."""

DECIMALS_OF_GAIN = 9
"""Gains are compared to so many decimals, so that the last bit of a sum never picks the item."""


def type_skin(
    answers: Mapping[ItemId, Answer], rules: SkinTypeRules, *, known_type: str = ""
) -> SkinType:
    """The probability and side of each axis, the letters when all four are clear, what to ask next.

    Only a known word of an item tells something; unknown, contradictory or foreign answers are no
    information. What was asked and came back "not sure" or contradictory is not asked again.

    Args:
        answers: by item.
        rules: axes in the order of their letters, items in the order they are asked on a tie.
        known_type: letters of a type known from elsewhere, one per axis in the axes' order; weak
            evidence (see ``KNOWN_TYPE_SHIFT``). Anything that is no such type is no information.
    """
    shifts = _shifts(known_type, rules.axes)
    results = {
        rule.axis: _axis(rule, rules.items, answers, shift=shift)
        for rule, shift in zip(rules.axes, shifts, strict=True)
    }
    letters = [_letter(rule, results[rule.axis]) for rule in rules.axes]
    clear = len(letters) == len(Axis) and all(letters)
    return SkinType(axes=results, letters="".join(letters) if clear else "")


def _shifts(known_type: str, axes: Sequence[AxisRule]) -> tuple[int, ...]:
    letters = known_type.strip().upper()
    sides = [{a.high: KNOWN_TYPE_SHIFT, a.low: -KNOWN_TYPE_SHIFT} for a in axes]
    if len(letters) != len(axes) or any(x not in s for x, s in zip(letters, sides, strict=True)):
        return (0,) * len(axes)
    return tuple(side[letter] for letter, side in zip(letters, sides, strict=True))


def _axis(
    rule: AxisRule, items: Sequence[Item], answers: Mapping[ItemId, Answer], *, shift: int
) -> AxisResult:
    mine = [item for item in items if item.axis is rule.axis]
    told = [row for item in mine for row in _told(item, answers)]
    weights = reduce(update, told, prior(rule.prior + shift))
    high = int(share_high(weights) * HUNDREDTHS + 0.5)
    open_items = [item for item in mine if answers.get(item.id, UNKNOWN) == UNKNOWN]
    settled = bool(told) and not HUNDREDTHS - SETTLED < high < SETTLED
    return AxisResult(
        axis=rule.axis,
        side=_side(rule, high) if told else Side.NOT_ASKED,
        high=high,
        answered=len(told),
        next_item=None if settled else _next_item(weights, open_items),
    )


def _told(item: Item, answers: Mapping[ItemId, Answer]) -> tuple[Weights, ...]:
    """The likelihood of the answer to this item, if it tells something: one row or none."""
    match answers.get(item.id):
        case Known(str(word)) if word in item.words:
            return (likelihoods(item)[item.words.index(word)],)
        case _:
            return ()


def _side(rule: AxisRule, high: int) -> Side:
    if high >= rule.clear_from:
        return Side.HIGH
    return Side.LOW if high <= HUNDREDTHS - rule.clear_from else Side.BETWEEN


def _next_item(weights: Weights, items: Sequence[Item]) -> ItemId | None:
    """The item expected to settle most, the first on a tie; none when none is worth asking."""
    now = doubt(share_high(weights))
    gains = {
        item.id: round(now - expected_doubt(weights, likelihoods(item)), DECIMALS_OF_GAIN)
        for item in items
    }
    best = max(gains, key=gains.__getitem__, default=None)
    return best if best is not None and gains[best] >= LEAST_GAIN else None


def _letter(rule: AxisRule, result: AxisResult) -> str:
    return {Side.HIGH: rule.high, Side.LOW: rule.low}.get(result.side, "")
