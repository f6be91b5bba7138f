"""All four axes of one person, and which item to ask next on each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce

from milium.domain.answers import UNKNOWN, Answer, Known
from milium.domain.ids import ItemId
from milium.domain.skin_types import (
    AxisResult,
    AxisRule,
    FacePart,
    Item,
    Side,
    SkinType,
    SkinTypeRules,
    Spread,
)
from milium.engine.skin_types.letters import letters_of, sides_of
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

FEWEST = 2
"""Answers an axis needs before it can be settled: one alone may be a slip."""

MOST = 6
"""Answers after which nothing more is asked: who is still near the middle then stays there.

`bench skin` prints what this costs beside the full test; decision 0019.
"""

LEAST_GAIN = 0.01
"""Bits an item must be expected to take off the doubt about the side to be worth asking."""

DECIMALS_OF_GAIN = 9
"""Gains are compared to so many decimals, so that the last bit of a sum never picks the item."""

_SHIFTS = {Side.HIGH: KNOWN_TYPE_SHIFT, Side.LOW: -KNOWN_TYPE_SHIFT, None: 0}

Answered = Mapping[ItemId, Answer]


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
    hints = sides_of(known_type, rules.axes)
    results = {
        rule.axis: _axis(rule, rules.items, answers, hint=hints.get(rule.axis))
        for rule in rules.axes
    }
    sides = {axis: result.side for axis, result in results.items()}
    return SkinType(axes=results, letters=letters_of(sides, rules.axes))


def next_item(
    answers: Mapping[ItemId, Answer], rules: SkinTypeRules, *, known_type: str = ""
) -> ItemId | None:
    """The item to ask now, one axis after the other; ``None`` when nothing is worth asking.

    Holds no state: the answers given so far are all it knows.
    """
    found = type_skin(answers, rules, known_type=known_type)
    return next((each.next_item for each in found.axes.values() if each.next_item), None)


def _axis(
    rule: AxisRule, items: Sequence[Item], answers: Answered, *, hint: Side | None
) -> AxisResult:
    mine = [item for item in items if item.axis is rule.axis]
    told = [item for item in mine if _row(item, answers)]
    start = rule.prior + _SHIFTS[hint]
    weights = _weights(start, told, answers)
    spread = _spread(rule, start, told, answers)
    high = int(share_high(weights) * HUNDREDTHS + 0.5)
    open_items = [item for item in mine if answers.get(item.id, UNKNOWN) == UNKNOWN]
    asked = [] if _settled(high, spread, told, open_items) else _heard_least(open_items, told)
    return AxisResult(
        axis=rule.axis,
        side=_side(rule, high, spread) if told else Side.NOT_ASKED,
        high=high,
        answered=len(told),
        next_item=_most_telling(weights, asked),
        spread=spread,
        hint=hint,
    )


def _weights(start: int, told: Sequence[Item], answers: Answered) -> Weights:
    rows = [row for item in told for row in _row(item, answers)]
    return reduce(update, rows, prior(start))


def _row(item: Item, answers: Answered) -> tuple[Weights, ...]:
    """The likelihood of the answer to this item, if it tells something: one row or none."""
    match answers.get(item.id):
        case Known(str(word)) if word in item.words:
            return (likelihoods(item)[item.words.index(word)],)
        case _:
            return ()


def _spread(rule: AxisRule, start: int, told: Sequence[Item], answers: Answered) -> Spread:
    """Whether the centre is oily and the cheeks dry: each part by its own items, taken as apart.

    The chance of both is the product of the two; it is clear from where a side is clear.
    """
    by_part = {part: [item for item in told if item.part is part] for part in FacePart}
    if not all(by_part.values()):
        return Spread.UNKNOWN
    oily = {part: share_high(_weights(start, items, answers)) for part, items in by_part.items()}
    both = oily[FacePart.CENTRE] * (1 - oily[FacePart.CHEEKS])
    if int(both * HUNDREDTHS + 0.5) >= rule.clear_from:
        return Spread.COMBINATION
    even = int(both * HUNDREDTHS + 0.5) <= HUNDREDTHS - rule.clear_from
    return Spread.EVEN if even else Spread.UNKNOWN


def _side(rule: AxisRule, high: int, spread: Spread) -> Side:
    if spread is Spread.COMBINATION:
        return Side.BETWEEN
    if high >= rule.clear_from:
        return Side.HIGH
    return Side.LOW if high <= HUNDREDTHS - rule.clear_from else Side.BETWEEN


def _settled(high: int, spread: Spread, told: Sequence[Item], open_items: Sequence[Item]) -> bool:
    """Whether enough is known, or enough was asked.

    Never before each part was heard, and as long as the parts may differ only by being combination
    or by ``MOST``.
    """
    unheard = {item.part for item in open_items} - {item.part for item in told}
    if len(told) < FEWEST or unheard:
        return False
    apart = len({item.part for item in told}) > 1 and spread is not Spread.EVEN
    sure = not HUNDREDTHS - SETTLED < high < SETTLED and not apart
    return sure or spread is Spread.COMBINATION or len(told) >= MOST


def _heard_least(open_items: Sequence[Item], told: Sequence[Item]) -> Sequence[Item]:
    """The open items of the part that was heard least; all of them where there are no parts."""
    heard = Counter(item.part for item in told)
    least = min((heard[item.part] for item in open_items), default=0)
    return [item for item in open_items if heard[item.part] == least]


def _most_telling(weights: Weights, items: Sequence[Item]) -> ItemId | None:
    """The item expected to settle most, the first on a tie; none when none is worth asking."""
    now = doubt(share_high(weights))
    gains = {
        item.id: round(now - expected_doubt(weights, likelihoods(item)), DECIMALS_OF_GAIN)
        for item in items
    }
    best = max(gains, key=gains.__getitem__, default=None)
    return best if best is not None and gains[best] >= LEAST_GAIN else None
