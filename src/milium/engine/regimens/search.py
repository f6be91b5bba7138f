"""The best plan that keeps every limit, by exact search.

Branch and bound (Land & Doig 1960) over one choice per slot, with two cuts that lose nothing:
- what an open slot costs is at least its cheapest choice in the order of preference; because that
  order survives addition, the sum over the open slots undercuts every completion;
- of two beginnings that leave the same choices open, the one that has spent more money and stands
  lower in the order of preference is dropped (dominance between partial plans, Kohler & Steiglitz
  1974).
Equal plans are settled by their ids, so the answer is the only best one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from milium.domain.regimens import Criterion, Slot
from milium.domain.triage import Rung
from milium.engine.regimens.actives import EVENING, MORNING, WASH_SLOTS
from milium.engine.regimens.choices import all_options
from milium.engine.regimens.limits import Chosen, highest_rung, keeps_limits, price
from milium.engine.regimens.options import Option, Setting, is_wanted

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

MOST_STEPS = 200_000
"""Partial plans looked at before the search stops and says that it has not proved its answer."""

HALVES = (MORNING, EVENING)

Costs = tuple[int, ...]
Place = tuple[Costs, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Best:
    """A whole plan with its place in the order of preference."""

    costs: Costs
    ids: tuple[str, ...]
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Found:
    """The best plan there is; ``None`` when no plan keeps every limit.

    Attributes:
        proved: nothing that could be better was left unlooked at.
        looked_at: partial plans weighed.
    """

    best: Best | None
    proved: bool
    looked_at: int


@dataclass(frozen=True, slots=True)
class Choice:
    """An option with what it costs in the order of preference.

    Attributes:
        costs: at the place of the price its share in it: a kind is paid for once, however many
            slots it fills, so each use is charged the price divided by the slots it could fill.
    """

    option: Option
    costs: Costs


@dataclass(frozen=True, slots=True)
class Problem:
    """The choices of every slot, and what any completion costs at least.

    Attributes:
        order: the criteria, the weightiest first.
        choices: for each slot, the best first.
        least: at each depth of the search, the least the open slots cost in the order of
            preference.
        each_least: at each depth, the least they cost by each criterion for itself.
        reusable: at each depth, the kinds an open slot could use.
        reach: at each depth, the highest rung an open slot could still bring.
        worn: make-up or sunscreen is, or may be, worn today.
    """

    setting: Setting
    order: tuple[Criterion, ...]
    choices: Mapping[Slot, Sequence[Choice]]
    least: tuple[Costs, ...]
    each_least: tuple[Costs, ...]
    reusable: tuple[frozenset[str], ...]
    reach: tuple[Rung, ...]
    asked_for_more: bool
    worn: bool

    @property
    def price_at(self) -> int:
        """Where the price stands in the order of preference."""
        return self.order.index(Criterion.PRICE)

    @property
    def falls_short_at(self) -> int:
        """Where falling short of what was asked for stands in the order of preference."""
        return self.order.index(Criterion.FALLS_SHORT)


@dataclass(slots=True)
class Search:
    """What the search has found out so far."""

    problem: Problem
    most: int
    looked_at: int = 0
    best: Best | None = None
    seen: dict[tuple[object, ...], list[tuple[int, Place]]] = field(default_factory=dict)


def find_best(setting: Setting, *, most: int = MOST_STEPS) -> Found:
    """The best plan, and whether that is proved.

    Args:
        setting: the person, the shelf, the wishes and the knowledge.
        most: partial plans to look at before giving up the proof.
    """
    problem = state_problem(setting)
    search = Search(problem, most)
    _descend(search, {}, (0,) * len(problem.order))
    return Found(search.best, search.looked_at <= most, search.looked_at)


def state_problem(setting: Setting) -> Problem:
    """The choices, and the bounds on what they can come to."""
    order = tuple(preference.criterion for preference in setting.rules.preferences)
    options = all_options(setting)
    choices = {slot: _priced(options, slot, order) for slot in ORDER}
    still_open = [[choices[slot] for slot in ORDER[depth:]] for depth in range(len(ORDER) + 1)]
    width = len(order)
    return Problem(
        setting=setting,
        order=order,
        choices=choices,
        least=tuple(_sum((rest[0].costs for rest in each), width) for each in still_open),
        each_least=tuple(
            _sum((map(min, zip(*(c.costs for c in rest), strict=True)) for rest in each), width)
            for each in still_open
        ),
        reusable=tuple(
            frozenset(c.option.id for rest in each for c in rest if c.option.kind)
            for each in still_open
        ),
        reach=tuple(
            max((c.option.rung for r in each for c in r if c.option.filled), default=Rung.NOTHING)
            for each in still_open
        ),
        asked_for_more=is_wanted(Slot.PM_TREAT, setting),
        worn=is_wanted(Slot.PM_REMOVE, setting),
    )


def _priced(
    options: Mapping[Slot, Sequence[Option]], slot: Slot, order: tuple[Criterion, ...]
) -> tuple[Choice, ...]:
    uses = Counter(each.id for found in options.values() for each in found if each.kind)
    choices = (Choice(each, _costs(each, order, uses[each.id])) for each in options[slot])
    return tuple(sorted(choices, key=lambda choice: (choice.costs, choice.option.id)))


def _costs(option: Option, order: tuple[Criterion, ...], uses: int) -> Costs:
    share = option.kind.price_cents // uses if option.kind else 0
    own = {**option.costs, Criterion.PRICE: share}
    return tuple(own.get(criterion, 0) for criterion in order)


def _sum(vectors: Iterable[Iterable[int]], width: int) -> Costs:
    return tuple(map(sum, zip((0,) * width, *vectors, strict=True)))


def _descend(search: Search, chosen: Chosen, spent: Costs) -> None:
    """Look at every completion of what is decided that could be better than the plan in hand."""
    problem = search.problem
    if len(chosen) == len(ORDER):
        found = Best(_bound(problem, chosen, spent), tuple(chosen[s].id for s in Slot), chosen)
        if search.best is None or (found.costs, found.ids) < (search.best.costs, search.best.ids):
            search.best = found
        return
    slot = ORDER[len(chosen)]
    for choice in problem.choices[slot]:
        search.looked_at += 1
        if search.looked_at > search.most:
            return
        longer = {**chosen, slot: choice.option}
        if keeps_limits(longer, problem.setting, worn=problem.worn):
            more = tuple(map(add, spent, choice.costs))
            if _worth_following(search, longer, more):
                _descend(search, longer, more)


def _worth_following(search: Search, chosen: Chosen, spent: Costs) -> bool:
    """Whether a completion could beat the plan in hand, and no earlier beginning is as good."""
    problem = search.problem
    if search.best and _bound(problem, chosen, spent) > search.best.costs:
        return False
    paid = price(chosen)
    costs = (*spent[: problem.price_at], paid, *spent[problem.price_at + 1 :])
    place = (costs, tuple(chosen[slot].id for slot in Slot if slot in chosen))
    before = search.seen.setdefault(_leaves_open(problem, chosen), [])
    if any(cents <= paid and better < place for cents, better in before):
        return False
    before.append((paid, place))
    return True


def _leaves_open(problem: Problem, chosen: Chosen) -> tuple[object, ...]:
    """All that later choices depend on: beginnings that agree in it have the same completions."""
    active = [slot for slot, option in chosen.items() if option.active]
    cleanse_open = Slot.PM_CLEANSE not in chosen and Slot.PM_REMOVE in chosen
    remove = chosen[Slot.PM_REMOVE] if cleanse_open else None
    counted = problem.setting.wishes.max_steps is not None
    bought = {option.id for option in chosen.values() if option.kind}
    return (
        len(chosen),
        counted and tuple(sum(chosen[s].filled for s in half if s in chosen) for half in HALVES),
        any(option.needs_sunscreen for option in chosen.values()),
        Slot.AM_SUNSCREEN in chosen and chosen[Slot.AM_SUNSCREEN].filled,
        *sorted((slot in EVENING, slot in WASH_SLOTS) for slot in active),
        frozenset(chosen[slot].id for slot in active if chosen[slot].kind),
        remove and (remove.filled, remove.cleanser),
        problem.asked_for_more and highest_rung(chosen),
        frozenset(bought & problem.reusable[len(chosen)]),
    )


def _bound(problem: Problem, chosen: Chosen, spent: Costs) -> Costs:
    """What no completion undercuts, in the order of preference; exact once all is decided."""
    depth, at = len(chosen), problem.price_at
    bound = list(map(add, spent, problem.least[depth]))
    top = max(highest_rung(chosen), problem.reach[depth])
    paid = price(chosen)
    if paid > bound[at]:
        rest = map(add, spent[at + 1 :], problem.each_least[depth][at + 1 :])
        bound[at:] = [paid, *rest]
    bound[problem.falls_short_at] = max(Rung) - top if problem.asked_for_more else 0
    return tuple(bound)
