"""Diaries: days counted from the plan's first, each with what was noted."""

from collections.abc import Mapping
from datetime import date, timedelta

from milium.domain.answers import Answer, Chosen, Contradictory, Known
from milium.domain.cases import DiaryEntry
from milium.domain.ids import FindingId
from tests.builders.regimens import MONDAY

FEELS = ("calm", "mild", "moderate", "severe")


def a_day(day: int, **noted: str | list[str]) -> DiaryEntry:
    """An entry so many days after the first; a list is a tick-list."""
    answers = {FindingId(name): _answer(words) for name, words in noted.items()}
    return DiaryEntry(MONDAY + timedelta(days=day), answers, "")


def _answer(words: str | list[str]) -> Answer:
    return Known(words) if isinstance(words, str) else Chosen(frozenset(words), complete=True)


def contradicting(day: int, finding: str, *words: str) -> DiaryEntry:
    """An entry that says several things that can't all be right."""
    answers: Mapping[FindingId, Answer] = {FindingId(finding): Contradictory(words)}
    return DiaryEntry(MONDAY + timedelta(days=day), answers, "")


def begun(*entries: DiaryEntry, looked: bool = True) -> tuple[DiaryEntry, ...]:
    """A plan begun on the first day, looked at from the start, and what was noted since."""
    first = a_day(0, plan="began", looked="yes") if looked else a_day(0, plan="began")
    return (first, a_day(0, evening="used"), *entries)


def calm_on(*days: int) -> tuple[DiaryEntry, ...]:
    """A calm check-in on each of the days."""
    return tuple(a_day(day, skin_feels="calm") for day in days)


def on_day(day: int) -> date:
    """The date so many days after the first."""
    return MONDAY + timedelta(days=day)
