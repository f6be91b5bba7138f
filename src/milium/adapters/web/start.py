"""The start: one question, "What brings you?", and a case from the first answer on."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import NoCaseError, open_case, remember
from milium.adapters.web.desk import Desk, desk_of
from milium.adapters.web.forms import form_of
from milium.adapters.web.views import common, emergency
from milium.app.documents import case_json
from milium.domain.answers import Known
from milium.domain.cases import Case, Lesion
from milium.domain.ids import FindingId, LesionId, PlaceId

router = APIRouter()


@dataclass(frozen=True, slots=True)
class StartDoor:
    """One answer to "What brings you?".

    Attributes:
        person, bump: what it implies, as (finding, word); no safety question is answered by it.
        first: the page that comes next.
    """

    id: str
    title: str
    hint: str
    person: tuple[tuple[str, str], ...] = ()
    bump: tuple[tuple[str, str], ...] = ()
    first: str = "/continue"


DOORS = (
    StartDoor("bumps", "Little white bumps", "On me, on my face or body"),
    StartDoor(
        "baby",
        "Bumps on my baby or child",
        "",
        (("answering_for", "my_child"),),
        first="/question/age",
    ),
    StartDoor("eye", "A bump on or near my eye", "", first="/question/site.1"),
    StartDoor(
        "hard", "Something small and hard came out", "", bump=(("hard_came_out", "yes"),)
    ),
    StartDoor(
        "tried", "I tried to open one", "No blame. Very many people do",
        first="/question/story.1",
    ),
    StartDoor(
        "offered", "Someone offered to remove it", "Is that a good idea, and who may?",
        (("wants", "gone_soon"),),
    ),
    StartDoor(
        "cream",
        "Is it my cream?",
        "Paste the list of ingredients",
        (("wants", "check_a_product"),),
        first="/shelf",
    ),
    StartDoor(
        "plan", "I already have a plan", "Check it against your products", first="/shelf"
    ),
)  # fmt: skip


@router.get("/")
async def start(request: Request) -> Response:
    """The start page."""
    desk = desk_of(request)
    try:
        begun = await open_case(desk, request)
    except NoCaseError:
        begun = None
    place = begun.case.place if begun else _place_of(desk, request)
    places = tuple(desk.knowledge.triage.places)
    return desk.pages.page(
        "start.html",
        **common(desk, request),
        doors=DOORS,
        begun=begun is not None,
        place=place,
        emergency=emergency(desk, place),
        emergencies=[(each, emergency(desk, each)) for each in places],
    )


@router.post("/start")
async def begin(request: Request) -> Response:
    """A new case, kept at once, reached by a cookie."""
    desk = desk_of(request)
    form = await form_of(request)
    door = next((door for door in DOORS if door.id == form.one("door")), None)
    place = form.one("place")
    if door is None or place not in desk.knowledge.triage.places:
        return RedirectResponse("/", 303)
    case = Case(
        as_of=desk.today(),
        place=PlaceId(place),
        answers={FindingId(finding): Known(word) for finding, word in door.person},
        lesions=(
            Lesion(LesionId("1"), {FindingId(finding): Known(word) for finding, word in door.bump}),
        ),
    )
    stored = await desk.store.create(case_json(case, desk.case_format))
    response = RedirectResponse(door.first, 303)
    remember(response, stored.key)
    return response


def _place_of(desk: Desk, request: Request) -> str:
    """The place set, else the country of the browser's first language, else elsewhere."""
    places = desk.knowledge.triage.places
    if desk.settings.place in places and desk.settings.place != "ELSEWHERE":
        return desk.settings.place
    first = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0]
    country = first.partition("-")[2].upper()
    return country if country in places else "ELSEWHERE"
