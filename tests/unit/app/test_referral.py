"""Whom to contact, and the two lines for the phone."""

from dataclasses import replace
from datetime import date

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.app.texts import Texts
from milium.domain.answers import NOT_SURE, Answer, Contradictory, Known
from milium.domain.cases import Case
from milium.domain.guide import Referral
from milium.domain.ids import FindingId, PlaceId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Door
from tests.builders.formats import example

TODAY = date(2026, 11, 23)


def referral(case: Case, knowledge: Knowledge) -> Referral:
    return make_guide(case, knowledge, on=TODAY).referral


def script(case: Case, knowledge: Knowledge) -> list[str]:
    texts = Texts(knowledge.texts, "en")
    return [texts.say(line) for line in referral(case, knowledge).script]


def with_bump(case: Case, **answers: Answer) -> Case:
    given = {FindingId(name): answer for name, answer in answers.items()}
    first = case.lesions[0]
    changed = replace(first, answers={**first.answers, **given})
    return replace(case, lesions=(changed, *case.lesions[1:]))


@pytest.fixture
def bled(case_format: CaseFormat) -> Case:
    """Somebody of 62 with one new bump that bled: seen within two weeks."""
    return example("bled-62", case_format)


def test_who_can_wait_gets_one_door_and_no_script(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    found = referral(example("cheek", case_format), knowledge)

    assert [contact.door for contact in found.contacts] == [Door.PHARMACIST]
    assert found.script == ()


def test_who_cannot_wait_gets_the_emergency_number_beside_the_door(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    found = referral(example("opened-hot", case_format), knowledge)

    assert len(found.contacts) == 2
    assert found.contacts[1].door is Door.EMERGENCY
    assert found.contacts[1].phone


def test_the_emergency_door_stands_once(knowledge: Knowledge, case_format: CaseFormat) -> None:
    found = referral(example("baby-hot", case_format), knowledge)

    assert [contact.door for contact in found.contacts] == [Door.EMERGENCY]


def test_the_script_says_who_how_old_where_and_how_soon(bled: Case, knowledge: Knowledge) -> None:
    first, second = script(bled, knowledge)

    assert "62 years" in first
    assert "leed" in first
    assert "ithin 2 weeks" in second


def test_the_script_for_a_child_says_so(bled: Case, knowledge: Knowledge) -> None:
    child = {FindingId("answering_for"): Known("my_child"), FindingId("age"): Known(600)}
    case = replace(bled, answers={**bled.answers, **child})

    first, _ = script(case, knowledge)

    assert "my child" in first
    assert "19 months" in first


@pytest.mark.parametrize(
    ("days", "spoken"),
    [(0, "0 days"), (1, "1 days"), (13, "13 days"), (14, "2 weeks"), (60, "2 months"),
     (365, "12 months"), (730, "2 years"), (729, "23 months"), (22645, "62 years")],
)  # fmt: skip
def test_an_age_is_spoken_in_the_largest_unit_it_fills_twice(
    days: int, spoken: str, bled: Case, knowledge: Knowledge
) -> None:
    fever = {FindingId("age"): Known(days)}
    case = replace(bled, answers={**bled.answers, **fever})

    lines = script(case, knowledge)

    assert any(spoken in line for line in lines) or not lines


def test_an_age_nobody_said_is_not_made_up(bled: Case, knowledge: Knowledge) -> None:
    case = replace(bled, answers={**bled.answers, FindingId("age"): NOT_SURE})

    first, _ = script(case, knowledge)

    assert "{" not in first
    assert "62" not in first


def test_every_site_can_be_spoken_of(bled: Case, knowledge: Knowledge) -> None:
    site = knowledge.triage.asking.findings[FindingId("site")]
    texts = Texts(knowledge.texts, "en")

    for word in site.words:
        found = referral(with_bump(bled, site=Known(word)), knowledge)
        assert all(texts.say(line) for line in found.script)


@pytest.mark.parametrize("answer", [NOT_SURE, Contradictory(("cheek", "nose"))])
def test_a_site_that_is_not_one_is_left_open(
    answer: Answer, bled: Case, knowledge: Knowledge
) -> None:
    first, _ = script(with_bump(bled, site=answer), knowledge)

    assert "on the skin" in first or "cheek" in first


def test_the_script_speaks_of_the_bump_the_most_urgent_rule_is_about(
    bled: Case, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    calm = example("cheek", case_format).lesions[0]
    urgent = replace(bled.lesions[0], id=type(calm.id)("9"))
    case = with_bump(replace(bled, lesions=(urgent, replace(calm, id=type(calm.id)("1")))),
                     site=Known("chin"))  # fmt: skip

    first, _ = script(replace(case, lesions=case.lesions[::-1]), knowledge)

    assert "on the chin" in first


def test_every_place_can_answer_every_example(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    texts = Texts(knowledge.texts, "en")
    for place in knowledge.triage.places:
        for name in ("cheek", "lid", "opened-hot", "baby"):
            case = replace(example(name, case_format), place=PlaceId(place))
            assert all(texts.text(c.name) for c in referral(case, knowledge).contacts)


def test_what_is_about_the_person_is_said_before_the_bump(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    first, second = script(example("pregnant", case_format), knowledge)

    assert "Yes, pregnant" in first
    assert first.endswith("There is also a bump on the cheek.")
    assert "talk to someone within a week" in second
