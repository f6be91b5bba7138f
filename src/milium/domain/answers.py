"""What a person said when asked: never ``None``, never a bare value.

An answer is known, unknown, contradictory, or (for a tick-list) a set of chosen words that may be
incomplete. Numbers are integers in the finding's smallest unit (tenths of a millimetre, days), so
that equality and thresholds are exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from milium.domain.ids import FindingId


@dataclass(frozen=True, slots=True)
class Known:
    """One value the person gave: a word of the finding, or a number in its smallest unit."""

    value: str | int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not asked, not answered, "not sure", or too old to rely on.

    ``asked`` tells "not sure" from "not asked yet"; no rule can see the difference, only the
    interview does, so that it does not ask twice.
    """

    asked: bool = False


@dataclass(frozen=True, slots=True)
class Contradictory:
    """Two or more values that can't all be right; a rule fires if any of them would fire it.

    Raises:
        ValueError: fewer than two different values.
    """

    values: tuple[str | int, ...]

    def __post_init__(self) -> None:
        """Refuse what is no contradiction."""
        if len(set(self.values)) < len(self.values) or len(self.values) < 2:  # noqa: PLR2004
            message = "a contradictory answer needs at least two different values"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The words ticked in a list; ``complete`` is false when "not sure" was ticked as well."""

    members: frozenset[str]
    complete: bool


Answer = Known | Unknown | Contradictory | Chosen
Answers = Mapping[FindingId, Answer]
UNKNOWN = Unknown()
NOT_SURE = Unknown(asked=True)
