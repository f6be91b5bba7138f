"""A vocabulary made ready for reading: every way of looking a name up, each built when needed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from milium.domain.ids import IngredientId
from milium.domain.labels import Method, Vocabulary
from milium.engine.labels.families import Families
from milium.engine.labels.matches import ALIAS, EXACT, Match
from milium.engine.labels.names import normalise, runs_of, skeleton, squashed
from milium.engine.labels.sections import Headings

V = TypeVar("V")
_SHORTEST_SKELETON = 4
_SHORTEST_WORD = 3
_SHORTEST_TAIL = 10
_ENDS = 5  # letters at each end by which longer words are found again
_LONGEST_CUT = 8  # words shorter than this are found by leaving out one letter alone


class NameIndex:
    """The names of one vocabulary, by spelling, by skeleton and by word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Keep the vocabulary; the tables are made when first asked for."""
        self.vocabulary = vocabulary
        self.by_name = vocabulary.by_name

    @cached_property
    def families(self) -> Families:
        """The families of names never seen before."""
        return Families(self.vocabulary.families)

    @cached_property
    def headings(self) -> Headings:
        """The headings that open a part of a label."""
        return Headings(self.vocabulary.headings)

    @cached_property
    def inci(self) -> Mapping[IngredientId, str]:
        """The normalised INCI name of every ingredient."""
        return {one.id: normalise(one.inci) for one in self.vocabulary.ingredients.values()}

    @cached_property
    def matches(self) -> Mapping[str, Match]:
        """Every name with what it is read as."""
        return {
            name: Match(one, None, Method.EXACT, EXACT)
            if name == self.inci[one]
            else Match(one, None, Method.ALIAS, ALIAS)
            for name, one in self.by_name.items()
        }

    @cached_property
    def _runs(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(runs_of(name)) for name in self.by_name}

    @cached_property
    def spelled(self) -> Mapping[str, IngredientId]:
        """Names without spaces, dashes and accents; what would be two ingredients is left out."""
        return _unambiguous(
            (squashed(runs), self.by_name[name]) for name, runs in self._runs.items() if runs
        )

    @cached_property
    def skeletons(self) -> Mapping[str, IngredientId]:
        """Names by what a scanner can't mix up; what would be two ingredients is left out."""
        return _unambiguous(
            (key, one)
            for name, one in self.by_name.items()
            if len(key := skeleton(name)) >= _SHORTEST_SKELETON
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of three letters or more in a name."""
        return frozenset(
            run
            for runs in self._runs.values()
            for run in runs
            if len(run) >= _SHORTEST_WORD and run.isalpha()
        )

    @cached_property
    def inci_words(self) -> frozenset[str]:
        """Those of an INCI name: words that are right as they stand."""
        ours = frozenset(run for name in self.inci.values() for run in runs_of(name)) & self.words
        return ours | self.vocabulary.confusables

    @cached_property
    def first_runs(self) -> Mapping[str, int]:
        """The first run of every name, and of how many runs the longest such name is made."""
        found: dict[str, int] = {}
        for runs in self._runs.values():
            if runs and found.get(runs[0], 0) < len(runs):
                found[runs[0]] = len(runs)
        return found

    @cached_property
    def word_skeletons(self) -> Mapping[str, str]:
        """Words by their skeleton; what would be two words is left out."""
        return _unambiguous((skeleton(word), word) for word in sorted(self.words))

    @cached_property
    def shortened(self) -> Mapping[str, Sequence[str]]:
        """Words by themselves with one letter left out, and whole."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.words):
            for key in shortenings(word):
                found.setdefault(key, []).append(word)
        return found

    @cached_property
    def by_end(self) -> Mapping[str, Sequence[str]]:
        """Longer words by their first and by their last five letters."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.words):
            if len(word) > _LONGEST_CUT:
                for key in ends(word):
                    found.setdefault(key, []).append(word)
        return found

    @cached_property
    def tails(self) -> Mapping[str, IngredientId]:
        """What stands behind a slash of exactly one ingredient's name ("CAPRIC TRIGLYCERIDE")."""
        return _unambiguous(
            (tail, one)
            for name, one in self.by_name.items()
            if "/" in name
            for place in (found.end() for found in re.finditer("/", name))
            if len(tail := squashed(runs_of(name[place:]))) >= _SHORTEST_TAIL
            and " " in name[place:]
        )

    @cached_property
    def _in_order(self) -> Sequence[str]:
        return sorted(self.spelled)

    def beginning_of(self, key: str) -> IngredientId | None:
        """The one ingredient with a name that begins so; ``None`` where there are several."""
        start = squashed(runs_of(key))
        if len(start) < _SHORTEST_SKELETON:
            return None
        found: set[IngredientId] = set()
        for place in range(bisect_left(self._in_order, start), len(self._in_order)):
            name = self._in_order[place]
            if not name.startswith(start):
                break
            found.add(self.spelled[name])
            if len(found) > 1:
                return None
        return found.pop() if found else None


def shortenings(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters."""
    yield word
    for place in range(len(word)):
        if not place or word[place] != word[place - 1]:
            yield word[:place] + word[place + 1 :]


def ends(word: str) -> tuple[str, str]:
    """By what a long word is found again when two letters of it are damaged."""
    return f"{word[:_ENDS]}-", f"-{word[-_ENDS:]}"


def _unambiguous(pairs: Iterator[tuple[str, V]]) -> Mapping[str, V]:
    found: dict[str, V] = {}
    twice: set[str] = set()
    for key, value in pairs:
        if found.setdefault(key, value) != value:
            twice.add(key)
    for key in twice:
        del found[key]
    return found


class _Held:
    """A vocabulary as a key: the same only as itself."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.vocabulary is self.vocabulary


def name_index(vocabulary: Vocabulary) -> NameIndex:
    """The index of a vocabulary, made once for as long as it is in use."""
    return _index(_Held(vocabulary))


@lru_cache(maxsize=4)
def _index(held: _Held) -> NameIndex:
    return NameIndex(held.vocabulary)
