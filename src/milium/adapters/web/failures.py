"""What a person, or a program, is told when something can't be done."""

import logging
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from milium.adapters.web.casework import NoCaseError, OtherCaseError
from milium.adapters.web.desk import desk_of
from milium.adapters.web.forms import FormRefusedError
from milium.adapters.web.views import common
from milium.app.formats import CaseRefusedError, Problem, ProblemJson, problem_json
from milium.app.ports import CaseChangedError

API = "/api/"
PROBLEM_TYPE = "application/problem+json"
LOG = logging.getLogger("milium.web")

SAYINGS: dict[int, tuple[str, str]] = {
    400: ("We can't read that", "Go back and try again. Nothing was changed."),
    404: ("This page is not here", "The address may be mistyped, or the page may have moved."),
    405: ("This page is not asked that way", "Go back to the start and follow the links."),
    409: (
        "You began other answers in another tab",
        (
            "What you sent was about the earlier ones, so nothing was changed. "
            "Go on with the newer ones, or begin again."
        ),
    ),
    410: (
        "Your answers can't be opened",
        "They may come from a newer Milium. They were left as they are.",
    ),
    413: ("This is too much at once", "At most a million characters fit. Nothing was changed."),
    500: (
        "Something went wrong on our side",
        "Your earlier answers are kept. Go back and try again.",
    ),
}


def install(app: FastAPI) -> None:
    """Give every refusal its page or its problem document."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(NoCaseError, _no_case)
    app.add_exception_handler(OtherCaseError, _conflict)
    app.add_exception_handler(CaseChangedError, _conflict)
    app.add_exception_handler(FormRefusedError, _unreadable_form)
    app.add_exception_handler(CaseRefusedError, _unreadable_case)


def problem(title: str, status: int, error: Exception) -> Response:
    """A refusal as problem details (RFC 9457)."""
    return _problem(problem_json(title, status, error))


def _problem(found: ProblemJson) -> Response:
    return JSONResponse(found.model_dump(mode="json"), found.status, media_type=PROBLEM_TYPE)


def page(request: Request, status: int) -> Response:
    """A refusal as a page."""
    title, text = SAYINGS.get(status, SAYINGS[400])
    desk = desk_of(request)
    return desk.pages.page(
        "problem.html", status=status, title=title, text=text, **common(desk, request)
    )


def _is_api(request: Request) -> bool:
    return request.url.path.startswith(API)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    if _is_api(request):
        title = HTTPStatus(status).phrase
        response = _problem(ProblemJson(title=title, status=status, detail=f"{title}."))
    else:
        response = page(request, status)
    response.headers.update(headers or {})
    return response


async def _invalid(_: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    problems = tuple(
        Problem(".".join(str(part) for part in each["loc"]), str(each["msg"])) for each in found
    )
    return problem("The request can't be read", 422, CaseRefusedError(problems))


async def _no_case(_: Request, __: Exception) -> Response:
    return RedirectResponse("/", 303)


async def _conflict(request: Request, _: Exception) -> Response:
    return page(request, 409)


async def _unreadable_form(request: Request, _: Exception) -> Response:
    return page(request, 400)


async def _unreadable_case(request: Request, _: Exception) -> Response:
    return page(request, 410)


class LastResort:
    """ASGI middleware: what nobody foresaw becomes a plain answer, and no answer of a person a log.

    Only the kind of the error and the place in the code are logged: its text might hold what
    somebody typed.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; answer 500 where that fails before anything was sent."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            LOG.error("%s at %s", type(error).__name__, _place(error))  # noqa: TRY400 - see above
            if begun:
                raise
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        title, text = SAYINGS[500]
        if scope["path"].startswith(API):
            response = _problem(ProblemJson(title=title, status=500, detail=text))
        else:
            response = PlainTextResponse(f"{title}. {text}\n", 500)
        await response(scope, receive, send)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
