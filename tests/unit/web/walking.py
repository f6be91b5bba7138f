"""A browser without a screen: follows redirects, keeps cookies, sends forms as pages do."""

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import httpx

from milium.adapters.store import MemoryCaseStore
from milium.domain.knowledge import Knowledge
from tests.contract.asgi import client


class Walker:
    """One browser in front of a fresh app."""

    def __init__(self, knowledge: Knowledge, store: MemoryCaseStore | None = None) -> None:
        """Open it on nothing."""
        self.store = store or MemoryCaseStore()
        self._client = client(knowledge, self.store)
        self._client.follow_redirects = True
        self.page: httpx.Response

    async def __aenter__(self) -> Self:
        """Open the browser."""
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        await self._client.__aexit__(kind, error, trace)

    @property
    def path(self) -> str:
        """Where it is."""
        return self.page.url.path

    @property
    def text(self) -> str:
        """What stands there, without tags."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.page.text).split())

    async def go(self, path: str) -> None:
        """Open an address."""
        self.page = await self._client.get(path)

    async def begin(self, door: str = "bumps") -> None:
        """Start by one of the doors."""
        await self.go("/")
        await self.send("/start", {"door": door, "place": "GB"})

    async def answer(self, *words: str, unit: str = "", **more: str) -> None:
        """Answer the question on the page, by the page's own form."""
        fields: dict[str, str | tuple[str, ...]] = {
            "answer": words,
            "unit": unit,
            "from": self.hidden("from"),
            **more,
        }
        await self.send(self.path, fields)

    async def send(
        self, path: str, fields: Mapping[str, str | tuple[str, ...]], about: str | None = None
    ) -> None:
        """Send a form with the page's own fingerprint of its case."""
        body = {"about": self.hidden("about") if about is None else about, **fields}
        self.page = await self._client.post(
            path,
            content=urlencode(body, doseq=True),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )

    def hidden(self, name: str) -> str:
        """A hidden field of the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page.text)
        return found[1] if found else ""
