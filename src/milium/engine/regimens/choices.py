"""The choices worth weighing for each slot: what is allowed, less what can't be in a best plan."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
    half_of,
    is_wanted,
    rule_of,
)
from milium.engine.regimens.shelf import Owned
from milium.engine.rules import evaluate

ON_DEMAND = frozenset({Slot.AM_SUNSCREEN, Slot.PM_REMOVE, Slot.PM_CLEANSE})
"""Slots another step can call for, even where they are not wanted for themselves."""

TWINS = frozenset({Slot.PM_REMOVE, Slot.PM_CLEANSE})
"""The evening's two washing slots: what is used in one of them may as well stand in the other."""

Rank = tuple[int, ...]


def all_options(setting: Setting) -> Mapping[Slot, tuple[Option, ...]]:
    """Every way to fill each slot, leaving it empty among them, less those that can't matter."""
    open_slots = [
        rule
        for slot in Slot
        if (rule := rule_of(slot, setting.rules)) and is_slot_open(slot, setting)
    ]
    own = {rule.slot: _own(rule, setting) for rule in open_slots}
    used = {slot: _sorts_in_use(slot, found) for slot, found in own.items()}
    replaced = frozenset(slot for slot, sorts in used.items() if sorts and slot not in TWINS)
    kinds = _kinds_worth_buying([rule for rule in open_slots if rule.buys], setting, replaced)
    choices = {
        rule.slot: (
            *_own_options(rule, own[rule.slot], used[rule.slot], setting),
            *(from_kind(k, rule, replaces=rule.slot in replaced) for k in kinds.get(rule.slot, [])),
            *_nothing(rule.slot, setting, replaces=bool(used[rule.slot])),
        )
        for rule in open_slots
    }
    return {slot: choices.get(slot) or (empty(slot, setting, replaces=False),) for slot in Slot}


def is_slot_open(slot: Slot, setting: Setting) -> bool:
    """Whether the plan may fill the slot: it is wanted, or another step can call for it."""
    return slot in ON_DEMAND or is_wanted(slot, setting)


def _own(rule: SlotRule, setting: Setting) -> Sequence[Owned]:
    return [each for each in setting.shelf.usable if fits_slot(each, rule, setting)]


def _sorts_in_use(slot: Slot, owned: Iterable[Owned]) -> frozenset[str]:
    """The sorts of product that would do for the slot and are used at that time of day."""
    return frozenset(
        each.candidate.product_kind for each in owned if half_of(slot) in each.candidate.used_when
    )


def _own_options(
    rule: SlotRule, owned: Sequence[Owned], used: Collection[str], setting: Setting
) -> Iterable[Option]:
    found = [
        from_shelf(each, rule, setting, replaces=each.candidate.product_kind in used)
        for each in owned
        if setting.admits(rule.slot, each.product)
    ]
    return _one_of_each_sort(found, setting.rules)


def _nothing(slot: Slot, setting: Setting, *, replaces: bool) -> Iterable[Option]:
    return [empty(slot, setting, replaces=replaces)] if setting.admits(slot, "") else []


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
    rules: Sequence[SlotRule], setting: Setting, used: Collection[Slot]
) -> Mapping[Slot, Sequence[ProductKind]]:
    """For each slot the kinds that no other beats in every slot it could fill.

    Price counts once for a kind that fills several slots, so it is compared by itself as well as
    in its place in the order of preference.
    """
    groups: dict[tuple[object, ...], list[_Buy]] = {}
    for buy in _buys(rules, setting, used):
        groups.setdefault(buy.alike, []).append(buy)
    found: dict[Slot, list[ProductKind]] = {}
    for members in groups.values():
        for buy in _unbeaten(members):
            for slot in buy.slots:
                found.setdefault(slot, []).append(buy.kind)
    return found


def _buys(rules: Sequence[SlotRule], setting: Setting, used: Collection[Slot]) -> Iterable[_Buy]:
    goes, suits, rank_of = GoesIn(setting), Suits(setting), BuyRank(setting.rules, used)
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

    def __init__(self, rules: RegimenRules, used: Collection[Slot]) -> None:
        """Find each criterion's place once; ``used``: slots where something would be replaced."""
        self._used = frozenset(used)
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
        row[self._changes] = int(kind.price_cents > 0 or rule.slot in self._used)
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
        self.wanted = is_wanted(Slot.PM_TREAT, setting)
        treats = self.wanted and not setting.shelf.medicine_may_irritate
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
