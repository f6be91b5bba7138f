"""The choices worth weighing for each slot: what is allowed, less what can't be in a best plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import le

from milium.domain.conditions import Condition
from milium.domain.regimens import Criterion, ProductKind, RegimenRules, Slot, SlotRule
from milium.domain.triage import Rung, Zone
from milium.domain.truth import Truth
from milium.engine.regimens.actives import EVENING, WASH_SLOTS
from milium.engine.regimens.options import (
    Option,
    Setting,
    bought_grade,
    empty,
    from_kind,
    from_shelf,
    is_wanted,
    rule_of,
)
from milium.engine.regimens.shelf import Owned
from milium.engine.rules import evaluate

ON_DEMAND = frozenset({Slot.AM_SUNSCREEN, Slot.PM_REMOVE, Slot.PM_CLEANSE})
"""Slots another step can call for, even where they are not wanted for themselves."""

Rank = tuple[int, ...]


def all_options(setting: Setting) -> Mapping[Slot, tuple[Option, ...]]:
    """Every way to fill each slot, leaving it empty among them, less those that can't matter."""
    open_slots = [
        rule
        for slot in Slot
        if (rule := rule_of(slot, setting.rules))
        and (slot in ON_DEMAND or is_wanted(slot, setting))
    ]
    kinds = _kinds_worth_buying([rule for rule in open_slots if rule.buys], setting)
    found = {rule.slot: _options(rule, kinds.get(rule.slot, []), setting) for rule in open_slots}
    return {slot: found.get(slot) or (empty(slot, (), setting),) for slot in Slot}


def _options(rule: SlotRule, kinds: Sequence[ProductKind], setting: Setting) -> tuple[Option, ...]:
    slot = rule.slot
    owned = tuple(each for each in setting.shelf.usable if fits_slot(each, rule, setting))
    own = [from_shelf(each, rule, setting) for each in owned if setting.admits(slot, each.product)]
    bought = [from_kind(kind, rule) for kind in kinds]
    nothing = [empty(slot, owned, setting)] if setting.admits(slot, "") else []
    return (*_one_of_each_sort(own, setting.rules), *bought, *nothing)


def _one_of_each_sort(options: Iterable[Option], rules: RegimenRules) -> Iterable[Option]:
    """Of products that differ by nothing a limit looks at, only the best can be in a best plan."""
    best: dict[tuple[object, ...], Option] = {}
    for option in sorted(options, key=lambda each: (rank(each, rules), each.id)):
        sort = (option.rung, option.needs_sunscreen, option.cleanser)
        best.setdefault(sort, option)
    return best.values()


def rank(option: Option, rules: RegimenRules) -> Rank:
    """What the option costs by itself, in the order of preference."""
    return tuple(option.costs.get(each.criterion, 0) for each in rules.preferences)


def fits_slot(owned: Owned, rule: SlotRule, setting: Setting) -> bool:
    """Used where the plan is; retinoids go into the evening treatment, and only they do."""
    used_on = setting.places.where_used(owned.candidate.areas)
    if owned.candidate.product_kind not in rule.shelf_kinds or not used_on:
        return False
    if rule.slot is not Slot.PM_TREAT:
        return owned.verdict.tier is None
    return owned.verdict.tier is not None and Zone.FACE in used_on and retinoid_allowed(setting)


def retinoid_allowed(setting: Setting) -> bool:
    """Beside a medicine that may irritate, a plan adds no retinoid of any sort."""
    places = setting.places
    alone = not setting.shelf.medicine_may_irritate
    return bool(places.retinoid) and places.bump_for_retinoid and alone


@dataclass(frozen=True, slots=True)
class _Buy:
    """A kind with the slots it could fill and what it costs in each.

    Attributes:
        alike: kinds that agree in this can stand in for one another everywhere.
    """

    kind: ProductKind
    slots: tuple[Slot, ...]
    ranks: tuple[Rank, ...]

    @property
    def alike(self) -> tuple[object, ...]:
        return (
            self.slots,
            self.kind.rung,
            self.kind.needs_sunscreen,
            Slot.PM_CLEANSE in self.kind.slots,
        )

    def beats(self, other: "_Buy") -> bool:
        """Whether, put in the other's place everywhere, it only betters a plan."""
        return self.kind.price_cents <= other.kind.price_cents and all(
            map(le, self.ranks, other.ranks)
        )


def _kinds_worth_buying(
    rules: Sequence[SlotRule], setting: Setting
) -> Mapping[Slot, Sequence[ProductKind]]:
    """For each slot the kinds that no other beats in every slot it could fill.

    Price counts once for a kind that fills several slots, so it is compared by itself as well as
    in its place in the order of preference.
    """
    groups: dict[tuple[object, ...], list[_Buy]] = {}
    for buy in _buys(rules, setting):
        groups.setdefault(buy.alike, []).append(buy)
    found: dict[Slot, list[ProductKind]] = {}
    for members in groups.values():
        for buy in _unbeaten(members):
            for slot in buy.slots:
                found.setdefault(slot, []).append(buy.kind)
    return found


def _buys(rules: Sequence[SlotRule], setting: Setting) -> Iterable[_Buy]:
    goes, suits, rank_of = GoesIn(setting), Suits(setting), BuyRank(setting.rules)
    by_slot = {rule.slot: rule for rule in rules}
    for kind in setting.rules.kinds:
        fitting = [
            rule
            for slot in kind.slots
            if (rule := by_slot.get(slot)) and goes(kind, slot) and setting.admits(slot, kind.id)
        ]
        if fitting and suits(kind):
            ranks = tuple(rank_of(kind, rule) for rule in fitting)
            yield _Buy(kind, tuple(rule.slot for rule in fitting), ranks)


class BuyRank:
    """What a kind costs in a slot, its price among it, in the order of preference."""

    def __init__(self, rules: RegimenRules) -> None:
        """Find each criterion's place once."""
        order = [preference.criterion for preference in rules.preferences]
        self._width = len(order)
        self._evidence = order.index(Criterion.EVIDENCE)
        self._changes = order.index(Criterion.CHANGES)
        self._price = order.index(Criterion.PRICE)
        self._cost = order.index(Criterion.COST)

    def __call__(self, kind: ProductKind, rule: SlotRule) -> Rank:
        """For this kind in this slot; the same numbers as its option has."""
        row = [0] * self._width
        row[self._evidence] = bought_grade(kind, rule)
        row[self._changes] = int(kind.price_cents > 0)
        row[self._price] = kind.price_cents
        row[self._cost] = kind.cost
        return tuple(row)


def _unbeaten(members: Sequence[_Buy]) -> Sequence[_Buy]:
    """Those that no other beats; of equals the one with the lowest id."""
    kept: list[_Buy] = []
    for buy in sorted(members, key=lambda each: (each.ranks, each.kind.price_cents, each.kind.id)):
        if not any(other.beats(buy) for other in kept):
            kept.append(buy)
    return kept


class Suits:
    """Whether a kind suits this person, is not avoided, and is sold where they live."""

    def __init__(self, setting: Setting) -> None:
        """Keep the answer to each condition: many kinds share one."""
        self._setting = setting
        self._avoided = frozenset(setting.wishes.avoid)
        self._truths: dict[Condition, Truth] = {}

    def __call__(self, kind: ProductKind) -> bool:
        """For this kind."""
        if self._avoided and not self._avoided.isdisjoint({kind.id, *kind.classes}):
            return False
        return self.fits(kind) and is_sold(kind, self._setting)

    def fits(self, kind: ProductKind) -> bool:
        """Whether it is meant for this skin and person."""
        if kind.fits not in self._truths:
            self._truths[kind.fits] = evaluate(kind.fits, self._setting.answers)
        return self._truths[kind.fits] is Truth.TRUE


class GoesIn:
    """Whether the ladder lets a kind go into a slot; the person is looked at once."""

    def __init__(self, setting: Setting) -> None:
        """Look at the person once."""
        treats = is_wanted(Slot.PM_TREAT, setting) and not setting.shelf.medicine_may_irritate
        self._acid = treats and bool(setting.places.acid)
        self._retinoid = treats and retinoid_allowed(setting)

    def __call__(self, kind: ProductKind, slot: Slot) -> bool:
        """For this kind and slot."""
        if kind.rung <= Rung.GENTLE:
            return True
        if kind.rung is Rung.WASH_OFF_ACID:
            return slot in WASH_SLOTS and self._acid
        return slot in EVENING and slot not in WASH_SLOTS and self._retinoid


def is_sold(kind: ProductKind, setting: Setting) -> bool:
    """Whether the law lets shops sell it where the person lives, as far as we know the law."""
    return not any(
        kind.strongest is not None
        and kind.strongest > limit.strongest
        and setting.place in limit.places
        and setting.on >= limit.from_day
        and set(kind.classes) & set(limit.classes)
        for limit in setting.rules.sale_limits
    )
