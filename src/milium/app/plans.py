"""Making a plan that may be shown: planned by one engine, looked over by another."""

from collections.abc import Collection
from datetime import date

from milium.domain.audits import Breach
from milium.domain.knowledge import Knowledge
from milium.domain.regimens import PlanRequest, Regimen
from milium.engine.auditing import audit
from milium.engine.regimens import plan_for


class PlanRefusedError(RuntimeError):
    """A plan broke a limit, so it is not shown; our fault, never the person's.

    Its text names the limits and the places in the plan, and none of the answers.
    """

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        """Name every breach."""
        self.breaches = breaches
        named = "; ".join(dict.fromkeys(f"{b.check.value}: {b.where}" for b in breaches))
        super().__init__(
            f"the plan does not keep its own rules ({named}), so it is not shown. "
            "This is our mistake; please report this line"
        )


def make_plan(
    request: PlanRequest, knowledge: Knowledge, *, closed: Collection[date] = ()
) -> Regimen:
    """The plan of a request, looked over before anyone sees it.

    Args:
        request: what it is made from.
        knowledge: the knowledge it is made and looked over with.
        closed: days on which nothing active may be used.

    Raises:
        PlanRefusedError: it breaks a limit.
    """
    return looked_over(plan_for(request, knowledge.regimens), request, knowledge, closed=closed)


def looked_over(
    plan: Regimen, request: PlanRequest, knowledge: Knowledge, *, closed: Collection[date] = ()
) -> Regimen:
    """The same plan, if it keeps every limit.

    Raises:
        PlanRefusedError: it breaks one.
    """
    breaches = audit(plan, request, knowledge.regimens, knowledge.audit, closed=closed)
    if breaches:
        raise PlanRefusedError(breaches)
    return plan
