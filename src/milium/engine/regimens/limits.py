"""The limits that tie slots together, each judged on as many slots as have been decided."""

from collections.abc import Callable, Mapping

from milium.domain.cases import Wishes
from milium.domain.regimens import Limit, Slot
from milium.domain.triage import Rung
from milium.engine.regimens.actives import EVENING, MORNING, WASH_SLOTS
from milium.engine.regimens.options import Option, Setting

Chosen = Mapping[Slot, Option]
"""The slots decided so far, in any order; an empty slot holds an option that is not filled."""


def keeps_limits(chosen: Chosen, setting: Setting, *, worn: bool) -> bool:
    """Whether nothing decided so far breaks a limit; with all slots decided, whether none does.

    Args:
        setting: the wishes, and which limits are let go of.
        worn: make-up or sunscreen is, or may be, worn today, whatever the plan says of mornings.
    """
    return (
        _within_steps(chosen, setting.wishes)
        and _within_budget(chosen, setting.wishes)
        and all(
            holds(chosen) for limit, holds in BETWEEN_SLOTS.items() if limit not in setting.lifted
        )
        and (Limit.WASH_FIRST in setting.lifted or _washes_first(chosen, worn=worn))
    )


def bought(chosen: Chosen) -> frozenset[tuple[str, int]]:
    """The kinds that would have to be bought, each once, with its price."""
    return frozenset(
        (option.kind.id, option.kind.price_cents)
        for option in chosen.values()
        if option.kind and option.kind.price_cents > 0
    )


def price(chosen: Chosen) -> int:
    """What has to be spent, in hundredths."""
    return sum(cents for _, cents in bought(chosen))


def steps_at_one_go(chosen: Chosen) -> int:
    """The steps of the morning or of the evening, whichever has more."""
    return max(
        sum(chosen[slot].filled for slot in half if slot in chosen) for half in (MORNING, EVENING)
    )


def _within_steps(chosen: Chosen, wishes: Wishes) -> bool:
    return wishes.max_steps is None or steps_at_one_go(chosen) <= wishes.max_steps


def _within_budget(chosen: Chosen, wishes: Wishes) -> bool:
    return wishes.budget_cents is None or price(chosen) <= wishes.budget_cents


def _sunscreen_each_morning(chosen: Chosen) -> bool:
    morning = chosen.get(Slot.AM_SUNSCREEN)
    covered = morning is None or morning.filled
    return covered or not any(option.needs_sunscreen for option in chosen.values())


def _one_irritant_at_a_time(chosen: Chosen) -> bool:
    """One left on in a session, one acid wash a day, and none beside an evening retinoid."""
    active = {slot: option for slot, option in chosen.items() if option.active}
    left_on = [slot for slot in active if slot not in WASH_SLOTS]
    washes = [slot for slot in active if slot in WASH_SLOTS]
    evening = sum(slot in EVENING for slot in left_on)
    beside = evening > 0 and any(slot in EVENING for slot in washes)
    return evening <= 1 and len(left_on) - evening <= 1 and len(washes) <= 1 and not beside


def _one_new_active(chosen: Chosen) -> bool:
    new = {option.kind.id for option in chosen.values() if option.kind and option.active}
    return len(new) <= 1


def _washes_first(chosen: Chosen, *, worn: bool) -> bool:
    """What was worn comes off before anything else; the evening has one wash with a cleanser."""
    if Slot.PM_REMOVE not in chosen or Slot.PM_CLEANSE not in chosen:
        return True
    remove, cleanse = chosen[Slot.PM_REMOVE], chosen[Slot.PM_CLEANSE]
    if remove.filled:
        return cleanse.filled is not remove.cleanser and _something_worn(chosen, worn=worn)
    return cleanse.filled and not _something_worn(chosen, worn=worn)


def _something_worn(chosen: Chosen, *, worn: bool) -> bool:
    sunscreen = chosen.get(Slot.AM_SUNSCREEN)
    return worn or (sunscreen is not None and sunscreen.filled)


BETWEEN_SLOTS: Mapping[Limit, Callable[[Chosen], bool]] = {
    Limit.SUNSCREEN: _sunscreen_each_morning,
    Limit.ONE_IRRITANT: _one_irritant_at_a_time,
    Limit.ONE_NEW: _one_new_active,
}


def highest_rung(chosen: Chosen) -> Rung:
    """How far the plan goes."""
    return max((option.rung for option in chosen.values() if option.filled), default=Rung.NOTHING)
