"""The answer: the action first, everything else beneath it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from milium.adapters.web.casework import open_case
from milium.adapters.web.desk import Speech, desk_of
from milium.adapters.web.shelf import pieces
from milium.adapters.web.views import common
from milium.app.formats.guide import ChangeJson, EveningJson, GuideJson, ReasonJson, StepJson
from milium.app.guide import make_guide
from milium.app.interview import Part
from milium.app.settings import MODULES
from milium.app.texts import Texts
from milium.app.tonight import tonight_lines
from milium.domain.ids import FindingId

router = APIRouter()

LEVELS = {
    "now": "emergency",
    "same_day": "urgent",
    "within_a_week": "urgent",
    "within_2_weeks": "urgent",
}


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Answers that would lead to the same urgency, by what they answer."""

    when: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


@router.get("/guide")
async def guide_page(request: Request) -> Response:
    """The guide of this browser's case, made afresh for today."""
    desk = desk_of(request)
    opened = await open_case(desk, request)
    speech = desk.speech(request)
    made = make_guide(
        opened.case,
        desk.knowledge,
        on=desk.today(),
        modules_off=desk.settings.modules_off,
    )
    guide = speech.printer.guide(made)
    level = LEVELS.get(guide.triage.when, "usual")
    name = "now.html" if guide.triage.when == "now" else "guide.html"
    first, rest = changes(guide.changes_if, speech)
    tonight, also_tonight = tonight_lines(guide)
    return desk.pages.page(
        name,
        **common(desk, request),
        guide=guide,
        level=level,
        tonight=tonight,
        also_tonight=also_tonight,
        reasons=distinct(fired.reason for fired in guide.triage.fired),
        products=[(product, pieces(product)) for product in guide.products],
        plan=_plan(guide),
        months=months(guide.regimen.calendar if guide.regimen else (), speech.texts),
        day=speech.texts.day,
        changes=first,
        more_changes=rest,
        sources={source.id: source for source in guide.sources},
        asked_habits=speech.interview.next_page(
            opened.case, Part.HABITS, opened.stored.asked, on=desk.today()
        )
        is None,
        settled=guide.triage.settled,
        off=dict.fromkeys(MODULES, "") | {each.module: each.text for each in guide.modules_off},
    )


def distinct(reasons: Iterable[ReasonJson]) -> tuple[ReasonJson, ...]:
    """Each sentence once, in order; of two entries that say the same, the one nobody reviewed."""
    found: dict[str, ReasonJson] = {}
    for reason in reasons:
        if reason.text not in found or reason.reviewed is None:
            found[reason.text] = reason
    return tuple(found.values())


def changes(
    found: Sequence[ChangeJson], speech: Speech
) -> tuple[tuple[ChangeGroup, ...], tuple[ChangeGroup, ...]]:
    """The answers worth reading that would change the result, and the rest."""
    return (
        _grouped([change for change in found if change.shown], speech),
        _grouped([change for change in found if not change.shown], speech),
    )


def _grouped(found: Sequence[ChangeJson], speech: Speech) -> tuple[ChangeGroup, ...]:
    return tuple(
        ChangeGroup(speech.texts.text(f"when.{when}"), _lines(list(group), speech))
        for when, group in groupby(found, key=lambda change: change.when)
    )


def _lines(found: Sequence[ChangeJson], speech: Speech) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = dict.fromkeys(change.finding for change in found)
    return tuple(
        (
            speech.printer.label(FindingId(name)),
            tuple(dict.fromkeys(c.answer for c in found if c.finding == name)),
        )
        for name in names
    )


def months(
    calendar: Sequence[EveningJson], texts: Texts
) -> tuple[tuple[str, tuple[EveningJson, ...]], ...]:
    """The dated evenings by month, each with its name."""
    return tuple(
        (f"{texts.text(f'month.{month}')} {year}", tuple(evenings))
        for (year, month), evenings in groupby(calendar, key=lambda e: (e.on.year, e.on.month))
    )


def _plan(guide: GuideJson) -> tuple[tuple[str, list[StepJson]], ...]:
    """The steps of the morning and of the evening."""
    steps = guide.regimen.steps if guide.regimen else []
    return tuple(
        (title, chosen)
        for title, prefix in (("Morning", "am_"), ("Evening", "pm_"))
        if (chosen := [step for step in steps if step.slot.startswith(prefix)])
    )
