"""The ASGI application; the same under uvicorn and inside a browser."""

from collections.abc import Callable, Collection
from datetime import date

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from milium import __version__
from milium.adapters.web import (
    api,
    case_list,
    check,
    failures,
    guide_page,
    questions,
    settings_page,
    shelf,
    start,
)
from milium.adapters.web.desk import Desk, speeches_of
from milium.adapters.web.filters import FILTERS
from milium.adapters.web.protection import Protection
from milium.adapters.web.rendering import Pages
from milium.app.formats.case import CaseFormat
from milium.app.ports import CaseStore, Offload
from milium.app.settings import Settings
from milium.domain.knowledge import Knowledge

WORTH_PACKING = 600
PAGES = (start, questions, check, shelf, guide_page, settings_page, case_list)


def _nothing() -> tuple[str, ...]:
    return ()


def create_app(  # noqa: PLR0913 - the composition root names every port
    *,
    knowledge: Knowledge,
    settings: Settings,
    store: CaseStore,
    offload: Offload,
    today: Callable[[], date],
    key: str,
    allowed_hosts: Collection[str] = (),
    connections: Callable[[], tuple[str, ...]] = _nothing,
) -> FastAPI:
    """The web app.

    Args:
        key: opens the list of all cases.
        allowed_hosts: hosts (with port) it answers to besides its own loopback address.
        connections: what the program connected to, for the settings page.
    """
    case_format = CaseFormat(knowledge)
    app = FastAPI(
        title="Milium",
        version=__version__,
        summary="Answers and labels in, a guide out. Never a diagnosis.",
        docs_url=None,  # its page loads scripts from another host
        redoc_url=None,
    )
    app.state.offload = offload
    app.state.desk = Desk(
        knowledge=knowledge,
        settings=settings,
        store=store,
        today=today,
        key=key,
        connections=connections,
        case_format=case_format,
        speeches=speeches_of(knowledge, case_format),
        pages=Pages(FILTERS),
    )
    _assemble(app, allowed_hosts)
    return app


def _assemble(app: FastAPI, allowed_hosts: Collection[str]) -> None:
    """Pages, API and what stands around every answer; the protection is outermost."""
    for module in PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.router)
    failures.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=WORTH_PACKING)
    app.add_middleware(failures.LastResort)
    app.add_middleware(Protection, more_hosts=allowed_hosts)
