"""All cases kept here, for whoever has the key that ``serve`` printed."""

import hmac
from hashlib import sha256

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import fingerprint, forget, remember
from milium.adapters.web.desk import Desk, desk_of
from milium.adapters.web.forms import form_of
from milium.adapters.web.settings_page import all_cases_json, download
from milium.adapters.web.views import common

router = APIRouter()
COOKIE = "milium_cases"


@router.get("/cases")
async def cases(request: Request) -> Response:
    """The list; the key in the address is traded for a cookie, so that it stays in no history."""
    desk = desk_of(request)
    given = request.query_params.get("key")
    if given is not None:
        return _trade(desk, given)
    _require(desk, request)
    kept = await desk.store.list()
    return desk.pages.page(
        "cases.html",
        **common(desk, request),
        cases=[(fingerprint(case.key), case.changed_at, len(case.asked)) for case in kept],
    )


@router.post("/cases/open")
async def open_one(request: Request) -> Response:
    """Go on with one of the cases in this browser."""
    desk = desk_of(request)
    _require(desk, request)
    key = await _chosen(desk, request)
    response = RedirectResponse("/guide", 303)
    remember(response, key)
    return response


@router.post("/cases/delete")
async def delete_one(request: Request) -> Response:
    """Forget one case."""
    desk = desk_of(request)
    _require(desk, request)
    await desk.store.delete(await _chosen(desk, request))
    return RedirectResponse("/cases", 303)


@router.post("/cases/delete-all")
async def delete_all(request: Request) -> Response:
    """Forget everything."""
    desk = desk_of(request)
    _require(desk, request)
    await desk.store.delete_all()
    response = RedirectResponse("/cases", 303)
    forget(response)
    return response


@router.get("/cases/export")
async def export(request: Request) -> Response:
    """Every case in one file."""
    desk = desk_of(request)
    _require(desk, request)
    documents = [case.document for case in await desk.store.list()]
    return download(all_cases_json(documents), "application/json", "milium-cases.json")


def _trade(desk: Desk, given: str) -> Response:
    if not hmac.compare_digest(given.encode(), desk.key.encode()):
        raise HTTPException(403)
    response = RedirectResponse("/cases", 303)
    response.set_cookie(COOKIE, _pass(desk), path="/cases", httponly=True, samesite="strict")
    return response


def _require(desk: Desk, request: Request) -> None:
    shown = request.cookies.get(COOKIE, "")
    if not hmac.compare_digest(shown.encode(), _pass(desk).encode()):
        raise HTTPException(403)


def _pass(desk: Desk) -> str:
    """What the cookie holds: made from the key, but not the key."""
    return hmac.new(desk.key.encode(), b"cases", sha256).hexdigest()


async def _chosen(desk: Desk, request: Request) -> str:
    """The key of the case a form names by its fingerprint."""
    wanted = (await form_of(request)).one("case")
    found = [case.key for case in await desk.store.list() if fingerprint(case.key) == wanted]
    if not found:
        raise HTTPException(404)
    return found[0]
