"""One printed name, looked up: exact, alias, structural, family, unknown."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from milium.domain.ids import IngredientId
from milium.domain.labels import Ingredient, Method, Vocabulary
from milium.engine.labels.names import normalise

# How sure each way of matching is, in hundredths. Ranks, not measured rates: exact names can't be
# confused; a part of a name says less than all of it; a pattern only says what kind of thing it is.
_EXACT, _ALIAS, _ALL_PARTS, _SOME_PARTS, _FAMILY = 100, 95, 90, 75, 50

_BRACKET = re.compile(r" ?\(([^()]*)\) ?")
_SLASH = re.compile(r"/")
_SLASH_OR_COMMA = re.compile(r"[,/]")
_POLYMER = "POLYMER"
_NEVER = r"(?!)"
_LONGEST_NAME = 300  # longer is no name: it is looked up whole, not taken apart


class Match(NamedTuple):
    """What a name was read as; neither ingredient nor family: unknown.

    A tuple, because as many are made as there are names on a label.
    """

    ingredient: IngredientId | None
    family: str | None
    method: Method
    confidence: int

    @property
    def known(self) -> bool:
        """Whether the name was read at all."""
        return self.method is not Method.UNKNOWN


UNKNOWN = Match(None, None, Method.UNKNOWN, 0)


class Lookup(NamedTuple):
    """A vocabulary made ready for one label: all families are one pattern."""

    by_name: Mapping[str, IngredientId]
    ingredients: Mapping[IngredientId, Ingredient]
    pattern: re.Pattern[str]
    families: tuple[str, ...]


def lookup(vocabulary: Vocabulary) -> Lookup:
    """The vocabulary made ready; families that ask come before those that do not."""
    families = sorted(vocabulary.families, key=lambda family: not family.asks)
    return Lookup(
        vocabulary.by_name,
        vocabulary.ingredients,
        _compiled(tuple(family.pattern for family in families)),
        tuple(family.id for family in families),
    )


def resolve(name: str, names: Lookup) -> Match:
    """What the name stands for, by the surest way that answers.

    Parts of a name (in a bracket at its end, between slashes) decide only when those that are known
    agree on one ingredient, and never in the name of a polymer, which is not its monomer.
    """
    key = normalise(name)
    found = names.by_name.get(key)
    if found is not None:
        inci = names.ingredients[found].inci
        exact = key == inci or key == normalise(inci)
        return Match(found, None, *((Method.EXACT, _EXACT) if exact else (Method.ALIAS, _ALIAS)))
    if len(key) > _LONGEST_NAME:
        return UNKNOWN
    parts = _parts(key, names) if "(" in key or "/" in key else ()
    return _by_parts(parts, names) or _by_family((key, *parts), names)


def _parts(key: str, names: Lookup) -> tuple[str, ...]:
    """The names a name is made of: without its brackets, in its last bracket, between slashes."""
    outside = normalise(_BRACKET.sub(" ", key)) if "(" in key else key
    inside = key[key.rfind("(") + 1 : -1] if key.endswith(")") else ""
    found: list[str] = []
    for text, cuts in ((outside, _SLASH), (inside, _SLASH_OR_COMMA)):
        whole = normalise(text)
        whole_counts = whole in names.by_name or _POLYMER in whole
        found += [whole] if whole_counts else [normalise(part) for part in cuts.split(whole)]
    return tuple(part for part in found if part)


def _by_parts(parts: tuple[str, ...], names: Lookup) -> Match | None:
    found = [names.by_name.get(part) for part in parts]
    known = {ingredient for ingredient in found if ingredient is not None}
    if len(known) != 1:
        return None
    confidence = _SOME_PARTS if None in found else _ALL_PARTS
    return Match(known.pop(), None, Method.STRUCTURAL, confidence)


def _by_family(keys: tuple[str, ...], names: Lookup) -> Match:
    """The family of a name never seen before; one that asks comes before one that does not."""
    found = [
        int((match.lastgroup or "").removeprefix("family"))
        for key in keys
        if (match := names.pattern.fullmatch(key)) is not None
    ]
    return Match(None, names.families[min(found)], Method.FAMILY, _FAMILY) if found else UNKNOWN


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """All families as one pattern, a named group for each; the first that fits is taken."""
    groups = (f"(?P<family{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile("|".join(groups) or _NEVER)
