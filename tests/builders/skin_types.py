"""Valid skin typing rules, items and answers, each with one thing changed."""

from collections.abc import Mapping

from milium.domain.answers import Answer, Known
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import ItemId, MessageId, SourceId
from milium.domain.skin_types import Axis, AxisRule, Item, SkinTypeRules

EVIDENCE = Evidence(Grade.D, (Citation(SourceId("background-knowledge"), "a test"),), None)
WORDS = ("never", "sometimes", "often", "always")
LETTERS = {
    Axis.OILY_DRY: ("O", "D"),
    Axis.SENSITIVE_RESISTANT: ("S", "R"),
    Axis.PIGMENT: ("P", "N"),
    Axis.LINES: ("W", "T"),
}


def an_item(
    item_id: str = "shine",
    *,
    axis: Axis = Axis.OILY_DRY,
    words: tuple[str, ...] = WORDS,
    discrimination: int = 130,
    thresholds: tuple[int, ...] = (-100, 0, 100),
    reverse: bool = False,
) -> Item:
    """A four-word item on the first axis."""
    return Item(
        id=ItemId(item_id),
        axis=axis,
        question=MessageId(f"item.{item_id}.question"),
        words=words,
        discrimination=discrimination,
        thresholds=thresholds,
        reverse=reverse,
        provenance="own wording; construct from a test",
        evidence=EVIDENCE,
    )


def an_axis(axis: Axis = Axis.OILY_DRY, *, prior: int = 0, clear_from: int = 80) -> AxisRule:
    """The axis with its letters, starting in the middle, clear from 80 in 100."""
    high, low = LETTERS[axis]
    return AxisRule(axis, high, low, prior, clear_from, EVIDENCE)


def axis_rules(
    *items: Item, axis: Axis = Axis.OILY_DRY, prior: int = 0, clear_from: int = 80
) -> SkinTypeRules:
    """Rules with one axis and these items."""
    return SkinTypeRules((an_axis(axis, prior=prior, clear_from=clear_from),), items)


def all_axes(*, prior: int = 0) -> SkinTypeRules:
    """Rules with all four axes and four items on each, named after their axis."""
    items = tuple(an_item(f"{axis.value}-{n}", axis=axis) for axis in Axis for n in range(1, 5))
    return SkinTypeRules(tuple(an_axis(axis, prior=prior) for axis in Axis), items)


def answered(**words: str) -> Mapping[ItemId, Answer]:
    """Known words, by item id."""
    return {ItemId(item_id): Known(word) for item_id, word in words.items()}
