"""Place and language, what is kept where, and taking it along or away."""

import json
from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import (
    ABOUT,
    HALF_A_YEAR,
    NoCaseError,
    Opened,
    OtherCaseError,
    change_case,
    forget,
    open_case,
)
from milium.adapters.web.desk import LANGUAGE_COOKIE, Desk, desk_of
from milium.adapters.web.forms import form_of
from milium.adapters.web.views import common
from milium.app.documents import case_json, case_yaml
from milium.domain.cases import Case
from milium.domain.ids import PlaceId

router = APIRouter()
DOWNLOADS = {
    "yaml": ("application/yaml", case_yaml),
    "json": ("application/json", case_json),
}


@router.get("/settings")
async def settings(request: Request) -> Response:
    """The settings, with or without a case."""
    desk = desk_of(request)
    opened = await _case_if_any(desk, request)
    return desk.pages.page(
        "settings.html",
        **common(desk, request),
        about=opened.about if opened else "",
        begun=opened is not None,
        place=opened.case.place if opened else desk.settings.place,
        places=tuple(desk.knowledge.triage.places),
        languages=tuple(desk.speeches),
        home=str(desk.settings.home),
        opened_connections=desk.connections(),
        edition=desk.knowledge.edition,
    )


@router.post("/settings")
async def change(request: Request) -> Response:
    """Another place or language, kept."""
    desk = desk_of(request)
    form = await form_of(request)
    place, language = form.one("place"), form.one("language")
    if place in desk.knowledge.triage.places and await _case_if_any(desk, request):

        def move(found: Opened) -> tuple[Case, tuple[str, ...]]:
            return replace(found.case, place=PlaceId(place)), found.stored.asked

        await change_case(desk, request, form.one(ABOUT), move)
    response = RedirectResponse("/settings", 303)
    if language in desk.speeches:
        response.set_cookie(
            LANGUAGE_COOKIE, language, max_age=HALF_A_YEAR, httponly=True, samesite="strict"
        )
    return response


@router.get("/export.{kind}")
async def export(request: Request, kind: str) -> Response:
    """This browser's own case as a file."""
    desk = desk_of(request)
    opened = await open_case(desk, request)
    if kind not in DOWNLOADS:
        return RedirectResponse("/settings", 303)
    media_type, printed = DOWNLOADS[kind]
    return download(printed(opened.case, desk.case_format), media_type, f"milium-case.{kind}")


@router.post("/delete")
async def delete(request: Request) -> Response:
    """This browser's case forgotten, for good."""
    desk = desk_of(request)
    form = await form_of(request)
    opened = await open_case(desk, request)
    if form.one(ABOUT) != opened.about:
        raise OtherCaseError("the form was about another case")
    await desk.store.delete(opened.stored.key)
    response = desk.pages.page("deleted.html", **common(desk, request))
    forget(response)
    return response


def download(text: str, media_type: str, name: str) -> Response:
    """A text as a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=media_type, headers=headers)


def all_cases_json(documents: list[str]) -> str:
    """Several case files in one."""
    return json.dumps(
        {"cases": [json.loads(document) for document in documents]}, ensure_ascii=False, indent=2
    )


async def _case_if_any(desk: Desk, request: Request) -> Opened | None:
    try:
        return await open_case(desk, request)
    except NoCaseError:
        return None
