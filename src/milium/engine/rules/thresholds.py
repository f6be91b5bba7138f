"""Which other answers could make a difference: every word, and both sides of every threshold."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from milium.domain.answers import Answer, Chosen, Known
from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import Finding, FindingKind
from milium.domain.ids import FindingId


def other_answers(
    finding: Finding, now: Answer, conditions: Iterable[Condition]
) -> Iterator[Answer]:
    """Single answers other than the present one that these conditions could tell from it.

    For words every other word; for a tick-list the list as it is but finished,
    and with one word ticked or unticked; for a
    number the values on both sides of each threshold. Never "unknown".
    """
    match finding.kind:
        case FindingKind.WORD:
            found: list[Answer] = [Known(word) for word in finding.words]
        case FindingKind.WORDS:
            members = now.members if isinstance(now, Chosen) else frozenset[str]()
            lists = (members, *(members ^ {word} for word in finding.words))
            found = [Chosen(each, complete=True) for each in lists]
        case FindingKind.NUMBER | FindingKind.SPAN:
            bounds = sorted({b for c in conditions for f, b in _bounds(c) if f == finding.id})
            found = [Known(v) for v in bounds if finding.lowest <= v <= finding.highest]
        case _:
            assert_never(finding.kind)
    yield from (answer for answer in found if answer != now)


def _bounds(condition: Condition) -> tuple[tuple[FindingId, int], ...]:
    """Each threshold's two sides, by finding."""
    match condition:
        case All(parts) | AnyOf(parts):
            return tuple(bound for part in parts for bound in _bounds(part))
        case Not(part):
            return _bounds(part)
        case AtLeast(finding, value):
            return ((finding, value - 1), (finding, value))
        case AtMost(finding, value):
            return ((finding, value), (finding, value + 1))
        case In():
            return ()
        case _:
            assert_never(condition)
