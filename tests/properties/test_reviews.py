"""Whatever is filled in: no more is claimed than was ticked, and only while it is the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milium.app.review_areas import ReviewBook
from milium.app.review_form import ReviewRefusedError, form_yaml, read_form
from milium.app.review_pack import BOXES
from milium.domain.ids import MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import SignedForm
from milium.domain.triage import Rule
from milium.kb import read_reviews, with_reviews
from tests.builders.reviews import (
    AGREE,
    BOTH,
    DISAGREE,
    TODAY,
    a_signed_form,
    an_opinion,
    blank,
    filled,
    items_on,
)

ANSWERS = st.sampled_from([AGREE, DISAGREE, BOXES, BOTH, "[x] agree", "[?] agree   [ ] disagree"])


@pytest.fixture(scope="module")
def book(knowledge: Knowledge) -> ReviewBook:
    return ReviewBook(knowledge)


@pytest.fixture(scope="module")
def printed(book: ReviewBook) -> str:
    return blank(book)


def claimed(knowledge: Knowledge) -> set[str]:
    """Everything shown as reviewed."""
    triage, exposure = knowledge.triage, knowledge.exposure
    kinds = (("rule", triage.rules), ("look", triage.looks), ("product-rule", exposure.rules))
    return {f"{k}/{each.id}" for k, found in kinds for each in found if each.evidence.reviewed}


@given(data=st.data())
@settings(max_examples=25)
def test_a_form_never_claims_more_than_what_was_ticked_agree(
    data: st.DataObject, book: ReviewBook, printed: str
) -> None:
    items = items_on(printed)
    answers = data.draw(st.dictionaries(st.sampled_from(items), ANSWERS))
    comments = data.draw(st.dictionaries(st.sampled_from(items), st.text(max_size=40)))
    text = filled(printed, answers, comments)

    try:
        form = read_form(text.encode("utf-8", "replace"), "form", book, today=TODAY)
    except ReviewRefusedError:
        return

    ticked = {item for item, answer in answers.items() if answer == AGREE}
    assert {o.item for o in form.opinions if o.agrees} == ticked
    assert claimed(with_reviews(book.knowledge, [form])) <= ticked
    assert read_reviews(form_yaml(form).encode(), "x") == (form,)


@given(cut=st.integers(0, 30_000), put=st.text(max_size=30), length=st.integers(0, 400))
def test_a_form_damaged_anywhere_is_refused_or_says_the_same(
    cut: int, put: str, length: int, book: ReviewBook, printed: str
) -> None:
    items = items_on(printed)
    whole = filled(printed, {items[0]: AGREE, items[5]: DISAGREE})
    damaged = whole[:cut] + put + whole[cut + length :]

    try:
        form = read_form(damaged.encode("utf-8", "replace"), "form", book, today=TODAY)
    except ReviewRefusedError:
        return

    assert {o.item for o in form.opinions if o.agrees} <= {items[0]}


@st.composite
def some_forms(draw: st.DrawFn, book: ReviewBook) -> Sequence[SignedForm]:
    """A few forms of a few reviewers on the same few items."""
    items = [item.id for item in book.items()[:3]]
    forms = []
    for number in range(draw(st.integers(1, 4))):
        chosen = draw(st.lists(st.sampled_from(items), min_size=1, unique=True))
        opinions = [an_opinion(book, item, agrees=draw(st.booleans())) for item in chosen]
        who, day = draw(st.sampled_from("12")), draw(st.integers(0, 2))
        on = date(2026, 12, 1) + timedelta(days=day)
        forms.append(a_signed_form(*opinions, form_id=str(number), number=who, on=on))
    return forms


@given(data=st.data())
def test_nothing_is_reviewed_that_a_last_word_disagrees_with(
    data: st.DataObject, book: ReviewBook
) -> None:
    forms = data.draw(some_forms(book))

    found = claimed(with_reviews(book.knowledge, forms))

    for item in {o.item for form in forms for o in form.opinions}:
        said = [
            (f.reviewer.key, f.on, o.agrees) for f in forms for o in f.opinions if o.item == item
        ]
        last = {who: max(on for name, on, _ in said if name == who) for who, _, _ in said}
        words = [agrees for who, on, agrees in said if on == last[who]]
        assert (item in found) == all(words)


@given(data=st.data())
def test_the_order_of_the_forms_makes_no_difference(data: st.DataObject, book: ReviewBook) -> None:
    forms = data.draw(some_forms(book))
    shuffled = data.draw(st.permutations(forms))

    one, other = (with_reviews(book.knowledge, each) for each in (forms, shuffled))

    assert one.triage.rules == other.triage.rules


@given(data=st.data())
@settings(max_examples=25)
def test_a_changed_rule_loses_its_review_and_no_other_does(
    data: st.DataObject, book: ReviewBook
) -> None:
    rules = [item for item in book.items() if isinstance(item.entry, Rule)]
    form = a_signed_form(*(an_opinion(book, item.id) for item in rules))
    chosen = data.draw(st.sampled_from(rules)).entry
    assert isinstance(chosen, Rule)
    english = {**book.knowledge.texts["en"], MessageId(chosen.because): "Something else."}
    changed = replace(book.knowledge, texts={**book.knowledge.texts, "en": english})

    found = claimed(with_reviews(changed, [form]))

    assert found == {str(item.id) for item in rules} - {f"rule/{chosen.id}"}
