"""The slow, obvious way to compare two words, and to find the words near one."""

from collections.abc import Iterable
from functools import cache


def slow_distance(one: str, other: str) -> int:
    """Optimal string alignment by its definition: put in, leave out, change, swap."""

    @cache
    def edits(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        found = [
            edits(i - 1, j) + 1,
            edits(i, j - 1) + 1,
            edits(i - 1, j - 1) + (one[i - 1] != other[j - 1]),
        ]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            found.append(edits(i - 2, j - 2) + 1)
        return min(found)

    return edits(len(one), len(other))


def slow_nearest(run: str, words: Iterable[str]) -> set[str]:
    """Every word one edit away: all words are compared."""
    return {word for word in words if slow_distance(run, word) == 1}
