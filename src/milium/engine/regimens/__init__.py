"""A plan a person can live with: what to do tonight, which steps, on which evenings, and why."""

from milium.engine.regimens.changes import changes_from_today
from milium.engine.regimens.diary import read_diary, state_of
from milium.engine.regimens.explain import why_not
from milium.engine.regimens.others import alternatives
from milium.engine.regimens.planning import plan_for, plan_regimen
from milium.engine.regimens.progress import has_stopped
from milium.engine.regimens.shelf import UnjudgedProductError

__all__ = [
    "UnjudgedProductError",
    "alternatives",
    "changes_from_today",
    "has_stopped",
    "plan_for",
    "plan_regimen",
    "read_diary",
    "state_of",
    "why_not",
]
