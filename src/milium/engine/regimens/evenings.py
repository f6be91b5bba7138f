"""The dated evenings of a slowly started step."""

from datetime import date, timedelta

from milium.domain.answers import Answers, Known
from milium.domain.ids import FindingId
from milium.domain.regimens import Evening, RegimenRules
from milium.domain.truth import Truth
from milium.engine.rules import evaluate

DAYS = 7
LOOKED_AT = FindingId("looked_at")


def dated_evenings(
    rules: RegimenRules, answers: Answers, *, on: date, wait: int
) -> tuple[Evening, ...]:
    """Every evening of the ramp, for as many weeks as the knowledge says.

    An evening is used once as many nights have passed since the last one as its own stage asks for,
    so no gap shrinks before its stage begins. A missed night is never caught up: the dates stand.
    Till somebody trained has looked, the stage reached at the 4-week look is kept.

    Args:
        rules: the stages.
        answers: whether somebody trained has looked, and whose skin is given more time.
        on: the first day of the plan.
        wait: the days from then to the first evening.
    """
    starts = _stage_starts(rules, answers)
    highest = max(0, (rules.held_from_week - 1) * DAYS - wait)
    held = answers.get(LOOKED_AT) != Known("yes")
    evenings: list[Evening] = []
    last = None
    for day in range(rules.weeks * DAYS):
        stage = sum(start <= (min(day, highest) if held else day) for start in starts)
        if stage and (last is None or day - last >= rules.ramp[stage - 1].every):
            evenings.append(Evening(on + timedelta(days=wait + day), day // DAYS + 1, stage))
            last = day
    return tuple(evenings)


def _stage_starts(rules: RegimenRules, answers: Answers) -> tuple[int, ...]:
    """The first day of each stage, counted from 0; stretched, and never sooner, for slow skin."""
    slow = evaluate(rules.slower_when, answers) is Truth.TRUE
    hundredths = rules.slower_hundredths if slow else 100
    return tuple(-(-(stage.from_week - 1) * DAYS * hundredths // 100) for stage in rules.ramp)
