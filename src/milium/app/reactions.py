"""Serious check-ins of the diary as the answers triage reads: told once, it counts everywhere."""

from collections.abc import Mapping
from datetime import date

from milium.domain.answers import UNKNOWN, Answer, Chosen
from milium.domain.cases import Case
from milium.domain.check_ins import Response
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import When
from milium.engine.regimens import has_stopped, read_diary

REACTION, SKIN_NOW = FindingId("reaction"), FindingId("skin_now")
SWELLING, BLISTERING, BROKEN = "face_swelling", "blistering", "broken_skin"


def with_reactions(case: Case, knowledge: Knowledge, *, on: date) -> Mapping[FindingId, Answer]:
    """The person's answers, and over them what serious check-ins say of their skin.

    One of the last days is a reaction like any other, and as urgent. One that nobody has lifted
    since leaves the skin counted as hurt, so that home care stays gentle.
    """
    rules = knowledge.regimens
    noted = read_diary(case.diary, rules.irritation, rules.check_ins, on=on)
    answers = dict(case.answers)
    if has_stopped(noted, on=on):
        answers[SKIN_NOW] = _with(answers.get(SKIN_NOW, UNKNOWN), BROKEN)
    for day, state in noted.check_ins.items():
        recent = (on - day).days <= rules.check_ins.recent_days
        if recent and state.effect is Response.STOP:
            word = SWELLING if state.how_soon is When.NOW else BLISTERING
            answers[REACTION] = _with(answers.get(REACTION, UNKNOWN), word)
    return answers


def _with(answer: Answer, word: str) -> Answer:
    """The tick-list with one word more; what was not told stays unknown."""
    if isinstance(answer, Chosen):
        return Chosen(answer.members | {word}, complete=answer.complete)
    return Chosen(frozenset({word}), complete=False)
