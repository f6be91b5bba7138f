"""Whether a condition holds: each operator on each kind of answer."""

from dataclasses import dataclass
from typing import cast

import pytest

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import ALWAYS, Condition
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.rules import evaluate, evaluate_answer, evaluate_clearing, mentions, worlds
from tests.builders.cases import answers
from tests.builders.rules import NEVER, at_least, at_most, both, either, no, one_of

TRUE, FALSE, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
BLED = one_of("bleeding", "once", "often")
RISKY = one_of("risks", "transplant")
BIG = at_least("size", 41)
SMALL = at_most("size", 30)


@pytest.mark.parametrize(
    ("test", "answer", "truth"),
    [
        (BLED, Known("once"), TRUE),
        (BLED, Known("no"), FALSE),
        (BLED, UNKNOWN, OPEN),
        (BLED, NOT_SURE, OPEN),
        (BLED, Contradictory(("no", "once")), TRUE),
        (BLED, Contradictory(("no", "scab")), FALSE),
        (RISKY, Chosen(frozenset({"transplant", "sun"}), complete=True), TRUE),
        (RISKY, Chosen(frozenset({"transplant"}), complete=False), TRUE),
        (RISKY, Chosen(frozenset({"sun"}), complete=True), FALSE),
        (RISKY, Chosen(frozenset({"sun"}), complete=False), OPEN),
        (RISKY, Chosen(frozenset(), complete=True), FALSE),
        (RISKY, Chosen(frozenset(), complete=False), OPEN),
        (BIG, Known(40), FALSE),
        (BIG, Known(41), TRUE),
        (BIG, Known(42), TRUE),
        (BIG, Known(9000), TRUE),
        (SMALL, Known(29), TRUE),
        (SMALL, Known(30), TRUE),
        (SMALL, Known(31), FALSE),
        (SMALL, Known(-9000), TRUE),
        (BIG, UNKNOWN, OPEN),
        (BIG, Contradictory((5, 50)), TRUE),
        (BIG, Known("big"), FALSE),
        (SMALL, Known("small"), FALSE),
        (BIG, Chosen(frozenset(), complete=True), FALSE),
        (BIG, Chosen(frozenset(), complete=False), OPEN),
    ],
)
def test_one_test_of_one_answer(test: Condition, answer: Answer, truth: Truth) -> None:
    told = {next(iter(test.reads)): answer}

    assert evaluate_answer(test, answer) is truth  # type: ignore[arg-type]
    assert evaluate(test, told) is truth


@pytest.mark.parametrize("bleeding", [TRUE, FALSE, OPEN])
@pytest.mark.parametrize("risky", [TRUE, FALSE, OPEN])
def test_all_any_and_not_are_kleenes(bleeding: Truth, risky: Truth) -> None:
    said: dict[Truth, Answer] = {TRUE: Known("once"), FALSE: Known("no"), OPEN: UNKNOWN}
    ticked: dict[Truth, Answer] = {
        TRUE: Chosen(frozenset({"transplant"}), complete=True),
        FALSE: Chosen(frozenset(), complete=True),
        OPEN: Chosen(frozenset(), complete=False),
    }
    told = {FindingId("bleeding"): said[bleeding], FindingId("risks"): ticked[risky]}

    assert evaluate(both(BLED, RISKY), told) is min(bleeding, risky)
    assert evaluate(either(BLED, RISKY), told) is max(bleeding, risky)
    assert evaluate(no(BLED), told) is {TRUE: FALSE, FALSE: TRUE, OPEN: OPEN}[bleeding]


@dataclass(frozen=True)
class Untouchable:
    """A part that stops everything when it is evaluated."""

    reads: frozenset[FindingId] = frozenset()


def test_what_one_part_decides_is_decided_without_the_rest() -> None:
    rest = cast("Condition", Untouchable())
    told = answers({"bleeding": "once"})

    assert evaluate(both(no(BLED), rest), told) is FALSE
    assert evaluate(either(BLED, rest), told) is TRUE
    with pytest.raises(AssertionError):
        evaluate(both(BLED, rest), told)
    with pytest.raises(AssertionError):
        evaluate(either(no(BLED), rest), told)


def test_no_parts_are_always_and_never() -> None:
    assert evaluate(ALWAYS, {}) is TRUE
    assert evaluate(NEVER, {}) is FALSE


def test_contradictory_answer_is_one_value_throughout_a_rule() -> None:
    told = answers({"bleeding": ("no", "once")})

    assert evaluate(both(BLED, no(BLED)), told) is FALSE
    assert evaluate(no(BLED), told) is TRUE
    assert evaluate(BLED, told) is TRUE


def test_clearing_condition_holds_only_if_every_contradictory_value_clears() -> None:
    trained = one_of("named_by", "doctor", "nurse")

    assert evaluate_clearing(trained, answers({"named_by": ("doctor", "nurse")})) is TRUE
    assert evaluate_clearing(trained, answers({"named_by": ("doctor", "nobody")})) is FALSE
    assert evaluate_clearing(trained, answers({"named_by": "doctor"})) is TRUE
    assert evaluate_clearing(trained, {}) is OPEN


def test_worlds_are_every_way_of_settling_what_is_asked_about() -> None:
    told = answers({"a": ("x", "y"), "b": (1, 2, 3), "c": ("p", "q"), "d": "z"})

    found = list(worlds(frozenset(map(FindingId, ("a", "b", "d"))), told))

    assert len(found) == 6
    assert {(w[FindingId("a")], w[FindingId("b")]) for w in found} == {
        (Known(word), Known(number)) for word in "xy" for number in (1, 2, 3)
    }
    assert all(world[FindingId("c")] == Contradictory(("p", "q")) for world in found)


def test_condition_mentions_every_finding_in_it() -> None:
    condition = both(either(BLED, no(BIG)), RISKY, SMALL)

    assert mentions(condition) == {"bleeding", "size", "risks"}
    assert mentions(ALWAYS) == frozenset()
