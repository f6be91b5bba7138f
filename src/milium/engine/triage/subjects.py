"""Whom the rules are about: the person, and each bump with the person's answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from milium.domain.answers import UNKNOWN, Answer, Answers, Known
from milium.domain.cases import Case, Lesion
from milium.domain.findings import Scope
from milium.domain.ids import FindingId, LesionId
from milium.domain.triage import TriageRules, Zone
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from milium.engine.triage.zones import LIDS, possible_zones


@dataclass(frozen=True, slots=True)
class Subject:
    """The person (``lesion`` is ``None``), or one bump."""

    lesion: LesionId | None
    answers: Answers
    zones: tuple[Zone, ...]

    @property
    def scope(self) -> Scope:
        """Whether this is the person or a bump."""
        return Scope.PERSON if self.lesion is None else Scope.LESION


def subjects_of(case: Case, rules: TriageRules) -> tuple[Subject, ...]:
    """The person first, then each bump; a case without bumps has one of which nothing is known."""
    lesions = case.lesions or (Lesion(LesionId("1"), {}),)
    zones = [possible_zones(lesion.answers, rules) for lesion in lesions]
    person = {**case.answers, **_worked_out(lesions, zones, rules)}
    return (
        Subject(None, person, tuple(Zone)),
        *(
            Subject(lesion.id, {**person, **lesion.answers}, zone)
            for lesion, zone in zip(lesions, zones, strict=True)
        ),
    )


def _worked_out(
    lesions: tuple[Lesion, ...], zones: list[tuple[Zone, ...]], rules: TriageRules
) -> Answers:
    looked_at = min(evaluate(rules.looked_at_when, lesion.answers) for lesion in lesions)
    return {
        FindingId("looked_at"): _yes_no(looked_at),
        FindingId("bump_at_lid"): _yes_no(_any_in(zones, LIDS)),
        FindingId("bump_at_eye_bone"): _yes_no(_any_in(zones, frozenset({Zone.EYE_BONE}))),
    }


def _any_in(zones: Iterable[tuple[Zone, ...]], wanted: frozenset[Zone]) -> Truth:
    """Whether any bump is in these zones: surely, surely not, or perhaps."""
    return max(
        Truth.TRUE if wanted >= set(each) else Truth.UNKNOWN if wanted & set(each) else Truth.FALSE
        for each in zones
    )


def _yes_no(truth: Truth) -> Answer:
    match truth:
        case Truth.TRUE:
            return Known("yes")
        case Truth.FALSE:
            return Known("no")
        case Truth.UNKNOWN:
            return UNKNOWN
