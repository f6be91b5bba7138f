"""When the slowly started step begins, and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from milium.domain.evidence import Reason
from milium.domain.messages import Message, say
from milium.domain.regimens import Evening, RegimenRules
from milium.engine.regimens.evenings import dated_evenings
from milium.engine.regimens.limits import Chosen
from milium.engine.regimens.options import Setting

SETTLE = "settle"
RAMP = "ramp"
HELD = "held"
EVENING = "pm"


@dataclass(frozen=True, slots=True)
class Start:
    """The wait before the first evening, in days, and the evenings; none without such a step."""

    wait: int
    calendar: tuple[Evening, ...]

    def reasons(self, rules: RegimenRules) -> Iterator[Reason]:
        """After which wait it is started, in which stages, and where it stops for now."""
        if self.wait and self.calendar:
            first = say("ramp.settle", on=self.calendar[0].on)
            yield Reason(SETTLE, first, rules.settle_evidence)
        reached = {evening.stage for evening in self.calendar}
        for number, stage in enumerate(rules.ramp, 1):
            if number in reached:
                yield Reason(RAMP, Message(stage.message), rules.ramp_evidence)
        if self.calendar and self.calendar[-1].stage < len(rules.ramp):
            yield Reason(HELD, say("ramp.held"), rules.settle_evidence)


def plan_start(chosen: Chosen, setting: Setting, *, on: date) -> Start:
    """The dated evenings of the chosen slowly started step, if there is one."""
    if not any(option.ramp for option in chosen.values()):
        return Start(0, ())
    wait = _days_to_settle(chosen, setting)
    return Start(wait, dated_evenings(setting.rules, setting.answers, on=on, wait=wait))


def _days_to_settle(chosen: Chosen, setting: Setting) -> int:
    """How long the step waits: while anything else in the plan is new, or left out.

    One that is used in the evening today goes on without a wait.
    """
    slow = [option for option in chosen.values() if option.ramp]
    if all(option.owned and EVENING in option.owned.candidate.used_when for option in slow):
        return 0
    new = any(option.kind and not option.ramp for option in chosen.values())
    return setting.rules.settle_days if new or setting.shelf.left_out else 0
