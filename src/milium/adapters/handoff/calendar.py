"""Events as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from milium.app.evening_calendar import CalendarEvent

PRODUCT = "-//Evening care//Calendar//EN"
"""Who made the file; it names neither a condition nor this program."""


def calendar_file(events: Iterable[CalendarEvent]) -> bytes:
    """The events as a file any calendar reads; the same events give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_event(event))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent) -> Event:
    found = Event()
    found.add("uid", event.uid)
    found.add("dtstamp", event.written)
    found.add("sequence", event.sequence)
    found.add("summary", event.title)
    found.add("dtstart", event.starts)
    found.add("duration", event.lasts)
    found.add("class", "PRIVATE")
    found.add("transp", "TRANSPARENT")
    found.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if not event.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", timedelta())
        found.add_component(alarm)
    return found
