"""Why a plan is without something: planned again with it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from milium.domain.cases import Wishes
from milium.domain.explanations import Fate, WhyNot
from milium.domain.messages import say
from milium.domain.regimens import Limit, PlanRequest, RegimenRules, Slot
from milium.engine.regimens.hindrances import NOT_KNOWN, NOT_WANTED, Hindrance, slots_for
from milium.engine.regimens.options import Setting
from milium.engine.regimens.others import loses_by
from milium.engine.regimens.planning import as_regimen
from milium.engine.regimens.reasons import limit_reason
from milium.engine.regimens.search import Best, find_best
from milium.engine.regimens.settings import Settings

BETWEEN = (Limit.SUNSCREEN, Limit.ONE_IRRITANT, Limit.ONE_NEW, Limit.WASH_FIRST)
STEPS, BUDGET = "why_not.steps", "why_not.budget"


def why_not(request: PlanRequest, rules: RegimenRules, asked: str) -> WhyNot:
    """Why the plan is without a product of the shelf or a kind, by its id.

    The plan is made again with it in each slot it could fill; what comes out says which limit
    forbids it, or by which criterion the plan would be worse.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """
    setting_for = Settings(request, rules)
    setting = setting_for(request.wishes)
    told = _told_by_shelf(setting, asked)
    if told:
        return told
    slots, hindrance = slots_for(setting, asked)
    if not slots:
        return _hindered(asked, hindrance, rules)
    best = find_best(setting).best
    with_it = _best_with(setting, asked, slots)
    if with_it is None:
        return _forbidden(setting, asked, slots)
    loses = loses_by(with_it, best, setting) if best else None
    fate = Fate.NOT_AS_GOOD if loses else Fate.JUST_AS_GOOD
    if best and asked in best.ids:
        fate, loses = Fate.IN_THE_PLAN, None
    plan = as_regimen(setting_for, setting, find_best(_pinned(setting, asked, with_it)))
    return WhyNot(asked, fate, loses=loses, plan=plan)


def _told_by_shelf(setting: Setting, asked: str) -> WhyNot | None:
    """What the shelf says already: a medicine, or left out for a reason."""
    for medicine in setting.shelf.by_leaflet:
        if medicine.product == asked:
            return WhyNot(asked, Fate.LET_ALONE, medicine.reasons)
    out = next((each for each in setting.shelf.left_out if each.product == asked), None)
    return WhyNot(asked, Fate.NOT_ALLOWED, out.reasons) if out else None


def _hindered(asked: str, hindrance: Hindrance, rules: RegimenRules) -> WhyNot:
    if isinstance(hindrance, Limit):
        return WhyNot(asked, Fate.NOT_ALLOWED, (limit_reason(hindrance, rules),))
    fate = Fate.NOT_KNOWN if hindrance == NOT_KNOWN else Fate.NOT_ALLOWED
    return WhyNot(asked, fate, message=say(str(hindrance)))


def _best_with(setting: Setting, asked: str, slots: tuple[Slot, ...]) -> Best | None:
    """The best plan that has it in one of the slots."""
    found = (find_best(replace(setting, only={slot: asked})).best for slot in slots)
    plans = [each for each in found if each]
    return min(plans, key=lambda each: (each.costs, each.ids), default=None)


def _pinned(setting: Setting, asked: str, best: Best) -> Setting:
    slot = next(slot for slot in Slot if best.chosen[slot].id == asked)
    return replace(setting, only={slot: asked})


def _forbidden(setting: Setting, asked: str, slots: tuple[Slot, ...]) -> WhyNot:
    """Which limits, let go of together, would let it in: the fewest, in a fixed order."""
    freed = _wishes(setting.wishes)
    freed |= {limit: _without_limit(limit) for limit in BETWEEN}
    lifted = next(
        lifted
        for size in range(1, len(freed) + 1)
        for lifted in combinations(freed, size)
        if _best_with(_freed(setting, [freed[name] for name in lifted]), asked, slots)
    )
    messages = [say(each) for each in lifted if isinstance(each, str)]
    if Limit.WASH_FIRST in lifted:  # a second wash, or one for what nobody wears
        messages.append(say(NOT_WANTED))
    limits = [e for e in lifted if isinstance(e, Limit) and e is not Limit.WASH_FIRST]
    reasons = tuple(limit_reason(limit, setting.rules) for limit in limits)
    return WhyNot(asked, Fate.NOT_ALLOWED, reasons, messages[0] if messages else None)


Freeing = Callable[[Setting], Setting]


def _wishes(wishes: Wishes) -> dict[Limit | str, Freeing]:
    found: dict[Limit | str, Freeing] = {}
    if wishes.max_steps is not None:
        found[STEPS] = lambda s: replace(s, wishes=replace(s.wishes, max_steps=None))
    if wishes.budget_cents is not None:
        found[BUDGET] = lambda s: replace(s, wishes=replace(s.wishes, budget_cents=None))
    return found


def _without_limit(limit: Limit) -> Freeing:
    return lambda setting: replace(setting, lifted=setting.lifted | {limit})


def _freed(setting: Setting, freeings: list[Freeing]) -> Setting:
    for free in freeings:
        setting = free(setting)
    return setting
