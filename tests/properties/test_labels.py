"""Laws of reading a label, for any text."""

import csv
import gzip
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milium.domain.labels import Method, Quality
from milium.engine.labels import normalise, read_label
from tests.builders.labels import HEADINGS, NAMES, a_vocabulary
from tests.oracle.labels import read_clean_list

CATALOGUES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "catalogue"
VOCABULARY = a_vocabulary()
PRINTED = [name for _, inci, names in NAMES for name in (inci, *names)]
CLEAN = [name for name in PRINTED if "/" not in name]
SNIPPETS = [
    *PRINTED, *[text for text, _ in HEADINGS], "Foo", "Retinyl Fooate", "CO", "of the skin",
    ",", ", ", ";", ". ", ": ", " - ", "•", "\n", "\n\n", "(", ")", "[", "]", "/", "\\", "*", "+",
    " (and) ", " and ", "0.3%", " 5 %", "1,2-", "İ", "ß", "\ud800", "\x00", "\u00a0", "ﬁ", "™",
]  # fmt: skip
any_text = st.one_of(
    st.text(st.characters()),
    st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join),
)


@given(any_text)
def test_every_entry_stands_in_the_label_where_it_says(label: str) -> None:
    reading = read_label(label, VOCABULARY)

    assert reading.label == label
    assert all(label[one.start : one.end] == one.text for one in reading.entries)


@given(any_text)
def test_entries_are_in_order_and_do_not_overlap(label: str) -> None:
    entries = read_label(label, VOCABULARY).entries

    assert all(one.start < one.end for one in entries)
    assert all(one.end <= other.start for one, other in pairwise(entries))


@given(any_text)
def test_positions_count_from_one_in_each_section(label: str) -> None:
    entries = read_label(label, VOCABULARY).entries

    for section in {one.section for one in entries}:
        positions = [one.position for one in entries if one.section is section]
        assert positions == list(range(1, len(positions) + 1))


@given(any_text)
def test_what_was_read_agrees_with_how_it_was_matched(label: str) -> None:
    for one in read_label(label, VOCABULARY).entries:
        unnamed = one.method in {Method.FAMILY, Method.UNKNOWN}
        assert (one.ingredient is None) == unnamed
        assert (one.family is not None) == (one.method is Method.FAMILY)
        assert (one.confidence == 0) == (one.method is Method.UNKNOWN)
        assert one.percent is None or 0 <= one.percent <= 10_000


@given(any_text)
def test_a_reading_has_a_problem_unless_it_is_good(label: str) -> None:
    reading = read_label(label, VOCABULARY)

    assert (reading.problem is None) == (reading.quality is Quality.GOOD)
    assert reading.entries or reading.quality in {Quality.EMPTY, Quality.NOT_A_LIST}


@given(any_text)
def test_a_label_is_read_alike_every_time(label: str) -> None:
    assert read_label(label, VOCABULARY) == read_label(label, VOCABULARY)


@given(any_text)
def test_spelling_twice_changes_nothing(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@given(st.sampled_from(PRINTED), st.sampled_from([str.lower, str.upper, str.title, str.strip]))
def test_capitals_do_not_matter(name: str, printed: "type[str]") -> None:
    assert normalise(printed(name)) == normalise(name)


@given(
    st.lists(st.sampled_from([*CLEAN, "Foo Bar", "Bazol"]), min_size=1), st.sampled_from(["", "."])
)
def test_a_clean_list_is_read_as_by_the_obvious_reader(names: list[str], end: str) -> None:
    label = ", ".join(names) + end

    entries = read_label(label, VOCABULARY).entries

    assert tuple((one.text, one.ingredient) for one in entries) == read_clean_list(
        label, VOCABULARY
    )


@pytest.mark.needs_shared
@pytest.mark.skipif(not CATALOGUES.exists(), reason="the catalogues are not here")
@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("sephora_2026_raw_619.csv.gz", "ingredients"),
        ("sephora_cosmetics_1472.csv.gz", "Ingredients"),
        ("lookfantastic_skincare_1138.csv.gz", "clean_ingreds"),
    ],
)
def test_real_labels_keep_the_laws(file: str, column: str) -> None:
    with gzip.open(CATALOGUES / file, "rt", encoding="utf-8", newline="") as rows:
        labels = [row[column] for row in csv.DictReader(rows)]

    for label in labels:
        entries = read_label(label, VOCABULARY).entries
        assert all(label[one.start : one.end] == one.text for one in entries)
        assert all(one.end <= other.start for one, other in pairwise(entries))
