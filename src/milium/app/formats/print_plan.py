"""A plan and its course in words of one language."""

from collections.abc import Mapping

from milium.app.formats.guide import (
    CourseJson,
    EveningJson,
    IrritationJson,
    LeftOutJson,
    MilestoneJson,
    ProgressJson,
    RegimenJson,
    StepJson,
)
from milium.app.formats.print_reasons import print_reason, print_reasons
from milium.app.texts import Texts
from milium.domain.cases import Product
from milium.domain.check_ins import Progress
from milium.domain.courses import Course
from milium.domain.ids import ProductId
from milium.domain.regimens import ByLeaflet, LeftOut, Regimen, Step


def print_regimen(regimen: Regimen, shelf: tuple[Product, ...], texts: Texts) -> RegimenJson:
    """The plan in words; ``shelf`` names the products."""
    names = {product.id: product.name for product in shelf}
    return RegimenJson(
        home_care={zone.value: rung.name.lower() for zone, rung in regimen.rungs.items()},
        tonight=[texts.say(line) for line in regimen.tonight],
        steps=[print_step(step, texts) for step in regimen.steps],
        calendar=[EveningJson(on=e.on, week=e.week, stage=e.stage) for e in regimen.calendar],
        left_out=[_beside(out, names, texts) for out in regimen.left_out],
        by_leaflet=[_beside(medicine, names, texts) for medicine in regimen.by_leaflet],
        conflicts=[texts.say(conflict.message) for conflict in regimen.conflicts],
        irritation=[
            IrritationJson(
                id=state.id,
                look=texts.text(state.look),
                advice=texts.text(state.advice),
            )
            for state in regimen.irritation
        ],
        progress=None if regimen.progress is None else print_progress(regimen.progress, texts),
        optimal=regimen.optimal,
        optimal_because=texts.say(regimen.optimal_because),
    )


def print_progress(progress: Progress, texts: Texts) -> ProgressJson:
    """How far a slowly started step has come, in words."""
    return ProgressJson(
        began=progress.began,
        noted=progress.noted,
        first=progress.first,
        stage=progress.stage,
        standing=progress.standing.value,
        state=progress.state.id if progress.state else None,
        calm_weeks=progress.calm_weeks,
        next_evening=progress.next_evening,
        up_on=progress.up_on,
        next_check_in=progress.next_check_in,
        strength=progress.strength.name.lower(),
        how_soon=progress.how_soon.name.lower(),
        reasons=print_reasons(progress.reasons, texts),
    )


def _beside(out: LeftOut | ByLeaflet, names: Mapping[ProductId, str], texts: Texts) -> LeftOutJson:
    return LeftOutJson(
        product=out.product,
        name=names[out.product],
        reasons=print_reasons(out.reasons, texts),
    )


def print_step(step: Step, texts: Texts) -> StepJson:
    """One step in words."""
    return StepJson(
        slot=step.slot.value,
        slot_name=texts.text(f"slot.{step.slot.value}.name"),
        order=step.order,
        kind=step.kind,
        product=step.product,
        name=texts.say(step.name),
        look_for=None if step.look_for is None else texts.say(step.look_for),
        zones=[zone.value for zone in step.zones],
        ramp=step.ramp,
        option=step.option,
        reasons=print_reasons(step.reasons, texts),
    )


def print_course(course: Course, texts: Texts) -> CourseJson:
    """How long it may take, and the dated looks, in words."""
    return CourseJson(
        expectations=print_reasons(course.expectations, texts),
        milestones=[
            MilestoneJson(
                kind=milestone.kind.value,
                on=milestone.on,
                reason=print_reason(milestone.reason, texts),
                choices=[texts.text(choice) for choice in milestone.choices],
            )
            for milestone in course.milestones
        ],
        book_now=None if course.book_now is None else texts.text(course.book_now),
    )
