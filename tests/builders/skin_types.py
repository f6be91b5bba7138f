"""Valid skin typing rules, items and answers, each with one thing changed."""

from collections.abc import Mapping, Sequence

from milium.domain.answers import Answer, Known
from milium.domain.conditions import Condition
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import ItemId, MessageId, SourceId
from milium.domain.skin_types import (
    AskAgain,
    Axis,
    AxisRule,
    Calibration,
    FacePart,
    Item,
    Provenance,
    SkinTypeRules,
    Surety,
    Topic,
    TypeAdvice,
    Wording,
)

EVIDENCE = Evidence(Grade.D, (Citation(SourceId("background-knowledge"), "a test"),), None)
PROVENANCE = Provenance(Wording.OWN, SourceId("background-knowledge"), Calibration.NONE)
SURETIES = (
    Surety("likely", 80, MessageId("surety.likely")),
    Surety("even", 50, MessageId("surety.even")),
)
AGAIN = AskAgain(365, EVIDENCE)
WORDS = ("never", "sometimes", "often", "always")
LETTERS = {
    Axis.OILY_DRY: ("O", "D"),
    Axis.SENSITIVE_RESISTANT: ("S", "R"),
    Axis.PIGMENT: ("P", "N"),
    Axis.LINES: ("W", "T"),
}
ELSEWHERE = {
    Axis.OILY_DRY: ("1", "2"),
    Axis.SENSITIVE_RESISTANT: ("3", "4"),
    Axis.PIGMENT: ("5", "6"),
    Axis.LINES: ("7", "8"),
}


def an_item(
    item_id: str = "shine",
    *,
    axis: Axis = Axis.OILY_DRY,
    part: FacePart | None = None,
    words: tuple[str, ...] = WORDS,
    discrimination: int = 130,
    thresholds: tuple[int, ...] = (-100, 0, 100),
    reverse: bool = False,
) -> Item:
    """A four-word item on the first axis."""
    return Item(
        id=ItemId(item_id),
        axis=axis,
        part=part,
        question=MessageId(f"item.{item_id}.question"),
        words=words,
        discrimination=discrimination,
        thresholds=thresholds,
        reverse=reverse,
        provenance=PROVENANCE,
        evidence=EVIDENCE,
    )


def an_axis(axis: Axis = Axis.OILY_DRY, *, prior: int = 0, clear_from: int = 80) -> AxisRule:
    """The axis with its letters, starting in the middle, clear from 80 in 100."""
    high, low = LETTERS[axis]
    return AxisRule(axis, high, low, ELSEWHERE[axis], prior, clear_from, EVIDENCE)


def some_rules(
    axes: Sequence[AxisRule], items: Sequence[Item], *advice: TypeAdvice
) -> SkinTypeRules:
    """Rules of these axes, items and lines of advice."""
    return SkinTypeRules(tuple(axes), tuple(items), SURETIES, advice, AGAIN)


def some_advice(advice_id: str, when: Condition, *, topic: Topic = Topic.FIRST) -> TypeAdvice:
    """A line of advice about what comes first."""
    return TypeAdvice(advice_id, topic, when, MessageId(f"type.{advice_id}"), EVIDENCE)


def axis_rules(
    *items: Item, axis: Axis = Axis.OILY_DRY, prior: int = 0, clear_from: int = 80
) -> SkinTypeRules:
    """Rules with one axis and these items."""
    return some_rules((an_axis(axis, prior=prior, clear_from=clear_from),), items)


def all_axes(*, prior: int = 0) -> SkinTypeRules:
    """Rules with all four axes and four items on each, named after their axis."""
    items = tuple(an_item(f"{axis.value}-{n}", axis=axis) for axis in Axis for n in range(1, 5))
    return some_rules([an_axis(axis, prior=prior) for axis in Axis], items)


def answered(**words: str) -> Mapping[ItemId, Answer]:
    """Known words, by item id."""
    return {ItemId(item_id): Known(word) for item_id, word in words.items()}
