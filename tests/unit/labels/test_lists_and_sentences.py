"""Lists told from sentences, and names at their edges, with words of sentences to tell them by."""

from dataclasses import replace

import pytest

from milium.domain.ids import IngredientId
from milium.domain.labels import Ingredient, LabelReading, Method, Section, Vocabulary
from milium.engine.labels import explain_label, normalise, read_label
from milium.engine.labels.index import name_index
from milium.engine.labels.spelling import mended
from tests.builders.labels import HEADINGS, a_vocabulary

MORE = (*HEADINGS, ("HOW TO USE", None), ("FREE FROM", None), ("CONTAINS", Section.BASE))


def vocabulary() -> Vocabulary:
    return replace(
        a_vocabulary(headings=MORE),
        umbrellas=frozenset({"VITAMIN A", "IRON OXIDES"}),
        qualifiers=frozenset({"ORGANIC", "OF PLANT ORIGIN", "AND"}),
        prose_words=frozenset(
            [
                "THE",
                "WITH",
                "AND",
                "YOUR",
                "SKIN",
                "IS",
                "MADE",
                "WE",
                "FOR",
                "USE",
                "TO",
                "IT",
                "OF",
            ]
        ),
        denials=frozenset({"FREE", "WITHOUT", "NO"}),
    )


def read(label: str) -> LabelReading:
    return read_label(label, vocabulary())


def named(label: str) -> list[str]:
    return [entry.ingredient or f"? {entry.text}" for entry in read(label).entries]


LISTS = {
    "a name the sentence before ends with": (
        "It is made with aqua, glycerin, mica, parfum",
        ["aqua", "glycerin", "mica", "parfum"],
    ),
    "a name the sentence behind begins with": (
        "Aqua, Glycerin, Mica, Parfum we made it for your skin",
        ["aqua", "glycerin", "mica", "parfum"],
    ),
    "a name with a bracket at a sentence's end": (
        "It is made with Water (Aqua), glycerin, mica, parfum",
        ["aqua", "glycerin", "mica", "parfum"],
    ),
    "a damaged name at a sentence's end": (
        "It is made with G1ycerin, aqua, mica, parfum",
        ["glycerin", "aqua", "mica", "parfum"],
    ),
    "nothing known at a sentence's end": (
        "It is made with love for your skin, aqua, mica, parfum",
        ["aqua", "mica", "parfum"],
    ),
    "nothing known at a sentence's beginning": (
        "Aqua, Mica, Parfum, we made it for your skin",
        ["aqua", "mica", "parfum"],
    ),
    "two lists and sentences between": (
        "Aqua, Glycerin, Mica. We made it for skin. It is made to use. Petrolatum, Retinol, Parfum",
        ["aqua", "glycerin", "mica", "petrolatum", "retinol", "parfum"],
    ),
    "a few names in a sentence beside a list": (
        "With mica, parfum we made it. It is for skin. Aqua, Retinol, Zinc Oxide, Limonene, Linalool",
        ["aqua", "retinol", "zinc-oxide", "limonene", "linalool"],
    ),
    "praised before the list": (
        "Retinol. Mica. Aqua, Glycerin, Retinol, Mica, Parfum",
        ["aqua", "glycerin", "retinol", "mica", "parfum"],
    ),
    "praised with its percent": (
        "Retinol 1% Retinol 1%, Aqua, Glycerin, Mica",
        ["retinol", "aqua", "glycerin", "mica"],
    ),
    "an active with its purpose": (
        "Active ingredients: Avobenzone 3%: for your skin, Zinc Oxide 5%: for your skin",
        ["avobenzone", "zinc-oxide"],
    ),
    "an active in a sentence": (
        "Active ingredients: we made it with Retinol. Inactive ingredients: Aqua, Mica",
        ["retinol", "aqua", "mica"],
    ),
    "an active named again in the sentence": (
        "Ingredients: we made it with Mica. Aqua, Mica, Parfum",
        ["aqua", "mica", "parfum"],
    ),
    "one name among sentences under a heading": (
        "Active ingredients: for your skin. Retinol. use it for your skin. Ingredients: Aqua, Mica",
        ["retinol", "aqua", "mica"],
    ),
    "a title before a heading": (
        "Aqua, Mica, Parfum. NIGHT BALM Ingredients: Petrolatum, Retinol",
        ["aqua", "mica", "parfum", "petrolatum", "retinol"],
    ),
    "a name that runs into a title before a heading": (
        "Aqua, Mica, Parfum NIGHT Ingredients: Petrolatum, Retinol",
        ["aqua", "mica", "parfum", "petrolatum", "retinol"],
    ),
    "an unknown entry that runs into nothing before a heading": (
        "Aqua, Mica, Foo NIGHT Ingredients: Petrolatum, Retinol",
        ["aqua", "mica", "? Foo NIGHT", "petrolatum", "retinol"],
    ),
    "what follows is no list": (
        "Aqua, Mica, Parfum\nHow to use: on your skin",
        ["aqua", "mica", "parfum"],
    ),
    "a list behind what it is free from": (
        "Free from: retinol, mica. Aqua, Glycerin, Parfum, Limonene, Linalool",
        ["aqua", "glycerin", "parfum", "limonene", "linalool"],
    ),
    "a word of a heading that goes on in a sentence": (
        "Balm: Contains mica for your skin. Aqua, Glycerin, Parfum, Limonene",
        ["aqua", "glycerin", "parfum", "limonene"],
    ),
    "denied inside the list": (
        "Aqua, Glycerin, no retinol, Mica, Parfum, Limonene",
        ["aqua", "glycerin", "? no retinol", "mica", "parfum", "limonene"],
    ),
    "a number that is no denial": (
        "Aqua, Foo No 7, Mica, Parfum, no foo and bar, Retinol, Glycerin, Limonene",
        ["aqua", "? Foo No 7", "mica", "parfum", "? no foo and bar", "retinol", "glycerin", "limonene"],
    ),
    "none of it": ("Retinol 0%, Aqua, Glycerin, Mica, Parfum", ["aqua", "glycerin", "mica", "parfum"]),
    "a name before a colon inside the list": (
        "Aqua, Foo, Parfum: Limonene, Linalool",
        ["aqua", "? Foo", "parfum", "limonene", "linalool"],
    ),
    "a title with a colon inside the list": (
        "Aqua, Glycerin, Night Balm: Petrolatum, Retinol, Mica",
        ["aqua", "glycerin", "petrolatum", "retinol", "mica"],
    ),
    "an entry of INCI words begins the list": (
        "It is made for your skin. Foobar Butter, Aqua, Glycerin, Mica",
        ["? Foobar Butter", "aqua", "glycerin", "mica"],
    ),
    "what begins no list": (
        "It is made for your skin. Foobar Blarg, Aqua, Glycerin, Mica",
        ["aqua", "glycerin", "mica"],
    ),
    "words run together with one damaged between": (
        "AQUA GLYCERIN PHENOXYETHANL MICA PARFUM RETINOL",
        ["aqua", "glycerin", "phenoxyethanol", "mica", "parfum", "retinol"],
    ),
    "words run together with one unknown between": (
        "AQUA GLYCERIN FOOBAR MICA PARFUM RETINOL",
        ["aqua", "glycerin", "? FOOBAR", "mica", "parfum", "retinol"],
    ),
    "words run together with two damaged between": (
        "AQUA GLYCERIN PETROLATM PHENOXYETHANL MICA PARFUM RETINOL LIMONENE LINALOOL",
        ["aqua", "glycerin", "petrolatum", "phenoxyethanol", "mica", "parfum", "retinol",
         "limonene", "linalool"],
    ),
    "a general name beside a colour in one row": (
        "Aqua, CI 77491 Iron Oxides, Mica",
        ["aqua", "red-iron-oxide", "mica"],
    ),
    "a general name alone": ("Aqua, Iron Oxides, Mica", ["aqua", "red-iron-oxide", "mica"]),
    "a general name and nothing more exact": (
        "Aqua, Foo (Vitamin A), Mica",
        ["aqua", "retinol", "mica"],
    ),
    "synonyms that follow each other": ("Aqua Water Eau, Mica", ["aqua", "mica"]),
    "words that change nothing": (
        "Organic Glycerin, Mica of plant origin, Aqua",
        ["glycerin", "mica", "aqua"],
    ),
    "torn apart by a comma": ("Aqua, Zinc, Oxide, Mica", ["aqua", "zinc-oxide", "mica"]),
    "numbered": ("1. Aqua 2. Glycerin 3. Mica", ["aqua", "glycerin", "mica"]),
    "a colour in pieces": ("Aqua, CI 774 91, Cl 77019, Mica", ["aqua", "red-iron-oxide", "mica", "mica"]),
    "colours by bare numbers": (
        "Aqua, Iron Oxides (CI 77491, 77019), Mica",
        ["aqua", "red-iron-oxide", "mica", "mica"],
    ),
    "a part of the plant in the bracket": (
        "Aqua, Helianthus Annuus (Sunflower Seed) Oil, Mica",
        ["aqua", "sunflower-oil", "mica"],
    ),
    "numbers with leading dots": ("Retinol ..... 0.5 g\nMica ..... 2 g", ["retinol", "mica"]),
    "a footnote's number": ("Aqua, Glycerin(1), Mica (1) Fair trade", ["aqua", "glycerin", "mica", "? Fair trade"]),
    "scanned digits in a chemical name": ("Aqua, l,2-Hexanediol, Mica", ["aqua", "hexanediol", "mica"]),
    "a scanned heading": ("lngredients: Aqua, Mica", ["aqua", "mica"]),
    "what a heading's bracket says": ("Ingredients (INCI) Aqua, Mica", ["aqua", "mica"]),
    "unknown behind names without marks": (
        "Aqua, Glycerin Mica Limonene Zinc Oxide Titanium Dioxide Foo, Parfum",
        ["aqua", "glycerin", "mica", "limonene", "zinc-oxide", "titanium-dioxide", "? Foo", "parfum"],
    ),
    "damaged names between names without marks": (
        "Aqua, Glycerin Mica Tocopheroi llmonene Zinc Oxide Titanium Dioxide, Parfum",
        ["aqua", "glycerin", "mica", "tocopherol", "limonene", "zinc-oxide", "titanium-dioxide", "parfum"],
    ),
    "a title with an amount": ("Zinc Oxide 10%: aqua, mica", ["zinc-oxide", "aqua", "mica"]),
    "a title with an amount behind a sentence": (
        "We made it for your skin. Zinc Oxide 10%: aqua, mica",
        ["zinc-oxide", "aqua", "mica"],
    ),
    "a title that asks": ("Vitamin A: aqua, mica", ["retinol", "aqua", "mica"]),
    "a title that asks, named again": ("Retinol: aqua, retinol", ["aqua", "retinol"]),
    "a title that asks nothing": ("Shea Butter: aqua, mica", ["aqua", "mica"]),
    "a title that names nothing known": ("Foo Cream: aqua, mica", ["aqua", "mica"]),
    "a list literal": ("['aqua', 'mica', 'parfum']", ["aqua", "mica", "parfum"]),
}  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_list_is_told_from_sentences(label: str, expected: list[str]) -> None:
    assert named(label) == expected


def test_a_placeholder_behind_a_heading_is_one() -> None:
    assert read("Ingredients: no info").problem == "label.placeholder"


def test_a_family_that_asks_is_found_in_a_sentence_too() -> None:
    entries = read("Aqua, Glycerin, Mica with retinyl fooate for your skin, Parfum").entries

    assert [entry.family for entry in entries if entry.method is Method.FAMILY] == ["retinoid-name"]


def test_an_explanation_shows_every_piece_once_and_what_was_kept() -> None:
    explained = explain_label("It is <b>made</b> with aqua, mica\nHow to use: daily", vocabulary())

    assert explained.seen == "It is made with aqua, mica\nHow to use: daily"
    assert [(part.section, part.headed) for part in explained.parts] == [
        (Section.BASE, False),
        (None, True),
    ]
    pieces = explained.parts[0].pieces
    assert [(piece.text, piece.kept) for piece in pieces] == [
        ("It is <b>made</b> with aqua", False),
        ("aqua", True),
        ("mica", True),
    ]
    assert explained.reading.entries[0].start == 23


def test_too_many_ways_to_mend_a_name_are_none() -> None:
    names = [f"ABCDEFGH{sign}" for sign in "KMNPRSTWXYZ"]
    ids = {name: IngredientId(name.lower()) for name in [*names, "ABCDEFGHK ABCDEFGHM ABCDEFGHN"]}
    many = Vocabulary(
        {one: Ingredient(one, name, ()) for name, one in ids.items()},
        {normalise(name): one for name, one in ids.items()},
        (),
        (),
        (),
        60,
    )

    assert mended("ABCDEFGHJ ABCDEFGHJ ABCDEFGHJ", name_index(many)) is None


def test_a_vocabulary_has_one_index_for_as_long_as_it_is_in_use() -> None:
    one, other = vocabulary(), vocabulary()

    assert name_index(one) is name_index(one)
    assert name_index(one) is not name_index(other)
