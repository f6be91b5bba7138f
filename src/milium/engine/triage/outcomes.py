"""Which rules apply to whom: fired, possible or not, and what those say together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from milium.domain.answers import Answers
from milium.domain.findings import Scope
from milium.domain.ids import PlaceId, ProfessionId, RuleId
from milium.domain.triage import (
    Door,
    LiftedBy,
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
        bump_when, bump_door: the same over the rules about bumps only.
        who: union over the rules, less everybody a rule says it is not for.
        rungs: one per subject, the person first.
        bumps: how far care may go on each bump: the lowest of its own rung and its zones'.
        lowered_by: per subject, the rules that brought its rung there.
    """

    when: When
    bump_when: When
    door: Door
    bump_door: Door
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
    zones = _zones(rungs, subjects, rules)
    wanted = dict.fromkeys(who for rule in acting for who in rule.effect.who)
    unwanted = dict.fromkeys(who for rule in acting for who in rule.effect.not_who)
    return Decision(
        when=_most_urgent(acting),
        door=_door(acting),
        bump_door=_door(rule for rule in acting if rule.scope is Scope.LESION),
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


def _door(rules: Iterable[Rule]) -> Door:
    """The door of the most urgent rules that name one, the first in the order of ``Door``.

    A pharmacist's gives way to any other door something needs within 8 weeks: whoever looks at that
    can answer the pharmacist's question too.
    """
    order = list(Door)
    doors = sorted(
        (
            (rule.effect.when or When.NOTHING_NEEDED, rule.effect.door)
            for rule in rules
            if rule.effect.door
        ),
        key=lambda each: (-each[0], order.index(each[1])),
    )
    firmer = (
        door for when, door in doors if when >= When.WITHIN_8_WEEKS and door is not Door.PHARMACIST
    )
    return next(firmer, doors[0][1] if doors else Door.NOBODY)


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
        if rule_is_now(rules.rules[r], truth):
            lowered[0].append((Rung.GENTLE, rules.rules[r]))
    rungs = tuple(min((rung for rung, _ in each), default=Rung.LOW_RETINOID) for each in lowered)
    return rungs, tuple(
        tuple(rule for _, rule in sorted({r.id: r for rung, r in each if rung is rungs[s]}.items()))
        for s, each in enumerate(lowered)
    )


def rule_is_now(rule: Rule, truth: Truth) -> bool:
    """Whether a rule sends somebody off now, which leaves nothing but gentle care anywhere."""
    return rule.effect.when is When.NOW and applies(rule, truth)


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


def door_for(wanted: Door, answers: Answers, place: PlaceId, rules: TriageRules) -> Door:
    """The door that comes first for this person, at their place, where another is wanted."""
    door = stand_in(wanted, answers, rules)
    return rules.places[place].first_door.get(door, door)


def stand_in(wanted: Door, answers: Answers, rules: TriageRules) -> Door:
    """Who stands in for the door wanted: the first change that surely fits the person."""
    fitting = (
        change.door
        for change in rules.door_changes
        if wanted in change.doors and evaluate(change.condition, answers) is Truth.TRUE
    )
    return next(fitting, wanted)


def _zones(
    rungs: Sequence[Rung], subjects: Sequence[Subject], rules: TriageRules
) -> Mapping[Zone, Rung]:
    """The lowest of the person, the zone itself and every bump in it.

    A bump whose zone isn't known lowers each zone it may be in, but takes ``gentle`` only from one
    some reading of the answers leaves alone.
    """
    zones = {zone: min(rungs[0], cap) for zone, cap in rules.zone_caps.items()}
    for rung, subject in zip(rungs[1:], subjects[1:], strict=True):
        for zone in subject.zones:
            sure = zone in subject.where.surely
            zones[zone] = min(zones[zone], rung if sure else max(rung, Rung.GENTLE))
    return zones


def lifted_by(rules: Sequence[Rule]) -> LiftedBy | None:
    """Who may lift what these rules lowered: the highest any of them asks for."""
    return max((rule.effect.lifted_by for rule in rules), default=None)


def rule_ids(rules: Sequence[Rule]) -> tuple[RuleId, ...]:
    """Their ids, in order."""
    return tuple(rule.id for rule in rules)
