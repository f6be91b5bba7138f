"""A slow, obvious reading of how check-ins move a step, day by day from the plain sentences.

Written from ``regimens/ramp.yaml`` and docs/decisions/0020-check-ins.md; it shares nothing with the
engine but the domain's types. Days are whole numbers from the plan's first evening.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Notes:
    """What is noted: a word a day, missed evenings, days a doctor said go on, nights off."""

    feels: Mapping[int, str]
    missed: frozenset[int]
    told: frozenset[int]
    off: frozenset[int]


@dataclass(frozen=True)
class Numbers:
    """The numbers of the knowledge."""

    lengths: tuple[int, ...] = (21, 28)
    gaps: tuple[int, ...] = (4, 2, 1)
    calm: int = 2
    apart: int = 3
    calm_nights: int = 3
    missed_days: int = 4
    rise_until: int | None = None


@dataclass(frozen=True)
class Day:
    """One night."""

    stage: int
    since: int
    standing: str
    used: bool


def nights(notes: Notes, numbers: Numbers, *, today: int, until: int) -> list[Day]:
    """Every night from the first evening on; after today each day is calm."""
    said = {day: word for day, word in notes.feels.items() if day <= today}
    said |= dict.fromkeys(range(today + 1, until), "calm")
    found: list[Day] = []
    for day in range(until):
        before = found[-1] if found else Day(1, 0, "on", used=False)
        stage, since, standing = _tonight(day, before, found, said, notes, numbers)
        active = standing in {"on", "hold"}
        used = active and day % numbers.gaps[stage - 1] == 0 and day not in notes.off
        found.append(Day(stage, since, standing, used))
    return found


def _tonight(  # noqa: PLR0911 - a sentence each
    day: int, before: Day, past: list[Day], said: Mapping[int, str], notes: Notes, numbers: Numbers
) -> tuple[int, int, str]:
    stage, since, standing = before.stage, before.since, before.standing
    word = said.get(day)
    if standing == "stopped" and day in notes.told:
        standing = "paused"
    if word == "severe":
        return 1, since, "stopped"
    if standing == "stopped":
        return 1, since, "stopped"
    if word == "moderate":
        return max(1, stage - 1), since, "paused"
    if standing == "paused":
        if _calm_nights(day, said, notes) >= numbers.calm_nights:
            return stage, day, "on"
        return stage, since, "paused"
    if word == "mild":
        return stage, since, "hold"
    if word == "calm":
        standing = "on"
    if standing == "on" and _may_rise(day, stage, since, past, said, notes, numbers):
        return stage + 1, day, "on"
    return stage, since, standing


def _calm_nights(day: int, said: Mapping[int, str], notes: Notes) -> int:
    """Nights since skin was first called calm, with nothing else said since, nor a stop lifted."""
    calm_days = []
    for earlier in range(day, -1, -1):
        if said.get(earlier, "calm") != "calm":
            break
        if earlier in said:
            calm_days.append(earlier)
        if earlier in notes.told and _was_stopped(earlier, said, notes):
            break
    return day - min(calm_days) if calm_days else -1


def _was_stopped(day: int, said: Mapping[int, str], notes: Notes) -> bool:
    stops = [d for d, word in said.items() if word == "severe" and d < day]
    return bool(stops) and not any(max(stops) < told < day for told in notes.told)


def _may_rise(
    day: int,
    stage: int,
    since: int,
    past: list[Day],
    said: Mapping[int, str],
    notes: Notes,
    numbers: Numbers,
) -> bool:
    if stage == len(numbers.gaps):
        return False
    if numbers.rise_until is not None and day > numbers.rise_until:
        return False
    idle = {missed + n for missed in notes.missed for n in range(numbers.missed_days)} | notes.off
    lived = [d for d in range(since, day) if past[d].standing in {"on", "hold"} and d not in idle]
    if len(lived) < numbers.lengths[stage - 1]:
        return False
    calm: list[int] = []
    for earlier in range(day, since, -1):
        if said.get(earlier, "calm") != "calm":
            break
        if earlier in said:
            calm.append(earlier)
    return len(calm) >= numbers.calm and max(calm) - min(calm) >= numbers.apart
