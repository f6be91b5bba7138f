"""When the slowly started step begins, how far it has come, and what is said about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from milium.domain.cases import DiaryEntry
from milium.domain.check_ins import Progress
from milium.domain.evidence import Reason
from milium.domain.messages import Message, say
from milium.domain.regimens import Evening, RegimenRules
from milium.engine.regimens.diary import read_diary
from milium.engine.regimens.evenings import follow_step
from milium.engine.regimens.limits import Chosen
from milium.engine.regimens.options import Setting
from milium.engine.regimens.progress import has_stopped, progress_on
from milium.engine.regimens.search import Best

SETTLE = "settle"
RAMP = "ramp"
HELD = "held"
EVENING = "pm"


@dataclass(frozen=True, slots=True)
class Start:
    """The evenings from today on, and how far the step has come; nothing without such a step.

    Attributes:
        settles: the first evening is still ahead, and waits for the other changes.
        held: no further stage begins till somebody trained has looked.
    """

    settles: bool = False
    held: bool = False
    calendar: tuple[Evening, ...] = ()
    progress: Progress | None = None

    def reasons(self, rules: RegimenRules) -> Iterator[Reason]:
        """After which wait it starts, in which stages, where it stops for now, how it stands."""
        if self.settles and self.calendar:
            first = say("ramp.settle", on=self.calendar[0].on)
            yield Reason(SETTLE, first, rules.settle_evidence)
        reached = {evening.stage for evening in self.calendar}
        for number, stage in enumerate(rules.ramp, 1):
            if number in reached:
                yield Reason(RAMP, Message(stage.message), rules.ramp_evidence)
        if self.held and self.calendar and self.calendar[-1].stage < len(rules.ramp):
            yield Reason(HELD, say("ramp.held"), rules.settle_evidence)
        yield from self.progress.reasons if self.progress else ()


def plan_start(
    best: Best | None, setting: Setting, diary: Sequence[DiaryEntry], *, on: date, spot: bool
) -> Start:
    """The dated evenings of the chosen slowly started step, if there is one.

    Without one it is still said when a serious check-in stands.
    """
    rules = setting.rules
    noted = read_diary(diary, rules.irritation, rules.check_ins, on=on)
    slow = best is not None and any(option.ramp for option in best.chosen.values())
    if best is None or not (slow or has_stopped(noted, on=on)):
        return Start()
    wait = _days_to_settle(best.chosen, setting)
    followed = follow_step(rules, setting.answers, noted, on=on, wait=wait)
    progress = progress_on(rules, noted, followed, on=on, spot=spot)
    if not slow:
        return Start(progress=progress)
    return Start(
        settles=on < followed.first and followed.first > followed.began,
        held=followed.pace.looked is None,
        calendar=followed.calendar(on=on),
        progress=progress,
    )


def _days_to_settle(chosen: Chosen, setting: Setting) -> int:
    """How long the step waits: while anything else in the plan is new, or left out.

    One that is used in the evening today goes on without a wait.
    """
    slow = [option for option in chosen.values() if option.ramp]
    if all(option.owned and EVENING in option.owned.candidate.used_when for option in slow):
        return 0
    new = any(option.kind and not option.ramp for option in chosen.values())
    return setting.rules.settle_days if new or setting.shelf.left_out else 0
