"""Whom the rules are about: the person, and each bump with the person's answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.findings import Scope
from milium.domain.ids import FindingId, LesionId
from milium.domain.triage import TriageRules, Zone
from milium.domain.truth import Truth
from milium.engine.rules import evaluate_clearing
from milium.engine.triage.zones import LIDS, Whereabouts, whereabouts

NOTHING_MENTIONED: Answers = {
    FindingId("words_mention"): Chosen(frozenset(), complete=True),
}
"""Free words that nobody looked through mention nothing."""

WORKED_OUT = tuple(map(FindingId, ("looked_at", "bump_at_lid", "bump_at_eye_bone")))
"""Findings about the person that are worked out from all bumps together."""


def worked_out_from(rules: TriageRules) -> frozenset[FindingId]:
    """The findings of a bump from which those, and its zones, are worked out."""
    return rules.looked_at_when.reads | {FindingId("site"), FindingId("eye_zone")}


@dataclass(frozen=True, slots=True)
class Subject:
    """The person (``lesion`` is ``None``), or one bump, and where it may lie."""

    lesion: LesionId | None
    answers: Answers
    where: Whereabouts

    @property
    def zones(self) -> tuple[Zone, ...]:
        """Every zone it may lie in."""
        return self.where.may

    @property
    def scope(self) -> Scope:
        """Whether this is the person or a bump."""
        return Scope.PERSON if self.lesion is None else Scope.LESION


def subjects_of(case: Case, rules: TriageRules) -> tuple[Subject, ...]:
    """The person first, then each bump; a case without bumps has one of which nothing is known."""
    lesions = case.lesions or (Lesion(LesionId("1"), {}),)
    places = [whereabouts(lesion.answers, rules) for lesion in lesions]
    person = {
        **NOTHING_MENTIONED,
        **case.answers,
        **_worked_out(lesions, [each.may for each in places], rules),
    }
    return (
        Subject(None, person, Whereabouts(tuple(Zone), frozenset())),
        *(
            Subject(lesion.id, {**person, **lesion.answers, **_zone_named(lesion, where)}, where)
            for lesion, where in zip(lesions, places, strict=True)
        ),
    )


def _zone_named(lesion: Lesion, where: Whereabouts) -> Answers:
    """The zone of a bump where the person named none and the site leaves only one.

    Contradicting sites leave contradicting zones, so that each of them can warn.
    """
    named = lesion.answers.get(FindingId("eye_zone"), UNKNOWN)
    if not isinstance(named, Unknown):
        return {}
    if len(where.may) == 1:
        return {FindingId("eye_zone"): Known(where.may[0].value)}
    if isinstance(lesion.answers.get(FindingId("site")), Contradictory):
        return {FindingId("eye_zone"): Contradictory(tuple(zone.value for zone in where.may))}
    return {}


def _worked_out(
    lesions: tuple[Lesion, ...], zones: list[tuple[Zone, ...]], rules: TriageRules
) -> Answers:
    looked_at = min(evaluate_clearing(rules.looked_at_when, each.answers) for each in lesions)
    worked_out = (looked_at, _any_in(zones, LIDS), _any_in(zones, frozenset({Zone.EYE_BONE})))
    return {finding: _yes_no(truth) for finding, truth in zip(WORKED_OUT, worked_out, strict=True)}


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
        case _:
            assert_never(truth)
