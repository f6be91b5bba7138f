"""Our questions as items of a FHIR adaptive form: each has a place, each word comes back."""

from collections.abc import Iterator

import pytest

from milium.app.formats.answers import NOT_SURE_WORD, read_answer
from milium.app.formats.case import CaseFormat
from milium.app.formats.next import NextJson, QuestionJson, print_next
from milium.app.interview import Interview
from milium.app.texts import Texts
from milium.app.ticks import NONE_WORD
from milium.domain.answers import NOT_SURE, Chosen, Known
from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from tests.builders.formats import TODAY, example
from tools.sdc import ITEM_TYPES, UCUM, Item, as_written, item_of, table


@pytest.fixture(scope="module")
def items(knowledge: Knowledge) -> list[Item]:
    asking = knowledge.triage.asking
    return [item_of(question, asking) for question in asking.questions]


def flat(items: list[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from flat(list(item.inside))


def test_every_question_has_an_item_of_a_type_there_is(
    items: list[Item], knowledge: Knowledge
) -> None:
    asked = {f for question in knowledge.triage.asking.questions for f in question.findings}
    links = [item.link_id for item in flat(items)]

    assert {item.kind for item in flat(items)} <= ITEM_TYPES - {"boolean"}
    assert set(map(str, asked)) <= set(links)
    assert len(set(links)) == len(links)


def test_a_group_answers_nothing_itself_and_a_choice_has_codes(items: list[Item]) -> None:
    for item in flat(items):
        assert (item.kind == "group") == (len(item.inside) > 1)
        assert bool(item.codes) == (item.kind in {"choice", "quantity"})
        assert len(set(item.codes)) == len(item.codes)


def test_each_code_is_read_as_the_answer_it_stands_for(
    items: list[Item], knowledge: Knowledge
) -> None:
    findings = knowledge.triage.asking.findings
    choices = [item for item in flat(items) if item.kind == "choice"]

    for item in choices:
        finding = findings[FindingId(item.link_id)]
        read = read_answer(finding)
        for code in item.codes:
            answer = read(as_written(finding, (code,)))
            if finding.kind is FindingKind.WORD:
                assert answer == (NOT_SURE if code == NOT_SURE_WORD else Known(code))
            else:
                members = frozenset({code} - {NONE_WORD, NOT_SURE_WORD})
                assert answer in {Chosen(members, complete=code != NOT_SURE_WORD), NOT_SURE}
    assert len(choices) > 20


def test_a_span_is_read_in_each_unit(items: list[Item], knowledge: Knowledge) -> None:
    spans = [item for item in flat(items) if item.kind == "quantity"]

    for item in spans:
        assert item.codes == tuple(UCUM.values())
        read = read_answer(knowledge.triage.asking.findings[FindingId(item.link_id)])
        for unit in UCUM:
            assert isinstance(read({"value": "1", "unit": unit}), Known)
    assert {item.link_id for item in spans} >= {"age", "present_for"}


def test_the_next_question_is_an_item_and_the_end_is_the_end(
    items: list[Item], knowledge: Knowledge, case_format: CaseFormat
) -> None:
    """What `$next-question` needs: stateless, an item that is known, then completed."""
    interview = Interview(knowledge, case_format, Texts(knowledge.texts, "en"))
    links = {item.link_id for item in flat(items)}
    links |= {str(question.id) for question in knowledge.triage.asking.questions}
    case = example("cheek", case_format)
    open_case = type(case)(case.as_of, case.place, {}, case.lesions)

    asked, found = [], print_next(interview, open_case, on=TODAY)
    while found.question is not None:
        assert print_next(interview, open_case, on=TODAY) == found
        asked.append(found.question.id)
        assert found.question.id.partition(".")[0] in links
        assert len(asked) < 40
        open_case = interview.take(
            open_case, found.question.id, calm_answer(found.question), on=TODAY
        )
        found = print_next(interview, open_case, on=TODAY)

    assert found == NextJson(question=None)
    assert len(set(asked)) == len(asked) > 3


def calm_answer(question: QuestionJson) -> dict[str, list[str]]:
    """What a form filler would send: a number, none of these, or the first option."""
    match question.shape:
        case "span":
            return {"answer": ["34"], "unit": ["years"]}
        case "number":
            return {"answer": ["1"]}
        case "several":
            return {"answer": [NONE_WORD]}
        case _:
            return {"answer": [question.options[0].word]}


def test_the_table_names_every_item(items: list[Item], knowledge: Knowledge) -> None:
    text = table(knowledge.triage.asking)

    assert all(f"`{item.link_id}` | {item.kind} |" in text for item in flat(items))
