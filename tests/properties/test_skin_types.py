"""Laws of skin typing that hold for whatever is answered."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Answer, Contradictory, Known, Unknown
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, FacePart, Item, Side, Spread
from milium.engine.skin_types import next_item, type_skin
from tests.builders.skin_types import WORDS, all_axes, an_item, axis_rules

LAWS = settings(derandomize=True, deadline=None, max_examples=100)
NO_INFORMATION: list[Answer] = [
    UNKNOWN,
    Unknown(asked=True),
    Contradictory(("never", "always")),
    Known("no such word"),
]
APART = axis_rules(
    *(an_item(f"centre{n}", part=FacePart.CENTRE) for n in range(3)),
    *(an_item(f"cheeks{n}", part=FacePart.CHEEKS, reverse=n == 2) for n in range(3)),
)
RULES = all_axes()
KNOWN_WORDS = st.dictionaries(
    st.sampled_from([item.id for item in RULES.items]), st.sampled_from(WORDS).map(Known)
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    count = draw(st.integers(2, 5))
    thresholds = draw(
        st.lists(st.integers(-300, 300), min_size=count - 1, max_size=count - 1, unique=True)
    )
    return an_item(
        words=tuple(f"word-{n}" for n in range(count)),
        discrimination=draw(st.integers(20, 400)),
        thresholds=tuple(sorted(thresholds)),
        reverse=draw(st.booleans()),
    )


@LAWS
@given(item=items(), prior=st.integers(-150, 150))
def test_a_higher_answer_never_lowers_the_probability(item: Item, prior: int) -> None:
    rising = item.words[::-1] if item.reverse else item.words

    found = [
        type_skin({item.id: Known(word)}, axis_rules(item, prior=prior)).axes[Axis.OILY_DRY].high
        for word in rising
    ]

    assert found == sorted(found)


@LAWS
@given(answers=KNOWN_WORDS, data=st.data())
def test_the_order_of_answers_and_items_does_not_matter(
    answers: dict[ItemId, Answer], data: st.DataObject
) -> None:
    shuffled = replace(RULES, items=tuple(data.draw(st.permutations(RULES.items))))
    reordered = dict(data.draw(st.permutations(list(answers.items()))))

    first, second = type_skin(answers, RULES), type_skin(reordered, shuffled)

    assert first.letters == second.letters
    for axis in Axis:
        one, two = first.axes[axis], second.axes[axis]
        assert (one.side, one.high, one.answered) == (two.side, two.high, two.answered)


@LAWS
@given(
    answers=KNOWN_WORDS,
    empty=st.dictionaries(
        st.sampled_from([item.id for item in RULES.items]), st.sampled_from(NO_INFORMATION)
    ),
)
def test_answers_that_tell_nothing_change_no_side(
    answers: dict[ItemId, Answer], empty: dict[ItemId, Answer]
) -> None:
    without = type_skin(answers, RULES)

    with_them = type_skin({**empty, **answers}, RULES)

    assert with_them.letters == without.letters
    for axis in Axis:
        one, two = without.axes[axis], with_them.axes[axis]
        assert (one.side, one.high, one.answered) == (two.side, two.high, two.answered)


@LAWS
@given(
    answers=KNOWN_WORDS,
    known_type=st.sampled_from(["", "OSPW", "DRNT"]) | st.text(max_size=6),
)
def test_every_result_is_whole_and_in_range(answers: dict[ItemId, Answer], known_type: str) -> None:
    skin_type = type_skin(answers, RULES, known_type=known_type)

    sides = [skin_type.axes[axis].side for axis in Axis]
    assert all(0 <= skin_type.axes[axis].high <= 100 for axis in Axis)
    assert bool(skin_type.letters) == all(side in {Side.HIGH, Side.LOW} for side in sides)
    assert skin_type == type_skin(answers, RULES, known_type=known_type)


@LAWS
@given(answers=KNOWN_WORDS)
def test_the_next_item_is_of_its_axis_and_unanswered(answers: dict[ItemId, Answer]) -> None:
    axis_of = {item.id: item.axis for item in RULES.items}

    skin_type = type_skin(answers, RULES)

    for axis in Axis:
        next_item = skin_type.axes[axis].next_item
        assert next_item is None or (axis_of[next_item] is axis and next_item not in answers)


@LAWS
@given(
    answers=st.dictionaries(
        st.sampled_from([item.id for item in APART.items]), st.sampled_from(WORDS).map(Known)
    ),
    more=st.sampled_from(APART.items),
    prior=st.integers(-100, 100),
)
def test_a_more_oily_answer_never_lowers_oiliness_whatever_else_was_said(
    answers: dict[ItemId, Answer], more: Item, prior: int
) -> None:
    rules = axis_rules(*APART.items, prior=prior)
    rising = more.words[::-1] if more.reverse else more.words

    found = [
        type_skin({**answers, more.id: Known(word)}, rules).axes[Axis.OILY_DRY].high
        for word in rising
    ]

    assert found == sorted(found)


@LAWS
@given(
    answers=st.dictionaries(
        st.sampled_from([item.id for item in APART.items]), st.sampled_from(WORDS).map(Known)
    )
)
def test_combination_is_between_and_needs_both_parts(answers: dict[ItemId, Answer]) -> None:
    result = type_skin(answers, APART).axes[Axis.OILY_DRY]

    parts = {item.part for item in APART.items if item.id in answers}
    if result.spread is Spread.COMBINATION:
        assert (result.side, result.next_item) == (Side.BETWEEN, None)
    assert (result.spread is Spread.UNKNOWN) or len(parts) == 2


@LAWS
@given(said=st.lists(st.sampled_from((*WORDS, "not sure")), min_size=16, max_size=16))
def test_an_interview_ends_whatever_is_said_and_asks_nothing_twice(said: list[str]) -> None:
    answers: dict[ItemId, Answer] = {}
    for word in said:
        item = next_item(answers, RULES)
        if item is None:
            break
        assert item not in answers
        answers[item] = Unknown(asked=True) if word == "not sure" else Known(word)

    told = type_skin(answers, RULES)
    assert len(answers) <= len(RULES.items)
    assert all(each.answered <= 6 for each in told.axes.values())
    assert next_item(answers, RULES) is None or len(answers) == 16
