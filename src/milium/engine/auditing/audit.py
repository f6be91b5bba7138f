"""The auditor: a finished plan against the published texts of the limits.

Written from those texts alone (``constraint.*``) and the numbers of ``regimens/audit.yaml``; it
imports the domain and nothing else, so that no mistake of the planner can be its own.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from milium.domain.audits import AuditRules, Breach
from milium.domain.regimens import PlanRequest, Regimen, RegimenRules
from milium.engine.auditing import dates, person, shelf, steps, together
from milium.engine.auditing.sheet import Sheet

CHECKS: tuple[Callable[[Sheet], Iterator[Breach]], ...] = (
    *steps.CHECKS,
    *together.CHECKS,
    *person.CHECKS,
    *shelf.CHECKS,
    *dates.CHECKS,
)


def audit(
    plan: Regimen,
    request: PlanRequest,
    rules: RegimenRules,
    numbers: AuditRules,
    *,
    closed: Collection[date] = (),
) -> tuple[Breach, ...]:
    """Everything the plan gets wrong, in a fixed order; empty for a plan that may be shown.

    Args:
        plan: as it would be shown.
        request: what it was made for.
        rules: the kinds, the ramp and the strongest tier.
        numbers: ages, windows and what withholds, stated apart from the rules of the ladder.
        closed: days on which nothing active may be used.
    """
    sheet = Sheet(plan, request, rules, numbers)
    found = [breach for check in CHECKS for breach in check(sheet)]
    return (*found, *dates.on_closed_days(sheet, frozenset(closed)))
