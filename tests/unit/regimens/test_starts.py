"""When a slowly started step begins, and what is said about it."""

import pytest

from milium.domain.exposure import VerdictKind
from milium.domain.regimens import Regimen
from tests.builders.regimens import Owns, Request, some_rules

SETTLING = some_rules(settle_days=14)
OWN_RETINOL = Owns(
    "Retinol", "serum", classes=("retinoid_cosmetic",), ingredients=("retinol",), tier=1,
    used_when=("pm",),
)  # fmt: skip


def notes(plan: Regimen) -> list[str]:
    return [r.message.id for step in plan.steps if step.ramp for r in step.reasons[2:]]


def first_day(request: Request) -> int:
    return (request.plan().calendar[0].on - request.on).days


def test_the_first_evening_waits_while_something_else_is_new() -> None:
    request = Request(rules=SETTLING)

    assert first_day(request) == 14
    assert notes(request.plan()) == ["ramp.settle", "ramp.1", "ramp.4", "ramp.8"]


def test_the_first_evening_waits_while_something_is_left_out() -> None:
    balm = Owns("Balm", "oil_or_balm", VerdictKind.LEAVE_OUT_FIRST)

    assert first_day(Request(rules=SETTLING, shelf=(balm,))) == 14


def test_what_is_used_in_the_evening_already_goes_on_without_a_wait() -> None:
    request = Request(rules=SETTLING, shelf=(OWN_RETINOL,))

    assert [step.product for step in request.plan().steps if step.ramp] == ["Retinol"]
    assert first_day(request) == 0


def test_the_evenings_after_the_wait_are_the_same_weeks_later() -> None:
    def days(request: Request) -> list[int]:
        return [(evening.on - request.on).days for evening in request.plan().calendar]

    assert days(Request(rules=SETTLING)) == [day + 14 for day in days(Request())]


@pytest.mark.parametrize("looked_at", ["no", "unknown"])
def test_the_step_of_the_four_week_look_is_kept_and_said(looked_at: str) -> None:
    """Four weeks from today the ramp is two weeks old: it stays at its first stage."""
    plan = Request(rules=SETTLING, said={"looked_at": looked_at}).plan()

    assert {evening.stage for evening in plan.calendar} == {1}
    assert notes(plan) == ["ramp.settle", "ramp.1", "ramp.held"]


def test_what_stays_on_is_kept_off_a_bump_that_is_to_be_looked_at() -> None:
    plan = Request(said={"bump_how_soon": "within_2_weeks"}).plan()

    kept_off = {
        step.slot.value: "constraint.off-the-bump" in {r.message.id for r in step.reasons}
        for step in plan.steps
    }
    assert kept_off["am_sunscreen"]
    assert not kept_off["am_cleanse"]


def test_nothing_is_kept_off_a_bump_that_can_wait() -> None:
    said = {r.message.id for step in Request().plan().steps for r in step.reasons}

    assert "constraint.off-the-bump" not in said
