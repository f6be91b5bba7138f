"""A finished plan laid beside everything it has to answer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.audits import AuditRules, Told
from milium.domain.exposure import Verdict
from milium.domain.ids import FindingId, ProductId
from milium.domain.regimens import (
    Candidate,
    PlanRequest,
    ProductKind,
    Regimen,
    RegimenRules,
    Slot,
    Step,
)
from milium.domain.triage import Rung

WASHES = frozenset({Slot.AM_CLEANSE, Slot.PM_REMOVE, Slot.PM_CLEANSE})
MORNING = frozenset({Slot.AM_CLEANSE, Slot.AM_TREAT, Slot.AM_MOISTURISE, Slot.AM_SUNSCREEN})
NAMED = {"retinoid": Rung.LOW_RETINOID, "acid": Rung.WASH_OFF_ACID}
"""What a product says it is counts, whatever was read on its label."""


@dataclass(frozen=True)
class Held:
    """One step with what is in it.

    Attributes:
        rung: how far home care has to go for it.
        sun: it asks for sunscreen in the morning.
    """

    step: Step
    kind: ProductKind | None
    candidate: Candidate | None
    verdict: Verdict | None
    rung: Rung
    sun: bool

    @property
    def active(self) -> bool:
        """Whether it is more than gentle care."""
        return self.rung > Rung.GENTLE

    @property
    def where(self) -> str:
        """The step's place in the day."""
        return self.step.slot.value


@dataclass(frozen=True)
class Sheet:
    """The plan, who asked for it, and the numbers it is measured by."""

    plan: Regimen
    request: PlanRequest
    rules: RegimenRules
    audit: AuditRules

    @cached_property
    def steps(self) -> tuple[Held, ...]:
        """Every step with what is in it."""
        return tuple(self._held(step) for step in self.plan.steps)

    @cached_property
    def shelf(self) -> Mapping[ProductId, tuple[Candidate, Verdict]]:
        """The products the person has."""
        verdicts = {verdict.product: verdict for verdict in self.request.verdicts}
        return {
            candidate.product: (candidate, verdicts[candidate.product])
            for candidate in self.request.candidates
            if candidate.product is not None
        }

    @cached_property
    def kinds(self) -> Mapping[str, ProductKind]:
        """The kinds there are, by id."""
        return {kind.id: kind for kind in self.rules.kinds}

    def _held(self, step: Step) -> Held:
        kind = self.kinds.get(step.kind) if step.kind else None
        candidate, verdict = (
            self.shelf.get(step.product, (None, None))
            if step.product
            else (
                None,
                None,
            )
        )
        rung, sun = Rung.GENTLE, False
        if kind:
            rung, sun = kind.rung, kind.needs_sunscreen
        elif candidate and verdict:
            rung, sun = self.rung_of(candidate, verdict), self._asks_for_sun(candidate, verdict)
        return Held(step, kind, candidate, verdict, rung, sun)

    def rung_of(self, candidate: Candidate, verdict: Verdict) -> Rung:
        """How far home care has to go for a product."""
        inside = {exposure.ingredient_class for exposure in verdict.exposures}
        rungs = [k.rung for k in self.rules.kinds if inside & set(k.classes)]
        tier = Rung.LOW_RETINOID if verdict.tier is not None else Rung.GENTLE
        return max(Rung.GENTLE, tier, NAMED.get(candidate.product_kind, Rung.GENTLE), *rungs)

    def _asks_for_sun(self, candidate: Candidate, verdict: Verdict) -> bool:
        inside = {exposure.ingredient_class for exposure in verdict.exposures}
        sun = {name for kind in self.rules.kinds if kind.needs_sunscreen for name in kind.classes}
        return bool(inside & sun) or self.rung_of(candidate, verdict) is Rung.LOW_RETINOID

    def answer(self, finding: str) -> Answer:
        """What was said of a finding."""
        return self.request.answers.get(FindingId(finding), UNKNOWN)


def medicine(candidate: Candidate) -> bool:
    """Whether a product is used by its leaflet and not by a plan."""
    return candidate.prescribed or candidate.product_kind == "medicine"


def says(told: Told, answer: Answer, *, also_unknown: bool) -> bool:
    """Whether one of the words was said, or may have been."""
    match answer:
        case Known(value):
            return value in told.words
        case Contradictory(values):
            return bool(told.words & set(map(str, values)))
        case Chosen(members, complete):
            return bool(told.words & members) or (also_unknown and not complete)
        case _:
            return also_unknown
