"""Review packs: half hours, everything printed that a reviewer judges."""

from dataclasses import replace

import pytest

from milium.app.review_areas import ReviewBook
from milium.app.review_pack import MINUTES, Pack, PackPrinter, answer_block
from milium.domain.exposure import ExposureRule
from milium.domain.ids import MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Hazard, ZoneCap
from milium.domain.triage import Look, Rule


@pytest.fixture(scope="module")
def book(knowledge: Knowledge) -> ReviewBook:
    return ReviewBook(knowledge)


@pytest.fixture(scope="module")
def printer(book: ReviewBook) -> PackPrinter:
    return PackPrinter(book)


@pytest.fixture(scope="module")
def packs(book: ReviewBook, printer: PackPrinter) -> list[Pack]:
    return [pack for area in book.areas.values() for pack in printer.packs(area)]


def text_of(name: str, book: ReviewBook, printer: PackPrinter) -> str:
    return next(printer.printed(item).text for item in book.items() if item.id == name)


def test_each_part_fits_into_half_an_hour_and_says_so(
    packs: list[Pack], printer: PackPrinter
) -> None:
    for pack in packs:
        assert sum(each.minutes for each in pack.items) <= MINUTES or len(pack.items) == 1
        form = printer.form(pack)
        assert f"part {pack.part} of {pack.parts}" in form
        assert f"{len(pack.items)} items, about {pack.minutes} minutes" in form


def test_the_parts_of_an_area_hold_it_once(book: ReviewBook, printer: PackPrinter) -> None:
    for area in book.areas.values():
        parts = printer.packs(area)

        printed = [each.item.id for pack in parts for each in pack.items]

        assert printed == [item.id for item in book.items(area)]
        assert len(set(printed)) == len(printed)
        assert [pack.part for pack in parts] == list(range(1, len(parts) + 1))


def test_the_most_urgent_rules_come_first(book: ReviewBook) -> None:
    for area in book.areas.values():
        rules = [item.entry for item in book.items(area) if isinstance(item.entry, Rule)]

        levels = [rule.effect.when for rule in rules]

        assert levels == sorted(levels, key=lambda when: -1 if when is None else when, reverse=True)


def test_everything_but_hazards_can_be_reviewed_in_some_area(book: ReviewBook) -> None:
    inside = {item.id for area in book.areas.values() for item in book.items(area)}

    outside = [
        item.id
        for item in book.items()
        if item.id not in inside and not isinstance(item.entry, Hazard)
    ]

    assert outside == [], "name them under 'entries' of an area in reviews/areas.yaml"


def test_an_area_names_nothing_that_is_not_there(book: ReviewBook) -> None:
    known = {item.id for item in book.items()}

    assert (
        sorted(
            f"{name}: {entry}"
            for name, area in book.areas.items()
            for entry in area.entries
            if entry not in known
        )
        == []
    )


def test_a_rule_is_printed_with_condition_effect_words_grade_and_sources(
    book: ReviewBook, printer: PackPrinter
) -> None:
    text = text_of("rule/lid-bump-that-stays", book, printer)

    for said in (
        "A rule about one bump.",
        "- all of these hold:\n  - at least one of these holds:\n    - site is “Upper eyelid” or ",
        "  - age is 16 years or more",
        "  - present for is 4 weeks or more",
        "  - named by is not “",
        "- How soon: Within 8 weeks.",
        "- Whom to ask first: An eye doctor (ophthalmologist).",
        "Who may not: a beautician (esthetician)",
        "Home care goes no further than: Put nothing on it. Who may lift that: a doctor.",
        "**What the person reads**\n\n- First: “",
        "- Why: “",
        "- Tonight: “",
        "Grade B. Sources:\n\n- ",
        "13 of 692 bumps thought harmless were cancers",
    ):
        assert said in text, text


def test_what_is_said_to_somebody_in_other_words_is_printed_and_signed_too(
    book: ReviewBook, printer: PackPrinter, knowledge: Knowledge
) -> None:
    spoken = MessageId("action.child-no-rush@self")
    rule = next(
        item
        for item in book.items()
        if isinstance(item.entry, Rule) and item.entry.effect.action == "action.child-no-rush"
    )
    english = {**knowledge.texts["en"], spoken: "Something else."}
    other = ReviewBook(replace(knowledge, texts={**knowledge.texts, "en": english}))

    assert f"“{knowledge.texts['en'][spoken]}”" in printer.printed(rule).text
    changed = other.item(rule.id)
    assert changed is not None
    assert changed.fingerprint != rule.fingerprint


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("zone/lash_line", ["Lash line and inner corner: Put nothing on it."]),
        (
            "product-rule/rich-for-sore-skin",
            ["A rule about a product.", "What is said of the product: Keep"],
        ),
        ("product-rule/cream-without-a-list", ["is never put into a plan"]),
        ("look/syringoma", ["“Syringoma. Small", "For it (+++): “They are the same on both sides"]),
        ("look/milia", ["**A bump is like it when**", "**It is named when**"]),
        ("hazard/lid-cancer-missed", ["What holds against it: A lid bump with lost lashes"]),
    ],
)
def test_each_kind_of_item_says_what_it_does(
    name: str, said: list[str], book: ReviewBook, printer: PackPrinter
) -> None:
    text = text_of(name, book, printer)

    for each in said:
        assert each in text, text


def test_no_printed_item_could_be_taken_for_an_answer(
    book: ReviewBook, printer: PackPrinter
) -> None:
    for item in book.items():
        text = printer.printed(item).text
        assert "```" not in text
        assert text.startswith(f"## {item.id}\n\n")
        assert "\n\n\n" not in text
        assert answer_block(item).splitlines()[1] == f"{item.id} {item.fingerprint}"


def test_every_kind_of_entry_is_among_the_items(book: ReviewBook) -> None:
    kinds = {type(item.entry) for item in book.items()}

    assert kinds == {Rule, ExposureRule, Look, ZoneCap, Hazard}
