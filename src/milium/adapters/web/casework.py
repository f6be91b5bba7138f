"""The case a browser works on: finding it by its cookie, changing it, keeping each step."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from milium.adapters.web.desk import Desk
from milium.app.documents import case_json, read_case
from milium.app.ports import CaseChangedError, CaseNotFoundError, StoredCase
from milium.domain.cases import Case
from milium.engine.rules import case_on

COOKIE = "milium_case"
HALF_A_YEAR = 182 * 24 * 3600
TRIES = 5
ABOUT = "about"
"""The form field that says which case a page was about (a fingerprint, not the key)."""


class NoCaseError(LookupError):
    """This browser has begun no case, or it was deleted."""


class OtherCaseError(RuntimeError):
    """The page was about another case than the one this browser now works on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as kept and as it stands today."""

    stored: StoredCase
    case: Case

    @property
    def about(self) -> str:
        """A fingerprint of the case's key, to tell two cases in two tabs apart."""
        return fingerprint(self.stored.key)


Change = Callable[[Opened], tuple[Case, tuple[str, ...]]]
"""From the case to what it becomes, and the pages passed so far."""


def fingerprint(key: str) -> str:
    """Eight digits that tell keys apart and give nothing away."""
    return sha256(key.encode()).hexdigest()[:8]


async def open_case(desk: Desk, request: Request) -> Opened:
    """The case of this browser.

    Raises:
        NoCaseError: there is none.
    """
    key = request.cookies.get(COOKIE, "")
    if not key:
        raise NoCaseError("no case has been begun in this browser")
    try:
        return opened(desk, await desk.store.read(key))
    except CaseNotFoundError as error:
        raise NoCaseError("the case of this browser was deleted") from error


def opened(desk: Desk, stored: StoredCase) -> Opened:
    """A stored case as it stands today: ages moved on, perishable answers unknown again."""
    case = read_case(
        stored.document.encode(), "case.json", desk.case_format, place=desk.settings.place
    )
    return Opened(stored, case_on(case, desk.case_format.findings, on=desk.today()))


async def change_case(desk: Desk, request: Request, about: str, change: Change) -> Opened:
    """The case changed and kept; what another tab did meanwhile is read first, never lost.

    Raises:
        NoCaseError: this browser has no case.
        OtherCaseError: the form was about another case.
        CaseChangedError: it changed under every try.
    """
    for _ in range(TRIES):
        found = await open_case(desk, request)
        if about != found.about:
            raise OtherCaseError("the form was about another case")
        case, asked = change(found)
        try:
            document = case_json(case, desk.case_format)
            kept = await desk.store.write(replace(found.stored, document=document, asked=asked))
        except CaseChangedError:
            continue
        return Opened(kept, case)
    raise CaseChangedError("the case kept changing; try once more")


def remember(response: Response, key: str) -> None:
    """Let this browser, and no script or other site, reach the case again."""
    response.set_cookie(COOKIE, key, max_age=HALF_A_YEAR, httponly=True, samesite="strict")


def forget(response: Response) -> None:
    """Take the key back."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
