"""The best plan that keeps every limit, by exact search.

Branch and bound (Land & Doig 1960) over one choice per slot: the bound adds to what is decided the
least each open slot could cost by each criterion, which no completion can undercut; a branch is
left only when its bound is worse than a plan in hand. Criteria are compared one after the other in
the published order, equal plans by their ids, so the answer is the only best one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from milium.domain.regimens import Criterion, Slot
from milium.domain.triage import Rung
from milium.engine.regimens.limits import Chosen, highest_rung, keeps_limits, price
from milium.engine.regimens.options import Option, Setting, is_wanted, options_for

ORDER = (
    Slot.PM_TREAT,
    Slot.AM_SUNSCREEN,
    Slot.PM_REMOVE,
    Slot.PM_CLEANSE,
    Slot.AM_CLEANSE,
    Slot.PM_MOISTURISE,
    Slot.AM_MOISTURISE,
    Slot.AM_TREAT,
)
"""The slots that tie others down come first; the order does not change the answer."""


@dataclass(frozen=True, slots=True)
class Best:
    """A whole plan with its place in the order of preference."""

    costs: tuple[int, ...]
    ids: tuple[str, ...]
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Problem:
    """The choices of every slot, and what any completion costs at least.

    Attributes:
        order: the criteria, the weightiest first.
        least: at each depth of the search, the least the open slots cost by each criterion.
        reach: at each depth, the highest rung an open slot could still bring.
        worn: make-up or sunscreen is, or may be, worn today.
    """

    setting: Setting
    order: tuple[Criterion, ...]
    choices: Mapping[Slot, tuple[Option, ...]]
    least: tuple[tuple[int, ...], ...]
    reach: tuple[Rung, ...]
    asked_for_more: bool
    worn: bool


def find_best(setting: Setting) -> Best | None:
    """The best plan there is; ``None`` when no plan keeps every limit."""
    problem = _problem(setting)
    return _descend(problem, {}, (0,) * len(problem.order), None)


def _problem(setting: Setting) -> Problem:
    order = tuple(preference.criterion for preference in setting.rules.preferences)
    choices = {slot: options_for(slot, setting) for slot in ORDER}
    still_open = [[choices[slot] for slot in ORDER[depth:]] for depth in range(len(ORDER) + 1)]
    return Problem(
        setting=setting,
        order=order,
        choices=choices,
        least=tuple(
            tuple(sum(min(o.costs.get(c, 0) for o in options) for options in rest) for c in order)
            for rest in still_open
        ),
        reach=tuple(
            max((o.rung for options in rest for o in options if o.filled), default=Rung.NOTHING)
            for rest in still_open
        ),
        asked_for_more=is_wanted(Slot.PM_TREAT, setting),
        worn=is_wanted(Slot.PM_REMOVE, setting),
    )


def _descend(
    problem: Problem, chosen: Chosen, spent: tuple[int, ...], best: Best | None
) -> Best | None:
    """The better of the plan in hand and the best completion of what is decided."""
    if len(chosen) == len(ORDER):
        found = Best(_bound(problem, chosen, spent), tuple(chosen[s].id for s in Slot), chosen)
        return found if best is None or _place(found) < _place(best) else best
    slot = ORDER[len(chosen)]
    for option in problem.choices[slot]:
        longer = {**chosen, slot: option}
        if not keeps_limits(longer, problem.setting.wishes, worn=problem.worn):
            continue
        more = tuple(
            so_far + option.costs.get(criterion, 0)
            for criterion, so_far in zip(problem.order, spent, strict=True)
        )
        if best is None or _bound(problem, longer, more) <= best.costs:
            best = _descend(problem, longer, more, best)
    return best


def _place(plan: Best) -> tuple[tuple[int, ...], tuple[str, ...]]:
    return plan.costs, plan.ids


def _bound(problem: Problem, chosen: Chosen, spent: tuple[int, ...]) -> tuple[int, ...]:
    """The least any completion costs, in the order of preference; exact once all is decided."""
    depth = len(chosen)
    top = max(highest_rung(chosen), problem.reach[depth])
    whole = {
        Criterion.PRICE: price(chosen),
        Criterion.FALLS_SHORT: max(Rung) - top if problem.asked_for_more else 0,
    }
    return tuple(
        whole.get(criterion, so_far + least)
        for criterion, so_far, least in zip(problem.order, spent, problem.least[depth], strict=True)
    )
