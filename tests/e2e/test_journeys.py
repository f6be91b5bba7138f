"""Walks through the app as people would, on a phone, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.e2e.serving import CHEEK, Server, answer, answer_all, browsing, opened, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
BALM = "Petrolatum, Cera Alba, Butyrospermum Parkii (Shea) Butter, Parfum"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


def begin(page: Page, server: Server, door: str = "Little white bumps") -> None:
    page.goto(server.address)
    page.locator("select[name=place]").select_option("GB")
    with page.expect_navigation():
        page.get_by_role("button", name=door).click()


def to_the_guide(page: Page, server: Server) -> list[str]:
    begin(page, server)
    asked = answer_all(page, CHEEK)
    page.goto(f"{server.address}/guide")
    return asked


@pytest.mark.parametrize("javascript", [True, False])
def test_typical_adult_gets_an_answer(
    server: Server, browser: Browser, *, javascript: bool
) -> None:
    page = opened(browser, javascript=javascript)

    asked = to_the_guide(page, server)

    assert len(asked) == len(set(asked)) <= 14
    assert "You can leave these alone" in page.locator("h1").inner_text()
    assert page.locator("body").inner_text().count("This is not a diagnosis.") == 1
    assert "Low retinol" in page.locator("body").inner_text()


def test_hot_baby_gets_one_screen_and_nothing_else(server: Server, browser: Browser) -> None:
    page = opened(browser)
    begin(page, server, "Bumps on my baby or child")

    asked = answer_all(page, {**CHEEK, "age": ("3", "weeks"), "ill_now": ("fever.38_or_more",)})

    assert page.url.endswith("/guide")
    assert len(asked) <= 3
    assert "hospital now" in page.locator("h1").inner_text()
    assert page.locator('a[href^="tel:"]').count() >= 1
    assert page.get_by_text("Your plan").count() == 0
    assert page.get_by_text("What it sounds like").count() == 0


def test_back_keeps_what_was_answered(server: Server, browser: Browser) -> None:
    page = opened(browser)
    begin(page, server)
    first = answer(page, CHEEK)

    with page.expect_navigation():
        page.get_by_role("link", name="Back").click()

    assert page.url.rpartition("/question/")[2].startswith(first)
    assert page.locator("input.number").input_value() == "34"


def test_nothing_chosen_is_refused_kindly(server: Server, browser: Browser) -> None:
    page = opened(browser, javascript=False)
    begin(page, server)

    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()

    assert "Not sure" in page.get_by_role("alert").inner_text()


def test_answers_can_be_changed_and_the_result_follows(server: Server, browser: Browser) -> None:
    page = opened(browser)
    to_the_guide(page, server)

    page.goto(f"{server.address}/question/skin_signs.1?from=check")
    page.locator('input[value="none_of_these"]').uncheck()
    answer(page, {"skin_signs.1": ("bleeding.more_than_once", "none_of_these")})
    page.goto(f"{server.address}/guide")

    assert "two weeks" in page.locator("h1").inner_text()


def test_a_pasted_label_is_read_and_judged(server: Server, browser: Browser) -> None:
    page = opened(browser, javascript=False)
    to_the_guide(page, server)

    page.goto(f"{server.address}/shelf")
    page.locator("[name=name]").fill("Night balm")
    page.locator("[name=label]").fill(BALM)
    for name, word in (("area", "face"), ("when", "pm"), ("leave_on", "yes")):
        page.locator(f'input[name="{name}"][value="{word}"]').check()
    with page.expect_navigation():
        page.locator("form:has([name=label]) button").first.click()

    shown = page.locator("main").inner_text()
    assert "Night balm" in shown
    assert "Worth leaving out first" in shown


def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path, browser: Browser) -> None:
    with served(tmp_path) as server:
        page = opened(browser)
        begin(page, server)
        answer(page, CHEEK)
        where = page.url

        server.kill()
        server.again()
        page.goto(where)
        page.goto(f"{server.address}/check")

        assert "34 years" in page.locator("main").inner_text()


def test_two_tabs_do_not_undo_each_other(server: Server, browser: Browser) -> None:
    page = opened(browser)
    begin(page, server)
    second = page.context.new_page()
    second.goto(f"{server.address}/question/medicines")

    answer(page, CHEEK)
    answer(second, CHEEK)
    page.goto(f"{server.address}/check")

    shown = page.locator("main").inner_text()
    assert "34 years" in shown
    assert "Medicines" in shown


def test_the_keyboard_alone_is_enough(server: Server, browser: Browser) -> None:
    page = opened(browser)
    page.goto(server.address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    press_on(page, "button[value=bumps]")

    for _ in range(40):
        if "/question/" not in page.url:
            break
        answer_by_keys(page)
    press_on(page, 'a.button[href="/guide"]')

    assert page.url.endswith("/guide")
    assert "You can leave these alone" in page.locator("h1").inner_text()


def answer_by_keys(page: Page) -> None:
    """Answer a question with Tab, arrows, the space bar, letters and Enter only."""
    asked = page.url.rpartition("/question/")[2].partition("?")[0]
    given = CHEEK.get(asked, ("none_of_these",))
    if page.locator("input.number[name=answer]").count():
        tab_to(page, "input.number[name=answer]")
        page.keyboard.type(given[0])
        if len(given) > 1:
            tab_to(page, "select[name=unit]")
            page.keyboard.type(given[1])
    else:
        wanted = f'input[name=answer][value="{given[0]}"]'
        if page.locator(wanted).get_attribute("type") == "checkbox":
            tab_to(page, wanted)
        else:
            tab_to(page, "input[type=radio]")
            while page.locator(wanted).evaluate("each => each !== document.activeElement"):
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
    press_on(page, "form button.button")


def press_on(page: Page, selector: str) -> None:
    """Tab to a button or link and press Enter."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something like this has the focus."""
    for _ in range(60):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {selector} on {page.url}")


def test_the_browsers_own_back_keeps_what_was_answered(server: Server, browser: Browser) -> None:
    page = opened(browser, javascript=False)
    begin(page, server)
    answer(page, CHEEK)

    page.go_back()

    assert page.url.endswith("/question/age")
    assert page.locator("input.number").input_value() == "34"
    assert page.locator("select[name=unit]").input_value() == "years"


def test_a_page_with_everything_weighs_less_than_60_kilobytes(
    server: Server, browser: Browser
) -> None:
    page = opened(browser)
    to_the_guide(page, server)
    fresh = page.context.new_page()
    session = fresh.context.new_cdp_session(fresh)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    came: list[float] = []
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))

    fresh.goto(f"{server.address}/guide", wait_until="networkidle")

    assert len(came) >= 3
    assert sum(came) < 60_000


def test_no_page_asks_another_host(server: Server, browser: Browser) -> None:
    page = opened(browser)
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))

    to_the_guide(page, server)

    assert hosts == {server.address.removeprefix("http://")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_small_phone(
    server: Server, browser: Browser, scheme: str
) -> None:
    page = opened(browser, scheme=scheme)
    to_the_guide(page, server)
    paths = ("/", "/question/age", "/question/skin_signs.1", "/check", "/shelf", "/guide",
             "/settings", "/habits", "/skin", "/nowhere")  # fmt: skip

    found = {path: faults(page, f"{server.address}{path}") for path in paths}

    assert {path: each for path, each in found.items() if each} == {}


def faults(page: Page, address: str) -> list[str]:
    """What axe finds on a page, and whether it is wider than a phone of 320 pixels."""
    page.goto(address)
    results = Axe().run(page, options=RULES)
    found = [f"{each['id']}: {each['nodes'][0]['html']}" for each in results.response["violations"]]
    page.set_viewport_size({"width": 320, "height": 640})
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        found.append("wider than 320 pixels")
    page.set_viewport_size({"width": 390, "height": 844})
    return found
