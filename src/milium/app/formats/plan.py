"""The published JSON of a plan, its keys frozen (docs/reference/plan-json.md)."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from milium.app.formats.explain import OtherPlanJson, ShiftJson, WhyNotJson
from milium.app.formats.guide import (
    ContactJson,
    CourseJson,
    EveningJson,
    GuideJson,
    HomeCareJson,
    LeftOutJson,
    ProgressJson,
    ReasonJson,
    StepJson,
    VersionsJson,
)
from milium.app.formats.print_reasons import print_reason
from milium.app.texts import Texts
from milium.domain.check_ins import IrritationState
from milium.domain.evidence import Reason
from milium.domain.messages import Message


class _Published(BaseModel):
    """A published shape: nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlanStepJson(_Published):
    """One step: what goes where, and on which nights (``every`` day, or only the ``dated`` ones).

    ``option``: opinion, offered for the person to choose.
    """

    slot: str
    slot_name: str
    order: int
    kind: str | None
    product: str | None
    name: str
    look_for: str | None
    area: list[str]
    nights: Literal["every", "dated"]
    option: bool
    reasons: list[ReasonJson]


class FeelsJson(_Published):
    """The answer to "is this normal?": what it looks like, what to do, how soon to ask somebody."""

    noticed: str
    state: str
    look: str
    how_soon: str
    reason: ReasonJson


class PlanJson(_Published):
    """What ``milium plan --json`` prints; its keys only ever grow.

    While ``when`` is ``now`` there are no steps and no dates: only ``action`` and ``tonight``.
    ``ask``: what is not known, or too old to rely on, and could change the plan.
    """

    as_of: date
    when: str
    action: str
    contacts: list[ContactJson]
    home_care: HomeCareJson
    because: list[ReasonJson]
    feels: FeelsJson | None
    tonight: list[str]
    steps: list[PlanStepJson]
    calendar: list[EveningJson]
    progress: ProgressJson | None
    alternatives: list[OtherPlanJson]
    why_not: WhyNotJson | None
    changes: list[ShiftJson]
    rejected: list[LeftOutJson]
    by_leaflet: list[LeftOutJson]
    conflicts: list[str]
    course: CourseJson
    ask: list[str]
    to_note: list[dict[str, str]]
    optimal: bool
    optimal_because: str | None
    versions: VersionsJson
    notice: str


class BesideJson(_Published):
    """What is said about a plan beside it: the answers to what was asked of it."""

    feels: FeelsJson | None
    to_note: list[dict[str, str]]
    alternatives: list[OtherPlanJson]
    why_not: WhyNotJson | None
    changes: list[ShiftJson]


def print_plan_answer(guide: GuideJson, beside: BesideJson) -> PlanJson:
    """The plan of a guide, with the answer to what was noticed and asked."""
    plan, home_care = guide.regimen, guide.triage.home_care
    lowered = {f.rule: f.reason for f in guide.triage.fired if f.rule in home_care.because}
    return PlanJson(
        as_of=guide.as_of,
        when=guide.triage.when,
        action=guide.triage.texts.action,
        contacts=guide.referral.contacts,
        home_care=home_care,
        because=list(lowered.values()),
        feels=beside.feels,
        tonight=plan.tonight if plan else guide.triage.texts.tonight,
        steps=[print_plan_step(step) for step in plan.steps] if plan else [],
        calendar=plan.calendar if plan else [],
        progress=plan.progress if plan else None,
        alternatives=beside.alternatives,
        why_not=beside.why_not,
        changes=beside.changes,
        rejected=plan.left_out if plan else [],
        by_leaflet=plan.by_leaflet if plan else [],
        conflicts=plan.conflicts if plan else [],
        course=guide.course,
        ask=list(dict.fromkeys(each.text for each in guide.triage.unknown_that_matter)),
        to_note=beside.to_note,
        optimal=plan is not None and plan.optimal,
        optimal_because=plan.optimal_because if plan else None,
        versions=guide.versions,
        notice=guide.notice,
    )


def print_plan_step(step: StepJson) -> PlanStepJson:
    """A step as the plan publishes it."""
    return PlanStepJson(
        slot=step.slot,
        slot_name=step.slot_name,
        order=step.order,
        kind=step.kind,
        product=step.product,
        name=step.name,
        look_for=step.look_for,
        area=step.zones,
        nights="dated" if step.ramp else "every",
        option=step.option,
        reasons=step.reasons,
    )


def print_feels(word: str, state: IrritationState, texts: Texts) -> FeelsJson:
    """What is noticed, in words."""
    return FeelsJson(
        noticed=word,
        state=state.id,
        look=texts.text(state.look),
        how_soon=state.how_soon.name.lower(),
        reason=print_reason(Reason(state.id, Message(state.advice), state.evidence), texts),
    )
