"""The plan, put together."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from milium.domain.answers import Answers
from milium.domain.cases import DiaryEntry, Wishes
from milium.domain.exposure import Verdict
from milium.domain.ids import ProductId
from milium.domain.messages import say
from milium.domain.regimens import Candidate, Conflict, LeftOut, Limit, Regimen, RegimenRules, Step
from milium.domain.skin_types import SkinType
from milium.domain.triage import HomeCare
from milium.engine.regimens.actives import Actives, read_actives
from milium.engine.regimens.conflicts import find_conflicts
from milium.engine.regimens.findings import with_derived
from milium.engine.regimens.options import Setting
from milium.engine.regimens.places import Places, find_places, may_be_spotted
from milium.engine.regimens.reasons import limit_reason
from milium.engine.regimens.search import Best, find_best
from milium.engine.regimens.shelf import Owned, Shelf, pair, sort_shelf
from milium.engine.regimens.starts import plan_start
from milium.engine.regimens.steps import as_steps
from milium.engine.regimens.tonight import tonight_lines


def plan_regimen(  # noqa: PLR0913 - the signature is laid down (DESIGN 3)
    home_care: HomeCare,
    skin_type: SkinType,
    verdicts: Mapping[ProductId, Verdict] | Sequence[Verdict],
    candidates: Sequence[Candidate],
    wishes: Wishes,
    rules: RegimenRules,
    *,
    on: date,
    answers: Answers,
    diary: Sequence[DiaryEntry] = (),
) -> Regimen:
    """Tonight's lines, the steps, the dated evenings and what is left out, each with its reasons.

    Candidates are the products on the shelf; ``answers`` are ``Triage.answers``; ``on`` is today,
    and the first day unless the ``diary`` names another. Where home care may go nowhere there are
    no steps and no dates: only tonight's lines and what to leave out.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """
    owned = pair(candidates, verdicts)
    known = with_derived(answers, home_care, skin_type, owned)
    setting_for = partial(_setting, owned, rules, find_places(home_care), known)
    setting, best, conflicts = _weigh(setting_for, wishes)
    start = plan_start(best, setting, diary, on=on, spot=may_be_spotted(home_care))
    steps = as_steps(best.chosen, setting, start) if best else ()
    return Regimen(
        tonight=tonight_lines(rules, known, owned),
        steps=steps,
        calendar=start.calendar,
        left_out=setting.shelf.left_out + (_spare(setting.shelf, steps, rules) if steps else ()),
        by_leaflet=setting.shelf.by_leaflet,
        conflicts=conflicts,
        irritation=rules.irritation if steps else (),
        rungs=home_care.zones,
        optimal=True,
        optimal_because=say("plan.optimal"),
        progress=start.progress,
    )


def _weigh(
    setting_for: Callable[[Wishes], Setting], wishes: Wishes
) -> tuple[Setting, Best | None, tuple[Conflict, ...]]:
    """The best plan, and the wishes that collide; nothing where home care may go nowhere."""
    setting = setting_for(wishes)
    if not setting.places.off_the_eyes:
        return setting, None, ()
    best = find_best(setting)
    return setting, best, find_conflicts(setting_for, wishes, best)


def _setting(
    owned: tuple[Owned, ...],
    rules: RegimenRules,
    places: Places,
    answers: Answers,
    wishes: Wishes,
) -> Setting:
    actives: Actives = read_actives(rules)
    shelf = sort_shelf(owned, rules, actives, places, wishes.avoid)
    return Setting(rules, actives, places, answers, shelf, wishes)


def _spare(shelf: Shelf, steps: tuple[Step, ...], rules: RegimenRules) -> tuple[LeftOut, ...]:
    """Products nothing speaks against but the plan has no step for; only kinds some slot knows."""
    used = {step.product for step in steps}
    known = {word for rule in rules.slots for word in rule.shelf_kinds}
    reason = limit_reason(Limit.NOT_NEEDED, rules)
    return tuple(
        LeftOut(owned.product, (reason,))
        for owned in shelf.usable
        if owned.product not in used and owned.candidate.product_kind in known
    )
