"""Laws of the rule language, for any condition and any answers."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import ALWAYS, All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.rules import case_on, evaluate, evaluate_answer, mentions, other_answers, worlds
from tests.builders.cases import TODAY, a_person, answers
from tests.builders.rules import NEVER
from tests.builders.triage import a_finding

WORD, TICKS, NUMBER = map(FindingId, ("colour", "risks", "size"))
WORDS = ("red", "white", "brown")
Given = dict[FindingId, Answer]

tests_of_one = st.one_of(
    st.builds(In, st.sampled_from((WORD, TICKS)), st.frozensets(st.sampled_from(WORDS))),
    st.builds(AtLeast, st.just(NUMBER), st.integers(0, 5)),
    st.builds(AtMost, st.just(NUMBER), st.integers(0, 5)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    tests_of_one,
    lambda part: st.one_of(
        st.builds(All, st.lists(part, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(part, max_size=3).map(tuple)),
        st.builds(Not, part),
    ),
    max_leaves=8,
)
ticked = st.builds(Chosen, st.frozensets(st.sampled_from(WORDS)), complete=st.booleans())
silent = st.sampled_from((UNKNOWN, NOT_SURE))


def several(values: st.SearchStrategy[str | int]) -> st.SearchStrategy[Answer]:
    """Values that can't all be right."""
    found = st.lists(values, min_size=2, max_size=3, unique=True)
    return found.map(lambda each: Contradictory(tuple(each)))


words: st.SearchStrategy[Answer] = st.sampled_from(WORDS).map(Known)
numbers: st.SearchStrategy[Answer] = st.integers(0, 6).map(Known)
consistent = st.fixed_dictionaries(
    {}, optional={WORD: words | silent, TICKS: ticked | silent, NUMBER: numbers | silent}
)
given_answers = st.fixed_dictionaries(
    {},
    optional={
        WORD: words | silent | several(st.sampled_from(WORDS)),
        TICKS: ticked | silent,
        NUMBER: numbers | silent | several(st.integers(0, 6)),
    },
)


@given(conditions, consistent)
def test_not_not_is_the_thing_itself(condition: Condition, told: Given) -> None:
    assert evaluate(Not(Not(condition)), told) is evaluate(condition, told)


@given(st.lists(conditions, max_size=3), consistent)
def test_not_any_is_all_not(parts: list[Condition], told: Given) -> None:
    negated = All(tuple(Not(part) for part in parts))

    assert evaluate(Not(AnyOf(tuple(parts))), told) is evaluate(negated, told)


@given(st.lists(conditions, max_size=3), consistent)
def test_all_is_the_least_true_of_its_parts_and_any_the_most(
    parts: list[Condition], told: Given
) -> None:
    truths = [evaluate(part, told) for part in parts]

    assert evaluate(All(tuple(parts)), told) is min(truths, default=Truth.TRUE)
    assert evaluate(AnyOf(tuple(parts)), told) is max(truths, default=Truth.FALSE)


@given(conditions, consistent, st.sampled_from((WORD, TICKS, NUMBER)), st.data())
def test_what_is_decided_without_an_answer_stays_decided_with_it(
    condition: Condition, told: Given, finding: FindingId, data: st.DataObject
) -> None:
    """Unknown is never no: nothing that holds, or does not, hung on what was not known."""
    before = evaluate(condition, {**told, finding: UNKNOWN})
    full = {
        WORD: words, NUMBER: numbers, TICKS: ticked.map(lambda each: Chosen(each.members, complete=True))
    }  # fmt: skip

    after = evaluate(condition, {**told, finding: data.draw(full[finding])})

    assert before is Truth.UNKNOWN or after is before


@given(conditions, given_answers)
def test_contradictory_answers_warn_if_any_of_their_values_warns(
    condition: Condition, told: Given
) -> None:
    """``evaluate`` is the most true over every way of settling what contradicts itself."""
    settled = list(worlds(mentions(condition), told))

    assert evaluate(condition, told) is max(evaluate(condition, world) for world in settled)
    assert not any(
        isinstance(world.get(finding), Contradictory)
        for world in settled
        for finding in mentions(condition)
    )


@given(conditions, consistent)
def test_not_asked_and_not_sure_are_the_same_to_every_rule(
    condition: Condition, told: Given
) -> None:
    asked = {finding: NOT_SURE if answer == UNKNOWN else answer for finding, answer in told.items()}

    assert evaluate(condition, asked) is evaluate(condition, told)


@given(conditions, given_answers, words)
def test_a_condition_hangs_only_on_what_it_mentions(
    condition: Condition, told: Given, other: Answer
) -> None:
    elsewhere = {**told, FindingId("elsewhere"): other}
    only = {finding: told[finding] for finding in told if finding in mentions(condition)}

    assert evaluate(condition, elsewhere) is evaluate(condition, only)


@given(tests_of_one, given_answers)
def test_one_test_of_one_answer_is_the_smallest_condition(
    test: In | AtLeast | AtMost, told: Given
) -> None:
    answer = told.get(test.finding, UNKNOWN)

    assert evaluate_answer(test, answer) is evaluate(test, told)


@given(given_answers)
def test_nothing_to_ask_is_always_or_never(told: Given) -> None:
    assert evaluate(ALWAYS, told) is Truth.TRUE
    assert evaluate(NEVER, told) is Truth.FALSE
    assert list(worlds(frozenset(), told)) == [told]


@given(st.lists(conditions, max_size=3), words | numbers | ticked | silent)
def test_other_answers_are_full_and_other(found: list[Condition], now: Answer) -> None:
    colour = a_finding("colour", *WORDS, scope=Scope.LESION)
    ticks = a_finding("risks", *WORDS, kind=FindingKind.WORDS)
    size = a_finding("size", kind=FindingKind.NUMBER, highest=4)

    for finding in (colour, ticks, size):
        others = list(other_answers(finding, now, found))
        assert now not in others
        assert len(set(others)) == len(others)
        assert all(isinstance(each, Known | Chosen) for each in others)


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_two_waits_are_one_long_wait(age: int, first: int, second: int) -> None:
    """Ages move on day by day; what has become unknown stays so."""
    findings = {
        FindingId("age"): a_finding("age", kind=FindingKind.SPAN, grows=True),
        FindingId("fever"): a_finding("fever"),
        FindingId("bleeding"): a_finding("bleeding"),
    }
    told = a_person()
    told = type(told)(TODAY, told.place, answers({"age": age, "fever": "yes"}), ())

    soon = case_on(told, findings, on=TODAY + timedelta(first))
    later = case_on(soon, findings, on=TODAY + timedelta(first + second))

    assert later == case_on(told, findings, on=TODAY + timedelta(first + second))
    assert later.answers[FindingId("age")] == Known(age + first + second)
