"""One question a page: each shape, each way to answer, and what is no answer."""

from dataclasses import replace
from datetime import date

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.interview import AnswerRefusedError, Interview, Page, Part, Shape
from milium.app.texts import Texts
from milium.domain.answers import NOT_SURE, Answer, Chosen, Known
from milium.domain.cases import Case, Lesion
from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId, ItemId, LesionId, PlaceId
from milium.domain.knowledge import Knowledge
from tests.builders.formats import NAMES, example

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interview(knowledge: Knowledge, case_format: CaseFormat) -> Interview:
    return Interview(knowledge, case_format, Texts(knowledge.texts, "en"))


def a_case(*lesions: Lesion) -> Case:
    return Case(as_of=TODAY, place=PlaceId("GB"), answers={}, lesions=lesions)


def answered(interview: Interview, page: str, *words: str, unit: str = "") -> Case:
    return interview.take(
        a_case(), page, {"answer": words, "unit": (unit,) if unit else ()}, on=TODAY
    )


def said(case: Case, finding: str) -> Answer:
    lesion = case.lesions[0].answers if case.lesions else {}
    return {**case.answers, **lesion}[FindingId(finding)]


@pytest.mark.parametrize(
    ("page_id", "shape"),
    [
        ("age", Shape.SPAN),
        ("site.1", Shape.ONE),
        ("size.1", Shape.NUMBER),
        ("medicines", Shape.SEVERAL),
        ("wants", Shape.ONE),
    ],
)
def test_a_page_has_the_shape_of_its_finding(
    page_id: str, shape: Shape, interview: Interview
) -> None:
    page = interview.page(a_case(), page_id, on=TODAY)

    assert (page.id, page.shape, page.answered, page.not_sure) == (page_id, shape, False, False)
    assert all((page.heading, page.how, page.why, page.short))


def test_every_page_there_is_can_be_shown(
    interview: Interview, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    questions = knowledge.triage.asking.questions
    ids = [f"{q.id}.1" if q.lesion else str(q.id) for q in questions]

    pages = [interview.page(a_case(), page, on=TODAY) for page in ids]
    skin = [interview.page(a_case(), f"skin.{item}", on=TODAY) for item in case_format.items]

    assert all(page.heading for page in (*pages, *skin))
    assert all(page.options or page.shape is Shape.NUMBER for page in (*pages, *skin))
    assert {page.part for page in pages} == {Part.SAFETY, Part.HABITS}
    assert {page.part for page in skin} == {Part.SKIN}


@pytest.mark.parametrize("page_id", ["nothing", "site", "site.2", "age.1", "skin.nothing", ""])
def test_a_page_there_is_not_is_a_key_error(page_id: str, interview: Interview) -> None:
    with pytest.raises(KeyError):
        interview.page(a_case(), page_id, on=TODAY)
    with pytest.raises(KeyError):
        interview.take(a_case(), page_id, {"answer": ["yes"]}, on=TODAY)


def test_one_word_is_taken(interview: Interview) -> None:
    case = answered(interview, "site.1", "cheek")

    assert said(case, "site") == Known("cheek")
    page = interview.page(case, "site.1", on=TODAY)
    assert [option.word for option in page.options if option.chosen] == ["cheek"]
    assert (page.answered, page.answer_text) == (True, "Cheek")


def test_not_sure_is_an_answer(interview: Interview) -> None:
    case = answered(interview, "site.1", "not_sure")

    assert said(case, "site") == NOT_SURE
    page = interview.page(case, "site.1", on=TODAY)
    assert (page.answered, page.not_sure, page.answer_text) == (True, True, "Not sure")


@pytest.mark.parametrize("words", [(), ("",), ("  ", "")])
@pytest.mark.parametrize("page_id", ["site.1", "age", "size.1", "medicines"])
def test_nothing_chosen_is_refused_with_what_to_do(
    page_id: str, words: tuple[str, ...], interview: Interview
) -> None:
    with pytest.raises(AnswerRefusedError, match="Choose an answer"):
        answered(interview, page_id, *words)


@pytest.mark.parametrize(
    ("page_id", "word"),
    [("site.1", "knee"), ("size.1", "big"), ("size.1", "900"), ("medicines", "aspirin"),
     ("age", "young")],
)  # fmt: skip
def test_what_is_no_answer_is_refused(page_id: str, word: str, interview: Interview) -> None:
    with pytest.raises(AnswerRefusedError):
        answered(interview, page_id, word, unit="years")


def test_a_list_is_complete_only_with_none_of_these(interview: Interview) -> None:
    some = answered(interview, "medicines", "medicines.other")
    every = answered(interview, "medicines", "medicines.other", "none_of_these")
    none = answered(interview, "medicines", "none_of_these")
    unsure = answered(interview, "medicines", "medicines.other", "not_sure")

    other = frozenset({"other"})
    assert said(some, "medicines") == said(unsure, "medicines") == Chosen(other, complete=False)
    assert said(every, "medicines") == Chosen(other, complete=True)
    assert said(none, "medicines") == Chosen(frozenset(), complete=True)
    assert interview.page(none, "medicines", on=TODAY).answer_text == "None of these"


@pytest.mark.parametrize(
    ("number", "unit", "days"),
    [("34", "years", 12418), ("3", "weeks", 21), ("0", "days", 0), ("1.5", "weeks", 10)],
)
def test_a_span_is_a_number_with_a_unit(
    number: str, unit: str, days: int, interview: Interview
) -> None:
    case = answered(interview, "age", number, unit=unit)

    assert said(case, "age") == Known(days)


def test_a_span_is_shown_again_as_it_was_given(interview: Interview) -> None:
    page = interview.page(answered(interview, "age", "34", unit="years"), "age", on=TODAY)

    assert (page.number, [o.word for o in page.options if o.chosen]) == ("34", ["years"])
    assert page.answer_text == "34 years"


@pytest.mark.parametrize("unit", ["", "fortnights"])
def test_a_span_without_a_unit_is_refused(unit: str, interview: Interview) -> None:
    with pytest.raises(AnswerRefusedError, match="units: days, weeks, months, years"):
        answered(interview, "age", "3", unit=unit)


def test_a_span_may_be_not_sure_without_a_unit(interview: Interview) -> None:
    assert said(answered(interview, "age", "not_sure"), "age") == NOT_SURE


def test_a_number_says_its_bounds_and_is_shown_again(interview: Interview) -> None:
    case = answered(interview, "size.1", "1.5")
    page = interview.page(case, "size.1", on=TODAY)

    assert said(case, "size_mm") == Known(15)
    assert (page.lowest, page.highest, page.number, page.answer_text) == (
        "0.1", "200", "1.5", "1.5",
    )  # fmt: skip


def several(knowledge: Knowledge) -> str:
    """The first page with several findings that have one word besides "no"."""
    return next(
        f"{question.id}.1"
        for question in knowledge.triage.asking.questions
        if question.lesion and len(question.findings) > 1
    )


def test_one_tick_on_a_page_of_several_leaves_the_rest_open(
    interview: Interview, knowledge: Knowledge
) -> None:
    page = interview.page(a_case(), several(knowledge), on=TODAY)
    tick = page.options[0].word
    finding = tick.split(".")[0]
    rest = {option.word.split(".")[0] for option in page.options} - {finding}

    some = answered(interview, page.id, tick)
    every = answered(interview, page.id, tick, "none_of_these")

    assert said(some, finding) == said(every, finding) == Known(tick.split(".")[1])
    assert {said(some, each) for each in rest} == {NOT_SURE}
    assert {said(every, each) for each in rest} == {Known("no"), Known("none")}
    assert [o.word for o in interview.page(every, page.id, on=TODAY).options if o.chosen] == [tick]


def test_lists_on_a_page_of_several_are_complete_only_with_none_of_these(
    interview: Interview, knowledge: Knowledge
) -> None:
    findings = knowledge.triage.asking.findings
    page = next(
        str(question.id)
        for question in knowledge.triage.asking.questions
        if len(question.findings) > 1
        and all(findings[each].kind is FindingKind.WORDS for each in question.findings)
    )
    tick = interview.page(a_case(), page, on=TODAY).options[0].word
    finding, word = tick.split(".")

    some = answered(interview, page, tick)
    every = answered(interview, page, tick, "none_of_these")

    assert said(some, finding) == Chosen(frozenset({word}), complete=False)
    assert said(every, finding) == Chosen(frozenset({word}), complete=True)
    rest = set(some.answers) - {FindingId(finding)}
    assert rest
    assert {some.answers[each] for each in rest} == {Chosen(frozenset(), complete=False)}
    assert {every.answers[each] for each in rest} == {Chosen(frozenset(), complete=True)}


def test_a_tick_that_is_not_on_the_page_is_refused(
    interview: Interview, knowledge: Knowledge
) -> None:
    with pytest.raises(AnswerRefusedError, match="is not on this list"):
        answered(interview, several(knowledge), "knee.yes")


def test_an_answer_given_again_replaces_the_first(interview: Interview) -> None:
    first = answered(interview, "site.1", "cheek")

    second = interview.take(first, "site.1", {"answer": ["nose"]}, on=TODAY)

    assert said(first, "site") == Known("cheek")
    assert said(second, "site") == Known("nose")


def test_each_bump_has_its_own_pages(interview: Interview) -> None:
    case = a_case(Lesion(LesionId("a"), {}), Lesion(LesionId("b"), {}))

    after = interview.take(case, "site.b", {"answer": ["nose"]}, on=TODAY)

    assert [dict(lesion.answers) for lesion in after.lesions] == [
        {},
        {FindingId("site"): Known("nose")},
    ]
    assert [page.id for page in interview.answered_pages(after, on=TODAY)] == ["site.b"]


def test_a_skin_item_is_kept_with_the_skin(interview: Interview, case_format: CaseFormat) -> None:
    item = next(iter(case_format.items))
    word = case_format.items[item].words[0]

    case = answered(interview, f"skin.{item}", word)

    assert case.skin == {ItemId(item): Known(word)}
    assert case.answers == {}
    page = interview.page(case, f"skin.{item}", on=TODAY)
    assert page.answered
    assert page.short == page.heading


@pytest.mark.parametrize("name", NAMES)
def test_all_that_an_example_answers_is_shown_for_checking(
    name: str, interview: Interview, case_format: CaseFormat
) -> None:
    pages = interview.answered_pages(example(name, case_format), on=TODAY)

    assert len(pages) > 15
    assert all(page.answer_text for page in pages)
    assert len({page.id for page in pages}) == len(pages)


def walked(interview: Interview, part: Part, word: str) -> tuple[list[Page], Case]:
    """All pages of a part, each answered with the first option or this word."""
    case, pages = a_case(), list[Page]()
    while page := interview.next_page(case, part, [each.id for each in pages], on=TODAY):
        pages.append(page)
        case = interview.take(case, page.id, {"answer": [word or page.options[0].word]}, on=TODAY)
        assert len(pages) < 100
    return pages, case


@pytest.mark.parametrize("part", Part)
def test_not_sure_to_everything_comes_to_an_end_and_asks_nothing_twice(
    part: Part, interview: Interview
) -> None:
    pages, case = walked(interview, part, "not_sure")

    assert pages
    assert len({page.id for page in pages}) == len(pages)
    assert interview.next_page(case, part, [], on=TODAY) is None


def test_the_safety_part_begins_with_what_could_be_most_urgent(interview: Interview) -> None:
    pages, _ = walked(interview, Part.SAFETY, "not_sure")

    assert "age" in [page.id for page in pages[:3]]


def test_habits_passed_over_are_not_shown_again(interview: Interview) -> None:
    first = interview.next_page(a_case(), Part.HABITS, [], on=TODAY)
    assert first is not None

    second = interview.next_page(a_case(), Part.HABITS, [first.id], on=TODAY)

    assert second is not None
    assert second.id != first.id


def test_the_skin_part_ends_when_the_type_is_clear_enough(interview: Interview) -> None:
    pages, case = walked(interview, Part.SKIN, "")

    assert len(case.skin) == len(pages)


def ticks(page: Page) -> set[str]:
    return {option.word.split(".")[0] for option in page.options}


def grown_up(age_days: int, **first: str) -> Case:
    lesion = Lesion(LesionId("1"), {FindingId(name): Known(word) for name, word in first.items()})
    case = a_case()
    return replace(case, answers={FindingId("age"): Known(age_days)}, lesions=(lesion,))


def test_a_list_shows_only_what_could_matter_to_this_person(interview: Interview) -> None:
    baby = interview.page(grown_up(21), "medicines", on=TODAY)
    adult = interview.page(grown_up(12_000), "medicines", on=TODAY)

    assert ticks(baby) == {"medicines"}
    assert ticks(adult) == {"pregnancy", "breastfeeding", "uses_retinoid", "medicines"}


def test_a_red_eye_is_asked_about_at_the_eye_only(interview: Interview) -> None:
    cheek = interview.page(
        grown_up(12_000, site="cheek", eye_zone="face"), "skin_signs.1", on=TODAY
    )
    lid = interview.page(grown_up(12_000, site="upper_lid"), "skin_signs.1", on=TODAY)

    assert "one_sided_red_eye" not in ticks(cheek)
    assert "one_sided_red_eye" in ticks(lid)


def test_none_of_these_answers_only_what_was_on_the_page(interview: Interview) -> None:
    case = grown_up(12_000, site="cheek", eye_zone="face")

    after = interview.take(case, "skin_signs.1", {"answer": ["none_of_these"]}, on=TODAY)

    assert said(after, "bleeding") == Known("no")
    assert FindingId("one_sided_red_eye") not in after.lesions[0].answers


def test_what_was_answered_stays_on_its_page(interview: Interview) -> None:
    case = grown_up(12_000, site="cheek", eye_zone="face", one_sided_red_eye="no")

    assert "one_sided_red_eye" in ticks(interview.page(case, "skin_signs.1", on=TODAY))


def test_a_word_that_is_left_off_the_list_cannot_be_ticked(interview: Interview) -> None:
    page = interview.page(grown_up(12_000), "medicines", on=TODAY)

    assert "pregnancy.does_not_apply" not in {option.word for option in page.options}
    with pytest.raises(AnswerRefusedError):
        answered(interview, "medicines", "pregnancy.does_not_apply")


def test_a_long_list_has_a_heading_over_each_list_on_it(interview: Interview) -> None:
    page = interview.page(grown_up(12_000), "ill_now", on=TODAY)

    groups = [option.group for option in page.options]
    assert set(groups) == {"", "Feeling ill", "Reaction", "Eye trouble"}


@pytest.mark.parametrize(
    ("name", "most"), [("cheek", 14), ("pregnant", 14), ("teenager", 14), ("baby", 11)]
)
def test_the_interview_is_short(
    name: str, most: int, interview: Interview, case_format: CaseFormat
) -> None:
    """Pages from the first question to the answer, for those the examples are about."""
    full = example(name, case_format)
    case = replace(full, answers={}, lesions=(replace(full.lesions[0], answers={}),), shelf=())
    asked = []
    while page := interview.next_page(case, Part.SAFETY, (), on=TODAY):
        asked.append(page.id)
        case = _told(case, full, {option.word.split(".")[0] for option in page.options}, page.id)

    assert len(asked) == len(set(asked)) <= most


def _told(case: Case, full: Case, named: set[str], page_id: str) -> Case:
    """What the example says of the findings of a page (those of single pages by their question)."""
    single = {"size": "size_mm"}
    bare = page_id.removesuffix(".1")
    findings = {FindingId(each) for each in {*named, single.get(bare, bare)}}
    first = full.lesions[0].answers
    told = {f: full.answers.get(f, NOT_SURE) for f in findings if f not in first}
    bump = {f: first[f] for f in findings if f in first}
    lesion = replace(case.lesions[0], answers={**case.lesions[0].answers, **bump})
    return replace(case, answers={**case.answers, **told}, lesions=(lesion,))
