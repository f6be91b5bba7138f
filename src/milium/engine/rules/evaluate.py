"""Whether a condition holds, three-valued."""

from typing import assert_never

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known, Unknown
from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.truth import Truth
from milium.engine.rules.worlds import worlds


def evaluate(condition: Condition, answers: Answers) -> Truth:
    """Whether the condition holds of these answers (strong Kleene logic, Kleene 1938).

    A contradictory answer is read as every one of its values in turn; the condition holds if it
    holds for any of them ("warn if any value warns, clear only if all clear").
    """
    if not _is_contradicted(condition, answers):
        return _in_one_world(condition, answers)
    return max(_in_one_world(condition, world) for world in worlds(condition.reads, answers))


def evaluate_clearing(condition: Condition, answers: Answers) -> Truth:
    """Whether a condition that clears something holds: of contradictory answers, only if all do.

    The other half of law 2: contradicting answers warn if any value warns, and clear only if every
    value clears.
    """
    return min(_in_one_world(condition, world) for world in worlds(condition.reads, answers))


def _is_contradicted(condition: Condition, answers: Answers) -> bool:
    return any(isinstance(answers.get(finding), Contradictory) for finding in condition.reads)


def _in_one_world(condition: Condition, answers: Answers) -> Truth:
    match condition:
        case All(parts):
            return _least(parts, answers)
        case AnyOf(parts):
            return _most(parts, answers)
        case Not(part):
            return _in_one_world(part, answers).negated()
        case In() | AtLeast() | AtMost():
            return evaluate_answer(condition, answers.get(condition.finding, UNKNOWN))
        case _:
            assert_never(condition)


def _least(parts: tuple[Condition, ...], answers: Answers) -> Truth:
    least = Truth.TRUE
    for part in parts:
        least = min(least, _in_one_world(part, answers))
        if least is Truth.FALSE:
            break
    return least


def _most(parts: tuple[Condition, ...], answers: Answers) -> Truth:
    most = Truth.FALSE
    for part in parts:
        most = max(most, _in_one_world(part, answers))
        if most is Truth.TRUE:
            break
    return most


def evaluate_answer(test: In | AtLeast | AtMost, answer: Answer) -> Truth:
    """Whether one test holds of one answer; of a contradictory one, of any of its values."""
    match answer:
        case Unknown():
            return Truth.UNKNOWN
        case Known(value):
            return _holds(test, value)
        case Contradictory(values):
            return max(_holds(test, value) for value in values)
        case Chosen():
            return _ticked(test, answer)
        case _:
            assert_never(answer)


def _holds(test: In | AtLeast | AtMost, value: str | int) -> Truth:
    match test:
        case In(values=values):
            return Truth.TRUE if value in values else Truth.FALSE
        case AtLeast(value=bound):
            return Truth.TRUE if isinstance(value, int) and value >= bound else Truth.FALSE
        case AtMost(value=bound):
            return Truth.TRUE if isinstance(value, int) and value <= bound else Truth.FALSE
        case _:
            assert_never(test)


def _ticked(test: In | AtLeast | AtMost, answer: Chosen) -> Truth:
    if isinstance(test, In) and test.values & answer.members:
        return Truth.TRUE
    return Truth.FALSE if answer.complete else Truth.UNKNOWN
