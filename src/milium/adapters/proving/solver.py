"""Formulas for z3, and cases out of its models."""

from collections.abc import Iterable

import z3

from milium.adapters.proving.algebra import B


class Formulas:
    """Truth as z3 formulas; constants are folded away."""

    def __init__(self) -> None:
        """Start with no variables."""
        self.true: B = z3.BoolVal(True)  # noqa: FBT003 - z3's own
        self.false: B = z3.BoolVal(False)  # noqa: FBT003 - z3's own
        self._named: dict[str, B] = {}

    def variable(self, name: str) -> B:
        """The variable of that name."""
        if name not in self._named:
            self._named[name] = z3.Bool(name)
        return self._named[name]

    def every(self, parts: Iterable[B]) -> B:
        """Conjunction."""
        found = {part.get_id(): part for part in parts if not z3.is_true(part)}
        if any(z3.is_false(part) for part in found.values()):
            return self.false
        several = list(found.values())
        return z3.And(several) if len(several) > 1 else several[0] if several else self.true

    def some(self, parts: Iterable[B]) -> B:
        """Disjunction."""
        found = {part.get_id(): part for part in parts if not z3.is_false(part)}
        if any(z3.is_true(part) for part in found.values()):
            return self.true
        several = list(found.values())
        return z3.Or(several) if len(several) > 1 else several[0] if several else self.false

    def no(self, part: B) -> B:
        """Negation."""
        if z3.is_true(part):
            return self.false
        if z3.is_false(part):
            return self.true
        return part.arg(0) if z3.is_not(part) else z3.Not(part)

    def key(self, part: B) -> int:
        """z3 keeps one copy of equal formulas."""
        return int(part.get_id())


def find(claim: B) -> dict[str, bool] | None:
    """The variables that are true in a case that makes the claim true; ``None``: there is none."""
    solver = z3.SolverFor("QF_FD")
    solver.add(claim)
    if solver.check() != z3.sat:
        return None
    model = solver.model()
    return {each.name(): z3.is_true(model[each]) for each in model.decls()}
