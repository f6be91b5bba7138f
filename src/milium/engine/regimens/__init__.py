"""A plan a person can live with: what to do tonight, which steps, on which evenings, and why."""

from milium.engine.regimens.planning import plan_for, plan_regimen
from milium.engine.regimens.shelf import UnjudgedProductError

__all__ = ["UnjudgedProductError", "plan_for", "plan_regimen"]
