"""What a case says on a later day: ages move on, perishable answers are unknown again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never

from milium.domain.answers import (
    UNKNOWN,
    Answer,
    Answers,
    Chosen,
    Contradictory,
    Known,
    Unknown,
)
from milium.domain.cases import Case
from milium.domain.findings import Finding
from milium.domain.ids import FindingId


def case_on(case: Case, findings: Mapping[FindingId, Finding], *, on: date) -> Case:
    """The case as it stands on that day (DESIGN 5).

    Spans that grow (age, how long a bump has been there) move forward by the difference; answers
    past the days their finding keeps become unknown. A day before ``as_of`` changes nothing.
    """
    days = (on - case.as_of).days
    if days <= 0:
        return case
    return replace(
        case,
        as_of=on,
        answers=_answers_after(case.answers, findings, days),
        lesions=tuple(
            replace(lesion, answers=_answers_after(lesion.answers, findings, days))
            for lesion in case.lesions
        ),
    )


def _answers_after(answers: Answers, findings: Mapping[FindingId, Finding], days: int) -> Answers:
    return {key: _answer_after(answer, findings[key], days) for key, answer in answers.items()}


def _answer_after(answer: Answer, finding: Finding, days: int) -> Answer:
    if finding.keeps_days is not None and days > finding.keeps_days:
        return UNKNOWN
    if not finding.grows:
        return answer
    match answer:
        case Known(int(value)):
            return Known(value + days)
        case Contradictory(values):
            return Contradictory(tuple(v + days if isinstance(v, int) else v for v in values))
        case Known() | Unknown() | Chosen():
            return answer
        case _:
            assert_never(answer)
