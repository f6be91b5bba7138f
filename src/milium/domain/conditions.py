"""The shape of a ``when``: the one rule language, evaluated only by ``engine.rules``.

There is deliberately no test for "unknown": a rule whose condition can't be decided is *possible*
and says itself what follows from that. Every condition knows which findings it ``reads``, worked
out once when it is built, because evaluation asks for it all the time.
"""

from dataclasses import dataclass, field

from milium.domain.ids import FindingId

Reads = frozenset[FindingId]


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; an empty one is always true."""

    parts: tuple["Condition", ...]
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", Reads().union(*(part.reads for part in self.parts)))


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple["Condition", ...]
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", Reads().union(*(part.reads for part in self.parts)))


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false."""

    part: "Condition"
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", self.part.reads)


@dataclass(frozen=True, slots=True)
class In:
    """True when the answer is (or, for a tick-list, contains) one of the words.

    ``is`` in a rule file is the same with one word.
    """

    finding: FindingId
    values: frozenset[str]
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", Reads({self.finding}))


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True when the number is this or more, in the finding's smallest unit."""

    finding: FindingId
    value: int
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", Reads({self.finding}))


@dataclass(frozen=True, slots=True)
class AtMost:
    """True when the number is this or less, in the finding's smallest unit."""

    finding: FindingId
    value: int
    reads: Reads = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what it reads."""
        object.__setattr__(self, "reads", Reads({self.finding}))


Condition = All | AnyOf | Not | In | AtLeast | AtMost
ALWAYS = All(())
NEVER = AnyOf(())
