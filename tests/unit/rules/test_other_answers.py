"""Which other single answers could make a difference."""

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import Condition
from milium.domain.findings import Finding, FindingKind
from milium.engine.rules import other_answers
from tests.builders.rules import at_least, at_most, both, either, no, one_of
from tests.builders.triage import a_finding

SIZE = a_finding("size", kind=FindingKind.NUMBER, highest=100)
RISKS = a_finding("risks", "sun", "transplant", kind=FindingKind.WORDS)


def others(finding: Finding, now: Answer, *conditions: Condition) -> set[Answer]:
    found = list(other_answers(finding, now, conditions))
    assert len(found) == len(set(found))
    return set(found)


def test_every_other_word_is_tried() -> None:
    bleeding = a_finding("bleeding", "no", "once", "often")

    assert others(bleeding, Known("once")) == {Known("no"), Known("often")}
    assert others(bleeding, UNKNOWN) == {Known("no"), Known("once"), Known("often")}
    assert others(bleeding, Contradictory(("no", "once"))) == set(
        map(Known, ("no", "once", "often"))
    )


def test_each_word_of_a_list_is_ticked_or_taken_back() -> None:
    now = Chosen(frozenset({"sun"}), complete=True)

    assert others(RISKS, now) == {
        Chosen(frozenset(), complete=True),
        Chosen(frozenset({"sun", "transplant"}), complete=True),
    }


def test_none_of_these_is_tried_where_a_list_was_not_finished() -> None:
    none = Chosen(frozenset(), complete=True)
    sun, transplant = (Chosen(frozenset({word}), complete=True) for word in RISKS.words)

    assert others(RISKS, UNKNOWN) == {none, sun, transplant}
    assert others(RISKS, NOT_SURE) == {none, sun, transplant}
    assert none in others(RISKS, Chosen(frozenset(), complete=False))
    assert sun in others(RISKS, Chosen(frozenset({"sun"}), complete=False))


def test_both_sides_of_each_threshold_are_tried_wherever_it_stands() -> None:
    rule = both(at_least("size", 41), either(no(at_most("size", 9)), one_of("size", "x")))

    assert others(SIZE, Known(9), rule) == set(map(Known, (10, 40, 41)))
    assert others(SIZE, UNKNOWN, rule) == set(map(Known, (9, 10, 40, 41)))


def test_threshold_of_another_finding_is_not_tried() -> None:
    assert others(SIZE, UNKNOWN, at_least("age", 7), at_most("weight", 7)) == set()


def test_threshold_is_found_by_the_name_of_its_finding() -> None:
    spelt = str(SIZE.id)[:2] + "ze"

    assert spelt is not SIZE.id
    assert others(SIZE, UNKNOWN, at_least(spelt, 41)) == set(map(Known, (40, 41)))


def test_number_outside_what_can_be_answered_is_not_tried() -> None:
    assert others(SIZE, UNKNOWN, at_least("size", 0), at_most("size", 100)) == {
        Known(0),
        Known(100),
    }
    assert others(SIZE, UNKNOWN, at_least("size", 101)) == {Known(100)}


def test_span_is_tried_like_a_number() -> None:
    age = a_finding("age", kind=FindingKind.SPAN, highest=43830)

    assert others(age, Known(91), at_least("age", 91)) == {Known(90)}
