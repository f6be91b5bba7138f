"""What single answers would change the result ("this would become urgent if it bled").

Most rules are decided whatever one answer says: in Kleene's logic what is decided without an answer
stays decided with it. So each rule is first asked with the answer left out, and only those that
then hang on it are judged again for every other answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from milium.domain.answers import UNKNOWN, Answer, Chosen, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.findings import Finding, Scope
from milium.domain.ids import FindingId, LesionId
from milium.domain.triage import Change, Missing, Rung, TriageRules, WhenPossible
from milium.domain.truth import Truth
from milium.engine.rules import evaluate, mentions, other_answers
from milium.engine.triage.outcomes import (
    Decision,
    Outcomes,
    decide,
    door_for,
    rung_from,
    with_outcomes,
)
from milium.engine.triage.subjects import WORKED_OUT, Subject, subjects_of, worked_out_from


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with its subjects, what each rule said of them and what follows."""

    case: Case
    subjects: tuple[Subject, ...]
    outcomes: Outcomes
    decision: Decision


def changes_of(judged: Judged, rules: TriageRules) -> tuple[Change, ...]:
    """Every single other answer that changes when, door or a rung; the most urgent first.

    An answer is replaced, never made unknown. Order: urgency, then finding and bump.
    """
    person, place = judged.subjects[0].answers, judged.case.place
    found = [
        Change(
            finding.id,
            lesion,
            answer,
            d.when,
            door_for(d.door, {**person, finding.id: answer}, place, rules),
            d.rungs[0],
            d.zones,
        )
        for finding, lesion, now in _askable(judged, rules)
        for answer, d in _other_decisions(judged, rules, finding, lesion, now)
        if _differs(d, judged.decision)
    ]
    return tuple(sorted(found, key=lambda c: (-c.when, c.finding, c.lesion or "")))


def _askable(
    judged: Judged, rules: TriageRules
) -> Iterator[tuple[Finding, LesionId | None, Answer]]:
    """Every finding a rule mentions and a person can be asked, with its present answer."""
    read = frozenset[FindingId]().union(*(rule.when.reads for rule in rules.rules))
    for finding_id in sorted(read | worked_out_from(rules)):
        finding = rules.asking.findings[finding_id]
        if finding.section == "derived":
            continue
        for subject in judged.subjects:
            if finding.scope is subject.scope:
                yield finding, subject.lesion, subject.answers.get(finding_id, UNKNOWN)


def _differs(after: Decision, before: Decision) -> bool:
    return (after.when, after.door, after.rungs[0], after.zones, after.bumps) != (
        before.when,
        before.door,
        before.rungs[0],
        before.zones,
        before.bumps,
    )


def _other_decisions(
    judged: Judged, rules: TriageRules, finding: Finding, lesion: LesionId | None, now: Answer
) -> Iterator[tuple[Answer, Decision]]:
    """What every other answer to one finding would decide."""
    reading = [r for r, rule in enumerate(rules.rules) if finding.id in rule.when.reads]
    answers = other_answers(finding, now, [rules.rules[r].when for r in reading])
    if finding.id in worked_out_from(rules):
        for answer in answers:
            yield answer, _decide_anew(judged, rules, finding, lesion, answer)
        return
    without = _subjects_with(judged, finding, lesion, UNKNOWN)
    hanging = [
        rs for rs in _pairs(reading, without, rules) if _truth(rs, without, rules) is Truth.UNKNOWN
    ]
    for answer in answers if hanging else ():
        subjects = _subjects_with(judged, finding, lesion, answer)
        outcomes = with_outcomes(
            judged.outcomes, {rs: _truth(rs, subjects, rules) for rs in hanging}
        )
        if outcomes != judged.outcomes:
            yield answer, decide(outcomes, subjects, rules)


def _pairs(
    reading: Sequence[int], subjects: Sequence[Subject], rules: TriageRules
) -> Iterator[tuple[int, int]]:
    """The rules that read a finding, each with every subject it is about."""
    for r in reading:
        for s, subject in enumerate(subjects):
            if rules.rules[r].scope is subject.scope:
                yield r, s


def _truth(pair: tuple[int, int], subjects: Sequence[Subject], rules: TriageRules) -> Truth:
    return evaluate(rules.rules[pair[0]].when, subjects[pair[1]].answers)


def _decide_anew(
    judged: Judged, rules: TriageRules, finding: Finding, lesion: LesionId | None, answer: Answer
) -> Decision:
    """The decision if an answer from which others are worked out were another."""
    subjects = subjects_of(_with_answer(judged.case, finding, lesion, answer), rules)
    changed = worked_out_from(rules) | _derived_changes(judged.subjects[0], subjects[0])
    reading = [r for r, rule in enumerate(rules.rules) if not rule.when.reads.isdisjoint(changed)]
    fresh = {rs: _truth(rs, subjects, rules) for rs in _pairs(reading, subjects, rules)}
    return decide(with_outcomes(judged.outcomes, fresh), subjects, rules)


def _subjects_with(
    judged: Judged, finding: Finding, lesion: LesionId | None, answer: Answer
) -> tuple[Subject, ...]:
    return tuple(
        replace(subject, answers={**subject.answers, finding.id: answer})
        if finding.scope is Scope.PERSON or subject.lesion == lesion
        else subject
        for subject in judged.subjects
    )


def _derived_changes(before: Subject, after: Subject) -> frozenset[FindingId]:
    return frozenset(
        finding for finding in WORKED_OUT if after.answers[finding] != before.answers[finding]
    )


def _with_answer(case: Case, finding: Finding, lesion: LesionId | None, answer: Answer) -> Case:
    """The case with one answer about a bump replaced."""
    lesions = case.lesions or (Lesion(LesionId("1"), {}),)
    return replace(
        case,
        lesions=tuple(
            replace(each, answers={**each.answers, finding.id: answer})
            if each.id == lesion
            else each
            for each in lesions
        ),
    )


def missing_of(judged: Judged, rules: TriageRules) -> tuple[Missing, ...]:
    """Each finding not known on which a possible rule hangs that could still change the answer."""
    waiting: dict[tuple[FindingId, LesionId | None], list[int]] = {}
    for (r, s), truth in judged.outcomes.items():
        if truth is Truth.UNKNOWN and matters(judged, rules, r, s):
            subject = judged.subjects[s]
            for finding in sorted(mentions(rules.rules[r].when)):
                if _open(finding, subject, rules):
                    key = (finding, _about(finding, subject, rules))
                    waiting.setdefault(key, []).append(r)
    return tuple(
        Missing(finding, lesion, tuple(sorted({rules.rules[r].id for r in numbers})))
        for (finding, lesion), numbers in sorted(waiting.items(), key=lambda kv: str(kv[0]))
    )


def matters(judged: Judged, rules: TriageRules, r: int, s: int) -> bool:
    """Whether it would change the decision to learn that a possible rule holds, or that it doesn't.

    It would add something if it held: urgency, a lower rung, somebody who may help. Or it already
    holds something back while it is possible, which would be given back if it did not hold.
    """
    rule, decision = rules.rules[r], judged.decision
    ceiling = _ceiling(judged, rules, s)
    rung = min(decision.rungs[s], ceiling)
    adds = (
        (rule.effect.when or 0) > decision.when
        or rung_from(rule, Truth.TRUE, otherwise=ceiling) < rung
        or not set(rule.effect.who) <= {*decision.who, *decision.not_who}
    )
    held = rung_from(rule, Truth.UNKNOWN, otherwise=ceiling)
    acts = rule.when_possible is WhenPossible.ACT
    gives_back = (held == rung < ceiling) or (acts and rule.effect.when == decision.when)
    return gives_back or (adds and not acts)


def _ceiling(judged: Judged, rules: TriageRules, s: int) -> Rung:
    """The highest rung this subject could have: for a bump, the person's and its zones'."""
    subject = judged.subjects[s]
    if subject.lesion is None:
        return Rung.LOW_RETINOID
    highest = max(rules.zone_caps[zone] for zone in subject.zones)
    return min(highest, judged.decision.rungs[0])


def _about(finding: FindingId, subject: Subject, rules: TriageRules) -> LesionId | None:
    return subject.lesion if rules.asking.findings[finding].scope is Scope.LESION else None


def _open(finding: FindingId, subject: Subject, rules: TriageRules) -> bool:
    if rules.asking.findings[finding].section == "derived":
        return False
    answer = subject.answers.get(finding, UNKNOWN)
    return isinstance(answer, Unknown) or (isinstance(answer, Chosen) and not answer.complete)
