"""Valid triages, plans and course rules, each with one thing changed."""

from datetime import date, timedelta

from milium.domain.answers import Answer
from milium.domain.check_ins import Progress, Standing, Strength
from milium.domain.conditions import ALWAYS, Condition
from milium.domain.courses import CourseRules, Expectation, MilestoneKind, MilestoneRule
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import FindingId, KindId, LesionId, MessageId, SourceId
from milium.domain.messages import say
from milium.domain.regimens import Evening, Regimen, Slot, Step
from milium.domain.triage import (
    Disposition,
    Door,
    HomeCare,
    Impression,
    LesionCare,
    Likeness,
    Rung,
    Triage,
    When,
    Zone,
)

EVIDENCE = Evidence(Grade.D, (Citation(SourceId("our-design"), "a test"),), None)
TODAY = date(2026, 11, 23)
BOOK_NOW = MessageId("course.book_now")
BOOK_LOOK = MessageId("course.book_look")


def a_triage(
    *,
    when: When = When.NO_RUSH,
    door: Door = Door.PHARMACIST,
    bumps: int = 1,
    answers: dict[str, Answer] | None = None,
) -> Triage:
    """An adult with one typical bump and no rush."""
    lesions = tuple(
        LesionCare(LesionId(str(n)), (Zone.FACE,), Rung.LOW_RETINOID, (), None)
        for n in range(1, bumps + 1)
    )
    return Triage(
        when=when,
        bump_when=when,
        who=(),
        not_who=(),
        door=door,
        door_wanted=door,
        bump_door=door,
        disposition=Disposition.PHARMACIST_OR_SELF_CARE,
        action=say("action.usual"),
        tonight=(),
        impression=Impression(Likeness.LIKE, (), (), ()),
        home_care=HomeCare(Rung.LOW_RETINOID, {}, lesions, (), None),
        fired=(),
        unknown_that_matter=(),
        changes_if=(),
        settled=True,
        answers={FindingId(name): answer for name, answer in (answers or {}).items()},
    )


def a_regimen(*, ramp: bool = False, began: int | None = None, steps: int = 1) -> Regimen:
    """A plan of one step (or so many alike); ``began`` days ago was the first of two evenings."""
    step = Step(
        slot=Slot.PM_TREAT,
        order=1,
        kind=KindId("a-kind"),
        product=None,
        name=say("kind.a-kind.name"),
        look_for=None,
        zones=(Zone.FACE,),
        ramp=ramp,
        option=False,
        reasons=(),
    )
    days = () if began is None else (3 - began, -began)
    calendar = tuple(Evening(TODAY + timedelta(days=day), week=1, stage=0) for day in days)
    return Regimen(
        tonight=(),
        steps=(step,) * steps,
        calendar=calendar,
        left_out=(),
        by_leaflet=(),
        conflicts=(),
        irritation=(),
        rungs={Zone.FACE: Rung.LOW_RETINOID},
        optimal=True,
        optimal_because=say("plan.optimal"),
    )


def a_progress(began: date, first: date) -> Progress:
    """A step in its first stage, begun so long ago."""
    return Progress(
        began=began,
        noted=True,
        first=first,
        stage=1,
        standing=Standing.ON,
        state=None,
        calm_weeks=0,
        next_evening=None,
        up_on=None,
        next_check_in=TODAY,
        strength=Strength.LOW,
        how_soon=When.NOTHING_NEEDED,
        reasons=(),
    )


def an_expectation(name: str = "band", *, when: Condition = ALWAYS) -> Expectation:
    """A band for everyone."""
    return Expectation(name, when, MessageId(f"expectation.{name}"), EVIDENCE)


def a_look(
    name: str = "look",
    kind: MilestoneKind = MilestoneKind.FOUR_WEEK_LOOK,
    *,
    when: Condition = ALWAYS,
    after_days: int = 28,
    needs_ramp: bool = False,
) -> MilestoneRule:
    """A 4-week look for everyone, with one choice."""
    return MilestoneRule(
        id=name,
        kind=kind,
        when=when,
        after_days=after_days,
        needs_ramp=needs_ramp,
        message=MessageId(f"milestone.{name}"),
        choices=(MessageId(f"milestone.{name}.same"),),
        evidence=EVIDENCE,
    )


def course_rules(
    *milestones: MilestoneRule, expectations: tuple[Expectation, ...] = ()
) -> CourseRules:
    """Rules with these looks and bands."""
    return CourseRules(expectations, milestones, BOOK_NOW, BOOK_LOOK)
