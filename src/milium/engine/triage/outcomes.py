"""Which rules apply to whom: fired, possible or not, and what those say together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from milium.domain.findings import Scope
from milium.domain.ids import ProfessionId, RuleId
from milium.domain.triage import (
    Door,
    LiftedBy,
    Place,
    Rule,
    Rung,
    TriageRules,
    When,
    WhenPossible,
    Zone,
)
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from milium.engine.triage.subjects import Subject

Outcomes = Mapping[tuple[int, int], Truth]


@dataclass(frozen=True, slots=True)
class Decision:
    """The combination of all rules over all subjects (DESIGN 4): most urgent, lowest rung.

    Attributes:
        bump_when: the same over the rules about bumps only.
        who: union over the rules, less everybody a rule says it is not for.
        rungs: one per subject, the person first.
        bumps: how far care may go on each bump: the lowest of its own rung and its zones'.
        lowered_by: per subject, the rules that brought its rung there.
    """

    when: When
    bump_when: When
    door: Door
    who: tuple[ProfessionId, ...]
    not_who: tuple[ProfessionId, ...]
    rungs: tuple[Rung, ...]
    lowered_by: tuple[tuple[Rule, ...], ...]
    zones: Mapping[Zone, Rung]
    bumps: tuple[Rung, ...]


def outcomes_of(subjects: Sequence[Subject], rules: TriageRules) -> dict[tuple[int, int], Truth]:
    """Every rule on every subject it is about, by their numbers, the false ones left out."""
    return {
        (r, s): truth
        for r, rule in enumerate(rules.rules)
        for s, subject in enumerate(subjects)
        if rule.scope is subject.scope
        and (truth := evaluate(rule.when, subject.answers)) is not Truth.FALSE
    }


def with_outcomes(before: Outcomes, fresh: Outcomes) -> Outcomes:
    """The outcomes with these judged anew, the false ones left out."""
    after = {**before, **fresh}
    return {pair: truth for pair, truth in after.items() if truth is not Truth.FALSE}


def applies(rule: Rule, truth: Truth) -> bool:
    """Whether a rule does all it does: it fired, or it acts while possible."""
    return truth is Truth.TRUE or rule.when_possible is WhenPossible.ACT


def decide(outcomes: Outcomes, subjects: Sequence[Subject], rules: TriageRules) -> Decision:
    """Everything the rules say together; ``max`` over urgency, ``min`` over rungs (law 2)."""
    acting = _by_urgency(outcomes, rules)
    rungs, lowered_by = _ladder(outcomes, subjects, rules)
    doors = [(rule.effect.when, rule.effect.door) for rule in acting if rule.effect.door]
    order = list(Door)
    door = min(
        doors, key=lambda each: (-(each[0] or 0), order.index(each[1])), default=(None, Door.NOBODY)
    )[1]
    zones = _zones(rungs, subjects, rules)
    wanted = dict.fromkeys(who for rule in acting for who in rule.effect.who)
    unwanted = dict.fromkeys(who for rule in acting for who in rule.effect.not_who)
    return Decision(
        when=_most_urgent(acting),
        door=door,
        bump_when=_most_urgent(rule for rule in acting if rule.scope is Scope.LESION),
        who=tuple(who for who in wanted if who not in unwanted),
        not_who=tuple(unwanted),
        rungs=rungs,
        lowered_by=lowered_by,
        zones=zones,
        bumps=tuple(
            min(rung, *(zones[zone] for zone in subject.zones))
            for rung, subject in zip(rungs[1:], subjects[1:], strict=True)
        ),
    )


def _most_urgent(rules: Iterable[Rule]) -> When:
    return max((r.effect.when for r in rules if r.effect.when), default=When.NOTHING_NEEDED)


def _by_urgency(outcomes: Outcomes, rules: TriageRules) -> list[Rule]:
    acting = {r for (r, _), truth in outcomes.items() if applies(rules.rules[r], truth)}
    return sorted(
        (rules.rules[r] for r in acting), key=lambda rule: (-(rule.effect.when or 0), rule.id)
    )


def _ladder(
    outcomes: Outcomes, subjects: Sequence[Subject], rules: TriageRules
) -> tuple[tuple[Rung, ...], tuple[tuple[Rule, ...], ...]]:
    lowered: list[list[tuple[Rung, Rule]]] = [[] for _ in subjects]
    for (r, s), truth in outcomes.items():
        rung = rung_from(rules.rules[r], truth)
        if rung < Rung.LOW_RETINOID:
            lowered[s].append((rung, rules.rules[r]))
    rungs = tuple(min((rung for rung, _ in each), default=Rung.LOW_RETINOID) for each in lowered)
    return rungs, tuple(
        tuple(sorted((rule for rung, rule in each if rung is rungs[s]), key=lambda rule: rule.id))
        for s, each in enumerate(lowered)
    )


def rung_from(rule: Rule, truth: Truth, *, otherwise: Rung = Rung.LOW_RETINOID) -> Rung:
    """The rung a rule leaves: its own when it applies; no lower than gentle when it withholds.

    ``otherwise`` where it leaves everything as it is.
    """
    if rule.effect.rung is None or truth is Truth.FALSE:
        return otherwise
    if applies(rule, truth):
        return rule.effect.rung
    if rule.when_possible is WhenPossible.WITHHOLD:
        return max(rule.effect.rung, Rung.GENTLE)
    return otherwise


def door_at(place: Place, wanted: Door) -> Door:
    """The door that comes first at a place where another is wanted."""
    return place.first_door.get(wanted, wanted)


def _zones(
    rungs: Sequence[Rung], subjects: Sequence[Subject], rules: TriageRules
) -> Mapping[Zone, Rung]:
    """The lowest of the person, the zone itself and every bump in it.

    A bump whose zone isn't known lowers each zone it may be in, but takes ``gentle`` from none.
    """
    zones = {zone: min(rungs[0], cap) for zone, cap in rules.zone_caps.items()}
    for rung, subject in zip(rungs[1:], subjects[1:], strict=True):
        sure = len(subject.zones) == 1
        for zone in subject.zones:
            zones[zone] = min(zones[zone], rung if sure else max(rung, Rung.GENTLE))
    return zones


def lifted_by(rules: Sequence[Rule]) -> LiftedBy | None:
    """Who may lift what these rules lowered: the highest any of them asks for."""
    return max((rule.effect.lifted_by for rule in rules), default=None)


def rule_ids(rules: Sequence[Rule]) -> tuple[RuleId, ...]:
    """Their ids, in order."""
    return tuple(rule.id for rule in rules)
