"""The conversation of ``case new`` from the first question to the last."""

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from milium.adapters.cli.ask import Conversation
from milium.app.formats.case import CaseFormat
from milium.app.interview import Interview, Part
from milium.app.texts import Texts
from milium.domain.answers import Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case
from milium.domain.ids import PlaceId
from milium.domain.knowledge import Knowledge

TODAY = date(2026, 11, 23)
EMPTY = Case(as_of=TODAY, place=PlaceId("GB"), answers={}, lesions=())
MOST_TURNS = 300
Talk = Callable[[Callable[[str], str]], tuple[Case, str]]


@pytest.fixture
def interview(knowledge: Knowledge, case_format: CaseFormat) -> Interview:
    return Interview(knowledge, case_format, Texts(knowledge.texts, "en"))


@pytest.fixture
def talk(interview: Interview) -> Talk:
    """Holds a conversation with somebody who answers what is on the screen."""

    def talk(answers: Callable[[str], str]) -> tuple[Case, str]:
        screen = StringIO()
        told, turns = 0, 0

        def read() -> str:
            nonlocal told, turns
            turns += 1
            assert turns < MOST_TURNS, screen.getvalue()[told:]
            asked, told = screen.getvalue()[told:], len(screen.getvalue())
            return answers(asked)

        console = Console(file=screen, width=80, highlight=False)
        return Conversation(interview, console, read).run(EMPTY, on=TODAY), screen.getvalue()

    return talk


def by_shape(*, several: str, one: str) -> Callable[[str], str]:
    def answers(asked: str) -> str:
        if "like 3 weeks" in asked:
            return "34 years"
        if "a number from" in asked:
            return "2"
        return several if "numbers with commas" in asked else one

    return answers


def given(case: Case) -> list[object]:
    return [*case.answers.values(), *(a for bump in case.lesions for a in bump.answers.values())]


def test_the_first_of_everything_comes_to_its_end(talk: Talk, interview: Interview) -> None:
    case, _ = talk(by_shape(several="1,n", one="1"))

    assert interview.next_page(case, Part.SAFETY, (), on=TODAY) is None
    assert any(isinstance(each, Known) for each in given(case))


def test_none_of_these_answers_no_to_a_whole_list(talk: Talk) -> None:
    case, _ = talk(by_shape(several="0", one="1"))

    assert Chosen(frozenset(), complete=True) in given(case)
    assert not any(isinstance(each, Unknown) for each in given(case))


def test_numbers_with_commas_tick_several(talk: Talk) -> None:
    case, _ = talk(by_shape(several="1, 2 ,0", one="1"))

    ticked = [each for each in given(case) if isinstance(each, Chosen)]
    assert max(len(each.members) for each in ticked) == 2
    assert all(each.complete for each in ticked)


def test_two_words_of_one_sign_are_kept_as_a_contradiction(talk: Talk) -> None:
    case, _ = talk(by_shape(several=",".join(map(str, range(1, 10))), one="1"))

    assert any(isinstance(each, Contradictory) for each in given(case)) or any(
        isinstance(each, Chosen) and len(each.members) > 3 for each in given(case)
    )


def test_a_word_may_be_typed_in_place_of_its_number(talk: Talk) -> None:
    typed = iter(["34 years"])

    def answers(asked: str) -> str:
        return next(typed, "cheek" if "Where" in asked else "q")

    case, _ = talk(answers)

    assert given(case)


@pytest.mark.parametrize(
    "typed", ["\u00b2", "9" * 5000, "0", "99", "-1", "1.5", "[/b]", "b b", ","]
)
def test_what_is_no_answer_is_asked_again_on_every_kind_of_page(typed: str, talk: Talk) -> None:
    calm = by_shape(several="n", one="n")
    seen: set[str] = set()

    def answers(asked: str) -> str:
        if asked in seen or len(asked) < 5 or typed in asked:
            return calm(asked)
        seen.add(asked)
        return typed

    case, said = talk(answers)

    assert len(given(case)) > 5
    assert said.count("> ") > len(seen)


def test_going_back_all_the_way_forgets_everything(talk: Talk) -> None:
    typed = iter(["34 years", "n", "n", "b", "b", "b", "b"])

    case, _ = talk(lambda _: next(typed, "q"))

    assert given(case) == []
