"""A type in letters: ours, or one known from elsewhere."""

from collections.abc import Mapping, Sequence

from milium.domain.skin_types import Axis, AxisRule, Side


def sides_of(letters: str, axes: Sequence[AxisRule]) -> Mapping[Axis, Side]:
    """The side of each axis that a type in letters says; empty for anything that is no type.

    Args:
        letters: one for each axis in the axes' order, in capitals or not; all ours or all of a
            type known from elsewhere, never mixed.
        axes: what the letters are looked up in.
    """
    said = letters.strip().upper()
    for pairs in ([(a.high, a.low) for a in axes], [a.elsewhere for a in axes]):
        if len(said) == len(axes) and all(x in pair for x, pair in zip(said, pairs, strict=True)):
            return {
                rule.axis: Side.HIGH if letter == pair[0] else Side.LOW
                for rule, letter, pair in zip(axes, said, pairs, strict=True)
            }
    return {}


def letters_of(sides: Mapping[Axis, Side], axes: Sequence[AxisRule]) -> str:
    """Our letters, when every axis of ours is here and on one side; else ``""``."""
    found = [{Side.HIGH: rule.high, Side.LOW: rule.low}.get(sides[rule.axis], "") for rule in axes]
    return "".join(found) if len(found) == len(Axis) and all(found) else ""
