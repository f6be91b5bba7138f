"""How long a page of the web app takes, and what it weighs with everything it loads.

Asked over ASGI, without a socket, so that the figure is the app's own. The floor beside it is the
smallest answer the same app gives.
"""

import asyncio
import gzip
import re
import tempfile
import time
from collections.abc import Callable, Coroutine
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import httpx

from bench._common import arguments, percentile, report
from bench.guide import six_products
from milium.adapters.store import MemoryCaseStore
from milium.adapters.web import create_app
from milium.adapters.web.casework import COOKIE
from milium.app.documents import case_json
from milium.app.formats import CaseFormat
from milium.app.ports import CaseStore
from milium.app.settings import Settings
from milium.domain.knowledge import Knowledge
from milium.kb import load_knowledge

P = ParamSpec("P")
T = TypeVar("T")
HOST = "127.0.0.1:8100"
PAGES = ("/", "/question/age", "/check", "/shelf", "/guide")


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    with tempfile.TemporaryDirectory() as cache:
        knowledge = load_knowledge(Path(cache))
    figures = asyncio.run(measure(knowledge, 3 if options.smoke else 100))
    report("page", figures, as_json=options.json)


async def measure(knowledge: Knowledge, rounds: int) -> dict[str, float | int | str]:
    """The figures of every page, of all together, and the floor."""
    store = MemoryCaseStore()
    case_format = CaseFormat(knowledge)
    kept = await store.create(case_json(six_products(case_format), case_format))
    async with client_of(knowledge, store) as client:
        client.cookies.set(COOKIE, kept.key)
        figures: dict[str, float | int | str] = {}
        together: list[float] = []
        for page in PAGES:
            times = await timed(partial(client.get, page), rounds)
            together += times
            figures[f"{page} p50 ms"] = percentile(times, 0.5)
            figures[f"{page} compressed kB with everything"] = await weight(client, page)
        floor = await timed(partial(client.get, "/api/v1/health"), rounds)
    together.sort()
    return figures | {
        "all pages p50 ms": percentile(together, 0.5),
        "all pages p99 ms": percentile(together, 0.99),
        "floor p50 ms (/api/v1/health)": percentile(floor, 0.5),
        "ratio all pages / floor": percentile(together, 0.5) / percentile(floor, 0.5),
    }


def client_of(knowledge: Knowledge, store: CaseStore) -> httpx.AsyncClient:
    """A browser without a network, in front of the app."""
    app = create_app(
        knowledge=knowledge,
        settings=Settings(home=Path()),
        store=store,
        offload=in_place,
        today=lambda: date(2026, 11, 23),
        key="bench",
    )
    transport = httpx.ASGITransport(app=app)
    return httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}", follow_redirects=True)


async def in_place(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a blocking call where it stands."""
    return call(*args, **kwargs)


async def timed(
    call: Callable[[], Coroutine[Any, Any, httpx.Response]], rounds: int
) -> list[float]:
    """Milliseconds of so many answers, shortest first."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = await call()
        found.append((time.perf_counter() - begun) * 1000)
        answer.raise_for_status()
    return sorted(found)


async def weight(client: httpx.AsyncClient, page: str) -> float:
    """Kilobytes of the page and all it loads, compressed."""
    html = (await client.get(page)).text
    loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    bodies = [html.encode(), *[(await client.get(path)).content for path in dict.fromkeys(loaded)]]
    return sum(len(gzip.compress(body, 6)) for body in bodies) / 1000


if __name__ == "__main__":
    main()
