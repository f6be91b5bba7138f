"""One question a page; each answer is kept before the next page is shown."""

from dataclasses import dataclass, replace
from typing import assert_never

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import ABOUT, Opened, change_case, open_case
from milium.adapters.web.desk import Desk, Speech, desk_of
from milium.adapters.web.forms import Form, form_of
from milium.adapters.web.views import common
from milium.app.formats.answers import NOT_SURE_WORD
from milium.app.guide import make_guide
from milium.app.interview import AnswerRefusedError, Page, Part, Shape
from milium.domain.cases import Case
from milium.domain.triage import When

router = APIRouter()
CHECK, GUIDE = "/check", "/guide"
ORIGINS = {"": Part.SAFETY, "check": Part.SAFETY, "habits": Part.HABITS, "skin": Part.SKIN}
HOME = {"": "/", "check": CHECK, "habits": GUIDE, "skin": GUIDE}


@dataclass(frozen=True, slots=True)
class Shown:
    """A question page as it is being shown or sent back.

    Attributes:
        again: asked once more in plainer words, after "not sure".
        origin: where the person came from and goes back to: ``check``, ``habits``, ``skin``, or
            nothing for the interview itself.
        typed: a number as typed, when it could not be read.
    """

    page: Page
    opened: Opened
    again: bool
    origin: str
    error: str = ""
    typed: str = ""


@router.get("/continue")
async def go_on(request: Request) -> Response:
    """To the next safety question, or to check-your-answers."""
    return await _to_next(request, "")


@router.get("/habits")
async def habits(request: Request) -> Response:
    """To the next question about habits and wishes, or back to the answer."""
    return await _to_next(request, "habits")


@router.get("/skin")
async def skin(request: Request) -> Response:
    """To the next question about the skin type, or back to the answer."""
    return await _to_next(request, "skin")


@router.get("/question/{page_id}")
async def question(request: Request, page_id: str) -> Response:
    """The question, with what was answered so far."""
    desk = desk_of(request)
    opened = await open_case(desk, request)
    page = _page(desk, desk.speech(request), opened.case, page_id)
    again = _only_not_sure(page) and page.plain != "" and page_id in opened.stored.asked
    origin = _origin(request.query_params.get("from", ""))
    return _render(desk, request, Shown(page, opened, again, origin))


@router.post("/question/{page_id}")
async def answer(request: Request, page_id: str) -> Response:
    """The answer kept; then the next question, or this one again in plainer words."""
    desk = desk_of(request)
    form = await form_of(request)
    speech = desk.speech(request)
    before = _page(desk, speech, (await open_case(desk, request)).case, page_id)
    origin = _origin(form.one("from"))

    def change(found: Opened) -> tuple[Case, tuple[str, ...]]:
        asked = found.stored.asked
        passed = asked if page_id in asked else (*asked, page_id)
        given = _given(before, form)
        return speech.interview.take(found.case, page_id, given, on=desk.today()), passed

    try:
        opened = await change_case(desk, request, form.one(ABOUT), change)
    except AnswerRefusedError as error:
        found = await open_case(desk, request)
        shown = Shown(
            before, found, again=False, origin=origin,
            error=_mend(before, error), typed=form.one("answer"),
        )  # fmt: skip
        return _render(desk, request, shown, status=422)
    after = _page(desk, speech, opened.case, page_id)
    if _only_not_sure(after) and after.plain and not before.not_sure:
        return RedirectResponse(_address(page_id, origin), 303)
    return RedirectResponse(_after(desk, speech, opened, page_id, origin=origin), 303)


async def _to_next(request: Request, origin: str) -> Response:
    desk = desk_of(request)
    opened = await open_case(desk, request)
    return RedirectResponse(_next(desk, desk.speech(request), opened, origin), 303)


def _after(desk: Desk, speech: Speech, opened: Opened, page_id: str, *, origin: str) -> str:
    """Where to go after a page: on along the way already gone, else to what is still open."""
    asked = opened.stored.asked
    ahead = asked[asked.index(page_id) + 1 :]
    going = _next(desk, speech, opened, origin)
    if origin or going == GUIDE:
        return going
    known = {each.id for each in speech.interview.answered_pages(opened.case, on=desk.today())}
    return next((_address(each, origin) for each in ahead if each in known), going)


def _next(desk: Desk, speech: Speech, opened: Opened, origin: str) -> str:
    """The next open question of the part, or what comes after the part."""
    part = ORIGINS[origin]
    page = speech.interview.next_page(opened.case, part, opened.stored.asked, on=desk.today())
    if page is not None:
        return _address(page.id, origin)
    if part is not Part.SAFETY:
        return GUIDE
    guide = make_guide(opened.case, desk.knowledge, on=desk.today())
    return GUIDE if guide.triage.when is When.NOW else CHECK


def _address(page_id: str, origin: str) -> str:
    return f"/question/{page_id}?from={origin}" if origin else f"/question/{page_id}"


def _origin(given: str) -> str:
    return given if given in ORIGINS else ""


def _page(desk: Desk, speech: Speech, case: Case, page_id: str) -> Page:
    try:
        return speech.interview.page(case, page_id, on=desk.today())
    except KeyError as error:
        raise HTTPException(404) from error


def _only_not_sure(page: Page) -> bool:
    return page.not_sure and not any(option.chosen for option in page.options)


def _given(page: Page, form: Form) -> dict[str, list[str]]:
    """What was chosen or typed."""
    words = [word.strip() for word in form.all("answer")]
    if page.shape in {Shape.NUMBER, Shape.SPAN}:
        words = [NOT_SURE_WORD] if NOT_SURE_WORD in words else [w.replace(",", ".") for w in words]
    return {"answer": words, "unit": list(form.all("unit"))}


def _mend(page: Page, error: AnswerRefusedError) -> str:
    """What to do about an answer that can't be taken."""
    match page.shape:
        case Shape.NUMBER:
            return f"Give a number from {page.lowest} to {page.highest}, or tick “Not sure”."
        case Shape.SPAN:
            return "Give a number and choose days, weeks, months or years, or tick “Not sure”."
        case Shape.ONE | Shape.SEVERAL:
            return str(error)
        case _:
            assert_never(page.shape)


def _render(desk: Desk, request: Request, shown: Shown, *, status: int = 200) -> Response:
    page = shown.page
    return desk.pages.page(
        "question.html",
        status=status,
        **common(desk, request),
        shown=shown,
        page=replace(page, number=shown.typed) if shown.typed else page,
        about=shown.opened.about,
        back=_back(shown),
        step=_step(shown),
        group=_group(shown),
    )


def _back(shown: Shown) -> str:
    """The page before this one on the way gone."""
    if shown.origin:
        return HOME[shown.origin]
    asked = shown.opened.stored.asked
    before = asked[: asked.index(shown.page.id)] if shown.page.id in asked else asked
    return _address(before[-1], "") if before else HOME[""]


def _step(shown: Shown) -> int:
    asked = shown.opened.stored.asked
    return (asked.index(shown.page.id) if shown.page.id in asked else len(asked)) + 1


def _group(shown: Shown) -> str:
    """Which group of bumps a page is about, where there are several."""
    lesions = shown.opened.case.lesions
    name = shown.page.id.partition(".")[2]
    if len(lesions) < 2 or shown.page.part is not Part.SAFETY or not name:  # noqa: PLR2004
        return ""
    return str([str(lesion.id) for lesion in lesions].index(name) + 1)
