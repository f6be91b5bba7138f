"""What comes first is said in everyday words: no word in an action outside a list of 1,500."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from milium.domain.knowledge import Knowledge
from tests.knowledge.readability import words_of

LIST = Path(__file__).with_name("plain_words.txt")
RARE = "# Rare or medical"
MOST_WORDS, MOST_RARE = 1500, 25


def listed() -> tuple[Sequence[str], Sequence[str]]:
    """The everyday words, and those of the block at the end."""
    everyday, _, rare = LIST.read_text("utf-8").partition(RARE)
    return _words(everyday), _words(RARE + rare)


def _words(block: str) -> Sequence[str]:
    return [line for line in block.splitlines() if line and not line.startswith("#")]


def bases(word: str) -> Iterator[str]:
    """What a word may be a form of: itself, and without plural, -ed, -ing and possessive."""
    plain = re.sub(r"['\u2019]s?$", "", word.lower())
    yield plain
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = plain.removesuffix(ending)
        if stem == plain:
            continue
        yield stem
        if ending == "ing":
            yield f"{stem}e"
        if ending in {"ed", "es"} and stem.endswith("i"):
            yield f"{stem[:-1]}y"
        if ending in {"ed", "ing"} and stem[-1:] == stem[-2:-1]:
            yield stem[:-1]


def outside(text: str, words: frozenset[str]) -> Sequence[str]:
    """The words of a text that no word of a list is the base form of."""
    said = words_of(re.sub(r"\{[a-z_]+\}", "", text))
    parts = [part for word in said for part in word.split("-")]
    return [part for part in parts if words.isdisjoint(bases(part))]


@pytest.mark.parametrize("prefix", ["action.", "tonight."])
def test_an_action_says_plain_words_only(prefix: str, knowledge: Knowledge) -> None:
    everyday, rare = listed()
    words = frozenset((*everyday, *rare))
    actions = {
        str(name): text for name, text in knowledge.texts["en"].items() if name.startswith(prefix)
    }

    assert len(actions) > 30
    assert {name: odd for name, text in actions.items() if (odd := outside(text, words))} == {}


def test_the_list_is_short_and_each_word_stands_once() -> None:
    everyday, rare = listed()

    assert len(everyday) + len(rare) <= MOST_WORDS
    assert list(everyday) == sorted(set(everyday))
    assert list(rare) == sorted(set(rare))
    assert set(everyday).isdisjoint(rare)
    assert [word for word in (*everyday, *rare) if not re.fullmatch("[a-z]+", word)] == []


def test_the_rare_words_are_few_and_each_is_said(knowledge: Knowledge) -> None:
    _, rare = listed()
    said = {
        base
        for name, text in knowledge.texts["en"].items()
        if name.startswith(("action.", "tonight."))
        for word in words_of(text)
        for base in bases(word)
    }

    assert 0 < len(rare) <= MOST_RARE
    assert [word for word in rare if word not in said] == []


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Bumps", "bump"), ("lenses", "lens"), ("dries", "dry"), ("dried", "dry"), ("used", "use"),
        ("asked", "ask"), ("rubbed", "rub"), ("rubbing", "rub"), ("taking", "take"),
        ("pressing", "press"), ("baby's", "baby"), ("nurses\u2019", "nurse"), ("ring", "ring"),
    ],
)  # fmt: skip
def test_a_form_is_led_back_to_its_base(word: str, base: str) -> None:
    assert base in bases(word)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Ring your doctor.", []),
        ("Leave out {products}.", []),
        ("Ring the out-of-hours line.", []),
        ("Consult your physician.", ["Consult", "physician"]),
        ("Take out the lid-speculum.", ["speculum"]),
    ],
)
def test_a_word_outside_the_list_is_found(text: str, odd: Sequence[str]) -> None:
    everyday, rare = listed()

    assert outside(text, frozenset((*everyday, *rare))) == odd
