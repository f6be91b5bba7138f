"""The API: the same answers as the command line, the same bytes."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from milium import __version__
from milium.adapters.web.desk import desk_of
from milium.adapters.web.failures import PROBLEM_TYPE, problem
from milium.adapters.web.rendering import StaticFile
from milium.app.documents import read_case
from milium.app.formats import CaseRefusedError, ProblemJson
from milium.app.formats.guide import GuideJson
from milium.app.formats.label import LabelJson, LabelPrinter
from milium.app.formats.next import NextJson, print_next
from milium.app.guide import make_guide
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


@router.post(
    "/api/v1/guide",
    response_model=GuideJson,
    responses={
        400: {"description": "Not a request we read", **PROBLEM},
        413: {"description": "Larger than a megabyte", **PROBLEM},
        422: {"description": "Not a case file", **PROBLEM},
    },
    openapi_extra=CASE_BODY,
)
async def guide(
    request: Request,
    lang: Annotated[
        str | None, Query(pattern="^[a-z]{2}$", description="Language of the answer.")
    ] = None,
    on: Annotated[
        date | None,
        Query(description="The day to answer for; today if absent.", ge=EARLIEST, le=LATEST),
    ] = None,
) -> Response:
    """The complete guide for the case in the body."""
    desk = desk_of(request)
    language = lang or desk.settings.language
    if language not in desk.speeches:
        known = ", ".join(desk.speeches)
        error = CaseRefusedError.one("query.lang", f"'{language}' is not here. Allowed: {known}")
        return problem("The language is not here", 422, error)
    try:
        case = read_case(await request.body(), "case", desk.case_format, place=desk.settings.place)
    except CaseRefusedError as error:
        return problem("This case can't be read", 422, error)
    made = make_guide(
        case,
        desk.knowledge,
        on=on or desk.today(),
        modules_off=desk.settings.modules_off,
    )
    return published(desk.speeches[language].printer.guide(made))


@router.post(
    "/api/v1/triage/next",
    response_model=NextJson,
    responses={
        400: {"description": "Not a request we read", **PROBLEM},
        413: {"description": "Larger than a megabyte", **PROBLEM},
        422: {"description": "Not a case file", **PROBLEM},
    },
    openapi_extra=CASE_BODY,
)
async def triage_next(
    request: Request,
    on: Annotated[
        date | None,
        Query(description="The day to ask for; today if absent.", ge=EARLIEST, le=LATEST),
    ] = None,
) -> Response:
    """The next question worth asking of the case in the body, in the language set."""
    desk = desk_of(request)
    try:
        case = read_case(await request.body(), "case", desk.case_format, place=desk.settings.place)
    except CaseRefusedError as error:
        return problem("This case can't be read", 422, error)
    interview = desk.speeches[desk.settings.language].interview
    return published(print_next(interview, case, on=on or desk.today()))


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
