"""Small rules of how check-ins move a step."""

from milium.domain.check_ins import (
    CheckInRules,
    IrritationState,
    Response,
    Strength,
    StrengthRule,
    Window,
)
from milium.domain.conditions import Condition, In
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import FindingId, MessageId, SourceId
from milium.domain.triage import When


def evidence(grade: Grade = Grade.B) -> Evidence:
    """One citation, of this grade."""
    return Evidence(grade, (Citation(SourceId("background-knowledge"), "a test"),), None)


def said(finding: str, *words: str) -> Condition:
    """True when the answer is one of the words."""
    return In(FindingId(finding), frozenset(words))


def a_state(
    name: str, when: Condition, effect: Response, how_soon: When = When.NOTHING_NEEDED
) -> IrritationState:
    """A way skin may take it."""
    look, advice = (MessageId(f"irritation.{name}.{part}") for part in ("look", "advice"))
    return IrritationState(name, when, effect, how_soon, look, advice, evidence())


IRRITATION = (
    a_state("calm", said("skin_feels", "calm"), Response.GO_ON),
    a_state("mild", said("skin_feels", "mild"), Response.HOLD),
    a_state("moderate", said("skin_feels", "moderate"), Response.STEP_BACK),
    a_state("severe", said("skin_feels", "severe"), Response.STOP, When.SAME_DAY),
    a_state("emergency", said("noticed", "swelling"), Response.STOP, When.NOW),
    a_state("new-bumps", said("noticed", "new_bumps"), Response.NOTE),
)
CHECK_INS = CheckInRules(
    calm=2,
    apart_days=3,
    calm_nights=3,
    missed_days=4,
    every_days=7,
    longest_gap=10,
    recent_days=2,
    ahead_weeks=4,
    evidence=evidence(Grade.D),
    windows=(
        Window("waxing", 7, 7, MessageId("window.waxing"), evidence(Grade.D)),
        Window("laser", 14, 56, MessageId("window.procedure"), evidence(Grade.D)),
    ),
    strengths=tuple(
        StrengthRule(
            strength=strength,
            calm_weeks=6,
            message=MessageId(f"strength.{name}"),
            evidence=evidence(Grade.D),
            beside=MessageId(f"strength.{name}.label"),
            beside_evidence=evidence(Grade.C),
        )
        for strength, name in (
            (Strength.MID_ON_BUMP, "mid-on-bump"),
            (Strength.HIGH_ON_BUMP, "high-on-bump"),
        )
    ),
)
