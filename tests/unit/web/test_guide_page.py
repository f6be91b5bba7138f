"""What the answer page says of reviews and of parts that are switched off."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from html import unescape

from milium.adapters.web.guide_page import distinct
from milium.app.formats.guide import ReasonJson
from milium.app.review_areas import ReviewBook
from milium.domain.ids import MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.modules import Module
from milium.kb import with_reviews
from tests.builders.reviews import a_signed_form, an_opinion
from tests.unit.web.walking import Walker


def walk(knowledge: Knowledge, steps: Callable[[Walker], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Walker(knowledge) as walker:
            await steps(walker)

    asyncio.run(run())


def test_the_guide_names_who_reviewed_a_sentence_and_says_of_which_nobody_has(
    knowledge: Knowledge,
) -> None:
    book = ReviewBook(knowledge)
    form = a_signed_form(an_opinion(book, "rule/not-looked-at"))
    shown = {"Reviewed by Jane Roe, ophthalmologist (GMC 1234567), 3 December 2026.": 1}
    told = "No clinician has reviewed {} sentences yet."

    async def steps(walker: Walker, *, signed: bool) -> None:
        await walker.begin()
        await walker.go("/guide")
        for text, times in shown.items():
            assert walker.text.count(text) == (times if signed else 0)
        assert (told.format("the other") in walker.text) == signed
        assert told.format("these") in walker.text

    walk(with_reviews(knowledge, [form]), partial(steps, signed=True))
    walk(knowledge, partial(steps, signed=False))


def test_a_place_that_switched_parts_off_shows_a_sentence_in_their_stead(
    knowledge: Knowledge,
) -> None:
    triage = knowledge.triage
    places = {
        name: replace(place, modules_off=tuple(Module)) for name, place in triage.places.items()
    }
    bare = replace(knowledge, triage=replace(triage, places=places))

    async def steps(walker: Walker, *, off: bool) -> None:
        await walker.begin()
        await walker.go("/guide")
        text = unescape(walker.text)
        for module in Module:
            said = knowledge.texts["en"][MessageId(f"module.{module.value}.off")]
            assert text.count(said) == off, module
        assert ("Find your skin type" in text) != off
        assert "Who should look, and who should not" in text

    walk(bare, partial(steps, off=True))
    walk(knowledge, partial(steps, off=False))


def test_of_two_entries_that_say_the_same_the_one_nobody_reviewed_is_shown() -> None:
    first, second = (
        ReasonJson(entry=name, text="Same.", grade="C", citations=[], reviewed=who)
        for name, who in (("a", None), ("b", "Jane Roe"))
    )

    assert distinct([first, second]) == distinct([second, first]) == (first,)
