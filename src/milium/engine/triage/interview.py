"""Which question to ask next: stateless, deterministic, and over as soon as nothing can change."""

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date

from milium.domain.answers import UNKNOWN, Answers, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.conditions import Condition
from milium.domain.findings import Question, Scope
from milium.domain.ids import FindingId, LesionId
from milium.domain.triage import Ask, TriageRules, When
from milium.domain.truth import Truth
from milium.engine.rules import case_on, evaluate, mentions
from milium.engine.triage.changes import Judged, matters
from milium.engine.triage.decision import judge_case
from milium.engine.triage.subjects import Subject, subjects_of


def next_question(case: Case, rules: TriageRules, *, on: date) -> Ask | None:
    """The question worth asking now, or ``None`` when no answer could change anything.

    Order: the largest urgency a possible rule could still reach, then the most possible rules it
    helps decide, then the order of the knowledge. What has been answered "not sure" is not asked
    again. Once something has to happen now, nothing more is asked. After the safety questions come
    those on which it hangs whether the description fits the usual picture.
    """
    judged = judge_case(case_on(case, rules.asking.findings, on=on), rules)
    if judged.decision.when is When.NOW:
        return None
    scored = [
        (score, -number, ask)
        for number, ask in enumerate(_unasked(judged, rules))
        if (score := _score(ask, judged, rules)) > (0, 0)
    ]
    if scored:
        return max(scored, key=lambda each: each[:2])[2]
    return next((ask for ask in _unasked(judged, rules) if _describes(ask, judged, rules)), None)


def _unasked(judged: Judged, rules: TriageRules) -> Iterator[Ask]:
    for question in rules.asking.questions:
        for subject in _subjects_for(question, judged):
            if any(_unanswered(finding, subject) for finding in question.findings):
                yield Ask(question, subject.lesion)


def _open_findings(ask: Ask, judged: Judged) -> frozenset[FindingId]:
    """What the question would still find out."""
    subject = next(each for each in judged.subjects if each.lesion == ask.lesion)
    return frozenset(each for each in ask.question.findings if _unanswered(each, subject))


def _subjects_for(question: Question, judged: Judged) -> tuple[Subject, ...]:
    scope = Scope.LESION if question.lesion else Scope.PERSON
    return tuple(subject for subject in judged.subjects if subject.scope is scope)


def _unanswered(finding: FindingId, subject: Subject) -> bool:
    answer = subject.answers.get(finding, UNKNOWN)
    return isinstance(answer, Unknown) and not answer.asked


def _score(ask: Ask, judged: Judged, rules: TriageRules) -> tuple[int, int]:
    """The largest urgency the question could lead to, and how many possible rules hang on it."""
    asked = _open_findings(ask, judged)
    reach, count = 0, 0
    for (r, s), truth in judged.outcomes.items():
        if truth is not Truth.UNKNOWN or not _concerns(ask.lesion, judged.subjects[s]):
            continue
        if not asked & mentions(rules.rules[r].when):
            continue
        if matters(judged, rules, r, s):
            count += 1
            reach = max(reach, rules.rules[r].effect.when or 0)
    return (reach, count)


def _concerns(lesion: LesionId | None, subject: Subject) -> bool:
    return lesion is None or subject.lesion == lesion


def _describes(ask: Ask, judged: Judged, rules: TriageRules) -> bool:
    """Whether some usual picture still hangs on this question."""
    asked = _open_findings(ask, judged)
    return any(
        asked & mentions(look.like_when)
        and evaluate(look.like_when, subject.answers) is Truth.UNKNOWN
        and evaluate(look.shown_when, subject.answers) is not Truth.FALSE
        for look in rules.looks
        for subject in judged.subjects
        if subject.lesion is not None and _concerns(ask.lesion, subject)
    )


def findings_that_could_matter(
    question: Question, lesion: LesionId | None, case: Case, rules: TriageRules, *, on: date
) -> tuple[FindingId, ...]:
    """Those of a question's findings on which a rule or a usual picture could hang, in its order.

    They are the same before and after the question is answered: its own answers are left out.

    Args:
        question: the question.
        lesion: the bump it is asked about; ``None`` for the person.
        case: what is known so far.
        rules: the knowledge.
        on: the day of the interview.
    """
    today = case_on(case, rules.asking.findings, on=on)
    without = _without(today, frozenset(question.findings), lesion)
    hanging = frozenset[FindingId]().union(
        *(
            mentions(condition)
            for subject in subjects_of(without, rules)
            if _concerns(lesion, subject)
            for condition in _conditions(subject, rules)
            if evaluate(condition, subject.answers) is Truth.UNKNOWN
        )
    )
    return tuple(finding for finding in question.findings if finding in hanging)


def _conditions(subject: Subject, rules: TriageRules) -> Iterator[Condition]:
    """What is asked of the person or of a bump."""
    yield from (rule.when for rule in rules.rules if rule.scope is subject.scope)
    if subject.lesion is not None:
        for look in rules.looks:
            if evaluate(look.shown_when, subject.answers) is not Truth.FALSE:
                yield from (look.like_when, look.unlike_when, look.shown_when)


def _without(case: Case, findings: Container[FindingId], lesion: LesionId | None) -> Case:
    """The case with these answers taken out, of the person or of one bump."""

    def rest(answers: Answers) -> Answers:
        return {name: answer for name, answer in answers.items() if name not in findings}

    if lesion is None:
        return replace(case, answers=rest(case.answers))
    lesions = case.lesions or (Lesion(lesion, {}),)
    return replace(
        case,
        lesions=tuple(
            replace(each, answers=rest(each.answers)) if each.id == lesion else each
            for each in lesions
        ),
    )
