"""The real server in a process of its own, and a browser in front of it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}


class Server:
    """`milium serve` on a free port, its data in a folder of the test."""

    def __init__(self, home: Path) -> None:
        """Start it and wait for its address."""
        self.home = home
        self._process = self._start("0")

    def _start(self, port: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "milium", "serve", "--port", port, "--home", str(self.home)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            text=True,
        )
        said = [process.stdout.readline(), process.stdout.readline()] if process.stdout else []
        self.address = _address(said[0])
        self.list_address = _address(said[1], r"http://\S+key=\S+")
        return process

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def again(self) -> None:
        """Start it anew on the same port."""
        self._process = self._start(self.address.rpartition(":")[2])


def _address(line: str, pattern: str = r"http://127\.0\.0\.1:\d+") -> str:
    found = re.search(pattern, line)
    assert found, f"the server said: {line!r}"
    return found[0]


@contextmanager
def served(home: Path) -> Iterator[Server]:
    """A running server, ended with the test."""
    server = Server(home)
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Debian's own Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(QUIET)
        )
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Browser, *, javascript: bool = True, scheme: str = "light") -> Page:
    """A fresh phone."""
    context = browser.new_context(
        viewport=PHONE,
        java_script_enabled=javascript,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


CHEEK: dict[str, tuple[str, ...]] = {
    "age": ("34", "years"),
    "site.1": ("cheek",),
    "size.1": ("1",),
    "pattern.1": ("scattered",),
    "colour.1": ("white",),
    "texture.1": ("firm",),
    "named_by.1": ("nobody",),
    "wants": ("fewer",),
}
"""What the person of examples/cheek.yaml answers; everything else is "none of these"."""


def answer(page: Page, answers: dict[str, tuple[str, ...]]) -> str:
    """Answer the question on the screen and go on; its id."""
    asked = page.url.rpartition("/question/")[2].partition("?")[0]
    given = answers.get(asked, ("none_of_these",))
    number = page.locator("input.number[name=answer]")
    if number.count():
        number.fill(given[0])
        if len(given) > 1:
            page.locator("select[name=unit]").select_option(given[1])
    else:
        for word in given:
            page.locator(f'input[name=answer][value="{word}"]').check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    return asked


def answer_all(page: Page, answers: dict[str, tuple[str, ...]], most: int = 40) -> list[str]:
    """Answer until no question is left; the ids in the order asked."""
    asked: list[str] = []
    while "/question/" in page.url and len(asked) < most:
        asked.append(answer(page, answers))
    return asked
