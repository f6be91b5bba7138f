"""Truth, twice: as formulas for the solver, and as bits over many sampled cases at once.

The encoder is written once against ``Algebra``. What is proved (formulas) and what is compared
with the engine (bits, one per sampled case) therefore come from the same lines of code.
"""

from collections.abc import Iterable
from typing import Any, Protocol

B = Any
"""A truth of one algebra: a z3 ``BoolRef``, or an ``int`` with a bit for every sample."""


class Algebra(Protocol):
    """And, or, not and named variables."""

    true: B
    false: B

    def variable(self, name: str) -> B:
        """The variable of that name, always the same one."""

    def every(self, parts: Iterable[B]) -> B:
        """Whether all hold; true of none."""

    def some(self, parts: Iterable[B]) -> B:
        """Whether any holds; false of none."""

    def no(self, part: B) -> B:
        """The opposite."""

    def key(self, part: B) -> int:
        """A number that is the same for equal truths."""


class Bits:
    """Truth over samples: bit ``i`` of a value is its truth in sample ``i``."""

    def __init__(self, samples: int, given: dict[str, int]) -> None:
        """Keep the bits of every variable; one that is missing is false throughout."""
        self.true: int = (1 << samples) - 1
        self.false: int = 0
        self._given = given

    def variable(self, name: str) -> int:
        """The sampled bits."""
        return self._given.get(name, 0)

    def every(self, parts: Iterable[int]) -> int:
        """Bitwise and."""
        found = self.true
        for part in parts:
            found &= part
        return found

    def some(self, parts: Iterable[int]) -> int:
        """Bitwise or."""
        found = 0
        for part in parts:
            found |= part
        return found

    def no(self, part: int) -> int:
        """Bitwise not."""
        return self.true & ~part

    def key(self, part: int) -> int:
        """The bits themselves."""
        return part
