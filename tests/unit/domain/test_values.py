"""Values that can't be wrong once they are built."""

from datetime import date

import pytest

from milium.domain.answers import Contradictory, Known
from milium.domain.cases import Case
from milium.domain.conditions import AtLeast
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import FindingId, PlaceId, SourceId
from milium.domain.messages import say
from milium.domain.triage import LiftedBy, Rung, When
from milium.domain.truth import Truth
from tests.builders.cases import a_bump, answers
from tests.builders.rules import at_most, both, either, no, one_of


@pytest.mark.parametrize("values", [(), ("no",), ("no", "no"), (5, 5)])
def test_contradiction_needs_two_different_values(values: tuple[str | int, ...]) -> None:
    with pytest.raises(ValueError, match="two different values"):
        Contradictory(values)


def test_contradiction_keeps_its_values_in_order() -> None:
    assert Contradictory(("yes", "no")).values == ("yes", "no")


def test_statement_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="citation"):
        Evidence(Grade.C, (), None)


def test_statement_with_a_source_is_kept() -> None:
    citation = Citation(SourceId("nice-ng143"), "1.2")

    assert Evidence(Grade.B, (citation,), None).citations == (citation,)


def test_not_mirrors_truth_and_leaves_the_unknown() -> None:
    assert [truth.negated() for truth in Truth] == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]


def test_condition_knows_what_it_reads() -> None:
    condition = both(either(one_of("a", "x"), no(at_most("b", 3))), AtLeast(FindingId("c"), 1))

    assert condition.reads == {"a", "b", "c"}


def test_message_has_its_values_in_the_order_of_their_names() -> None:
    assert say("hello", b=2, a=1) == say("hello", a=1, b=2)
    assert say("hello", b=2, a=1).values == (("a", 1), ("b", 2))


def test_bump_is_known_with_what_is_known_of_the_person() -> None:
    bump = a_bump(bleeding="once")
    case = Case(date(2026, 11, 23), PlaceId("GB"), answers({"age": 90, "bleeding": "no"}), (bump,))

    together = case.answers_for(bump)

    assert together[FindingId("age")] == Known(90)
    assert together[FindingId("bleeding")] == Known("once")


def test_urgency_rungs_and_lifting_are_ordered_as_designed() -> None:
    assert [when.name.lower() for when in sorted(When, reverse=True)] == [
        "now", "same_day", "within_a_week", "within_2_weeks", "within_8_weeks", "no_rush",
        "nothing_needed",
    ]  # fmt: skip
    assert [rung.name.lower() for rung in sorted(Rung)] == [
        "nothing", "gentle", "wash_off_acid", "low_retinoid",
    ]  # fmt: skip
    assert sorted(LiftedBy) == [LiftedBy.PHARMACIST, LiftedBy.DOCTOR, LiftedBy.NOBODY]
