"""The published kinds, slots, ramp and lines, as a person would meet them."""

import re
from dataclasses import replace
from functools import cache

import pytest

from milium.domain.cases import Wishes
from milium.domain.evidence import Grade
from milium.domain.exposure import VerdictKind
from milium.domain.messages import Message
from milium.domain.regimens import Regimen, RegimenRules, Slot
from milium.domain.skin_types import Side
from milium.domain.triage import Rung, Zone
from milium.kb.build_findings import build_asking
from milium.kb.build_plans import build_regimens
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions
from milium.kb.read import RawKnowledge, knowledge_files, knowledge_root, read_raw
from tests.builders.regimens import Owns, Request, a_person, a_skin, filled

NEVER = re.compile(
    r"\b(proven|safe|safely|best|cleared|guaranteed|suspect|culprit|veto)\b", re.IGNORECASE
)
KNOWN = {"medicines": "other", "likeness": "like", "how_soon": "no_rush"}
WASH = Owns("Face wash", used_when=("am", "pm"))
BLOCK = Owns("Day block", "sunscreen", used_when=("am",))


@cache
def raw() -> RawKnowledge:
    return read_raw(knowledge_files(knowledge_root()))


@cache
def published() -> RegimenRules:
    collections = Collections(raw())
    return build_regimens(collections, Conditions(build_asking(collections).findings))


def someone(rung: Rung = Rung.LOW_RETINOID, *bumps: tuple[Zone, ...], **sides: Side) -> Request:
    return Request(a_person(rung, *bumps), a_skin(**sides), rules=published(), said=KNOWN)


def spoken(message: Message) -> str:
    """The sentence, made the simplest way; fails on a missing text or value."""
    if message.id == "product.name":
        return str(dict(message.values)["name"])
    values = {
        name: spoken(value) if isinstance(value, Message) else value
        for name, value in message.values
    }
    return raw().texts["en"][message.id].format(**values)


def all_messages(plan: Regimen) -> list[Message]:
    return [
        *plan.tonight,
        plan.optimal_because,
        *(step.name for step in plan.steps),
        *(step.look_for for step in plan.steps if step.look_for),
        *(reason.message for step in plan.steps for reason in step.reasons),
        *(conflict.message for conflict in plan.conflicts),
        *(Message(text) for state in plan.irritation for text in (state.look, state.advice)),
    ]


@pytest.mark.parametrize("rung", [Rung.GENTLE, Rung.WASH_OFF_ACID, Rung.LOW_RETINOID])
@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("limits", [Wishes(), Wishes(budget_cents=0), Wishes(max_steps=1)])
def test_everyone_gets_a_gentle_plan_in_whole_sentences(
    rung: Rung, side: Side, limits: Wishes
) -> None:
    request = replace(someone(rung, oily_dry=side, sensitive_resistant=side), wishes=limits)

    plan = request.plan()

    assert {Slot.PM_REMOVE, Slot.PM_CLEANSE} & {step.slot for step in plan.steps}
    assert 2 <= len(plan.tonight) <= 3
    for message in all_messages(plan):
        assert spoken(message)


@pytest.mark.parametrize("side", list(Side))
def test_what_a_person_owns_is_used_before_anything_is_bought(side: Side) -> None:
    shelf = (WASH, BLOCK, Owns("Lotion", "moisturiser", used_when=("am", "pm")))

    plan = replace(someone(Rung.GENTLE, oily_dry=side), shelf=shelf).plan()

    assert set(filled(plan).values()) <= {"Face wash", "Day block", "Lotion"}


def test_oily_skin_is_offered_salicylic_and_dry_skin_fruit_acid_as_an_option() -> None:
    oily = someone(Rung.WASH_OFF_ACID, oily_dry=Side.HIGH).plan()
    dry = someone(Rung.WASH_OFF_ACID, oily_dry=Side.LOW).plan()

    assert filled(oily)["am_cleanse"] == "salicylic-cleanser"
    assert filled(dry)["am_cleanse"] == "aha-cleanser"
    assert oily.steps[0].option
    assert dry.steps[0].option


def test_sensitive_skin_is_offered_no_acid_and_the_lowest_retinol() -> None:
    gentle = someone(Rung.WASH_OFF_ACID, oily_dry=Side.HIGH, sensitive_resistant=Side.HIGH).plan()
    retinol = someone(sensitive_resistant=Side.HIGH).plan()

    assert filled(gentle)["am_cleanse"] == "gentle-cleanser"
    assert filled(retinol)["pm_treat"] == "very-low-retinol"


def test_a_retinoid_is_only_ever_an_option_that_says_no_trial_tested_it() -> None:
    step = next(step for step in someone().plan().steps if step.slot is Slot.PM_TREAT)

    assert step.kind == "low-retinol"
    assert step.option
    assert "No trial tested it for milia" in spoken(step.reasons[0].message)


def test_skin_that_marks_easily_gets_a_tinted_sunscreen_and_a_slower_start() -> None:
    marks, usual = someone(pigment=Side.HIGH).plan(), someone().plan()

    assert filled(marks)["am_sunscreen"] == "tinted-sunscreen-fluid"
    assert len(marks.calendar) < len(usual.calendar)


@pytest.mark.parametrize("soon", ["within_2_weeks", "within_a_week", "same_day", "now"])
def test_nobody_starts_a_treatment_while_a_bump_waits_to_be_seen(soon: str) -> None:
    plan = replace(someone(), said={**KNOWN, "how_soon": soon}).plan()

    assert plan.calendar == ()
    assert plan.steps


@pytest.mark.parametrize("likeness", ["unlike", "cannot_tell"])
def test_no_treatment_is_offered_for_what_does_not_sound_like_milia(likeness: str) -> None:
    plan = replace(someone(), said={**KNOWN, "likeness": likeness}).plan()

    assert plan.calendar == ()


@pytest.mark.parametrize(("years", "offered"), [(17, False), (18, True)])
def test_retinol_is_for_grown_ups(years: int, *, offered: bool) -> None:
    days = int(years * 365.25)

    plans = [replace(someone(), said={**KNOWN, "age": days + more}).plan() for more in (0, 1, 300)]

    assert all(bool(plan.calendar) is offered for plan in plans)


@pytest.mark.parametrize("medicine", ["oral_retinoid", "skin_retinoid_prescribed", "unknown"])
def test_retinol_is_not_offered_beside_another_retinoid_or_while_that_is_unknown(
    medicine: str,
) -> None:
    plan = replace(someone(), said={**KNOWN, "medicines": medicine}).plan()

    assert plan.calendar == ()


def test_the_rich_balm_round_the_eyes_is_the_first_thing_tonight() -> None:
    balm = Owns("Night balm", "oil_or_balm", VerdictKind.NOT_ROUND_THE_EYES, areas=("eye_bone",))

    plan = replace(someone(Rung.GENTLE, (Zone.EYE_BONE,)), shelf=(WASH, balm)).plan()

    assert spoken(plan.tonight[0]) == "Leave out Night balm (round the eyes)."


def test_the_first_three_weeks_have_two_evenings_each() -> None:
    calendar = someone().plan().calendar

    assert [sum(each.week == week for each in calendar) for week in range(1, 13)] == [
        *(2, 2, 2),
        *(3, 4, 3, 4),
        *(7, 7, 7, 7, 7),
    ]


def test_no_published_kind_of_opinion_is_anything_but_an_active() -> None:
    opinions = {kind.id for kind in published().kinds if kind.evidence.grade is Grade.D}

    assert opinions == {kind.id for kind in published().kinds if kind.rung > Rung.GENTLE}


def test_every_kind_past_gentle_care_names_what_is_in_it() -> None:
    for kind in published().kinds:
        assert kind.classes or kind.rung is Rung.GENTLE


def test_every_retinoid_kind_starts_slowly_with_sunscreen() -> None:
    for kind in published().kinds:
        if kind.rung is Rung.LOW_RETINOID:
            assert kind.ramp
            assert kind.needs_sunscreen


def test_no_sentence_of_a_plan_promises_or_blames() -> None:
    own = [
        text
        for name, text in raw().texts["en"].items()
        if name.startswith(
            ("slot.", "kind.", "ramp.", "irritation.", "tonight.", "constraint.", "conflict.")
        )
    ]

    assert len(own) > 60
    assert [text for text in own if NEVER.search(text)] == []
