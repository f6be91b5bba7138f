"""The best plan as an integer programme for HiGHS: another solver, another way to say the limits.

What may fill a slot and what it costs comes from the slow planner beside this file; the limits
between slots are stated anew, as sums. The order of preference is solved one stretch after the
other, each held at its least before the next, in whole numbers small enough to be exact.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

from milium.domain.answers import Known
from milium.domain.ids import FindingId
from milium.domain.regimens import Criterion, ProductKind, Slot
from milium.domain.skin_types import Axis
from milium.domain.triage import Rung, Zone
from tests.builders.regimens import Request
from tests.oracle.regimens import (
    LEAVE_ON_AM,
    LEAVE_ON_PM,
    WASHES,
    Filling,
    Person,
    acid_in,
    does_both_washes,
    fillings,
    needs_sunscreen,
    retinoid_in,
    step_costs,
    usable,
)

MOST_AT_ONCE = 100_000
"""Stretches of the order of preference are joined into one number up to this size."""

Sum = Mapping[int, int]


@dataclass
class Programme:
    """Columns are choices (0 or 1), rows are limits."""

    person: Person
    choices: Sequence[tuple[Slot, Filling]]
    solver: highspy.Highs = field(default_factory=highspy.Highs)
    columns: int = 0
    bought: dict[str, int] = field(default_factory=dict)

    def column(self) -> int:
        """One more yes or no."""
        self.solver.addVar(0, 1)
        self.solver.changeColIntegrality(self.columns, highspy.HighsVarType.kInteger)
        self.columns += 1
        return self.columns - 1

    def row(self, total: Sum, *, least: float | None = None, most: float | None = None) -> None:
        """A limit on a sum."""
        numbers = [column for column, weight in total.items() if weight]
        self.solver.addRow(
            -highspy.kHighsInf if least is None else least,
            highspy.kHighsInf if most is None else most,
            len(numbers),
            np.array(numbers, dtype=np.int32),
            np.array([total[column] for column in numbers], dtype=float),
        )

    def where(self, slots: Iterable[Slot], chosen: object = None) -> Sum:
        """The filled choices of these slots, or those that a function is true of."""
        inside = set(slots)
        test = chosen if callable(chosen) else lambda _: True
        return {
            column: 1
            for column, (slot, filling) in enumerate(self.choices)
            if slot in inside and filling is not None and test(filling)
        }


def least_costs(request: Request) -> tuple[int, ...] | None:
    """What the best plan costs in the order of preference; ``None`` when there is no plan."""
    known = {
        **request.answers,
        **{FindingId(a.value): Known(request.skin.axes[a].side.value) for a in Axis},
    }
    person = Person(request, known)
    if person.zone(Zone.FACE) < Rung.GENTLE:
        return None
    programme = _programme(person)
    order = [preference.criterion for preference in request.rules.preferences]
    return _solve(programme, [_total(criterion, programme) for criterion in order])


def _programme(person: Person) -> Programme:
    choices = [
        (slot, filling)
        for slot in Slot
        for filling in fillings(slot, person)
        if usable(filling, slot, person)
    ]
    programme = Programme(person, choices)
    programme.solver.setOptionValue("output_flag", False)  # noqa: FBT003 - its own way of saying it
    for _ in choices:
        programme.column()
    for slot in Slot:
        one = {n: 1 for n, (where, _) in enumerate(choices) if where is slot}
        programme.row(one, least=1, most=1)
    _pay_once(programme)
    _wishes(programme)
    _between_slots(programme)
    _wash_first(programme)
    return programme


def _pay_once(programme: Programme) -> None:
    """A kind is bought as soon as one slot uses it."""
    for number, (_, filling) in enumerate(programme.choices):
        if isinstance(filling, ProductKind):
            if filling.id not in programme.bought:
                programme.bought[filling.id] = programme.column()
            programme.row({number: 1, programme.bought[filling.id]: -1}, most=0)


def _wishes(programme: Programme) -> None:
    wishes = programme.person.request.wishes
    if wishes.max_steps is not None:
        for half in ("am", "pm"):
            slots = [slot for slot in Slot if slot.value.startswith(half)]
            programme.row(programme.where(slots), most=wishes.max_steps)
    if wishes.budget_cents is not None:
        programme.row(_price(programme), most=wishes.budget_cents)


def _between_slots(programme: Programme) -> None:
    person = programme.person

    def strong(filling: Filling) -> bool:
        return acid_in(filling, person) or retinoid_in(filling)

    sunscreen = programme.where([Slot.AM_SUNSCREEN])
    for slot in Slot:
        sunny = programme.where([slot], lambda filling: needs_sunscreen(filling, person))
        programme.row({**sunny, **{n: sunny.get(n, 0) - 1 for n in sunscreen}}, most=0)
    evening_washes = [Slot.PM_REMOVE, Slot.PM_CLEANSE]
    for slots in (LEAVE_ON_PM, LEAVE_ON_AM, WASHES, {*LEAVE_ON_PM, *evening_washes}):
        programme.row(programme.where(slots, strong), most=1)
    new = {
        programme.bought[filling.id]: 1
        for _, filling in programme.choices
        if isinstance(filling, ProductKind) and strong(filling)
    }
    programme.row(new, most=1)


def _wash_first(programme: Programme) -> None:
    """Removing goes with something worn; of two evening washes one takes it all off."""
    person = programme.person
    remove = programme.where([Slot.PM_REMOVE])
    if person.wanted(Slot.PM_REMOVE):
        programme.row(remove, least=1)
    else:
        worn = programme.where([Slot.AM_SUNSCREEN])
        programme.row({**remove, **dict.fromkeys(worn, -1)}, least=0, most=0)
    both = programme.where([Slot.PM_REMOVE], lambda filling: does_both_washes(filling, person))
    programme.row({**programme.where([Slot.PM_CLEANSE]), **both}, least=1, most=1)


def _price(programme: Programme) -> Sum:
    prices = {kind.id: kind.price_cents for kind in programme.person.rules.kinds}
    return {column: prices[kind] for kind, column in programme.bought.items()}  # type: ignore[index]


def _total(criterion: Criterion, programme: Programme) -> tuple[Sum, int]:
    """A criterion as a sum over the columns, and what is added to it."""
    if criterion is Criterion.PRICE:
        return _price(programme), 0
    if criterion is Criterion.FALLS_SHORT:
        return _falls_short(programme)
    total: dict[int, int] = defaultdict(int)
    for column, (slot, filling) in enumerate(programme.choices):
        total[column] += step_costs(slot, filling, programme.person).get(criterion, 0)
    return total, 0


def _falls_short(programme: Programme) -> tuple[Sum, int]:
    person = programme.person
    if not person.wanted(Slot.PM_TREAT):
        return {}, 0
    reached: dict[int, int] = {}
    for rung in (Rung.GENTLE, Rung.WASH_OFF_ACID, Rung.LOW_RETINOID):
        column = programme.column()

        def as_high(filling: Filling, rung: Rung = rung) -> bool:
            mine = 3 if retinoid_in(filling) else 2 if acid_in(filling, person) else 1
            return mine >= rung

        up_there = programme.where(Slot, as_high)
        programme.row({column: 1, **dict.fromkeys(up_there, -1)}, most=0)
        reached[column] = -1
    return reached, len(reached)


def _solve(programme: Programme, totals: Sequence[tuple[Sum, int]]) -> tuple[int, ...] | None:
    """Each stretch of criteria at its least, one after the other."""
    values: list[int] = []
    for stretch in _stretches(totals):
        objective: dict[int, int] = defaultdict(int)
        weight = 1
        for total, added in reversed(stretch):
            for column, cost in total.items():
                objective[column] += weight * cost
            weight *= _most(total) + added + 1
        solution = _least(programme, objective)
        if solution is None:
            return None
        for total, added in stretch:
            value = sum(round(solution[column]) * cost for column, cost in total.items())
            programme.row(total, most=value)
            values.append(value + added)
    return tuple(values)


def _stretches(totals: Sequence[tuple[Sum, int]]) -> Iterable[list[tuple[Sum, int]]]:
    stretch: list[tuple[Sum, int]] = []
    size = 1
    for total in totals:
        more = _most(total[0]) + total[1] + 1
        if stretch and size * more > MOST_AT_ONCE:
            yield stretch
            stretch, size = [], 1
        stretch.append(total)
        size *= more
    yield stretch


def _most(total: Sum) -> int:
    """No plan has more than one choice a slot, or buys more than eight kinds."""
    return len(Slot) * max((abs(cost) for cost in total.values()), default=0)


def _least(programme: Programme, objective: Sum) -> Sequence[float] | None:
    solver = programme.solver
    columns = np.arange(programme.columns, dtype=np.int32)
    costs = np.array([objective.get(n, 0) for n in range(programme.columns)], dtype=float)
    solver.changeColsCost(programme.columns, columns, costs)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.5)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found: Sequence[float] = solver.getSolution().col_value
    return found
