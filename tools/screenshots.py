"""Take the pictures of the docs anew: `python -m tools.screenshots`. Needs Chromium."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.serving import CHEEK, Server, answer_all, browsing, opened, served
from tools.commands import ROOT

IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """The start page, a question and the guide on a phone, light and dark."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as server, browsing() as browser:
        for scheme in ("light", "dark"):
            page = opened(browser, scheme=scheme)
            begin(page, server)
            answer_all(page, CHEEK)
            ending = "" if scheme == "light" else "-dark"
            for name, path in (
                ("start", "/"),
                ("question", "/question/site.1"),
                ("guide", "/guide"),
            ):
                page.goto(f"{server.address}{path}")
                page.screenshot(path=IMAGES / f"{name}-phone{ending}.png")


def begin(page: Page, server: Server) -> None:
    """Start as somebody with little white bumps in the United Kingdom."""
    page.goto(server.address)
    page.locator("select[name=place]").select_option("GB")
    with page.expect_navigation():
        page.get_by_role("button", name="Little white bumps").click()


if __name__ == "__main__":
    main()
