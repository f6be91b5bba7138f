"""The dated evenings as events of a calendar, with nothing in them that a lock screen may not show.

A time is a wall clock's: nine in the evening wherever the person is, before and after clocks
change. An event is known by its day, so that importing a later file changes it in place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from milium.app.texts import Texts
from milium.domain.cases import Case
from milium.domain.regimens import Regimen

AT = time(21, 0)
LASTS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One evening.

    Attributes:
        uid: the same for the same day in every file.
        sequence: higher in a later file.
        starts: a wall clock's time, without a time zone.
        written: the day the file was made for, at midnight; no clock is read.
        cancelled: an earlier file may have it, and it is no more.
    """

    uid: str
    sequence: int
    title: str
    starts: datetime
    lasts: timedelta
    written: datetime
    cancelled: bool


def evening_events(
    regimen: Regimen, case: Case, texts: Texts, *, on: date
) -> tuple[CalendarEvent, ...]:
    """Every evening from today on, and as cancelled those an earlier file may have held."""
    return tuple(sorted(_events(regimen, case, texts, on=on), key=lambda event: event.starts))


def _events(regimen: Regimen, case: Case, texts: Texts, *, on: date) -> Iterator[CalendarEvent]:
    progress = regimen.progress
    if progress is None:
        return
    sequence = (on - progress.began).days + sum(entry.on <= on for entry in case.diary)
    days = {evening.on: False for evening in regimen.calendar}
    for day, cancelled in (dict.fromkeys(progress.released, True) | days).items():
        yield CalendarEvent(
            uid=f"{day:%Y%m%d}@evening-care.invalid",
            sequence=sequence,
            title=texts.text("calendar.title"),
            starts=datetime.combine(day, AT),
            lasts=LASTS,
            written=datetime.combine(on, time(), UTC),
            cancelled=cancelled,
        )
