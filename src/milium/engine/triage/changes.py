"""What single answers would change the result ("this would become urgent if it bled")."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from milium.domain.answers import UNKNOWN, Answer, Chosen, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.conditions import Condition
from milium.domain.findings import Finding, Scope
from milium.domain.ids import FindingId, LesionId
from milium.domain.triage import Change, Missing, TriageRules, WhenPossible
from milium.domain.truth import Truth
from milium.engine.rules import mentions, other_answers
from milium.engine.triage.outcomes import Decision, Outcomes, decide, outcomes_after
from milium.engine.triage.subjects import Subject, subjects_of


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
    found = [
        change
        for finding, lesion, now in _askable(judged, rules)
        for answer in other_answers(finding, now, _conditions(finding.id, rules))
        if (change := _change(judged, rules, finding, lesion, answer))
    ]
    return tuple(sorted(found, key=lambda c: (-c.when, c.finding, c.lesion or "")))


def _conditions(finding: FindingId, rules: TriageRules) -> list[Condition]:
    return [rule.when for rule in rules.rules if finding in mentions(rule.when)]


def _askable(
    judged: Judged, rules: TriageRules
) -> Iterator[tuple[Finding, LesionId | None, Answer]]:
    """Every finding a rule mentions and a person can be asked, with its present answer."""
    read = frozenset[FindingId]().union(*(mentions(rule.when) for rule in rules.rules))
    read |= mentions(rules.looked_at_when) | {FindingId("site"), FindingId("eye_zone")}
    for finding_id in sorted(read):
        finding = rules.asking.findings[finding_id]
        if finding.section == "derived":
            continue
        for subject in judged.subjects:
            if finding.scope is subject.scope:
                yield finding, subject.lesion, subject.answers.get(finding_id, UNKNOWN)


def _change(
    judged: Judged, rules: TriageRules, finding: Finding, lesion: LesionId | None, answer: Answer
) -> Change | None:
    after = decide_with(judged, rules, finding, lesion, answer)
    before = judged.decision
    same = (after.when, after.door, after.rungs, after.zones) == (
        before.when,
        before.door,
        before.rungs,
        before.zones,
    )
    if same:
        return None
    return Change(finding.id, lesion, answer, after.when, after.door, after.rungs[0], after.zones)


def decide_with(
    judged: Judged, rules: TriageRules, finding: Finding, lesion: LesionId | None, answer: Answer
) -> Decision:
    """The decision if this one answer were another."""
    case = _with_answer(judged.case, finding, lesion, answer)
    subjects = subjects_of(case, rules)
    changed = frozenset({finding.id}) | _derived_changes(judged.subjects[0], subjects[0])
    return decide(outcomes_after(judged.outcomes, subjects, rules, changed), subjects, rules)


def _derived_changes(before: Subject, after: Subject) -> frozenset[FindingId]:
    return frozenset(
        finding
        for finding in after.answers
        if after.answers[finding] != before.answers.get(finding, UNKNOWN)
    )


def _with_answer(case: Case, finding: Finding, lesion: LesionId | None, answer: Answer) -> Case:
    if finding.scope is Scope.PERSON:
        return replace(case, answers={**case.answers, finding.id: answer})
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
        if truth is Truth.UNKNOWN and matters(judged.decision, rules, r, s):
            subject = judged.subjects[s]
            for finding in sorted(mentions(rules.rules[r].when)):
                if _open(finding, subject, rules):
                    key = (finding, _about(finding, subject, rules))
                    waiting.setdefault(key, []).append(r)
    return tuple(
        Missing(finding, lesion, tuple(sorted({rules.rules[r].id for r in numbers})))
        for (finding, lesion), numbers in sorted(waiting.items(), key=lambda kv: str(kv[0]))
    )


def matters(decision: Decision, rules: TriageRules, r: int, s: int) -> bool:
    """Whether a possible rule, if it fired, would add anything to the decision."""
    effect = rules.rules[r].effect
    if rules.rules[r].when_possible is WhenPossible.ACT:
        return False
    return (
        (effect.when is not None and effect.when > decision.when)
        or (effect.rung is not None and effect.rung < decision.rungs[s])
        or bool(set(effect.who) - set(decision.who))
    )


def _about(finding: FindingId, subject: Subject, rules: TriageRules) -> LesionId | None:
    return subject.lesion if rules.asking.findings[finding].scope is Scope.LESION else None


def _open(finding: FindingId, subject: Subject, rules: TriageRules) -> bool:
    if rules.asking.findings[finding].section == "derived":
        return False
    answer = subject.answers.get(finding, UNKNOWN)
    return isinstance(answer, Unknown) or (isinstance(answer, Chosen) and not answer.complete)
