"""The whole answer: when, who, which door, home care, what it sounds like, and why."""

from collections.abc import Sequence
from datetime import date

from milium.domain.answers import Answers, Known
from milium.domain.cases import Case
from milium.domain.evidence import Reason
from milium.domain.ids import FindingId, MessageId
from milium.domain.messages import Message
from milium.domain.triage import (
    Disposition,
    Fired,
    HomeCare,
    Impression,
    LesionCare,
    Rule,
    Triage,
    TriageRules,
    When,
)
from milium.domain.truth import Truth
from milium.engine.rules import case_on, evaluate
from milium.engine.triage.changes import Judged, changes_of, matters, missing_of
from milium.engine.triage.impression import impression_of
from milium.engine.triage.outcomes import (
    Decision,
    Outcomes,
    applies,
    decide,
    door_for,
    lifted_by,
    outcomes_of,
    rule_ids,
    stand_in,
)
from milium.engine.triage.subjects import Subject, subjects_of


def triage(case: Case, rules: TriageRules, *, on: date) -> Triage:
    """What the description sounds like and what people so described are usually advised to do.

    Args:
        case: what the person told, with a place that is in ``rules.places``.
        rules: the knowledge; every rule in it only raises urgency or lowers a rung.
        on: the day it is asked; ages move on to it and perishable answers expire.
    """
    judged = judge_case(case_on(case, rules.asking.findings, on=on), rules)
    decision = judged.decision
    impression = impression_of(judged.subjects, rules)
    settled = is_settled(judged, rules)
    person = judged.subjects[0].answers
    return Triage(
        when=decision.when,
        bump_when=decision.bump_when,
        who=decision.who,
        not_who=decision.not_who,
        door=door_for(decision.door, person, case.place, rules),
        door_wanted=stand_in(decision.door, person, rules),
        bump_door=door_for(decision.bump_door, person, case.place, rules),
        disposition=disposition_of(decision, person, rules),
        action=_action(judged, rules, settled=settled),
        tonight=_tonight(judged, rules),
        impression=impression,
        home_care=_home_care(decision, judged.subjects),
        fired=_fired(judged, rules),
        unknown_that_matter=missing_of(judged, rules),
        changes_if=changes_of(judged, rules),
        settled=settled,
        answers=_worked_out(judged, impression, settled=settled),
    )


def judge_case(case: Case, rules: TriageRules) -> Judged:
    """The case, already as on its day, with what every rule says of it."""
    subjects = subjects_of(case, rules)
    outcomes = outcomes_of(subjects, rules)
    return Judged(case, subjects, outcomes, decide(outcomes, subjects, rules))


def is_settled(judged: Judged, rules: TriageRules) -> bool:
    """Whether no possible rule could still make this more urgent."""
    return not any(
        truth is Truth.UNKNOWN
        and matters(judged, rules, r, s)
        and (rules.rules[r].effect.when or 0) > judged.decision.when
        for (r, s), truth in judged.outcomes.items()
    )


def disposition_of(decision: Decision, answers: Answers, rules: TriageRules) -> Disposition:
    """The first rule of the table that fits; the table ends with one that always does."""
    return next(
        rule.disposition
        for rule in rules.dispositions
        if rule.at_least <= decision.when <= rule.at_most
        and evaluate(rule.condition, answers) is Truth.TRUE
    )


def _acting(outcomes: Outcomes, rules: TriageRules) -> list[Rule]:
    """The rules that do all they do, the most urgent first, each once."""
    numbers = sorted({r for (r, _), truth in outcomes.items() if applies(rules.rules[r], truth)})
    return sorted((rules.rules[r] for r in numbers), key=lambda rule: -(rule.effect.when or 0))


def _action(judged: Judged, rules: TriageRules, *, settled: bool) -> Message:
    """The sentence that comes first: of the most urgent rule, never calmer than what is open."""
    acting = _acting(judged.outcomes, rules)
    urgent = (
        rule.effect.action
        for rule in acting
        if rule.effect.action and rule.effect.when == judged.decision.when
    )
    calm = judged.decision.when <= When.NO_RUSH
    if calm and not settled:
        return Message(rules.waiting_action)
    return Message(next(urgent, rules.usual_action))


def _tonight(judged: Judged, rules: TriageRules) -> tuple[Message, ...]:
    """What to do tonight, by urgency; when something has to happen now, only what belongs to it.

    A line that another one says as well is left out.
    """
    now = judged.decision.when is When.NOW
    lines: list[MessageId] = [
        line
        for rule in _acting(judged.outcomes, rules)
        for line in rule.effect.tonight
        if rule.effect.when is When.NOW or not now
    ]
    said = {covered for line in lines for covered in rules.covers.get(line, ())}
    return tuple(Message(line) for line in dict.fromkeys(lines) if line not in said)


def _home_care(decision: Decision, subjects: Sequence[Subject]) -> HomeCare:
    return HomeCare(
        person=decision.rungs[0],
        zones=decision.zones,
        lesions=tuple(
            LesionCare(
                lesion=subject.lesion,
                zones=subject.zones,
                rung=rung,
                because=rule_ids(lowered),
                lifted_by=lifted_by(lowered),
            )
            for subject, rung, lowered in zip(
                subjects[1:], decision.bumps, decision.lowered_by[1:], strict=True
            )
            if subject.lesion is not None
        ),
        because=rule_ids(decision.lowered_by[0]),
        lifted_by=lifted_by(decision.lowered_by[0]),
    )


def _fired(judged: Judged, rules: TriageRules) -> tuple[Fired, ...]:
    """Every rule that applies, the most urgent first, then by id and bump."""
    found = [
        Fired(
            rule=rule.id,
            lesion=judged.subjects[s].lesion,
            when=rule.effect.when,
            reads=rule.when.reads,
            possible=truth is Truth.UNKNOWN,
            reason=Reason(rule.id, Message(rule.because), rule.evidence),
        )
        for (r, s), truth in judged.outcomes.items()
        if applies(rule := rules.rules[r], truth)
    ]
    urgency = {rule.id: rule.effect.when or 0 for rule in rules.rules}
    return tuple(sorted(found, key=lambda f: (-urgency[f.rule], f.rule, f.lesion or "")))


def _worked_out(judged: Judged, impression: Impression, *, settled: bool) -> Answers:
    """The person's answers with what the engines that come after read of the decision."""
    return {
        **judged.subjects[0].answers,
        FindingId("how_soon"): Known(judged.decision.when.name.lower()),
        FindingId("bump_how_soon"): Known(judged.decision.bump_when.name.lower()),
        FindingId("home_rung"): Known(judged.decision.rungs[0].name.lower()),
        FindingId("likeness"): Known(impression.likeness.value),
        FindingId("settled"): Known("yes" if settled else "no"),
    }
