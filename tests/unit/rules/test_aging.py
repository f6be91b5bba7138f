"""A case on a later day: ages move on, what does not keep is unknown again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from milium.domain.answers import UNKNOWN, Chosen, Contradictory, Known
from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId
from milium.engine.rules import case_on, other_answers
from tests.builders.cases import an_adult, years
from tests.builders.rules import at_least, at_most, both, no, one_of
from tests.builders.triage import FINDINGS, a_finding

KNOWN = {
    **{finding.id: finding for finding in FINDINGS},
    **{f.id: f for f in (a_finding("since", kind=FindingKind.SPAN, grows=True),)},
}
CASE = replace(
    an_adult(),
    answers={
        FindingId("age"): Known(years(34)),
        FindingId("fever"): Known("yes"),
        FindingId("risks"): Chosen(frozenset({"sun"}), complete=True),
        FindingId("since"): Contradictory((10, 20)),
    },
    lesions=(replace(an_adult().lesions[0], answers={FindingId("bleeding"): Known("no")}),),
)


def after(days: int) -> dict[str, object]:
    case = case_on(CASE, KNOWN, on=CASE.as_of + timedelta(days=days))
    said = [*case.answers.items(), *case.lesions[0].answers.items()]
    return {**{str(finding): answer for finding, answer in said}, "as_of": case.as_of}


def test_an_age_moves_on_with_the_days() -> None:
    assert after(10)["age"] == Known(years(34) + 10)


def test_both_sides_of_a_contradictory_span_move_on() -> None:
    assert after(5)["since"] == Contradictory((15, 25))


@pytest.mark.parametrize(
    ("days", "fever", "bleeding"),
    [
        (0, Known("yes"), Known("no")), (1, Known("yes"), Known("no")),
        (2, UNKNOWN, Known("no")), (28, UNKNOWN, Known("no")), (29, UNKNOWN, UNKNOWN),
    ],
)  # fmt: skip
def test_what_does_not_keep_is_unknown_again(days: int, fever: object, bleeding: object) -> None:
    found = after(days)

    assert (found["fever"], found["bleeding"]) == (fever, bleeding)


def test_what_keeps_stays_and_the_day_is_noted() -> None:
    found = after(4000)

    assert found["risks"] == CASE.answers[FindingId("risks")]
    assert found["as_of"] == CASE.as_of + timedelta(days=4000)


def test_a_day_before_the_answers_changes_nothing() -> None:
    assert case_on(CASE, KNOWN, on=CASE.as_of - timedelta(days=3)) is CASE


def test_a_span_that_is_known_in_words_stays() -> None:
    case = replace(CASE, answers={FindingId("age"): Known("old")})

    later = case_on(case, KNOWN, on=case.as_of + timedelta(days=3))

    assert later.answers == case.answers


def test_other_words_of_a_finding_are_worth_trying() -> None:
    found = list(other_answers(KNOWN[FindingId("fever")], Known("no"), ()))

    assert found == [Known("yes")]


def test_each_tick_of_a_list_is_tried_alone() -> None:
    ticked = Chosen(frozenset({"sun"}), complete=True)

    found = list(other_answers(KNOWN[FindingId("risks")], ticked, ()))

    assert found == [
        Chosen(frozenset(), complete=True),
        Chosen(frozenset({"sun", "transplant"}), complete=True),
    ]
    assert len(list(other_answers(KNOWN[FindingId("risks")], UNKNOWN, ()))) == 2


def test_both_sides_of_each_threshold_are_tried_within_the_range() -> None:
    conditions = (
        both(at_least("size", 30), no(at_most("size", 50)), one_of("fever", "yes")),
        at_least("size", 901), at_least("age", 5),
    )  # fmt: skip

    found = list(other_answers(KNOWN[FindingId("size")], Known(30), conditions))

    assert found == [Known(29), Known(50), Known(51), Known(900)]


def test_a_tick_list_that_grows_is_left_as_it_is() -> None:
    grows = {FindingId("risks"): a_finding("risks", "sun", kind=FindingKind.WORDS, grows=True)}
    case = replace(CASE, answers={FindingId("risks"): UNKNOWN}, lesions=())

    assert case_on(case, grows, on=case.as_of + timedelta(days=3)).answers == case.answers
