"""Regimens and courses."""

from datetime import date

from milium.domain.check_ins import (
    CheckInRules,
    IrritationState,
    Response,
    Strength,
    StrengthRule,
    Window,
)
from milium.domain.courses import CourseRules, Expectation, MilestoneKind, MilestoneRule
from milium.domain.ids import IngredientClass, KindId, MessageId, PlaceId, RuleId
from milium.domain.regimens import (
    Constraint,
    Criterion,
    Limit,
    Preference,
    ProductKind,
    RampStage,
    RegimenRules,
    SaleLimit,
    Slot,
    SlotRule,
    TonightLine,
)
from milium.domain.triage import Rung, When
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions, scaled
from milium.kb.entries import Entry

_hundredths = scaled(2)


def build_regimens(collections: Collections, conditions: Conditions) -> RegimenRules:
    """The slice planning reads."""
    ramp = collections.value("regimens.ramp").entry("value")
    stages = tuple(_stage(entry) for entry in ramp.entries("stages"))
    settle = ramp.entry("settle")
    return RegimenRules(
        kinds=tuple(_kind(e, conditions) for e in collections.entries("regimens.kinds")),
        slots=tuple(_slot(e, conditions) for e in collections.entries("regimens.slots")),
        ramp=stages,
        settle_days=settle.value("days", int),
        settle_evidence=settle.done(settle.evidence()),
        held_from_week=ramp.value("held_from_week", int),
        slower_hundredths=ramp.value("slower", _hundredths),
        slower_when=conditions.read(ramp, "slower_when"),
        keep_off_when=conditions.read(collections.value("regimens.keep_off_when"), "value"),
        highest_tier=ramp.value("highest_tier", int),
        weeks=ramp.value("weeks", int),
        ramp_evidence=ramp.done(ramp.evidence()),
        irritation=tuple(
            _irritation(e, conditions) for e in collections.entries("regimens.irritation")
        ),
        check_ins=_check_ins(collections),
        tonight=tuple(_tonight(e, conditions) for e in collections.entries("regimens.tonight")),
        constraints=tuple(_constraint(e) for e in collections.entries("regimens.constraints")),
        preferences=tuple(_preference(e) for e in collections.entries("regimens.preferences")),
        sale_limits=tuple(_sale_limit(e) for e in collections.entries("regimens.sale_limits")),
    )


def _stage(entry: Entry) -> RampStage:
    week = entry.value("from_week", int)
    return entry.done(RampStage(week, entry.value("every", int), MessageId(f"ramp.{week}")))


def _kind(entry: Entry, conditions: Conditions) -> ProductKind:
    kind_id = entry.text("id")
    return entry.done(
        ProductKind(
            id=KindId(kind_id),
            slots=tuple(entry.member("slots", word, Slot) for word in entry.words("slots")),
            rung=entry.choice("rung", Rung),
            classes=tuple(IngredientClass(word) for word in entry.words("classes")),
            fits=conditions.read(entry, "fits"),
            ramp=entry.flag("ramp"),
            needs_sunscreen=entry.flag("needs_sunscreen"),
            price_cents=entry.value("price_cents", int),
            cost=entry.value("cost", int),
            name=MessageId(f"kind.{kind_id}.name"),
            look_for=MessageId(f"kind.{kind_id}.look_for"),
            why=MessageId(f"kind.{kind_id}.why"),
            evidence=entry.evidence(),
            strongest=entry.optional("strongest", _hundredths),
        )
    )


def _sale_limit(entry: Entry) -> SaleLimit:
    return entry.done(
        SaleLimit(
            id=entry.text("id"),
            places=frozenset(PlaceId(word) for word in entry.words("places")),
            classes=tuple(IngredientClass(word) for word in entry.words("classes")),
            strongest=entry.value("strongest", _hundredths),
            from_day=entry.value("from_day", date.fromisoformat),
            evidence=entry.evidence(),
        )
    )


def _slot(entry: Entry, conditions: Conditions) -> SlotRule:
    slot = entry.choice("slot", Slot)
    return entry.done(
        SlotRule(
            slot=slot,
            wanted_when=conditions.read(entry, "wanted_when"),
            shelf_kinds=entry.words("shelf_kinds"),
            buys=entry.flag("buys"),
            why=MessageId(f"slot.{slot.value}.why"),
            evidence=entry.evidence(),
        )
    )


def _check_ins(collections: Collections) -> CheckInRules:
    entry = collections.value("regimens.check_ins").entry("value")
    return entry.done(
        CheckInRules(
            calm=entry.value("calm", int),
            apart_days=entry.value("apart_days", int),
            calm_nights=entry.value("calm_nights", int),
            missed_days=entry.value("missed_days", int),
            every_days=entry.value("every_days", int),
            longest_gap=entry.value("longest_gap", int),
            recent_days=entry.value("recent_days", int),
            ahead_weeks=entry.value("ahead_weeks", int),
            evidence=entry.evidence(),
            windows=tuple(
                window
                for each in collections.entries("regimens.windows")
                for window in _windows(each)
            ),
            strengths=tuple(_strength(e) for e in collections.entries("regimens.strengths")),
        )
    )


def _windows(entry: Entry) -> tuple[Window, ...]:
    """One window for each treatment the entry names; they share its words and evidence."""
    name, before, after = entry.text("id"), entry.value("before", int), entry.value("after", int)
    treatments, evidence = entry.words("treatments"), entry.evidence()
    message = MessageId(f"window.{name}")
    return entry.done(tuple(Window(each, before, after, message, evidence) for each in treatments))


def _strength(entry: Entry) -> StrengthRule:
    name, beside = entry.text("id"), entry.entry("beside")
    return entry.done(
        StrengthRule(
            strength=entry.choice("strength", Strength),
            calm_weeks=entry.value("calm_weeks", int),
            message=MessageId(f"strength.{name}"),
            evidence=entry.evidence(),
            beside=MessageId(f"strength.{name}.label"),
            beside_evidence=beside.done(beside.evidence()),
        )
    )


def _irritation(entry: Entry, conditions: Conditions) -> IrritationState:
    name = entry.text("id")
    return entry.done(
        IrritationState(
            id=name,
            when=conditions.read(entry, "when"),
            effect=entry.choice("effect", Response),
            how_soon=entry.choice("how_soon", When),
            look=MessageId(f"irritation.{name}.look"),
            advice=MessageId(f"irritation.{name}.advice"),
            evidence=entry.evidence(),
        )
    )


def _constraint(entry: Entry) -> Constraint:
    limit = entry.choice("id", Limit)
    return entry.done(Constraint(limit, MessageId(f"constraint.{limit.value}"), entry.evidence()))


def _preference(entry: Entry) -> Preference:
    criterion = entry.choice("id", Criterion)
    return entry.done(
        Preference(criterion, MessageId(f"preference.{criterion.value}"), entry.evidence())
    )


def _tonight(entry: Entry, conditions: Conditions) -> TonightLine:
    name = RuleId(entry.text("id"))
    return entry.done(
        TonightLine(
            id=name,
            when=conditions.read(entry, "when"),
            message=MessageId(f"tonight.{name}"),
            evidence=entry.evidence(),
        )
    )


def build_courses(collections: Collections, conditions: Conditions) -> CourseRules:
    """The slice projecting a course reads."""
    return CourseRules(
        expectations=tuple(
            _expectation(entry, conditions) for entry in collections.entries("courses.expectations")
        ),
        milestones=tuple(
            _milestone(entry, conditions) for entry in collections.entries("courses.milestones")
        ),
        book_now=MessageId("course.book_now"),
        book_look=MessageId("course.book_look"),
    )


def _expectation(entry: Entry, conditions: Conditions) -> Expectation:
    name = entry.text("id")
    return entry.done(
        Expectation(
            id=name,
            when=conditions.read(entry, "when"),
            message=MessageId(f"expectation.{name}"),
            evidence=entry.evidence(),
        )
    )


def _milestone(entry: Entry, conditions: Conditions) -> MilestoneRule:
    name = entry.text("id")
    return entry.done(
        MilestoneRule(
            id=name,
            kind=entry.choice("kind", MilestoneKind),
            when=conditions.read(entry, "when"),
            after_days=entry.value("after_days", int),
            needs_ramp=entry.flag("needs_ramp"),
            message=MessageId(f"milestone.{name}"),
            choices=tuple(MessageId(word) for word in entry.words("choices")),
            evidence=entry.evidence(),
        )
    )
