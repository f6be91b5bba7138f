"""Check your answers: every line with a way to change it."""

from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import ABOUT, Opened, change_case, open_case
from milium.adapters.web.desk import desk_of
from milium.adapters.web.forms import form_of
from milium.adapters.web.views import common
from milium.app.formats.case import MAX_LESIONS
from milium.app.interview import Part
from milium.domain.cases import Case, Lesion
from milium.domain.ids import LesionId

router = APIRouter()


@router.get("/check")
async def check(request: Request) -> Response:
    """All answers so far, in groups."""
    desk = desk_of(request)
    opened = await open_case(desk, request)
    pages = desk.speech(request).interview.answered_pages(opened.case, on=desk.today())
    safety = [page for page in pages if page.part is Part.SAFETY]
    lesions = [str(lesion.id) for lesion in opened.case.lesions]
    return desk.pages.page(
        "check.html",
        **common(desk, request),
        about=opened.about,
        person=[page for page in safety if "." not in page.id],
        bumps=[
            (lesion, [page for page in safety if page.id.endswith(f".{lesion}")])
            for lesion in lesions
        ],
        habits=[page for page in pages if page.part is Part.HABITS],
        skin=[page for page in pages if page.part is Part.SKIN],
        back=f"/question/{opened.stored.asked[-1]}" if opened.stored.asked else "/",
    )


@router.post("/bumps")
async def bumps(request: Request) -> Response:
    """One more place with bumps, or one fewer."""
    desk = desk_of(request)
    form = await form_of(request)

    def change(found: Opened) -> tuple[Case, tuple[str, ...]]:
        if form.one("remove"):
            return _without(found.case, form.one("remove")), _still_asked(found, form.one("remove"))
        return _with_one_more(found.case), found.stored.asked

    await change_case(desk, request, form.one(ABOUT), change)
    return RedirectResponse("/check" if form.one("remove") else "/continue", 303)


def _with_one_more(case: Case) -> Case:
    taken = {str(lesion.id) for lesion in case.lesions}
    if len(taken) >= MAX_LESIONS:
        return case
    free = next(str(n) for n in range(1, MAX_LESIONS + 1) if str(n) not in taken)
    return replace(case, lesions=(*case.lesions, Lesion(LesionId(free), {})))


def _without(case: Case, name: str) -> Case:
    """The case less one group of bumps; the last one stays."""
    kept = tuple(lesion for lesion in case.lesions if lesion.id != name)
    return replace(case, lesions=kept) if kept else case


def _still_asked(found: Opened, name: str) -> tuple[str, ...]:
    if len(found.case.lesions) < 2:  # noqa: PLR2004 - the last one stays
        return found.stored.asked
    return tuple(page for page in found.stored.asked if not page.endswith(f".{name}"))
