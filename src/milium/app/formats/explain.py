"""The published JSON of what is said about a plan beside the plan itself."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from milium.app.formats.guide import ReasonJson, StepJson
from milium.app.formats.print_plan import print_step
from milium.app.formats.print_reasons import print_reasons
from milium.app.texts import Texts
from milium.domain.explanations import Alternative, Fate, Shift, WhyNot
from milium.domain.messages import say

FATES = {
    Fate.IN_THE_PLAN: "why_not.in-the-plan",
    Fate.JUST_AS_GOOD: "why_not.as-good",
}


class _Published(BaseModel):
    """A published shape: nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WhyNotJson(_Published):
    """Why the plan is without something; ``steps``: the plan with it, where there may be one."""

    asked: str
    fate: str
    text: str
    reasons: list[ReasonJson]
    steps: list[StepJson]


class OtherPlanJson(_Published):
    """Another plan that keeps every rule, where it differs, and what it is behind in."""

    steps: list[StepJson]
    differs_in: list[str]
    text: str


class ShiftJson(_Published):
    """A product or kind today (``before``) and under the plan (``after``)."""

    product: str | None
    kind: str | None
    name: str
    move: str
    text: str
    before: list[Literal["am", "pm"]]
    after: list[Literal["am", "pm"]]


def print_why_not(found: WhyNot, texts: Texts) -> WhyNotJson:
    """The answer in words: what forbids it, or what the plan does better without it."""
    return WhyNotJson(
        asked=found.asked,
        fate=found.fate.value,
        text=_why(found, texts),
        reasons=print_reasons(found.reasons, texts),
        steps=[print_step(step, texts) for step in found.plan.steps] if found.plan else [],
    )


def _why(found: WhyNot, texts: Texts) -> str:
    if found.fate in FATES:
        return texts.text(FATES[found.fate])
    if found.loses:
        by = say(f"why_not.by.{found.loses.value}")
        return texts.say(say("why_not.worse", by=by))
    said = [texts.say(found.message)] if found.message else []
    return " ".join(dict.fromkeys([*(texts.say(r.message) for r in found.reasons), *said]))


def print_other(other: Alternative, texts: Texts) -> OtherPlanJson:
    """Another plan in words."""
    text = texts.text("other.as-good")
    if other.loses:
        by = say(f"why_not.by.{other.loses.value}")
        text = texts.say(say("other.worse", by=by))
    return OtherPlanJson(
        steps=[print_step(step, texts) for step in other.plan.steps],
        differs_in=[slot.value for slot in other.slots],
        text=text,
    )


def print_shift(shift: Shift, texts: Texts) -> ShiftJson:
    """One line of before and after."""
    return ShiftJson(
        product=shift.product,
        kind=shift.kind,
        name=texts.say(shift.name),
        move=shift.move.value,
        text=texts.text(f"move.{shift.move.value}"),
        before=[half for half in ("am", "pm") if half in shift.before],
        after=[half for half in ("am", "pm") if half in shift.after],
    )
