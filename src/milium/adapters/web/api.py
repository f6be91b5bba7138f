"""The API: the same answers as the command line, the same bytes."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from milium import __version__
from milium.adapters.web.desk import Desk, Speech, desk_of
from milium.adapters.web.failures import PROBLEM_TYPE, problem
from milium.adapters.web.rendering import StaticFile
from milium.app.documents import read_case
from milium.app.formats import CaseRefusedError, ProblemJson
from milium.app.formats.guide import GuideJson
from milium.app.formats.label import LabelJson, LabelPrinter
from milium.app.formats.next import NextJson, print_next
from milium.app.formats.skin import TypeJson, print_type
from milium.app.guide import make_guide
from milium.app.interview import Part
from milium.domain.cases import Case
from milium.domain.guide import Guide
from milium.engine.labels import read_label

router = APIRouter()
EARLIEST, LATEST = date(2000, 1, 1), date(2200, 1, 1)
PROBLEM: dict[str, Any] = {"content": {PROBLEM_TYPE: {"schema": ProblemJson.model_json_schema()}}}
CASE_BODY = {
    "requestBody": {
        "required": True,
        "description": "A case file (see /api/v1/case/schema), as JSON or as YAML.",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "application/yaml": {"schema": {"type": "string"}},
        },
    }
}

LABEL_BODY = {
    "requestBody": {
        "required": True,
        "description": "A label as printed: text or HTML.",
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
}


class SchemaResponse(JSONResponse):
    """A JSON Schema."""

    media_type = "application/schema+json"


class HealthJson(BaseModel):
    """That the program runs, and with which knowledge."""

    status: str
    engine: str
    knowledge: str


REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"description": "Not a request we read", **PROBLEM},
    413: {"description": "Larger than a megabyte", **PROBLEM},
    422: {"description": "Not a case file", **PROBLEM},
}
Language = Annotated[str | None, Query(pattern="^[a-z]{2}$", description="Language of the answer.")]
Day = Annotated[
    date | None,
    Query(description="The day to answer for; today if absent.", ge=EARLIEST, le=LATEST),
]


@router.post("/api/v1/guide", response_model=GuideJson, responses=REFUSALS, openapi_extra=CASE_BODY)
async def guide(request: Request, lang: Language = None, on: Day = None) -> Response:
    """The complete guide for the case in the body."""
    desk = desk_of(request)
    try:
        speech, case = _speech(desk, lang), await _case(desk, request)
    except CaseRefusedError as error:
        return _refused(error)
    return published(speech.printer.guide(_made(desk, case, on)))


@router.post(
    "/api/v1/triage/next", response_model=NextJson, responses=REFUSALS, openapi_extra=CASE_BODY
)
async def triage_next(request: Request, on: Day = None) -> Response:
    """The next question worth asking of the case in the body, in the language set."""
    return await _asked(request, Part.SAFETY, on)


@router.post("/api/v1/type", response_model=TypeJson, responses=REFUSALS, openapi_extra=CASE_BODY)
async def skin_type(request: Request, lang: Language = None, on: Day = None) -> Response:
    """The skin type of the case in the body: four axes, how sure, and what it means."""
    desk = desk_of(request)
    try:
        speech, case = _speech(desk, lang), await _case(desk, request)
    except CaseRefusedError as error:
        return _refused(error)
    return published(print_type(_made(desk, case, on), desk.knowledge, speech.printer))


@router.post(
    "/api/v1/type/next", response_model=NextJson, responses=REFUSALS, openapi_extra=CASE_BODY
)
async def skin_type_next(request: Request, on: Day = None) -> Response:
    """The next question about the skin type of the case in the body, in the language set."""
    return await _asked(request, Part.SKIN, on)


def _speech(desk: Desk, lang: str | None) -> Speech:
    """Everything in the language asked for, else in the one set.

    Raises:
        CaseRefusedError: the language is not here.
    """
    language = lang or desk.settings.language
    if language not in desk.speeches:
        known = ", ".join(desk.speeches)
        raise CaseRefusedError.one("query.lang", f"'{language}' is not here. Allowed: {known}")
    return desk.speeches[language]


async def _case(desk: Desk, request: Request) -> Case:
    """The case in the body.

    Raises:
        CaseRefusedError: it can't be read.
    """
    return read_case(await request.body(), "case", desk.case_format, place=desk.settings.place)


def _made(desk: Desk, case: Case, on: date | None) -> Guide:
    modules_off = desk.settings.modules_off
    return make_guide(case, desk.knowledge, on=on or desk.today(), modules_off=modules_off)


async def _asked(request: Request, part: Part, on: date | None) -> Response:
    desk = desk_of(request)
    try:
        speech, case = _speech(desk, None), await _case(desk, request)
    except CaseRefusedError as error:
        return _refused(error)
    return published(print_next(speech.interview, case, on=on or desk.today(), part=part))


def _refused(error: CaseRefusedError) -> Response:
    about_language = any(each.path == "query.lang" for each in error.problems)
    title = "The language is not here" if about_language else "This case can't be read"
    return problem(title, 422, error)


@router.post(
    "/api/v1/label",
    response_model=LabelJson,
    responses={
        400: {"description": "Not a request we read", **PROBLEM},
        413: {"description": "Larger than a megabyte", **PROBLEM},
        422: {"description": "Not a text", **PROBLEM},
    },
    openapi_extra=LABEL_BODY,
)
async def label(request: Request) -> Response:
    """The list of ingredients in the body, read; in the language set."""
    desk = desk_of(request)
    try:
        given = (await request.body()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refused = CaseRefusedError.one("", f"byte {error.start} is not UTF-8; send UTF-8 text")
        return problem("This label can't be read", 422, refused)
    printer = LabelPrinter(desk.knowledge, desk.settings.language, on=desk.today())
    return published(printer.reading(read_label(given, desk.knowledge.vocabulary)))


@router.get(
    "/api/v1/case/schema",
    response_class=SchemaResponse,
)
async def case_schema(request: Request) -> SchemaResponse:
    """The JSON Schema of the case file."""
    return SchemaResponse(desk_of(request).case_format.schema())


@router.get("/api/v1/health")
async def health(request: Request) -> HealthJson:
    """Whether it runs, and with what."""
    edition = desk_of(request).knowledge.edition
    return HealthJson(status="ok", engine=__version__, knowledge=edition.version)


@router.get("/static/{name}", include_in_schema=False)
async def static(request: Request, name: str) -> Response:
    """A style sheet, script or drawing of ours."""
    found: StaticFile | None = desk_of(request).pages.static.get(name)
    if found is None:
        return Response(status_code=404)
    return found.response()


def published(found: BaseModel) -> Response:
    """A published object, byte for byte what the command line prints."""
    return Response(found.model_dump_json(indent=2) + "\n", media_type="application/json")
