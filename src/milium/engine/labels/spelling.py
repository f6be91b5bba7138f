"""Damaged names, read only where nothing else they could be is near: the guarded fuzzy match."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from milium.domain.ids import IngredientId
from milium.engine.labels.index import NameIndex, ends, shortenings
from milium.engine.labels.names import runs_of, skeleton, squashed
from milium.engine.labels.words import runs_in

_SHORTEST = 5  # letters of a name, and
_SHORTEST_WORD = 4  # of a word in it, that is mended at all
_TWO_FROM = 10  # letters of a word from which two of its signs may be damaged
_SHARE = 6  # of so many letters of a name one may be damaged
_MOST_RUNS, _MOST_DAMAGED = 12, 4
_MOST_GUESSES = 200
_ENDINGS = (
    "ANE",
    "ENE",
    "YNE",
    "AL",
    "OL",
    "ATE",
    "ITE",
    "IDE",
    "ONE",
    "OSE",
    "YL",
    "ANOIC",
    "ENOIC",
)
_DIGIT_IN_WORD = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_COUNTS = ("DI", "DO", "TRI", "BIS", "ISO", "UN")


def mended(key: str, index: NameIndex) -> IngredientId | None:
    """The one ingredient a damaged name is surely a printing of, or ``None``.

    First by skeleton: only what scanners mix up differs. Then word by word: each word that is in
    no name is taken for the words nearest to it, numbers stay as they are, and the words together
    must be a name. No other ingredient may be as near.
    """
    found = index.skeletons.get(skeleton(key))
    if found is not None and len(key) >= _SHORTEST_WORD:
        return found
    if _DIGIT_IN_WORD.search(key) is None:
        runs: Sequence[str] = runs_of(key)
    else:
        runs = tuple(run.word for run in runs_in(key, 0, len(key), index, mend=True))
    return _word_by_word(runs, index) if len(runs) <= _MOST_RUNS else None


def _word_by_word(runs: Sequence[str], index: NameIndex) -> IngredientId | None:
    letters = sum(map(len, runs))
    if letters < _SHORTEST:
        return None
    unknown = [run for run in runs if not _is_right(run, index)]
    if len(unknown) > _MOST_DAMAGED:
        return None
    choices = []
    for run in sorted(unknown, key=len, reverse=True):
        near = nearest_words(run, index)
        if not near:
            return None
        choices.append(near)
    mendings = dict(zip(sorted(unknown, key=len, reverse=True), choices, strict=True))
    choices = [mendings.get(run, ((run, 0),)) for run in runs]
    if prod(map(len, choices)) > _MOST_GUESSES:
        return None
    best: dict[IngredientId, int] = {}
    for guess in product(*choices):
        found = index.spelled.get(squashed([word for word, _ in guess]))
        if found is not None:
            damage = sum(edits for _, edits in guess)
            best[found] = min(best.get(found, damage), damage)
    if not best:
        return None
    damage = min(best.values())
    nearest = [one for one, edits in best.items() if edits == damage]
    return nearest[0] if len(nearest) == 1 and damage <= max(1, letters // _SHARE) else None


def _is_right(run: str, index: NameIndex) -> bool:
    """Whether a run is taken as it stands: a word of INCI, a number, or too short to mend."""
    return run in index.inci_words or len(run) < _SHORTEST_WORD or not run.isalpha()


def nearest_words(run: str, index: NameIndex) -> Sequence[tuple[str, int]]:
    """The words of the vocabulary within reach of a word that is none of them, and how far.

    Where one is a single sign away, those farther off are not looked for.
    """
    near: dict[str, int] = {}
    reach = 2 if len(run) >= _TWO_FROM else 1
    for key in shortenings(run):
        for word in index.shortened.get(key, ()):
            if word not in near:
                near[word] = distance(run, word, reach)
    if reach > 1 and 1 not in near.values():
        for word in _with_its_end(run, index):
            if word not in near:
                near[word] = distance(run, word, reach)
    return [
        (word, edits)
        for word, edits in near.items()
        if edits <= reach and not _means_another(run, word)
    ]


def _means_another(run: str, word: str) -> bool:
    """Whether what differs is what tells chemicals apart: an ending, METHYL from ETHYL, DI-.

    A misspelling may look like that too; then it stays unread.
    """
    if run[-1] != word[-1] or run[-2:] != word[-2:] or run[-3:] != word[-3:]:
        endings = [next((end for end in _ENDINGS if one.endswith(end)), "") for one in (run, word)]
        if all(endings) and endings[0] != endings[1]:
            return True
    if run in (f"M{word}", word[1:]) and "ETH" in (run[:3], word[:3]):
        return True
    if len(run) == len(word):
        return False
    longer, shorter = (run, word) if len(run) > len(word) else (word, run)
    return any(longer.replace(prefix, "", 1) == shorter for prefix in _COUNTS if prefix in longer)


def mended_word(run: str, index: NameIndex) -> str:
    """The one word a damaged word surely is; itself where there is none or there are several."""
    if (
        run in index.vocabulary.confusables
        or run in index.words
        or len(run) < _SHORTEST_WORD
        or run.isdigit()
    ):
        return run
    found = index.word_skeletons.get(skeleton(run))
    if found is not None:
        return found
    near = sorted(
        (edits, word not in index.inci_words, word) for word, edits in nearest_words(run, index)
    )
    if not near or (len(near) > 1 and near[0][:2] == near[1][:2]):
        return run
    return near[0][2]


def _with_its_end(run: str, index: NameIndex) -> Iterator[str]:
    """Words that begin or end with the same letters, and are about as long."""
    first, last = ends(run)
    shortest, longest = len(run) - 2, len(run) + 2
    for word in index.by_end.get(first, ()):
        if shortest <= len(word) <= longest and word[-1] == run[-1]:
            yield word
    for word in index.by_end.get(last, ()):
        if shortest <= len(word) <= longest and word[0] == run[0]:
            yield word


def distance(one: str, other: str, most: int) -> int:
    """How many signs were put in, left out, changed or swapped; ``most + 1`` for more.

    Optimal string alignment (Damerau 1964, restricted): no place is changed twice.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _different_part(one, other)
    if len(one) <= 1 and len(other) <= 1:
        return max(len(one), len(other))
    if most == 1:
        return 1 if len(one) == 2 == len(other) and one == other[::-1] else 2  # noqa: PLR2004
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        last, before, row = before, row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != wanted))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row[j] = cost
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def _different_part(one: str, other: str) -> tuple[str, str]:
    """Both without what they have in common at their beginning and end."""
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
