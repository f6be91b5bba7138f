"""What a printed name was read as."""

from typing import NamedTuple

from milium.domain.ids import IngredientId
from milium.domain.labels import Method

# How sure each way of matching is, in hundredths. Ranks, not measured rates: exact names can't be
# confused; a part of a name says less than all of it; a pattern only says what kind of thing it is.
EXACT, ALIAS = 100, 95


class Match(NamedTuple):
    """What a name was read as; neither ingredient nor family: unknown.

    A tuple, because as many are made as there are names on a label.
    """

    ingredient: IngredientId | None
    family: str | None
    method: Method
    confidence: int


UNKNOWN = Match(None, None, Method.UNKNOWN, 0)
"""The one match that says that nothing was found."""
