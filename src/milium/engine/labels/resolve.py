"""One printed name, looked up: exact, alias, structural, family, fuzzy, unknown."""

import re

from milium.domain.labels import Method
from milium.engine.labels.index import NameIndex
from milium.engine.labels.matches import Match
from milium.engine.labels.names import normalise, runs_of, squashed
from milium.engine.labels.spelling import mended
from milium.engine.labels.variants import variants, without_qualifiers

# How sure each way of matching is, in hundredths. Ranks, not measured rates: exact names can't be
# confused; a part of a name says less than all of it; a pattern only says what kind of thing it is.
_SPELLED, _ALL_PARTS, _SOME_PARTS = 93, 90, 75
_FAMILY, _MENDED, _TAIL = 50, 60, 55

_BRACKET = re.compile(r" ?\([^()]*\) ?")
_SLASH = re.compile(r"/")
_SLASH_OR_COMMA = re.compile(r"[,/]")
_MANY = re.compile(r"[,/\\]")
_POLYMER, _NANO = "POLYMER", "NANO"
_LONGEST_NAME = 300  # longer is no name: it is looked up whole, not taken apart
_LONGEST_DAMAGED = 120
_LONGEST_SYNONYM = 4  # words


def named(key: str, index: NameIndex) -> Match | None:
    """What a normalised name names as it stands, or but for spaces, dashes and accents."""
    found = index.matches.get(key)
    if found is not None:
        return found
    if len(key) > _LONGEST_NAME:
        return None
    one = index.spelled.get(squashed(runs_of(key)))
    return None if one is None else Match(one, None, Method.ALIAS, _SPELLED)


def bracketed(key: str, index: NameIndex) -> Match | None:
    """What a name with one bracket names, whose bracket only describes it; the usual case."""
    opens, closes = key.find("("), key.find(")")
    if not 0 < opens < closes or key.count("(") != 1:
        return None
    outside = f"{key[:opens].rstrip(' ')} {key[closes + 1 :].lstrip(' ')}".strip(" ")
    match = index.matches.get(outside)
    if match is None or outside in index.vocabulary.umbrellas:
        return None
    inside = key[opens + 1 : closes]
    if inside not in index.matches and inside.strip() != _NANO and not _MANY.search(inside):
        return Match(match.ingredient, None, Method.STRUCTURAL, _SOME_PARTS)
    return None


def structural(key: str, index: NameIndex) -> Match | None:
    """What a name names by its parts, or but for words that do not change what it is.

    Parts of a name (in a bracket at its end, between slashes) decide only when those that are known
    agree on one ingredient, and never in the name of a polymer, which is not its monomer. A name
    that may stand for several ingredients gives way to any other.
    """
    if len(key) > _LONGEST_NAME:
        return None
    found = _by_parts(key, index) if "(" in key or "/" in key else None
    if found is None:
        tried = (
            named(variant, index) or _by_parts(variant, index)
            for variant in variants(key, index.vocabulary.qualifiers)
        )
        match = next((each for each in tried if each is not None), None)
        if match is not None:
            return match._replace(
                method=Method.STRUCTURAL, confidence=min(match.confidence, _ALL_PARTS)
            )
    return found


def without_brackets(key: str) -> str:
    """The name without what stands in brackets."""
    return normalise(_BRACKET.sub(" ", key)) if "(" in key else key


def umbrella(key: str, index: NameIndex) -> Match | None:
    """What a name names only by a part that may stand for several ingredients."""
    if len(key) > _LONGEST_NAME:
        return None
    found = {
        match.ingredient
        for part in _all_parts(key, index)
        if part in index.vocabulary.umbrellas and (match := index.matches.get(part)) is not None
    }
    return Match(found.pop(), None, Method.STRUCTURAL, _SOME_PARTS) if len(found) == 1 else None


def family(key: str, index: NameIndex, *, asking: bool) -> Match | None:
    """The family of a name never seen before; one that asks comes before one that does not.

    With ``asking`` only those that ask are looked at.
    """
    if len(key) > _LONGEST_NAME:
        return None
    found = index.families.first_of((key, *_all_parts(key, index)), asking=asking)
    return None if found is None else Match(None, found, Method.FAMILY, _FAMILY)


def fuzzy(key: str, index: NameIndex, *, tails: bool = True) -> Match | None:
    """What a damaged name, or with ``tails`` one that lacks what stood before its slash, names."""
    if len(key) > _LONGEST_DAMAGED:
        return None
    outside = without_qualifiers(without_brackets(key), index.vocabulary.qualifiers)
    found = mended(outside, index)
    if found is None and outside != key:
        found = mended(key, index)
    if found is not None:
        return Match(found, None, Method.FUZZY, _MENDED)
    found = index.tails.get(squashed(runs_of(outside))) if tails else None
    return None if found is None else Match(found, None, Method.FUZZY, _TAIL)


def _all_parts(key: str, index: NameIndex) -> tuple[str, ...]:
    """The names a name is made of: without its brackets, in its last bracket, between slashes."""
    if "(" not in key and "/" not in key:
        return ()
    return (*_cut(without_brackets(key), _SLASH, index), *_inside(key, index))


def _inside(key: str, index: NameIndex) -> tuple[str, ...]:
    """The names in the bracket a name ends with."""
    return _cut(key[key.rfind("(") + 1 : -1], _SLASH_OR_COMMA, index) if key[-1:] == ")" else ()


def _cut(text: str, cuts: re.Pattern[str], index: NameIndex) -> tuple[str, ...]:
    """What stands between the signs it is cut at; a name, or a polymer, is left whole."""
    whole = normalise(text)
    if whole in index.by_name or _POLYMER in whole:
        return (whole,)
    return tuple(part for part in map(normalise, cuts.split(whole)) if part)


def _by_parts(key: str, index: NameIndex) -> Match | None:
    umbrellas = index.vocabulary.umbrellas
    outside = without_brackets(key)
    whole = None if outside in umbrellas else named(outside, index)
    parts = _inside(key, index)
    if whole is None and outside not in umbrellas:
        if "/" in outside:
            if not _are_synonyms(outside, index):
                return None
            parts = (*_cut(outside, _SLASH, index), *parts)
        elif _is_long(outside):
            return None
    found = [_named_part(part, index) for part in parts if part not in umbrellas]
    known = {match.ingredient for match in (whole, *found) if match is not None}
    if len(known) != 1:
        return None
    sure = None not in found and (whole is not None or "/" in outside)
    return Match(known.pop(), None, Method.STRUCTURAL, _ALL_PARTS if sure else _SOME_PARTS)


def _named_part(part: str, index: NameIndex) -> Match | None:
    """What a part names, also a colour by its bare number."""
    found = named(part, index)
    if found is None and part[-1:].isdigit():
        return next(filter(None, (named(one, index) for one in variants(part, frozenset()))), None)
    return found


def _is_long(outside: str) -> bool:
    """Whether what stands before a bracket is more than a name that the bracket explains."""
    many = len(outside.split(None, _LONGEST_SYNONYM)) > _LONGEST_SYNONYM
    return many or any(sign in outside for sign in ":!?") or ". " in outside


def _are_synonyms(outside: str, index: NameIndex) -> bool:
    """Whether what stands between slashes are names of their own, not the parts of one.

    A part that is unknown and made of the words of names belongs to a longer name that is not
    known ("Lactobacillus/Watermelon Fruit Ferment Extract").
    """
    if _POLYMER in outside:
        return False
    parts = [(normalise(part), runs_of(normalise(part))) for part in outside.split("/")]
    known = [named(part, index) is not None for part, _ in parts]
    ends = {runs[-1] for (_, runs), one in zip(parts, known, strict=True) if one and runs}
    return any(known) and all(
        one
        or (
            0 < len(runs) <= _LONGEST_SYNONYM
            and (runs[-1] in ends or runs[-1] not in index.inci_words)
        )
        for (_, runs), one in zip(parts, known, strict=True)
    )
