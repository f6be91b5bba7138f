"""Amounts, sections, quality and ways of matching."""

import pytest

from milium.domain.labels import LabelReading, Method, Quality, Section
from milium.engine.labels import read_label
from tests.builders.labels import a_family, a_vocabulary


def read(label: str) -> LabelReading:
    return read_label(label, a_vocabulary())


@pytest.mark.parametrize(
    ("label", "percents"),
    [
        ("Zinc Oxide 14.70%, Aqua", [1470, None]),
        ("Retinol 0,3 %", [30]),
        ("Retinol (0.025%)", [3]),
        ("10% Glycerin", [1000]),
        ("Glycerin 5% w/w", [500]),
        ("Glycerin 100%", [10000]),
        ("Glycerin 101%", [None]),
        ("Glycerin 1% 2%", [None]),
        ("Titanium Dioxide 1.7%Water", [170, None]),
    ],
)
def test_a_printed_percent_is_kept_in_hundredths(label: str, percents: list[int | None]) -> None:
    reading = read(label)

    assert [entry.percent for entry in reading.entries] == percents
    assert all(entry.ingredient for entry in reading.entries)


SECTIONS = {
    "heading": ("Ingredients: Aqua, Mica", [("Aqua", "base", 1), ("Mica", "base", 2)]),
    "heading without colon": ("INGREDIENTS Aqua", [("Aqua", "base", 1)]),
    "heading with a remark": ("Ingredients (INCI): Aqua", [("Aqua", "base", 1)]),
    "heading with a curly apostrophe": (
        "Liste d\N{RIGHT SINGLE QUOTATION MARK}ingrédients: Aqua",
        [("Aqua", "base", 1)],
    ),
    "heading after a full stop, in capitals": (
        "Rich balm. INGREDIENTS Aqua, Mica",
        [("Aqua", "base", 1), ("Mica", "base", 2)],
    ),
    "drug facts": (
        "Active Ingredients: Avobenzone 3%, Zinc Oxide 5% Inactive ingredients: Aqua",
        [("Avobenzone 3%", "active", 1), ("Zinc Oxide 5%", "active", 2), ("Aqua", "base", 1)],
    ),
    "drug facts without their heading": (
        "Avobenzone 3%, Zinc Oxide 5%. Inactive Ingredients: Aqua",
        [("Avobenzone 3%", "active", 1), ("Zinc Oxide 5%", "active", 2), ("Aqua", "base", 1)],
    ),
    "headings of two words need no mark, if they begin with a capital": (
        "Active Ingredients Zinc Oxide 5% Inactive Ingredients Aqua, active ingredients in",
        [("Zinc Oxide 5%", "active", 1), ("Aqua", "base", 1),
         ("active ingredients in", "base", 2)],
    ),
    "a sentence with the name of a family in it": (
        "Night cream! With retinyl to firm. Ingredients: Aqua",
        [("Aqua", "base", 1)],
    ),
    "sentences before and behind with the name of a family in them": (
        "Our retinyl: the best there is. Aqua, Mica. Ask a shop for our retinyl book of hints",
        [("Aqua", "base", 1), ("Mica", "base", 2)],
    ),
    "a word after a full stop opens nothing": (
        "We chose. Ingredients we trust, Aqua, Mica",
        [("Ingredients we trust", "base", 1), ("Aqua", "base", 2), ("Mica", "base", 3)],
    ),
    "heading behind a bracket": (
        "Face Balm (Brand) Ingredients Aqua, Mica",
        [("Aqua", "base", 1), ("Mica", "base", 2)],
    ),
    "a letter that gets longer in lower case": (
        "İİ Ingredients: Aqua. May contain Mica",
        [("Aqua", "base", 1), ("Mica", "may_contain", 1)],
    ),
    "headings of two words with nothing between": (
        "Active Ingredients Zinc Oxide Inactive Ingredients Aqua",
        [("Zinc Oxide", "active", 1), ("Aqua", "base", 1)],
    ),
    "a list before a heading": (
        "Aqua, Mica. Ingredients: Glycerin",
        [("Aqua", "base", 1), ("Mica", "base", 2), ("Glycerin", "base", 3)],
    ),
    "a list half known before a heading": (
        "Aqua, Foo. Ingredients: Mica",
        [("Aqua", "base", 1), ("Foo", "base", 2), ("Mica", "base", 3)],
    ),
    "advertising before a heading": (
        "Face Firming Balm, New, (Brand)Ingredients: Aqua",
        [("Aqua", "base", 1)],
    ),
    "may contain": (
        "Aqua. May Contain Mica, Titanium Dioxide",
        [("Aqua", "base", 1), ("Mica", "may_contain", 1), ("Titanium Dioxide", "may_contain", 2)],
    ),
    "may contain in brackets, list goes on": (
        "Aqua, [+/- Peut Contenir: Mica], Glycerin",
        [("Aqua", "base", 1), ("Mica", "may_contain", 1), ("Glycerin", "base", 2)],
    ),
    "a bracket round the sign alone": (
        "Aqua, (+/-): Mica, Titanium Dioxide",
        [("Aqua", "base", 1), ("Mica", "may_contain", 1), ("Titanium Dioxide", "may_contain", 2)],
    ),
    "a heading inside such a bracket": (
        "Aqua, [May contain Mica, +/- Glycerin], Parfum",
        [("Aqua", "base", 1), ("Mica", "may_contain", 1), ("Glycerin", "may_contain", 2),
         ("Parfum", "base", 2)],
    ),
    "the word in a sentence opens nothing": (
        "Aqua, made with ingredients you trust, Mica",
        [("Aqua", "base", 1), ("made with ingredients you trust", "base", 2), ("Mica", "base", 3)],
    ),
    "the word in a longer word opens nothing": (
        "Aqua, superingredients: Mica",
        [("Aqua", "base", 1), ("Mica", "base", 2)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), SECTIONS.values(), ids=SECTIONS.keys())
def test_headings_open_sections(label: str, expected: list[tuple[str, str, int]]) -> None:
    entries = read(label).entries

    assert [(one.text, one.section.value, one.position) for one in entries] == expected


def test_without_headings_all_is_one_list() -> None:
    reading = read_label("Aqua, may contain Mica", a_vocabulary(headings=()))

    assert [(one.text, one.section) for one in reading.entries] == [
        ("Aqua", Section.BASE),
        ("may contain Mica", Section.BASE),
    ]


@pytest.mark.parametrize(
    ("label", "quality", "problem"),
    [
        ("", Quality.EMPTY, "label.empty"),
        (" \n\t", Quality.EMPTY, "label.empty"),
        ("No Info", Quality.NOT_A_LIST, "label.placeholder"),
        ("Visit the Somebody boutique", Quality.NOT_A_LIST, "label.placeholder"),
        ("Visit the Somebody boutique" * 9, Quality.NOT_A_LIST, "label.prose"),
        ("Hello", Quality.NOT_A_LIST, "label.unreadable"),
        ("\ud800\x00\ufffd", Quality.NOT_A_LIST, "label.unreadable"),
        ("This cream is made for you and only for you", Quality.NOT_A_LIST, "label.prose"),
        ("Firms: now, Calms, Softens, Smooths, Lifts, Mica", Quality.NOT_A_LIST, "label.prose"),
        ("Firms: now, Calms, Softens, Smooths, Mica", Quality.PARTIAL, "label.partly_read"),
        ("Aqua, Foo, Bar, Baz, Qux", Quality.PARTIAL, "label.partly_read"),
        ("Aqua, Mica, Foo, Bar, Glycerin", Quality.GOOD, None),
        ("Aqua, Mica, Foo, Bar, Bisabo Retinolate", Quality.PARTIAL, "label.partly_read"),
        ("Aqua, " * 4000, Quality.PARTIAL, "label.too_long"),
        ("Hello, " * 4000, Quality.NOT_A_LIST, "label.unreadable"),
    ],
)  # fmt: skip
def test_a_reading_says_how_good_it_is(label: str, quality: Quality, problem: str | None) -> None:
    reading = read(label)

    assert (reading.quality, reading.problem) == (quality, problem)


@pytest.mark.parametrize("name", ["Mica nano", "Mica (Nano)", "Mica [ nano ]"])
def test_a_nano_mark_is_no_part_of_the_name(name: str) -> None:
    assert [one.method for one in read(name).entries] == [Method.EXACT]


def test_the_longest_heading_that_fits_opens_the_section() -> None:
    headings = (("INGREDIENTS", Section.BASE), ("INGREDIENTS ACTIFS", Section.ACTIVE))

    entries = read_label("Ingredients actifs: Mica", a_vocabulary(headings=headings)).entries

    assert [(one.text, one.section) for one in entries] == [("Mica", Section.ACTIVE)]


def test_what_advertising_alone_names_is_kept_but_makes_no_list() -> None:
    reading = read("-Retinol: Helps the skin. -Mica: Gives it a glow that lasts all day long")

    assert (reading.quality, reading.problem) == (Quality.NOT_A_LIST, "label.prose")
    assert [one.ingredient for one in reading.entries if one.ingredient] == ["retinol", "mica"]


def test_a_placeholder_has_no_entries() -> None:
    assert read("NO INFO.").entries == ()


def test_each_way_of_matching_is_told_with_how_sure_it_is() -> None:
    entries = read("AQUA, Water, Water/Eau, Water/Wasser, Trimethicone, Foo").entries

    assert [(one.method, one.confidence) for one in entries] == [
        (Method.EXACT, 100),
        (Method.ALIAS, 95),
        (Method.STRUCTURAL, 90),
        (Method.STRUCTURAL, 75),
        (Method.FAMILY, 50),
        (Method.UNKNOWN, 0),
    ]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Amotrimethicone", "silicone"),
        ("Amotrimethicone (Foo)", "silicone"),
        ("Retinyl Amotrimethicone", "retinoid-name"),
        ("Youth Complex (Retinyl Fooate)", "retinoid-name"),
        ("Foo/Retinyl Fooate", "retinoid-name"),
        ("Amotrimethicone (Retinyl Fooate)", "retinoid-name"),
        ("Foo", None),
    ],
)
def test_a_name_never_seen_gets_its_family_and_one_that_asks_comes_first(
    name: str, family: str | None
) -> None:
    entry = read(name).entries[0]

    assert (entry.ingredient, entry.family) == (None, family)


def test_without_families_an_unknown_name_is_unknown() -> None:
    entry = read_label("Amotrimethicone", a_vocabulary(families=())).entries[0]

    assert entry.method is Method.UNKNOWN


def test_a_family_may_group_inside_its_pattern() -> None:
    families = (a_family("first", "(A)(B)C"), a_family("second", "(D)(?:E|(F))"))

    entries = read_label("ABC, DF", a_vocabulary(families=families)).entries

    assert [one.family for one in entries] == ["first", "second"]


def test_a_family_may_be_a_choice_of_patterns() -> None:
    families = (a_family("first", ".*A|B.*"),)

    entries = read_label("XXA, BXX, AXB", a_vocabulary(families=families)).entries

    assert [one.family for one in entries] == ["first", "first", None]
