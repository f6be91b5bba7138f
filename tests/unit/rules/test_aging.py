"""A case on a later day: ages move on, answers that do not keep are unknown again."""

from datetime import timedelta

import pytest

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId, PlaceId
from milium.engine.rules import case_on
from tests.builders.cases import TODAY, a_bump, answers
from tests.builders.triage import a_finding

FINDINGS = {
    finding.id: finding
    for finding in (
        a_finding("age", kind=FindingKind.SPAN, grows=True),
        a_finding("ago", kind=FindingKind.SPAN),
        a_finding("fever", keeps_days=1),
        a_finding("risks", "sun", kind=FindingKind.WORDS, keeps_days=60),
        a_finding("bleeding", scope=Scope.LESION, keeps_days=28),
        a_finding("present_for", scope=Scope.LESION, kind=FindingKind.SPAN, grows=True),
    )
}


def a_case(**told: Answer) -> Case:
    return Case(TODAY, PlaceId("US"), answers(told), ())


def after(days: int, **told: Answer) -> dict[str, Answer]:
    later = case_on(a_case(**told), FINDINGS, on=TODAY + timedelta(days))
    return {str(finding): answer for finding, answer in later.answers.items()}


@pytest.mark.parametrize("days", [0, -1, -400])
def test_case_is_the_same_on_its_day_and_before_it(days: int) -> None:
    case = a_case(age=Known(90), fever=Known("no"))

    assert case_on(case, FINDINGS, on=TODAY + timedelta(days)) is case


def test_the_day_is_named_so_that_nothing_stands_in_for_it() -> None:
    with pytest.raises(TypeError):
        case_on(a_case(), FINDINGS, TODAY)  # type: ignore[call-arg]


def test_age_moves_on_from_the_next_day() -> None:
    assert after(1, age=Known(90)) == {"age": Known(91)}


def test_age_moves_on_and_other_spans_stay() -> None:
    assert after(2, age=Known(90), ago=Known(5)) == {"age": Known(92), "ago": Known(5)}


def test_every_age_of_a_contradiction_moves_on() -> None:
    assert after(3, age=Contradictory((5, 90))) == {"age": Contradictory((8, 93))}


@pytest.mark.parametrize(
    "silent",
    [
        UNKNOWN,
        NOT_SURE,
        Known("young"),
        Contradictory(("a", "b")),
        Chosen(frozenset(), complete=True),
    ],
)
def test_age_that_is_no_number_stays_as_it_is(silent: Answer) -> None:
    assert after(3, age=silent) == {"age": silent}


@pytest.mark.parametrize(("days", "kept"), [(0, True), (1, True), (2, False), (400, False)])
def test_fever_is_unknown_from_the_second_day(days: int, kept: bool) -> None:
    assert after(days, fever=Known("no")) == {"fever": Known("no") if kept else UNKNOWN}


@pytest.mark.parametrize(("days", "kept"), [(59, True), (60, True), (61, False)])
def test_ticked_list_is_unknown_after_its_days(days: int, kept: bool) -> None:
    ticked = Chosen(frozenset({"sun"}), complete=True)

    assert after(days, risks=ticked) == {"risks": ticked if kept else UNKNOWN}


def test_bumps_grow_older_and_forget_too() -> None:
    bump = a_bump()
    told = {FindingId("present_for"): Known(10), FindingId("bleeding"): Known("no")}
    case = Case(TODAY, PlaceId("US"), {}, (type(bump)(bump.id, told),))

    later = case_on(case, FINDINGS, on=TODAY + timedelta(29))

    assert later.as_of == TODAY + timedelta(29)
    assert dict(later.lesions[0].answers) == answers({"present_for": 39, "bleeding": UNKNOWN})
