"""A skin type in words of one language."""

from collections.abc import Iterable

from milium.app.formats.guide import AxisJson, SkinTypeJson, TypeLineJson
from milium.app.formats.print_reasons import print_reason
from milium.app.texts import Texts
from milium.domain.ids import ItemId
from milium.domain.messages import Message, say
from milium.domain.skin_types import (
    Axis,
    AxisResult,
    Side,
    SkinType,
    SkinTypeRules,
    Spread,
    TypeLine,
)

CERTAIN = 100
CLEAR = (Side.HIGH, Side.LOW)


class SkinPrinter:
    """Prints skin types in one language."""

    def __init__(self, rules: SkinTypeRules, texts: Texts) -> None:
        """Keep the words for a probability, the questions and the texts."""
        self._sureties = rules.sureties
        self._questions = {item.id: item.question for item in rules.items}
        self._texts = texts

    def skin_type(self, skin: SkinType, page: Iterable[TypeLine]) -> SkinTypeJson:
        """All four axes and the page composed for them."""
        return SkinTypeJson(
            letters=skin.letters,
            axes=[self._axis(result) for result in skin.axes.values()],
            page=self.page(page),
        )

    def page(self, lines: Iterable[TypeLine]) -> list[TypeLineJson]:
        """What a type means, line by line."""
        return [
            TypeLineJson(
                topic=line.topic.value,
                topic_name=self._texts.text(f"topic.{line.topic.value}"),
                reason=print_reason(line.reason, self._texts),
            )
            for line in lines
        ]

    def side(self, axis: Axis, side: Side) -> str:
        """What it says of a person to be on this side."""
        return self._texts.text(f"axis.{axis.value}.{side.value}")

    def name(self, axis: Axis) -> str:
        """What an axis is called."""
        return self._texts.text(f"axis.{axis.value}.name")

    def _axis(self, result: AxisResult) -> AxisJson:
        axis = result.axis
        clear, mixed = result.side in CLEAR, result.spread is Spread.COMBINATION
        return AxisJson(
            axis=axis.value,
            side=result.side.value,
            high=result.high,
            answered=result.answered,
            name=self.name(axis),
            high_name=self._texts.say(_short(axis, Side.HIGH)),
            low_name=self._texts.say(_short(axis, Side.LOW)),
            text=self._texts.text("skin-type.combination")
            if mixed
            else self.side(axis, result.side),
            means=self._texts.text(f"axis.{axis.value}.means_{result.side.value}")
            if clear
            else None,
            chance=None if mixed else self._chance(result),
            spread=result.spread.value,
            settle=None if mixed else self._settle(result),
            hint=None if result.hint is None else self._hint(axis, result.hint),
            next_item=result.next_item,
        )

    def _chance(self, result: AxisResult) -> str | None:
        """How probable the likelier side is, in words; nothing before the first answer."""
        if result.side is Side.NOT_ASKED:
            return None
        likelier, other = CLEAR if result.high >= CERTAIN - result.high else CLEAR[::-1]
        chance = max(result.high, CERTAIN - result.high)
        word = next(each for each in self._sureties if chance >= each.from_hundredths)
        sides = say(
            word.message, side=_short(result.axis, likelier), other=_short(result.axis, other)
        )
        return self._texts.say(sides)

    def _settle(self, result: AxisResult) -> str | None:
        """What would make a side clear, where none is."""
        if result.side is not Side.BETWEEN:
            return None
        if result.next_item is None:
            return self._texts.text("skin-type.unsettled")
        question = Message(self._questions[ItemId(result.next_item)])
        return self._texts.say(say("skin-type.settle", question=question))

    def _hint(self, axis: Axis, side: Side) -> str:
        return self._texts.say(say("skin-type.hint", side=_short(axis, side)))


def _short(axis: Axis, side: Side) -> Message:
    return say(f"axis.{axis.value}.short_{side.value}")
