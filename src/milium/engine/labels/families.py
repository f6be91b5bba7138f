"""Families of names never seen before: which pattern of INCI's grammar a name fits."""

import re
from collections.abc import Callable, Sequence

from milium.domain.labels import Family

_ANYTHING = ".*"


class Families:
    """The families of a vocabulary made ready; those that ask come before those that do not."""

    def __init__(self, families: Sequence[Family]) -> None:
        """Each pattern becomes one test of a name."""
        ordered = sorted(families, key=lambda family: not family.asks)
        self.asking = frozenset(family.id for family in ordered if family.asks)
        self._tests = [(family.id, _test(family.pattern)) for family in ordered]

    def first_of(self, keys: Sequence[str], *, asking: bool) -> str | None:
        """The first family any of these names fits; with ``asking`` of those that ask alone."""
        tests = self._tests[: len(self.asking)] if asking else self._tests
        for family, fits in tests:
            for key in keys:
                if fits(key) is not None:
                    return family
        return None


def _test(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Whether the whole of a name fits; "anything" at an end is searched for, which is faster."""
    if _is_one(pattern):
        if pattern.startswith(_ANYTHING) and pattern.endswith(_ANYTHING):
            return re.compile(pattern[2:-2]).search
        if pattern.startswith(_ANYTHING):
            return re.compile(rf"(?:{pattern[2:]})\Z").search
    return re.compile(pattern).fullmatch


def _is_one(pattern: str) -> bool:
    """Whether a pattern is no choice between several, and has something between its ends."""
    depth = 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return False
    return len(pattern) > 2 * len(_ANYTHING) and "\\" not in pattern and "[" not in pattern
