"""What the pages show, put together from what the app gives."""

from typing import Any

from starlette.requests import Request

from milium.adapters.web.desk import Desk
from milium.domain.ids import PlaceId
from milium.domain.triage import Contact, Door


def common(desk: Desk, request: Request) -> dict[str, Any]:
    """What every page needs."""
    speech = desk.speech(request)
    return {
        "language": speech.texts.language,
        "notice": speech.texts.text("notice"),
        "t": speech.texts.text,
    }


def emergency(desk: Desk, place: str) -> Contact:
    """The emergency number of a place."""
    return desk.knowledge.triage.places[PlaceId(place)].contacts[Door.EMERGENCY]
