"""The dated evenings of a slowly started step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from milium.domain.answers import Answers, Known
from milium.domain.ids import FindingId
from milium.domain.regimens import Evening, RegimenRules
from milium.domain.truth import Truth
from milium.engine.regimens.diary import Noted
from milium.engine.regimens.following import Night, Pace, follow
from milium.engine.rules import evaluate

WEEK = 7
LOOKED_AT = FindingId("looked_at")


@dataclass(frozen=True, slots=True)
class Followed:
    """A slowly started step, followed from its first day to its last dated one.

    Attributes:
        began: the plan's first day; today where the diary names none.
        first: the first evening.
        nights: one by one, past ones too.
        ideal: the same, had all been calm and nothing else noted.
    """

    began: date
    first: date
    pace: Pace
    nights: tuple[Night, ...]
    ideal: tuple[Night, ...]

    def released(self, *, on: date) -> tuple[date, ...]:
        """The evenings from a day on that an earlier plan may have dated, and this one does not."""
        kept = {night.on for night in self.nights if night.used}
        return tuple(n.on for n in self.ideal if n.used and n.on >= on and n.on not in kept)

    def calendar(self, *, on: date) -> tuple[Evening, ...]:
        """The evenings from a day on. A missed one is never caught up: the dates stand."""
        return tuple(
            Evening(night.on, (night.on - self.first).days // WEEK + 1, night.stage)
            for night in self.nights
            if night.used and night.on >= on
        )


def follow_step(
    rules: RegimenRules, answers: Answers, noted: Noted, *, on: date, wait: int
) -> Followed:
    """The step followed for as many weeks as the knowledge says, and some beyond today.

    Till somebody trained has looked, the stage reached at the 4-week look is kept.

    Args:
        rules: the stages, and how check-ins move them.
        answers: whether somebody trained has looked, and whose skin is given more time.
        noted: what the diary says up to ``on``.
        on: today; the first day of a plan that the diary does not call begun.
        wait: the days from a first day that is today to the first evening.
    """
    began = noted.began or on
    starts = _stage_starts(rules, answers)
    settled = began + timedelta(days=(wait if began == on else rules.settle_days) + starts[0])
    first = min([settled, *(day for day in noted.used if day >= began)])
    pace = Pace(
        lengths=tuple(later - start for start, later in pairwise(starts)),
        gaps=tuple(stage.every for stage in rules.ramp),
        hold_after=began + timedelta(days=(rules.held_from_week - 1) * WEEK),
        looked=(noted.looked or on) if answers.get(LOOKED_AT) == Known("yes") else None,
    )
    until = max(
        first + timedelta(weeks=rules.weeks) - timedelta(days=starts[0]),
        on + timedelta(weeks=rules.check_ins.ahead_weeks) if noted.began else first,
    )
    night_by_night = partial(follow, rules=rules.check_ins, first=first, until=until)
    calm = replace(noted, check_ins={}, missed=frozenset(), breaks=())
    early = replace(pace, looked=began if pace.looked else None)
    return Followed(
        began,
        first,
        pace,
        nights=tuple(night_by_night(noted, pace, on=on)),
        ideal=tuple(night_by_night(calm, early, on=first)) if began < on else (),
    )


def _stage_starts(rules: RegimenRules, answers: Answers) -> Sequence[int]:
    """The first day of each stage, counted from 0; stretched, and never sooner, for slow skin."""
    slow = evaluate(rules.slower_when, answers) is Truth.TRUE
    hundredths = rules.slower_hundredths if slow else 100
    return [-(-(stage.from_week - 1) * WEEK * hundredths // 100) for stage in rules.ramp]
