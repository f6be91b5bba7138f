"""The plan, put together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from milium.domain.answers import Answers
from milium.domain.cases import DiaryEntry, Wishes
from milium.domain.exposure import Verdict
from milium.domain.ids import PlaceId, ProductId
from milium.domain.messages import say
from milium.domain.regimens import (
    Candidate,
    LeftOut,
    Limit,
    PlanRequest,
    Regimen,
    RegimenRules,
    Step,
)
from milium.domain.skin_types import SkinType
from milium.domain.triage import HomeCare
from milium.engine.regimens.conflicts import find_conflicts
from milium.engine.regimens.options import Setting
from milium.engine.regimens.places import may_be_spotted
from milium.engine.regimens.reasons import limit_reason
from milium.engine.regimens.search import Found, find_best
from milium.engine.regimens.settings import Settings
from milium.engine.regimens.shelf import Shelf
from milium.engine.regimens.starts import plan_start
from milium.engine.regimens.steps import as_steps
from milium.engine.regimens.tonight import tonight_lines

NOTHING_TO_FIND = Found(best=None, proved=True, looked_at=0)
"""Where home care may go nowhere, having no steps is the only plan."""


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
    place: PlaceId | None = None,
    diary: Sequence[DiaryEntry] = (),
) -> Regimen:
    """Tonight's lines, the steps, the dated evenings and what is left out, each with its reasons.

    Candidates are the products on the shelf (kinds to buy come from the rules); ``answers`` are
    ``Triage.answers``; ``on`` is today, and the first day unless the ``diary`` names another;
    ``place`` is where things would be bought. Where home care may go nowhere there are no steps
    and no dates: only tonight's lines and what to leave out.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """
    listed = verdicts.values() if isinstance(verdicts, Mapping) else verdicts
    request = PlanRequest(
        home_care=home_care,
        skin_type=skin_type,
        verdicts=tuple(listed),
        candidates=tuple(candidates),
        wishes=wishes,
        answers=answers,
        on=on,
        place=place,
        diary=tuple(diary),
    )
    return plan_for(request, rules)


def plan_for(request: PlanRequest, rules: RegimenRules) -> Regimen:
    """The plan a request asks for.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """
    setting_for = Settings(request, rules)
    setting = setting_for(request.wishes)
    if not setting.places.off_the_eyes:
        return as_regimen(setting_for, setting, NOTHING_TO_FIND)
    found = find_best(setting)
    plan = as_regimen(setting_for, setting, found)
    return replace(plan, conflicts=find_conflicts(setting_for, request.wishes, found.best))


def as_regimen(setting_for: Settings, setting: Setting, found: Found) -> Regimen:
    """What was found, as steps, dates and what is left out; conflicts are looked for elsewhere."""
    rules, best, request = setting.rules, found.best, setting_for.request
    spot = may_be_spotted(request.home_care)
    start = plan_start(best, setting, request.diary, on=request.on, spot=spot)
    steps = as_steps(best.chosen, setting, start) if best else ()
    return Regimen(
        tonight=tonight_lines(rules, setting.answers, setting_for.owned),
        steps=steps,
        calendar=start.calendar,
        left_out=setting.shelf.left_out + (_spare(setting.shelf, steps, rules) if steps else ()),
        by_leaflet=setting.shelf.by_leaflet,
        conflicts=(),
        irritation=rules.irritation if steps else (),
        rungs=setting_for.request.home_care.zones,
        optimal=found.proved,
        optimal_because=say("plan.optimal" if found.proved else "plan.not-proved"),
        progress=start.progress,
    )


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
