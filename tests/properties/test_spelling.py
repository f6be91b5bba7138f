"""Laws of mending damaged names, against the slow, obvious way."""

from hypothesis import given
from hypothesis import strategies as st

from milium.domain.labels import Method
from milium.engine.labels import read_label
from milium.engine.labels.index import name_index
from milium.engine.labels.masking import masked
from milium.engine.labels.spelling import distance, mended, mended_word, nearest_words
from tests.builders.labels import a_vocabulary
from tests.oracle.spelling import slow_distance, slow_nearest

VOCABULARY = a_vocabulary()
INDEX = name_index(VOCABULARY)
WORDS = sorted(INDEX.words)
letters = st.text("ABCDE", max_size=8)
damaged = st.builds(
    lambda word, at, sign: word[: at % len(word)] + sign + word[at % len(word) + 1 :],
    st.sampled_from(WORDS),
    st.integers(0, 30),
    st.sampled_from(["", "A", "X", "EE"]),
)
SIGNS = [
    "<b>",
    "</b>",
    "<br>",
    "<li",
    ">",
    "<",
    "&",
    "&amp;",
    "&nbsp",
    "&#8226;",
    "&#x110000;",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "Aqua",
    "<sup>1</sup>",
    "&bogus;",
]
markup = st.lists(st.sampled_from([*SIGNS, "-\n", " ", "\u200b"]), max_size=30).map("".join)


@given(letters, letters, st.integers(0, 4))
def test_the_distance_is_the_slow_one_or_more_than_asked(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(slow_distance(one, other), most + 1)


@given(damaged)
def test_nothing_one_edit_away_is_missed_but_what_means_another(run: str) -> None:
    found = {word for word, edits in nearest_words(run, INDEX) if edits == 1}

    assert found <= slow_nearest(run, WORDS)
    assert all(
        word in found or run[-2:] != word[-2:] or len(run) != len(word) or run[:1] != word[:1]
        for word in slow_nearest(run, WORDS)
    )


@given(st.text(max_size=40))
def test_what_is_mended_is_an_ingredient_of_the_vocabulary(name: str) -> None:
    found = mended(name.upper(), INDEX)

    assert found is None or found in VOCABULARY.ingredients


@given(st.sampled_from(WORDS))
def test_a_word_that_is_right_stays_as_it_is(word: str) -> None:
    assert mended_word(word, INDEX) == word


@given(damaged)
def test_a_mended_number_never_changes(run: str) -> None:
    entries = read_label(f"Polysorbate 20{run}", VOCABULARY).entries

    assert all(one.ingredient != "hexanediol" for one in entries if one.method is Method.FUZZY)


@given(st.one_of(markup, st.text(st.characters())))
def test_undoing_markup_moves_nothing(label: str) -> None:
    assert len(masked(label)) == len(label)
