"""The plan of a case, and the one-tap question: is this normal?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from milium.app.formats.problems import CaseRefusedError
from milium.domain.answers import Chosen, Known
from milium.domain.cases import Case, DiaryEntry
from milium.domain.check_ins import IrritationState
from milium.domain.guide import Guide
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.engine.regimens import state_of
from milium.kb import near

NOTICED, LOOKED_AT = FindingId("noticed"), FindingId("looked_at")


def noticed(case: Case, word: str, knowledge: Knowledge, *, on: date) -> Case:
    """The case with one more note in its diary: what is noticed today.

    Raises:
        CaseRefusedError: nothing is called so.
    """
    words = knowledge.triage.asking.findings[NOTICED].words
    if word not in words:
        hint, allowed = near(word, words), ", ".join(words)
        problem = f"'{word}' is nothing to notice{hint}. Allowed: {allowed}"
        raise CaseRefusedError.one("--feels", problem)
    entry = DiaryEntry(on, {NOTICED: Chosen(frozenset({word}), complete=True)}, "")
    return replace(case, diary=(*case.diary, entry))


def meaning_of(word: str, knowledge: Knowledge) -> IrritationState | None:
    """The way of taking a step that this alone speaks for."""
    answers = {NOTICED: Chosen(frozenset({word}), complete=True)}
    return state_of(answers, knowledge.regimens.irritation)


def to_note(guide: Guide) -> tuple[Mapping[str, str], ...]:
    """What to write into the diary so that a later day's plan goes on from this one."""
    progress = guide.regimen.progress if guide.regimen else None
    if progress is None or progress.noted or not guide.regimen or not guide.regimen.calendar:
        return ()
    looked = guide.triage.answers.get(LOOKED_AT) == Known("yes")
    seen = {"looked": "yes"} if looked else {}
    return ({"on": progress.began.isoformat(), "plan": "began", **seen},)
