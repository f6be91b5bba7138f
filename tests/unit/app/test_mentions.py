"""Free words raise a question; they never lower anything and settle nothing."""

from dataclasses import replace

import pytest

from milium.app.guide import prepare_case
from milium.app.mentions import mentioned
from milium.domain.answers import Chosen
from milium.domain.cases import Case
from milium.domain.findings import Keyword
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Triage, When
from milium.engine.triage import triage
from tests.builders.cases import TODAY, an_adult, without

KEYWORDS = (Keyword("bleeding", ("bleed", "bled")), Keyword("eye", ("can't see",)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", set()),
        ("It BLEEDS when I wash", {"bleeding"}),
        ("it bled;\ncan\u2019t   see well", {"bleeding", "eye"}),
        ("I can't  see it in the mirror", {"eye"}),
        ("nosebleed", set()),
        ("blend", set()),
    ],
)
def test_words_are_found_by_their_beginnings(words: str, found: set[str]) -> None:
    assert mentioned(words, KEYWORDS) == Chosen(frozenset(found), complete=True)


def answered(case: Case, words: str, knowledge: Knowledge) -> Triage:
    told = prepare_case(replace(case, words=words), knowledge, {}, on=TODAY)
    return triage(told, knowledge.triage, on=TODAY)


def test_a_word_that_warns_counts_till_its_question_is_answered(knowledge: Knowledge) -> None:
    silent = without(an_adult(), "bleeding", "knowledge_expired")

    assert answered(silent, "it bleeds", knowledge).when is When.WITHIN_2_WEEKS
    assert answered(silent, "it is small", knowledge).when is When.NO_RUSH
    assert answered(an_adult(), "it bleeds", knowledge).when is When.NO_RUSH


def test_calm_words_settle_nothing(knowledge: Knowledge) -> None:
    silent = without(an_adult(), "bleeding", "knowledge_expired")

    calm = answered(silent, "it does nothing, a doctor said it is harmless", knowledge)
    assert not calm.settled
    assert calm == answered(silent, "", knowledge)
