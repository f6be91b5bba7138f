"""Every case there can be with one or two bumps, as variables; and single cases out of it.

Two bumps are enough: urgency and rungs combine by maximum and minimum over bumps, so whatever three
bumps do together two of them do already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from milium.adapters.proving.algebra import Algebra, B
from milium.adapters.proving.states import (
    Env,
    Single,
    State,
    Ticked,
    Value,
    cut_points,
    state_of,
    values_of,
)
from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.conditions import Condition
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import FindingId, LesionId, PlaceId
from milium.domain.triage import TriageRules
from milium.engine.triage.subjects import WORKED_OUT

PERSON = "person"
BUMPS = ("1", "2")
SECOND = "second bump"
AS_OF = date(2026, 11, 23)
PLACE = PlaceId("GB")
WORDS = FindingId("words_mention")
"""Worked out from free words, so always complete."""
_ALWAYS = (FindingId("site"), FindingId("eye_zone"))


@dataclass(frozen=True)
class Space:
    """The findings that count, each with the values that can be told apart."""

    findings: Mapping[FindingId, Finding]
    values: Mapping[FindingId, tuple[Value, ...]]

    def of(self, scope: Scope) -> tuple[Finding, ...]:
        """The findings about the person, or about a bump, in order."""
        return tuple(f for _, f in sorted(self.findings.items()) if f.scope is scope)

    def answers(self, subject: str, algebra: Algebra) -> Env:
        """What is said of the person or of one bump, as variables."""
        scope = Scope.PERSON if subject == PERSON else Scope.LESION
        found = {f.id: state_of(f, self.values[f.id], subject, algebra) for f in self.of(scope)}
        words = found.get(WORDS)
        if isinstance(words, Ticked):
            found[WORDS] = Ticked(words.words, words.members, algebra.true)
        return found

    def case_of(self, holds: Mapping[str, bool]) -> Case:
        """One case, from the variables that are true."""
        bumps = BUMPS if holds.get(SECOND) else BUMPS[:1]
        return Case(
            as_of=AS_OF,
            place=PLACE,
            answers=self._answers(PERSON, Scope.PERSON, holds),
            lesions=tuple(
                Lesion(LesionId(bump), self._answers(bump, Scope.LESION, holds)) for bump in bumps
            ),
        )

    def _answers(
        self, subject: str, scope: Scope, holds: Mapping[str, bool]
    ) -> dict[FindingId, Answer]:
        found = {f.id: self._answer(f, f"{subject}.{f.id}", holds) for f in self.of(scope)}
        return {finding: answer for finding, answer in found.items() if answer != UNKNOWN}

    def _answer(self, finding: Finding, stem: str, holds: Mapping[str, bool]) -> Answer:
        given = tuple(v for v in self.values[finding.id] if holds.get(f"{stem}.{v}"))
        if finding.kind is FindingKind.WORDS:
            complete = holds.get(f"{stem}?complete", False) or finding.id == WORDS
            ticked = Chosen(frozenset(map(str, given)), complete=complete)
            return ticked if given or complete else UNKNOWN
        if len(given) > 1:
            return Contradictory(given)
        return Known(given[0]) if given else UNKNOWN

    def holds_of(self, case: Case) -> dict[str, bool]:
        """The variables that are true of a case with at most two bumps."""
        holds = {SECOND: len(case.lesions) == len(BUMPS)}
        told = [(PERSON, case.answers)]
        told += [(b, each.answers) for b, each in zip(BUMPS, case.lesions, strict=False)]
        for subject, answers in told:
            for finding, answer in answers.items():
                if finding in self.findings:
                    holds |= self._holds(f"{subject}.{finding}", finding, answer)
        return holds

    def _holds(self, stem: str, finding: FindingId, answer: Answer) -> dict[str, bool]:
        match answer:
            case Unknown():
                return {}
            case Chosen(members, complete):
                return {**{f"{stem}.{m}": True for m in members}, f"{stem}?complete": complete}
            case Known(value):
                return {f"{stem}.{self._band(finding, value)}": True}
            case Contradictory(values):
                return {f"{stem}.{self._band(finding, value)}": True for value in values}

    def _band(self, finding: FindingId, value: Value) -> Value:
        """The value that stands for all of its band."""
        if isinstance(value, str):
            return value
        return max(v for v in self.values[finding] if isinstance(v, int) and v <= value)

    def variables(self) -> Iterable[tuple[Finding, str, tuple[str, ...]]]:
        """Every finding of every subject with its stem and the names of its values."""
        for subject in (PERSON, *BUMPS):
            scope = Scope.PERSON if subject == PERSON else Scope.LESION
            for finding in self.of(scope):
                stem = f"{subject}.{finding.id}"
                yield finding, stem, tuple(f"{stem}.{v}" for v in self.values[finding.id])


def space_of(rules: TriageRules, more: Iterable[Condition] = ()) -> Space:
    """The space the rules, and the premises of claims, can tell apart.

    ``knowledge_expired`` is worked out from the calendar; here it is an answer like any other.
    """
    conditions = (*(rule.when for rule in rules.rules), rules.looked_at_when, *more)
    read = frozenset[FindingId]().union(*(condition.reads for condition in conditions))
    cuts = cut_points(conditions)
    findings = {
        finding: rules.asking.findings[finding]
        for finding in sorted({*read, *_ALWAYS} - set(WORKED_OUT))
    }
    values = {f: values_of(finding, cuts.get(f, ())) for f, finding in findings.items()}
    return Space(findings, values)


def answered(state: State, algebra: Algebra) -> B:
    """Whether it is answered: for a tick-list, finished."""
    return algebra.no(state.unknown) if isinstance(state, Single) else state.complete
