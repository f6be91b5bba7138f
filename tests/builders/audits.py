"""What the auditor measures by, plans to break, and ways to break them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from milium.domain.audits import AuditRules, Breach, Check, HealingTime, Told, Withheld
from milium.domain.ids import FindingId, IngredientClass, KindId, PlaceId, ProductId
from milium.domain.messages import say
from milium.domain.regimens import Evening, Regimen, SaleLimit, Slot, Step
from milium.domain.triage import Rung, Zone
from milium.engine.auditing import audit
from tests.builders.check_ins import evidence
from tests.builders.regimens import KINDS, RETINOL, Owns, Request, some_rules

YEAR = 365
WASH = Owns("wash", "cleanser", used_when=("am", "pm"))
SPF = Owns("block", "sunscreen", used_when=("am",))
SERUM = Owns("serum", "serum", used_when=("am",))
CREAM = Owns("cream", "medicine")
SHELF = (WASH, SPF, SERUM)
PLAIN = Request(shelf=SHELF)
Change = Callable[[Regimen], Regimen]


def step(plan: Regimen, slot: Slot) -> Step:
    """The step of a slot."""
    return next(each for each in plan.steps if each.slot is slot)


def with_steps(*steps: Step) -> Change:
    """The plan with steps put in place of, or beside, those of their slots."""

    def change(plan: Regimen) -> Regimen:
        by_slot = {each.slot: each for each in (*plan.steps, *steps)}
        ordered = [by_slot[slot] for slot in Slot if slot in by_slot]
        numbered = (replace(each, order=n) for n, each in enumerate(ordered, 1))
        return replace(plan, steps=tuple(numbered))

    return change


def without(plan: Regimen, slot: Slot) -> Regimen:
    """The plan with a slot left empty."""
    left = [each for each in plan.steps if each.slot is not slot]
    return replace(plan, steps=tuple(replace(e, order=n) for n, e in enumerate(left, 1)))


def a_step(slot: Slot, *, kind: str | None = None, product: str | None = None) -> Step:
    """A plain step on the face."""
    return Step(
        slot=slot,
        order=1,
        kind=KindId(kind) if kind else None,
        product=ProductId(product) if product else None,
        name=say("product.name", name="x"),
        look_for=None,
        zones=(Zone.FACE,),
        ramp=False,
        option=False,
        reasons=(),
    )


def owned(slot: Slot, **said: object) -> tuple[Request, Change]:
    """A person with one more product, and a plan that uses it in a slot."""
    extra = replace(Owns("extra", "serum"), **said)  # type: ignore[arg-type]
    return Request(shelf=(*SHELF, extra)), with_steps(a_step(slot, product="extra"))


def unchanged(plan: Regimen) -> Regimen:
    """The plan as it was made."""
    return plan


def unexplained(plan: Regimen) -> Regimen:
    """The plan without a reason beside its steps."""
    return replace(plan, steps=tuple(replace(each, reasons=()) for each in plan.steps))


def not_sold_there() -> Request:
    """A plan with retinol, read where that much is not sold."""
    kinds = tuple(replace(kind, strongest=50) if kind is RETINOL else kind for kind in KINDS)
    return Request(shelf=SHELF, rules=some_rules(kinds=kinds), place=PlaceId("GB"))


def eu_only(from_day: date) -> SaleLimit:
    """Retinol up to 0.3 % in Great Britain, from a day on."""
    return SaleLimit(
        "eu",
        frozenset({PlaceId("GB")}),
        (IngredientClass("retinoid_cosmetic"),),
        30,
        from_day,
        evidence(),
    )


def moved(plan: Regimen, number: int, *, days: int) -> Regimen:
    """The plan with one evening moved."""
    evenings = list(plan.calendar)
    on = evenings[number].on + timedelta(days=days)
    evenings[number] = replace(evenings[number], on=on)
    return replace(plan, calendar=tuple(evenings))


def crowded(plan: Regimen) -> tuple[Evening, ...]:
    """Three evenings in the first seven days."""
    first = plan.calendar[0]
    more = replace(first, on=first.on + timedelta(days=6))
    return (*plan.calendar[:2], more, *plan.calendar[2:])


def told(finding: str, *words: str) -> Told:
    """Words of a finding."""
    return Told(FindingId(finding), frozenset(words))


def some_numbers() -> AuditRules:
    """Ages, one thing that withholds, one window, what is worn, what is kept off."""
    return AuditRules(
        ages={Rung.GENTLE: YEAR, Rung.WASH_OFF_ACID: 12 * YEAR, Rung.LOW_RETINOID: 18 * YEAR},
        withheld=(
            Withheld(
                "pregnancy",
                told("pregnancy", "pregnant", "trying"),
                Rung.WASH_OFF_ACID,
                also_unknown=False,
                evidence=evidence(),
            ),
        ),
        windows=(HealingTime("waxed", told("procedures", "waxing"), 7, evidence()),),
        worn=(told("makeup", "sometimes", "daily"),),
        keep_off=told("bump_how_soon", "within_2_weeks"),
        evidence=evidence(),
    )


def breaches(plan: Regimen, request: Request) -> tuple[Breach, ...]:
    """What the auditor says of a plan."""
    return audit(plan, request.asked(), request.rules, some_numbers())


def checks(plan: Regimen, request: Request) -> set[Check]:
    """The checks that failed."""
    return {breach.check for breach in breaches(plan, request)}
