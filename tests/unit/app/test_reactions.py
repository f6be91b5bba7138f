"""A serious check-in is told once and counts everywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.app.plan import meaning_of, noticed, to_note
from milium.app.reactions import with_reactions
from milium.domain.answers import Chosen, Known
from milium.domain.cases import Case, DiaryEntry
from milium.domain.check_ins import Standing
from milium.domain.guide import Guide
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.regimens import Slot
from milium.domain.triage import Rung, When
from tests.builders.formats import NAMES, TODAY, example

REACTION = FindingId("reaction")


@pytest.fixture
def cheek(case_format: CaseFormat) -> Case:
    return example("cheek", case_format)


def noting(case: Case, days_ago: int, **words: str) -> Case:
    answers = {FindingId(name): Known(word) for name, word in words.items()}
    entry = DiaryEntry(TODAY - timedelta(days=days_ago), answers, "")
    return replace(case, diary=(*case.diary, entry))


def guide_of(case: Case, knowledge: Knowledge) -> Guide:
    return make_guide(case, knowledge, on=TODAY)


@pytest.mark.parametrize(
    ("days_ago", "when"), [(0, When.SAME_DAY), (2, When.SAME_DAY), (3, When.NO_RUSH)]
)
def test_a_severe_check_in_of_the_last_two_days_is_for_today(
    days_ago: int, when: When, cheek: Case, knowledge: Knowledge
) -> None:
    guide = guide_of(noting(cheek, days_ago, skin_feels="severe"), knowledge)

    assert guide.triage.when is when
    assert guide.triage.home_care.person is Rung.GENTLE
    assert guide.regimen
    assert guide.regimen.calendar == ()
    assert guide.regimen.progress
    assert guide.regimen.progress.standing is Standing.STOPPED
    assert not any(step.ramp for step in guide.regimen.steps)


def test_on_a_severe_day_nothing_that_stays_on_skin_is_in_the_plan(
    cheek: Case, knowledge: Knowledge
) -> None:
    guide = guide_of(noting(cheek, 0, skin_feels="severe"), knowledge)

    assert guide.regimen
    assert {step.slot for step in guide.regimen.steps} <= {Slot.PM_REMOVE, Slot.PM_CLEANSE}


def test_swelling_is_for_now_and_nothing_else_is_on_the_page(
    cheek: Case, knowledge: Knowledge
) -> None:
    guide = guide_of(noticed(cheek, "swelling", knowledge, on=TODAY), knowledge)

    assert guide.triage.when is When.NOW
    assert guide.regimen is None


def test_once_lifted_home_care_goes_as_far_as_before(cheek: Case, knowledge: Knowledge) -> None:
    severe = noting(cheek, 20, skin_feels="severe")
    lifted = noting(severe, 10, plan="may_go_on")

    assert guide_of(severe, knowledge).triage.home_care.person is Rung.GENTLE
    assert (
        guide_of(lifted, knowledge).triage.home_care == guide_of(cheek, knowledge).triage.home_care
    )


def test_what_was_ticked_stays_ticked_and_unknown_stays_unknown(
    cheek: Case, knowledge: Knowledge
) -> None:
    severe = noting(cheek, 0, skin_feels="severe")
    ticked = replace(
        severe, answers={**severe.answers, REACTION: Chosen(frozenset({"hives"}), complete=True)}
    )
    untold = replace(severe, answers={k: v for k, v in severe.answers.items() if k != REACTION})

    assert with_reactions(ticked, knowledge, on=TODAY)[REACTION] == Chosen(
        frozenset({"hives", "blistering"}), complete=True
    )
    assert with_reactions(untold, knowledge, on=TODAY)[REACTION] == Chosen(
        frozenset({"blistering"}), complete=False
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_calm_diary_changes_no_answer(
    name: str, case_format: CaseFormat, knowledge: Knowledge
) -> None:
    case = example(name, case_format)

    assert (
        with_reactions(noting(case, 0, skin_feels="moderate"), knowledge, on=TODAY) == case.answers
    )


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("sting", "moderate"),
        ("peel", "moderate"),
        ("flare", "flare"),
        ("new_bumps", "new-bumps"),
        ("swelling", "emergency"),
    ],
)
def test_every_word_of_is_this_normal_has_its_answer(
    word: str, state: str, knowledge: Knowledge
) -> None:
    found = meaning_of(word, knowledge)

    assert found
    assert found.id == state


def test_a_plan_says_what_to_note_till_it_is_noted(cheek: Case, knowledge: Knowledge) -> None:
    looked = replace(
        cheek,
        lesions=tuple(
            replace(each, answers={**each.answers, FindingId("named_by"): Known("doctor"),
                                   FindingId("named_as"): Known("milia")})
            for each in cheek.lesions
        ),
    )  # fmt: skip

    assert to_note(guide_of(cheek, knowledge)) == ({"on": "2026-11-23", "plan": "began"},)
    assert to_note(guide_of(looked, knowledge)) == (
        {"on": "2026-11-23", "plan": "began", "looked": "yes"},
    )
    assert to_note(guide_of(noting(cheek, 0, plan="began"), knowledge)) == ()
    assert to_note(guide_of(noting(cheek, 0, skin_feels="severe"), knowledge)) == ()
