"""The evenings as a calendar file: read back by a parser, changed in place, silent on a lock screen."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from milium.adapters.handoff import calendar_file
from milium.app.evening_calendar import evening_events
from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.app.texts import Texts
from milium.domain.answers import Known
from milium.domain.cases import Case, DiaryEntry
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from tests.builders.formats import TODAY, example


@pytest.fixture
def cheek(case_format: CaseFormat) -> Case:
    return noting(example("cheek", case_format), 0, plan="began")


def noting(case: Case, day: int, **words: str) -> Case:
    answers = {FindingId(name): Known(word) for name, word in words.items()}
    return replace(case, diary=(*case.diary, DiaryEntry(TODAY + timedelta(days=day), answers, "")))


def file_of(case: Case, knowledge: Knowledge, *, on: date = TODAY) -> bytes:
    guide = make_guide(replace(case, as_of=on), knowledge, on=on)
    assert guide.regimen
    texts = Texts(knowledge.texts, "en")
    return calendar_file(evening_events(guide.regimen, case, texts, on=on))


def read(data: bytes) -> dict[str, tuple[date, str, int]]:
    """Each event's day, status and sequence by its id, as a parser reads the file."""
    return {
        str(event["uid"]): (
            event.decoded("dtstart").date(), str(event["status"]), int(event.decoded("sequence"))
        )
        for event in Calendar.from_ical(data).walk("VEVENT")
    }  # fmt: skip


def test_every_evening_is_in_the_file_and_nothing_else(cheek: Case, knowledge: Knowledge) -> None:
    guide = make_guide(cheek, knowledge, on=TODAY)
    assert guide.regimen

    found = read(file_of(cheek, knowledge))

    assert [day for day, _, _ in found.values()] == [e.on for e in guide.regimen.calendar]
    assert {status for _, status, _ in found.values()} == {"CONFIRMED"}


def test_the_same_case_gives_the_same_bytes(cheek: Case, knowledge: Knowledge) -> None:
    assert file_of(cheek, knowledge) == file_of(cheek, knowledge)


def test_a_later_file_changes_the_same_events_in_place(cheek: Case, knowledge: Knowledge) -> None:
    sore = noting(cheek, 20, skin_feels="moderate")
    before = read(file_of(cheek, knowledge))

    after = read(file_of(sore, knowledge, on=TODAY + timedelta(days=20)))

    confirmed = {uid for uid, (_, status, _) in after.items() if status == "CONFIRMED"}
    cancelled = set(after) - confirmed
    assert confirmed & set(before)
    assert (
        cancelled
        == {uid for uid, (day, _, _) in before.items() if day >= TODAY + timedelta(days=20)}
        - confirmed
    )
    assert cancelled
    assert all(after[uid][2] > before[uid][2] for uid in set(after) & set(before))
    assert all(after[uid][0] == before[uid][0] for uid in set(after) & set(before))


def test_a_note_of_the_same_day_raises_the_sequence(cheek: Case, knowledge: Knowledge) -> None:
    later = noting(cheek, 0, evening="used")

    first, second = (read(file_of(case, knowledge)) for case in (cheek, later))

    assert min(n for _, _, n in second.values()) > max(n for _, _, n in first.values())


def test_a_stopped_plan_cancels_what_was_dated(cheek: Case, knowledge: Knowledge) -> None:
    severe = noting(cheek, 20, skin_feels="severe")

    found = read(file_of(severe, knowledge, on=TODAY + timedelta(days=20)))

    assert found
    assert {status for _, status, _ in found.values()} == {"CANCELLED"}


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kolkata"])
def test_nine_in_the_evening_stays_nine_wherever_and_after_clocks_change(
    zone: str, cheek: Case, knowledge: Knowledge
) -> None:
    """A time without a zone is the wall clock's (RFC 5545, 3.3.5, form 1)."""
    spring = replace(cheek, as_of=date(2027, 2, 20), diary=())
    on = spring.as_of

    events = Calendar.from_ical(file_of(spring, knowledge, on=on)).walk("VEVENT")

    starts = [event.decoded("dtstart") for event in events]
    assert {start.tzinfo for start in starts} == {None}
    assert {start.time() for start in starts} == {time(21)}
    there = [start.replace(tzinfo=ZoneInfo(zone)) for start in starts]
    offsets = {start.utcoffset() for start in there}
    assert len(offsets) == (1 if zone == "Asia/Kolkata" else 2)
    days = [start.astimezone(ZoneInfo(zone)).date() for start in there]
    assert days == [start.date() for start in starts]


def test_nothing_on_a_lock_screen_says_what_it_is_for(cheek: Case, knowledge: Knowledge) -> None:
    data = file_of(cheek, knowledge)

    calendar = Calendar.from_ical(data)
    for event in calendar.walk("VEVENT"):
        assert str(event["summary"]) == "Evening care"
        assert str(event["class"]) == "PRIVATE"
        assert "description" not in event
        assert [str(alarm["description"]) for alarm in event.walk("VALARM")] == ["Evening care"]
    lower = data.decode().lower()
    assert not [w for w in ("mili", "retin", "skin", "bump", "acne", "wash") if w in lower]


def test_the_file_is_stamped_with_the_day_it_is_for_and_no_clock(
    cheek: Case, knowledge: Knowledge
) -> None:
    events = Calendar.from_ical(file_of(cheek, knowledge)).walk("VEVENT")

    stamps = {event.decoded("dtstamp") for event in events}
    assert stamps == {datetime.combine(TODAY, time(), UTC)}


def test_a_plan_without_a_slowly_started_step_has_no_events(
    cheek: Case, knowledge: Knowledge
) -> None:
    guide = make_guide(cheek, knowledge, on=TODAY)
    assert guide.regimen

    texts = Texts(knowledge.texts, "en")
    bare = replace(guide.regimen, progress=None, calendar=())
    assert evening_events(bare, cheek, texts, on=TODAY) == ()
