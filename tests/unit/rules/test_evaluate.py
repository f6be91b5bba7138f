"""Three-valued conditions: Kleene's tables, contradictions world by world, clearing only if all."""

import pytest

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import All, AnyOf, Condition, Not
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.rules import evaluate, evaluate_answer, evaluate_clearing, mentions, worlds
from tests.builders.cases import answers
from tests.builders.rules import at_least, at_most, both, either, no, one_of

YES, NO, MAYBE = one_of("a", "yes"), one_of("a", "no"), one_of("b", "yes")
SAID = answers({"a": "yes"})
T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (both(YES, YES), T), (both(YES, NO), F), (both(YES, MAYBE), U), (both(NO, MAYBE), F),
        (either(NO, NO), F), (either(YES, MAYBE), T), (either(NO, MAYBE), U), (no(MAYBE), U),
        (no(YES), F), (no(NO), T), (All(()), T), (AnyOf(()), F),
    ],
)  # fmt: skip
def test_conditions_follow_kleene(condition: Condition, truth: Truth) -> None:
    assert evaluate(condition, SAID) is truth


@pytest.mark.parametrize(("value", "truth"), [(9, F), (10, T), (11, T), (900, T)])
def test_at_least_holds_from_its_bound(value: int, truth: Truth) -> None:
    assert evaluate(at_least("n", 10), answers({"n": value})) is truth


@pytest.mark.parametrize(("value", "truth"), [(9, T), (10, T), (11, F), (900, F)])
def test_at_most_holds_up_to_its_bound(value: int, truth: Truth) -> None:
    assert evaluate(at_most("n", 10), answers({"n": value})) is truth


def test_a_word_is_no_number() -> None:
    assert evaluate(at_least("n", 0), answers({"n": "many"})) is F
    assert evaluate(at_most("n", 9), answers({"n": "many"})) is F


@pytest.mark.parametrize("silent", [UNKNOWN, NOT_SURE])
def test_not_sure_is_unknown_like_silence(silent: Answer) -> None:
    assert evaluate(YES, {FindingId("a"): silent}) is U
    assert evaluate_answer(YES, silent) is U


@pytest.mark.parametrize(
    ("members", "complete", "truth"),
    [({"yes"}, True, T), ({"yes"}, False, T), ({"x"}, True, F), ({"x"}, False, U), ((), False, U)],
)
def test_an_unfinished_tick_list_says_no_to_nothing(
    members: set[str], *, complete: bool, truth: Truth
) -> None:
    assert evaluate(YES, {FindingId("a"): Chosen(frozenset(members), complete=complete)}) is truth


def test_a_tick_list_is_no_number() -> None:
    ticked = {FindingId("n"): Chosen(frozenset({"x"}), complete=True)}

    assert evaluate(at_least("n", 1), ticked) is F


def test_contradictory_answers_warn_if_any_warns() -> None:
    both_said = answers({"a": ("no", "yes")})

    assert evaluate(YES, both_said) is T
    assert evaluate(NO, both_said) is T
    assert evaluate(Not(NO), both_said) is T
    assert evaluate(both(YES, NO), both_said) is F
    assert evaluate_answer(YES, Contradictory(("no", "yes"))) is T


def test_contradictory_answers_clear_only_if_all_clear() -> None:
    both_said = answers({"a": ("no", "yes")})

    assert evaluate_clearing(YES, both_said) is F
    assert evaluate_clearing(one_of("a", "yes", "no"), both_said) is T
    assert evaluate_clearing(YES, SAID) is T


def test_worlds_settle_each_contradiction_a_condition_reads() -> None:
    said = answers({"a": ("1", "2"), "b": ("3", "4"), "c": ("5", "6")})

    found = list(worlds(frozenset({FindingId("a"), FindingId("b")}), said))

    assert len(found) == 4
    assert {(w[FindingId("a")], w[FindingId("b")]) for w in found} == {
        (Known(a), Known(b)) for a in "12" for b in "34"
    }
    assert all(w[FindingId("c")] == Contradictory(("5", "6")) for w in found)


def test_a_condition_mentions_every_finding_it_reads() -> None:
    condition = both(YES, either(MAYBE, no(at_least("n", 1))), at_most("m", 2))

    assert mentions(condition) == {"a", "b", "n", "m"}


@pytest.mark.parametrize("values", [(), ("yes",), ("yes", "yes")])
def test_what_is_no_contradiction_is_refused(values: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="at least two different values"):
        Contradictory(values)
