"""What a type means for what somebody uses: a page, composed from the rules of the axes."""

from collections.abc import Mapping

from milium.domain.answers import Answers, Known
from milium.domain.evidence import Reason
from milium.domain.ids import FindingId
from milium.domain.messages import Message
from milium.domain.skin_types import Axis, Side, SkinTypeRules, Topic, TypeAdvice, TypeLine
from milium.domain.triage import Rung
from milium.domain.truth import Truth
from milium.engine.rules import evaluate

HOME_RUNG = FindingId("home_rung")


def compose_page(
    sides: Mapping[Axis, Side], home_rung: Rung, rules: SkinTypeRules
) -> tuple[TypeLine, ...]:
    """The lines that hold for these sides, by topic, the most important of each topic first.

    Nothing at all while home care may go nowhere, or while no axis is known: a page never adds to
    what home care allows.

    Args:
        sides: of the axes; one that is missing is not asked.
        home_rung: how far home care may go for the person.
        rules: advice in order of priority.
    """
    known = {axis: sides.get(axis, Side.NOT_ASKED) for axis in Axis}
    if home_rung is Rung.NOTHING or set(known.values()) == {Side.NOT_ASKED}:
        return ()
    answers: Answers = {
        **{FindingId(axis.value): Known(side.value) for axis, side in known.items()},
        HOME_RUNG: Known(home_rung.name.lower()),
    }
    return tuple(
        _line(advice)
        for topic in Topic
        for advice in rules.advice
        if advice.topic is topic and evaluate(advice.when, answers) is Truth.TRUE
    )


def _line(advice: TypeAdvice) -> TypeLine:
    return TypeLine(advice.topic, Reason(advice.id, Message(advice.message), advice.evidence))
