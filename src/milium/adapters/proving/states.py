"""What can be answered: every finding's values, thresholds turned into bands, as variables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milium.adapters.proving.algebra import Algebra, B
from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import Finding, FindingKind
from milium.domain.ids import FindingId

Value = str | int


@dataclass(frozen=True, eq=False)
class Single:
    """The answer to a finding with one value: which values were given (none: unknown)."""

    values: tuple[Value, ...]
    given: tuple[B, ...]
    unknown: B


@dataclass(frozen=True, eq=False)
class Ticked:
    """The answer to a tick-list: which words, and whether nothing else."""

    words: tuple[str, ...]
    members: tuple[B, ...]
    complete: B


State = Single | Ticked
Env = Mapping[FindingId, State]


def cut_points(conditions: Iterable[Condition]) -> dict[FindingId, set[int]]:
    """Where each numeric finding's truth can change: the first number above every threshold."""
    found: dict[FindingId, set[int]] = {}
    for condition in conditions:
        for finding, cut in _cuts(condition):
            found.setdefault(finding, set()).add(cut)
    return found


def _cuts(condition: Condition) -> Iterable[tuple[FindingId, int]]:
    match condition:
        case All(parts) | AnyOf(parts):
            return [cut for part in parts for cut in _cuts(part)]
        case Not(part):
            return _cuts(part)
        case AtLeast(finding, value):
            return [(finding, value)]
        case AtMost(finding, value):
            return [(finding, value + 1)]
        case In():
            return []


def values_of(finding: Finding, cuts: Iterable[int]) -> tuple[Value, ...]:
    """The words, or the lowest number of every band no rule can see inside of."""
    if finding.kind in {FindingKind.WORD, FindingKind.WORDS}:
        return finding.words
    inside = {cut for cut in cuts if finding.lowest < cut <= finding.highest}
    return tuple(sorted({finding.lowest, *inside}))


def state_of(finding: Finding, values: tuple[Value, ...], subject: str, algebra: Algebra) -> State:
    """The finding's state as variables named ``subject.finding.value``."""
    stem = f"{subject}.{finding.id}"
    given = tuple(algebra.variable(f"{stem}.{value}") for value in values)
    if finding.kind is FindingKind.WORDS:
        return Ticked(finding.words, given, algebra.variable(f"{stem}?complete"))
    return Single(values, given, algebra.no(algebra.some(given)))
