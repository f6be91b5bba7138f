"""Filled forms: what is taken over, and everything that is refused."""

from dataclasses import replace
from datetime import date

import pytest

from milium.app.review_areas import ReviewBook
from milium.app.review_form import ReviewRefusedError, form_yaml, read_form
from milium.app.review_pack import BOXES
from milium.domain.ids import ReviewItemId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import SignedForm
from milium.kb import read_reviews
from tests.builders.reviews import (
    AGREE,
    BOTH,
    DISAGREE,
    TODAY,
    blank,
    filled,
    items_on,
)


@pytest.fixture(scope="module")
def book(knowledge: Knowledge) -> ReviewBook:
    return ReviewBook(knowledge)


@pytest.fixture(scope="module")
def printed(book: ReviewBook) -> str:
    return blank(book)


@pytest.fixture(scope="module")
def items(printed: str) -> list[str]:
    return items_on(printed)


def read(text: str | bytes, book: ReviewBook) -> SignedForm:
    data = text.encode() if isinstance(text, str) else text
    return read_form(data, "form.md", book, today=TODAY)


def refusal(text: str | bytes, book: ReviewBook) -> str:
    with pytest.raises(ReviewRefusedError) as caught:
        read(text, book)
    return str(caught.value)


def test_what_was_ticked_is_taken_over_and_nothing_else(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    text = filled(printed, {items[0]: AGREE, items[2]: DISAGREE}, {items[2]: "Too late."})

    form = read(text, book)

    assert [(o.item, o.agrees, o.comment) for o in form.opinions] == [
        (items[0], True, ""),
        (items[2], False, "Too late."),
    ]
    assert [o.fingerprint for o in form.opinions] == [
        found.fingerprint
        for name in (items[0], items[2])
        if (found := book.item(ReviewItemId(name)))
    ]
    assert form.reviewer.signature == "Jane Roe, ophthalmologist (GMC 1234567)"
    assert (form.on, form.area) == (date(2026, 12, 1), "eyelid")
    assert form.knowledge == book.knowledge.edition.version


def test_a_record_reads_back_as_the_same_form(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    comment = 'Yes: "no" - on 2026-12-01, "#" and\n  a second line, é, 0x10'
    form = read(filled(printed, {items[0]: AGREE}, {items[0]: comment}), book)

    assert read_reviews(form_yaml(form).encode(), "x.yaml") == (form,)


def test_the_same_form_gets_the_same_id_and_another_one_another(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    first, again, other = (
        read(filled(printed, {items[0]: ticked}), book) for ticked in (AGREE, AGREE, DISAGREE)
    )

    assert first.id == again.id != other.id
    assert first.id.startswith("2026-12-01-gmc-1234567-eyelid-")


@pytest.mark.parametrize(
    "ticked", ["[X] agree   [ ] disagree", "[✓] agree [] disagree", "  [✔] agree   [ ] disagree "]
)
def test_a_tick_may_be_drawn_in_several_ways(
    ticked: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    form = read(filled(printed, {items[0]: ticked}), book)

    assert [o.agrees for o in form.opinions] == [True]


def test_a_form_of_another_editor_is_read(printed: str, items: list[str], book: ReviewBook) -> None:
    text = filled(printed, {items[0]: AGREE})

    theirs = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").replace("  - ", "    - ").encode()

    assert read(theirs, book) == read(text, book)


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        (BOTH, "has both boxes ticked; keep one"),
        ("[?] agree   [ ] disagree", "neither open nor ticked"),
        ("[-] agree   [x] disagree", "neither open nor ticked"),
        ("[x] agree", "neither open nor ticked"),
        ("[x] agree   [ ] disagree [x] perhaps", "neither open nor ticked"),
        ("agreed", "neither open nor ticked"),
        ("", "neither open nor ticked"),
    ],
)
def test_a_half_ticked_item_is_refused(
    ticked: str, said: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    text = filled(printed, {items[0]: AGREE, items[1]: ticked})

    assert refusal(text, book).startswith(f"{items[1]}: ")
    assert said in refusal(text, book)


def test_a_comment_without_a_tick_is_refused(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    text = filled(printed, {items[0]: AGREE}, {items[1]: "I am not sure."})

    assert refusal(text, book) == (
        f"{items[1]}: has a comment and no box ticked; tick one, or take the comment out"
    )


@pytest.mark.parametrize(
    "key", ["name", "profession", "registration body", "registration number", "date"]
)
def test_a_form_without_who_and_when_is_refused(
    key: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    text = filled(printed, {items[0]: AGREE}, None, **{key.replace(" ", "_"): ""})

    assert refusal(text, book) == f"{key}: is missing; a review without it is not recorded"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"registration_number": "none"}, "registration number: has no digit"),
        ({"name": "---"}, "name: holds no letter and no digit"),
        ({"name": "J" * 121}, "name: is longer than 120 signs"),
        ({"name": "Jane \u202e Roe"}, "name: holds signs that are not seen"),
        ({"name": "Jane \x1b[2J Roe"}, "name: holds signs that are not seen"),
        ({"date": "1.12.2026"}, "date: "),
        ({"date": "2026-12-04"}, "date: is later than today, 2026-12-03"),
        ({"date": "2026-02-30"}, "date: "),
    ],
)
def test_a_reviewer_who_cannot_be_looked_up_is_refused(
    told: dict[str, str], said: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    assert refusal(filled(printed, {items[0]: AGREE}, None, **told), book).startswith(said)


def test_everything_wrong_is_said_at_once(printed: str, items: list[str], book: ReviewBook) -> None:
    text = filled(printed, {items[0]: BOTH, items[1]: "[x]"}, None, name="", date="soon")

    assert len(refusal(text, book).splitlines()) == 4


def test_an_item_that_changed_since_is_refused(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    now = book.item(ReviewItemId(items[0]))
    assert now is not None
    text = filled(printed, {items[0]: AGREE}).replace(now.fingerprint, "0" * 12)

    assert refusal(text, book) == (
        f"{items[0]}: has changed since; review again, or leave its boxes open"
    )


def test_an_item_that_changed_and_was_left_open_stops_nobody(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    now = book.item(ReviewItemId(items[0]))
    assert now is not None
    text = filled(printed, {items[1]: AGREE}).replace(now.fingerprint, "0" * 12)

    assert [o.item for o in read(text, book).opinions] == [items[1]]


def test_an_item_that_is_gone_is_refused(printed: str, items: list[str], book: ReviewBook) -> None:
    text = filled(printed, {items[0]: AGREE}).replace(f"{items[0]} ", "rule/gone ")

    assert refusal(text, book) == "rule/gone: is not there any more; leave its boxes open"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Take your baby to a hospital now.", "Take your baby to a hospital tomorrow."),
        ("A rule about one bump.", "A rule about one bump. (This is too late!)"),
        ("- all of these hold:", "- at least one of these holds:"),
    ],
)
def test_a_form_whose_words_were_changed_above_a_tick_is_refused(
    old: str, new: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    text = filled(printed, {items[0]: AGREE}).replace(old, new, 1)

    assert refusal(text, book).startswith(f"{items[0]}: stands in the form in other words")


def test_an_answer_moved_under_another_item_is_refused(
    printed: str, items: list[str], book: ReviewBook
) -> None:
    first, second = (book.item(ReviewItemId(name)) for name in items[:2])
    assert first is not None
    assert second is not None
    mark = f"{first.id} {first.fingerprint}"
    text = filled(printed, {items[0]: AGREE}).replace(mark, f"{second.id} {second.fingerprint}")

    said = refusal(text, book)

    assert f"{second.id}: stands in the form in other words" in said
    assert f"{second.id}: stands in the form twice" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text + "\nAnd I disagree with all of it.\n", "holds text below the last"),
        (lambda text: text.rstrip().removesuffix("```"), "has no end; close it"),
        (lambda text: text.replace("form: 1", "form: 2"), "form: should be 1"),
        (lambda text: text.replace("area: eyelid", "area: eyelids"), "did you mean 'eyelid'"),
        (lambda text: text.replace("part: 1 of", "parts: 1 of"), "should be one of form, area"),
        (lambda text: text.replace("date: ", "name: X\ndate: "), "each once"),
        (lambda text: text.replace("```answer", "```python", 1), "is no answer as it was printed"),
        (lambda text: text.replace("rule/", "rule ", 99), "is no answer as it was printed"),
        (lambda text: text.replace("```reviewer", "```answer"), "has no block of the reviewer"),
        (lambda text: text.replace("comment:", "remark:", 1), "has no line that begins with"),
        (lambda text: text.replace("comment:", "comment: " + "a" * 4001, 1), "longer than 4000"),
        (lambda text: text.replace("comment:", "comment: \x07", 1), "not seen"),
        (lambda text: text.replace(AGREE, BOXES), "has no box ticked"),
        (lambda _: "", "has no block of the reviewer"),
        (lambda text: text * 40, "is larger than 1,000,000 bytes"),
        (lambda text: text.encode("utf-16"), "is not UTF-8"),
    ],
)
def test_a_form_that_is_none_of_ours_is_refused(
    change: object, said: str, printed: str, items: list[str], book: ReviewBook
) -> None:
    assert callable(change)

    assert said in refusal(change(filled(printed, {items[0]: AGREE})), book)


def test_a_comment_may_have_several_lines(printed: str, items: list[str], book: ReviewBook) -> None:
    text = filled(
        printed, {items[0]: DISAGREE}, {items[0]: "First.\n\n## rule/lid-bump\n[x] agree"}
    )

    assert read(text, book).opinions[0].comment == "First.\n\n## rule/lid-bump\n[x] agree"
    assert len(read(text, book).opinions) == 1


def test_the_id_does_not_depend_on_itself(printed: str, items: list[str], book: ReviewBook) -> None:
    form = read(filled(printed, {items[0]: AGREE}, None, registration_body="G/M\\C ../"), book)

    assert form.id.startswith("2026-12-01-g-m-c-1234567-eyelid-")
    assert replace(form, id="") != form
