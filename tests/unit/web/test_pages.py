"""The pages, walked without a browser: where each step leads, what is kept, what is said."""

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from milium.adapters.store import MemoryCaseStore
from milium.adapters.web.start import DOORS
from milium.domain.knowledge import Knowledge
from tests.unit.web.walking import Walker

Steps = Callable[[Walker], Awaitable[None]]


def walk(knowledge: Knowledge, steps: Steps, store: MemoryCaseStore | None = None) -> None:
    async def run() -> None:
        async with Walker(knowledge, store) as walker:
            await steps(walker)

    asyncio.run(run())


@pytest.mark.parametrize("door", [door.id for door in DOORS])
def test_every_door_leads_to_a_page_and_answers_no_safety_question(
    door: str, knowledge: Knowledge
) -> None:
    safety = {
        finding
        for question in knowledge.triage.asking.questions
        if question.safety
        for finding in question.findings
    }

    async def steps(walker: Walker) -> None:
        await walker.begin(door)
        kept = json.loads((await walker.store.list())[0].document)

        assert walker.page.status_code == 200
        answered = {*kept.get("person", {}), *kept.get("wishes", {}), *kept["lesions"][0]}
        assert not answered & safety

    walk(knowledge, steps)


def test_not_sure_is_asked_once_more_in_plainer_words_and_then_accepted(
    knowledge: Knowledge,
) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer("not_sure")
        assert walker.path == "/question/age"
        assert "Asked another way" in walker.text

        await walker.answer("not_sure")
        assert walker.path != "/question/age"

    walk(knowledge, steps)


@pytest.mark.parametrize(
    ("words", "unit"),
    [((), ""), (("3",), ""), (("three",), "weeks"), (("-3",), "weeks"), (("3",), "fortnights")],
)
def test_an_age_without_number_or_unit_is_refused_and_says_how(
    words: tuple[str, ...], unit: str, knowledge: Knowledge
) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer(*words, unit=unit)

        assert walker.page.status_code == 422
        assert "choose days, weeks, months or years" in walker.text
        assert "<title>Error: " in walker.page.text
        assert not words or f'value="{words[0]}"' in walker.page.text

    walk(knowledge, steps)


def test_no_unit_of_age_is_chosen_beforehand(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")

        assert "selected" not in walker.page.text

    walk(knowledge, steps)


def test_a_comma_counts_as_a_point(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin()
        await walker.go("/question/size.1")
        await walker.answer("1,5")
        await walker.go("/question/size.1")

        assert 'value="1.5"' in walker.page.text

    walk(knowledge, steps)


def test_a_change_from_check_returns_to_check_or_to_what_it_opens(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin()
        await walker.go("/question/medicines?from=check")
        assert 'href="/check">Back' in walker.page.text
        await walker.answer("none_of_these")

        assert walker.path.startswith(("/check", "/question/"))
        await walker.go("/check")
        assert "Medicines" in walker.text

    walk(knowledge, steps)


def test_back_leads_the_way_gone_and_continue_leads_on_along_it(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer("2", unit="years")
        second = walker.path
        assert 'href="/question/age">Back' in walker.page.text

        await walker.answer("none_of_these", "no")
        await walker.go("/question/age")
        await walker.answer("2", unit="years")
        assert walker.path == second

    walk(knowledge, steps)


def test_a_question_that_is_none_is_not_found(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin()
        await walker.go("/question/nothing")

        assert walker.page.status_code == 404

    walk(knowledge, steps)


@pytest.mark.parametrize("path", ["/guide", "/check", "/shelf", "/continue", "/question/age"])
def test_without_a_case_every_page_leads_to_the_start(path: str, knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.go(path)

        assert walker.path == "/"

    walk(knowledge, steps)


def test_a_form_about_an_earlier_case_changes_the_later_one_in_nothing(
    knowledge: Knowledge,
) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        earlier = walker.hidden("about")
        await walker.begin("baby")
        await walker.send("/question/age", {"answer": "3", "unit": "weeks"}, about=earlier)

        assert walker.page.status_code == 409
        assert "another tab" in walker.text
        assert all("weeks" not in case.document for case in await walker.store.list())

    walk(knowledge, steps)


def test_bumps_in_another_place_are_asked_about_and_can_be_taken_away(
    knowledge: Knowledge,
) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin()
        await walker.go("/check")
        await walker.send("/bumps", {})
        await walker.go("/question/site.2")
        assert "Bumps in place 2" in walker.text
        await walker.answer("chin")
        await walker.go("/check")
        assert "Chin" in walker.text

        await walker.send("/bumps", {"remove": "2"})
        assert walker.path == "/check"
        assert "Chin" not in walker.text

    walk(knowledge, steps)


def test_a_product_without_a_name_is_refused_and_keeps_what_was_pasted(
    knowledge: Knowledge,
) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("cream")
        await walker.send("/shelf", {"name": "", "label": "Aqua, Glycerin", "area": "face"})

        assert walker.page.status_code == 422
        assert "Give the product a name" in walker.text
        assert "Aqua, Glycerin</textarea>" in walker.page.text

    walk(knowledge, steps)


def test_a_label_stands_as_printed_and_what_it_holds_is_markup_no_more(
    knowledge: Knowledge,
) -> None:
    printed = "Aqua, <script>alert(1)</script>, Glycerin, Lanolin & Parfum"

    async def steps(walker: Walker) -> None:
        await walker.begin("cream")
        await walker.send("/shelf", {"name": '"><b>x', "label": printed})

        shown = re.search(r'<p class="label"[^>]*>(.*?)</p>', walker.page.text, re.DOTALL)
        assert shown
        unmarked = re.sub(r"</?(mark|span)[^>]*>", "", shown[1])
        assert unmarked == printed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert "<b>x" not in walker.page.text

    walk(knowledge, steps)


def test_a_product_is_removed(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("cream")
        await walker.send("/shelf", {"name": "Night balm", "label": "Petrolatum"})
        assert "Night balm" in walker.text
        await walker.send("/shelf/remove", {"product": "1"})

        assert "Night balm" not in walker.text

    walk(knowledge, steps)


def test_the_own_case_is_saved_as_a_file_and_deleted_for_good(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer("3", unit="weeks")
        await walker.go("/export.json")
        assert json.loads(walker.page.text)["person"]["age"] == {"value": 3, "unit": "weeks"}
        assert "attachment" in walker.page.headers["content-disposition"]

        await walker.go("/settings")
        await walker.send("/delete", {})
        assert "Your answers are deleted" in walker.text
        assert list(await walker.store.list()) == []
        await walker.go("/guide")
        assert walker.path == "/"

    walk(knowledge, steps)


def test_another_place_gives_other_numbers(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin()
        await walker.go("/settings")
        await walker.send("/settings", {"place": "US", "language": "en"})
        await walker.go("/")

        assert "Call 911 (United States)" in walker.text
        assert '"place": "US"' in (await walker.store.list())[0].document

    walk(knowledge, steps)


def test_the_list_opens_saves_and_deletes_with_the_key_only(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer("3", unit="weeks")
        for path in ("/cases/open", "/cases/delete", "/cases/delete-all"):
            await walker.send(path, {"case": "x"})
            assert walker.page.status_code == 403
        await walker.go("/cases/export")
        assert walker.page.status_code == 403

        await walker.go("/cases?key=one-time-key")
        assert (walker.path, walker.page.url.query) == ("/cases", b"")
        name = re.findall(r'name="case" value="(\w+)"', walker.page.text)[0]
        await walker.go("/cases/export")
        assert len(json.loads(walker.page.text)["cases"]) == 1
        await walker.send("/cases/open", {"case": name})
        assert walker.path == "/guide"
        await walker.send("/cases/delete", {"case": name})
        assert "Nothing is kept here" in walker.text

    walk(knowledge, steps)


def test_no_answer_stands_in_an_address_or_a_hidden_field(knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        await walker.begin("baby")
        await walker.answer("3", unit="weeks")

        for path in (walker.path, "/check", "/guide", "/shelf", "/settings"):
            await walker.go(path)
            fields = re.findall(r'type="hidden" name="(\w+)"', walker.page.text)
            assert set(fields) <= {"about", "from"}
            key = (await walker.store.list())[0].key
            assert key not in walker.page.text
            assert not walker.page.url.query

    walk(knowledge, steps)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", "--x--"),
        ("application/x-www-form-urlencoded", "a=%ff"),
        ("application/x-www-form-urlencoded", "a=%00"),
        ("application/x-www-form-urlencoded", "&".join(f"a{n}=1" for n in range(500))),
    ],
)
def test_a_form_that_is_none_of_ours_is_refused(kind: str, body: str, knowledge: Knowledge) -> None:
    async def steps(walker: Walker) -> None:
        walker.page = await walker._client.post(
            "/start", content=body, headers={"Content-Type": kind}
        )

        assert walker.page.status_code == 400
        assert "We can't read that" in walker.page.text.replace("&#39;", "'")

    walk(knowledge, steps)


def test_what_nobody_foresaw_is_answered_and_logged_without_what_was_typed(
    knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(MemoryCaseStore):
        async def read(self, key: str):  # type: ignore[no-untyped-def] # noqa: ANN202
            raise ZeroDivisionError(f"secret {key}")

    async def steps(walker: Walker) -> None:
        await walker.begin()

        assert walker.page.status_code == 500
        assert "Something went wrong on our side" in walker.text

    with caplog.at_level(logging.DEBUG):
        walk(knowledge, steps, Broken())
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in caplog.text


def test_a_case_of_a_newer_milium_is_named_and_left_as_it_is(knowledge: Knowledge) -> None:
    newer = '{"milium": 99, "as_of": "2026-11-23"}'

    async def steps(walker: Walker) -> None:
        await walker.begin()
        kept = (await walker.store.list())[0]
        await walker.store.write(replace(kept, document=newer))
        await walker.go("/guide")

        assert walker.page.status_code == 410
        assert "newer Milium" in walker.text
        assert (await walker.store.list())[0].document == newer

    walk(knowledge, steps)
