"""Wishes that can't all hold: the smallest set that collides, and the cheapest way out."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from milium.domain.cases import Wishes
from milium.domain.messages import Message, say
from milium.domain.regimens import Conflict, Criterion, Preference
from milium.engine.regimens.actives import EVENING
from milium.engine.regimens.limits import bought
from milium.engine.regimens.options import Setting
from milium.engine.regimens.search import Best, find_best
from milium.engine.regimens.tonight import listed

MAX_STEPS = "max_steps"
BUDGET = "budget"
AVOID = "avoid"
WANTS = "wants"

SettingFor = Callable[[Wishes], Setting]


def find_conflicts(
    setting_for: SettingFor, wishes: Wishes, best: Best | None
) -> tuple[Conflict, ...]:
    """The smallest set of wishes that keeps the plan short of what was asked for; usually none.

    Each set is lifted in turn, small sets first and in a fixed order; the first that lets the plan
    go as far as it could with none of them is the conflict.
    """
    named = _named(wishes)
    short = _shortfall(best, setting_for)
    if not named or short == 0:
        return ()
    goal = _shortfall(find_best(setting_for(Wishes())).best, setting_for)
    if goal is None or goal == short:
        return ()
    lifted = next(
        lifted
        for size in range(1, len(named) + 1)
        for lifted in combinations(named, size)
        if _reaches(goal, setting_for, _without(wishes, lifted))
    )
    return (_conflict(lifted, setting_for, wishes, goal),)


def _named(wishes: Wishes) -> tuple[str, ...]:
    limits = {
        MAX_STEPS: wishes.max_steps is not None,
        BUDGET: wishes.budget_cents is not None,
        AVOID: bool(wishes.avoid),
    }
    return tuple(name for name, is_set in limits.items() if is_set)


def _without(wishes: Wishes, lifted: tuple[str, ...]) -> Wishes:
    return replace(
        wishes,
        max_steps=None if MAX_STEPS in lifted else wishes.max_steps,
        budget_cents=None if BUDGET in lifted else wishes.budget_cents,
        avoid=() if AVOID in lifted else wishes.avoid,
    )


def _shortfall(best: Best | None, setting_for: SettingFor) -> int | None:
    """By how much a plan falls short; ``None`` when there is no plan at all."""
    order = [each.criterion for each in setting_for(Wishes()).rules.preferences]
    return None if best is None else best.costs[order.index(Criterion.FALLS_SHORT)]


def _reaches(goal: int, setting_for: SettingFor, wishes: Wishes) -> bool:
    return _shortfall(find_best(setting_for(wishes)).best, setting_for) == goal


def _conflict(
    lifted: tuple[str, ...], setting_for: SettingFor, wishes: Wishes, goal: int
) -> Conflict:
    freed = _without(wishes, lifted)
    repairs = {
        MAX_STEPS: lambda: _more_steps(setting_for, wishes, freed, goal),
        BUDGET: lambda: _what_to_buy(setting_for, freed),
        AVOID: lambda: say("conflict.avoid", avoided=", ".join(wishes.avoid)),
    }
    messages = tuple(repairs[name]() for name in lifted)
    message = say("conflict.wishes", repairs=listed(messages))
    return Conflict(wishes=(*lifted, WANTS), message=message)


def _more_steps(setting_for: SettingFor, wishes: Wishes, freed: Wishes, goal: int) -> Message:
    now = wishes.max_steps or 0
    needed = next(
        steps
        for steps in range(now + 1, len(EVENING) + 1)
        if _reaches(goal, setting_for, replace(freed, max_steps=steps))
    )
    return say("conflict.steps", needed=needed, now=now)


def _what_to_buy(setting_for: SettingFor, freed: Wishes) -> Message:
    """The cheapest shopping that reaches as far: price moved up in the order of preference."""
    setting = setting_for(freed)
    rules = replace(setting.rules, preferences=_price_first(setting.rules.preferences))
    cheapest = find_best(replace(setting, rules=rules)).best
    kinds = {kind_id for kind_id, _ in bought(cheapest.chosen)} if cheapest else set()
    names = tuple(Message(kind.name) for kind in rules.kinds if kind.id in kinds)
    return say("conflict.budget", things=listed(names))


def _price_first(preferences: tuple[Preference, ...]) -> tuple[Preference, ...]:
    first = (Criterion.FALLS_SHORT, Criterion.PRICE)
    ahead = sorted(
        (each for each in preferences if each.criterion in first),
        key=lambda each: first.index(each.criterion),
    )
    return (*ahead, *(each for each in preferences if each.criterion not in first))
