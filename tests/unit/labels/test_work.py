"""The work grows in proportion to the text, and not at all past the longest text read."""

from collections.abc import Iterator, Mapping

import pytest

from milium.domain.ids import IngredientId
from milium.domain.labels import Vocabulary
from milium.engine.labels import normalise, read_label
from milium.engine.labels.brackets import bracket_pairs
from milium.engine.labels.read import MOST
from milium.engine.labels.tokens import tokens
from tests.builders.labels import HEADINGS, a_vocabulary


class CountingNames(Mapping[str, IngredientId]):
    """Names that count the letters they are asked about."""

    def __init__(self, names: Mapping[str, IngredientId]) -> None:
        self.names = names
        self.letters = 0

    def __getitem__(self, name: str) -> IngredientId:
        self.letters += 1 + len(name)
        return self.names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def letters_looked_up(label: str) -> int:
    usual = a_vocabulary()
    names = CountingNames(usual.by_name)
    vocabulary = Vocabulary(usual.ingredients, names, usual.families, (), HEADINGS, 60)
    read_label(label, vocabulary)
    return names.letters


HOSTILE = {
    "commas": ",",
    "names": "Foo, ",
    "spaces": " a",
    "open brackets": "(a",
    "closed brackets": ")a",
    "nested brackets": "(a)[b]{c} ",
    "slashes": "a/",
    "full stops": "a. ",
    "ands": "a and ",
    "blends": "(and) b",
    "percents": "1% a",
    "headings": "Ingredients: a ",
    "bracketed headings": "[+/- a ",
    "empty lines": "\n \n a",
    "NULs": "\x00a",
    "half characters": "\ud800a",
    "digits": "1,2",
    "spaced dashes": " - a",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    few, many = (letters_looked_up(unit * (size // len(unit))) for size in (MOST // 2, MOST))

    assert many <= 2.2 * few + 100
    assert many <= 12 * MOST


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_ten_megabytes_are_no_more_work_than_the_longest_text_read(unit: str) -> None:
    whole = unit * (10_000_000 // len(unit))

    assert letters_looked_up(whole) == letters_looked_up(whole[:MOST])


def test_what_is_read_of_a_long_label_keeps_its_places() -> None:
    label = "Aqua, Foo (Bar), " * 100_000

    reading = read_label(label, a_vocabulary())

    assert reading.label == label
    assert all(label[one.start : one.end] == one.text for one in reading.entries)
    assert reading.entries[-1].end <= MOST


def test_a_hundred_thousand_brackets_have_at_most_half_as_many_pairs() -> None:
    assert len(bracket_pairs("(" * 100_000 + ")" * 100_000)) == 100_000
    assert bracket_pairs("(" * 100_000) == ()
    assert bracket_pairs("(]" * 100_000) == ()


def test_a_hundred_thousand_commas_hold_no_entry() -> None:
    assert list(tokens("," * 100_000, 0, 100_000, ())) == []


def test_a_megabyte_long_name_is_spelled() -> None:
    assert normalise(" - / ( " * 100_000).count(" ") == 0
