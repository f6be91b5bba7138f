"""What else could be planned: the best plans with another sort of thing in some slot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from milium.domain.explanations import Alternative
from milium.domain.regimens import Criterion, PlanRequest, RegimenRules, Slot
from milium.engine.regimens.choices import all_options
from milium.engine.regimens.options import Option, Setting
from milium.engine.regimens.planning import as_regimen
from milium.engine.regimens.search import Best, find_best
from milium.engine.regimens.settings import Settings

MOST_OTHERS = 3


def alternatives(
    request: PlanRequest, rules: RegimenRules, *, most: int = MOST_OTHERS
) -> tuple[Alternative, ...]:
    """The best other plans, each with another sort of thing in at least one slot.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """
    setting_for = Settings(request, rules)
    setting = setting_for(request.wishes)
    best = find_best(setting).best if setting.places.off_the_eyes else None
    if best is None:
        return ()
    others: dict[tuple[Sort, ...], tuple[Best, Setting]] = {}
    for barred in _one_sort_barred(setting, best):
        other = find_best(barred).best
        if other:
            others.setdefault(_sorts(other), (other, barred))
    ranked = sorted(others.values(), key=lambda pair: (pair[0].costs, pair[0].ids))
    chosen = _with_a_gentle_one(ranked, most)
    return tuple(
        Alternative(
            plan=as_regimen(setting_for, setting, find_best(barred)),
            slots=tuple(s for s in Slot if _sort(other.chosen[s]) != _sort(best.chosen[s])),
            loses=loses_by(other, best, setting),
        )
        for other, barred in chosen
    )


Pair = tuple[Best, Setting]
Sort = tuple[bool, str]
"""Whether it is the person's own, and which kind it is."""


def _with_a_gentle_one(ranked: Sequence[Pair], most: int) -> Sequence[Pair]:
    """The first so many; the last place is kept for using less, where the others all use more."""
    first = list(ranked[:most])
    gentle = next((pair for pair in ranked if not _has_active(pair[0])), None)
    if gentle and all(_has_active(best) for best, _ in first):
        first[-1] = gentle
    return first


def _has_active(best: Best) -> bool:
    return any(option.active for option in best.chosen.values())


def _one_sort_barred(setting: Setting, best: Best) -> Iterator[Setting]:
    """For each filled slot of the plan, the question without that sort of thing in it.

    And once without anything but gentle care, where the plan goes further.
    """
    if _has_active(best):
        yield _gentle_only(setting)
    for slot, option in best.chosen.items():
        if option.owned:
            sort = option.owned.candidate.product_kind
            same = [o.product for o in setting.shelf.usable if o.candidate.product_kind == sort]
            yield replace(setting, without=frozenset((slot, product) for product in same))
        elif option.kind:
            yield replace(setting, without=frozenset({(slot, option.kind.id)}))


def _gentle_only(setting: Setting) -> Setting:
    options = all_options(setting)
    return replace(
        setting,
        without=frozenset((s, o.id) for s, found in options.items() for o in found if o.active),
    )


def _sort(option: Option) -> Sort:
    return (True, option.owned.candidate.product_kind) if option.owned else (False, option.id)


def _sorts(best: Best) -> tuple[Sort, ...]:
    return tuple(_sort(best.chosen[slot]) for slot in Slot)


def loses_by(plan: Best, best: Best, setting: Setting) -> Criterion | None:
    """The first criterion by which a plan is worse than the best one."""
    order = (preference.criterion for preference in setting.rules.preferences)
    pairs = zip(order, plan.costs, best.costs, strict=True)
    return next((criterion for criterion, mine, least in pairs if mine > least), None)
