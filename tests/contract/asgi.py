"""The app asked over ASGI, without a socket."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar

import httpx
from fastapi import FastAPI

from milium.adapters.store import MemoryCaseStore
from milium.adapters.web import create_app
from milium.app.ports import CaseStore
from milium.app.settings import Settings
from milium.domain.knowledge import Knowledge

P = ParamSpec("P")
T = TypeVar("T")
HOST = "127.0.0.1:8100"
TODAY = date(2026, 11, 23)


async def in_place(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a blocking call where it stands."""
    return call(*args, **kwargs)


def app_of(
    knowledge: Knowledge, store: CaseStore | None = None, *, hosts: Collection[str] = ()
) -> FastAPI:
    """A fresh app."""
    return create_app(
        knowledge=knowledge,
        settings=Settings(home=Path("home")),
        store=store or MemoryCaseStore(),
        offload=in_place,
        today=lambda: TODAY,
        key="one-time-key",
        allowed_hosts=hosts,
    )


def client(knowledge: Knowledge, store: CaseStore | None = None) -> httpx.AsyncClient:
    """A browser without a network, in front of a fresh app."""
    transport = httpx.ASGITransport(app=app_of(knowledge, store))
    return httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")
