"""Tonight, in at most three lines."""

from milium.domain.answers import Answers
from milium.domain.exposure import VerdictKind
from milium.domain.messages import Message, say
from milium.domain.regimens import RegimenRules, TonightLine
from milium.domain.truth import Truth
from milium.engine.regimens.findings import NOT_FOR_NOW, WORTH_LEAVING_OUT
from milium.engine.regimens.shelf import Owned
from milium.engine.rules import evaluate, mentions

LINES = 3
"""DESIGN 1 row 8: tonight in three lines."""

ASK_FIRST = "plan.product.ask-first"
WRAPPED = {
    VerdictKind.NOT_FOR_YOU_NOW: "plan.product.not-now",
    VerdictKind.ASK_FIRST: ASK_FIRST,
    VerdictKind.LEAVE_OUT_FIRST: "plan.product",
    VerdictKind.NOT_ROUND_THE_EYES: "plan.product.round-the-eyes",
}
"""The products a line about the shelf names, strongest advice first, and in which words."""


def tonight_lines(
    rules: RegimenRules, answers: Answers, shelf: tuple[Owned, ...]
) -> tuple[Message, ...]:
    """The first three lines that hold, in the knowledge's order of importance.

    A line whose condition looks at the shelf gets the value ``products``.
    """
    holding = [line for line in rules.tonight if evaluate(line.when, answers) is Truth.TRUE]
    return tuple(_spoken(line, shelf) for line in holding[:LINES])


def _spoken(line: TonightLine, shelf: tuple[Owned, ...]) -> Message:
    names = _names(shelf)
    if names and mentions(line.when) & {WORTH_LEAVING_OUT, NOT_FOR_NOW}:
        return say(line.message, products=listed(names))
    return Message(line.message)


def _names(shelf: tuple[Owned, ...]) -> tuple[Message, ...]:
    """A medicine is named only when it is not for this person now, with whom to ask."""
    return tuple(
        say(ASK_FIRST if owned.by_leaflet else words, product=owned.candidate.name)
        for kind, words in WRAPPED.items()
        for owned in shelf
        if owned.verdict.kind is kind and (kind >= VerdictKind.ASK_FIRST or not owned.by_leaflet)
    )


def listed(names: tuple[Message, ...]) -> Message:
    """The names as one: "a", "a and b", "a, b and c"; the words between are texts."""
    first, *rest = names
    if not rest:
        return first
    if len(rest) == 1:
        return say("plan.list.pair", first=first, last=rest[0])
    return say("plan.list.more", first=first, rest=listed(tuple(rest)))
