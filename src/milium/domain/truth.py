"""Three-valued truth (Kleene 1938): what is unknown stays unknown until something decides it."""

from enum import IntEnum


class Truth(IntEnum):
    """False < unknown < true: ``all`` is the minimum, ``any`` the maximum, ``not`` the mirror."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    def negated(self) -> "Truth":
        """The opposite; unknown stays unknown."""
        return Truth(2 - self)
