"""Which brackets of a text belong together."""

import re

_BRACKETS = re.compile(r"[()\[\]{}]")
_CLOSES = {")": "(", "]": "[", "}": "{"}


def bracket_pairs(text: str) -> tuple[tuple[int, int], ...]:
    """The places of opening and closing brackets that belong together, by opening place.

    A bracket without a partner belongs to nothing and so can't swallow what follows it.
    """
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(text):
        bracket = match.group()
        if bracket not in _CLOSES:
            opened.append((bracket, match.start()))
        elif opened and opened[-1][0] == _CLOSES[bracket]:
            pairs.append((opened.pop()[1], match.start()))
    return tuple(sorted(pairs))
