"""Names that were run together without anything between them, found by a search over words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from milium.domain.ids import IngredientId
from milium.engine.labels.index import NameIndex
from milium.engine.labels.names import squashed
from milium.engine.labels.spelling import mended_word
from milium.engine.labels.tokens import Span
from milium.engine.labels.words import Run, runs_in

_GLUE = "-/'’"  # noqa: RUF001 - a name neither begins nor ends at one of these
_MOST_RUNS = 600
_MOST_TO_MEND = 80  # beyond, words are taken as printed
_ENOUGH, _FEWEST = 0.8, 2
_MOSTLY, _MANY = 0.6, 4
_COUNTED, _COUNTING = 2, frozenset({"PEG", "PPG", "POLYGLYCERYL", "POLYGLYCERIN"})
_FEWEST_TO_MEND = 4  # fewer words are one damaged name, if any
_SOME = 3  # of so many words one has to be right before the others are mended
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_AT_LEAST, _SHORTEST_WORD = 0.5, 3


class Found(NamedTuple):
    """One name in the text; ``mended``: with a word that was damaged."""

    start: int
    end: int
    ingredient: IngredientId
    mended: bool


def names_in(
    text: str, span: Span, index: NameIndex, *, mend: bool, between: bool = False
) -> tuple[Found, ...]:
    """The names a stretch of text is made of, where at least two make up most of it; else none.

    The longest names that together cover the most letters (a shortest path, Bellman 1957); what
    stands in brackets may be part of a name or not. With ``mend`` words that are in no name are
    mended where that helps; ``between`` names also where none of them is right.
    """
    words = _LETTERS.findall(text[span[0] : span[1]].upper())
    if len(words) < _FEWEST:
        return ()
    if not mend:
        if not _may_be_names(words, index):
            return ()
        return _row(text, span, tuple(runs_in(text, *span, index, mend=False)), index)
    if not between and len(words) < _FEWEST_TO_MEND and not _DIGIT.search(text, *span):
        return ()
    runs = tuple(runs_in(text, *span, index, mend=True))
    right = sum(run.word in index.words for run in runs)
    many = _FEWEST_TO_MEND <= len(runs) <= _MOST_TO_MEND
    if between or (many and right * _SOME >= len(runs)):
        runs = tuple(run._replace(word=mended_word(run.word, index)) for run in runs)
    if not _may_be_names([run.word for run in runs], index):
        return ()
    return _row(text, span, runs, index)


def _row(text: str, span: Span, runs: Sequence[Run], index: NameIndex) -> tuple[Found, ...]:
    """The names these runs are made of; none where they are no row of names."""
    if not _FEWEST <= len(runs) <= _MOST_RUNS:
        return ()
    found = _best(text, span, runs, index)
    return tuple(found) if _is_enough(found, text, span, runs, index) else ()


def _may_be_names(found: Sequence[str], index: NameIndex) -> bool:
    """Whether enough of the letters are in words of names at all."""
    words = index.words
    total = known = 0
    for word in found:
        size = len(word)
        total += size
        if size < _SHORTEST_WORD or word in words:
            known += size
    return known >= total * _AT_LEAST


def _bracketed(text: str, span: Span, runs: Sequence[Run]) -> Sequence[bool]:
    """For each run whether it stands in brackets."""
    depth, last = 0, span[0]
    found = []
    for run in runs:
        between = text[last : run.start]
        depth = max(0, depth + between.count("(") - between.count(")"))
        found.append(depth > 0)
        last = run.end
    return found


def _best(text: str, span: Span, runs: Sequence[Run], index: NameIndex) -> list[Found]:
    """The names on the best way from the first run to the last."""
    bracketed = _bracketed(text, span, runs)
    score = [0] + [-1] * len(runs)
    came: list[tuple[int, Found | None]] = [(0, None)] * (len(runs) + 1)
    for place, run in enumerate(runs):
        if score[place] > score[place + 1]:
            score[place + 1], came[place + 1] = score[place], (place, None)
        if run.word in index.first_runs and _is_edge(text, run.start - 1):
            for behind, name, letters in _names_from(text, runs, bracketed, place, index):
                if score[place] + letters > score[behind]:
                    score[behind], came[behind] = score[place] + letters, (place, name)
    found: list[Found] = []
    place = len(runs)
    while place:
        place, came_by = came[place]
        found += [] if came_by is None else [came_by]
    return found[::-1]


def _names_from(
    text: str, runs: Sequence[Run], bracketed: Sequence[bool], place: int, index: NameIndex
) -> list[tuple[int, Found, int]]:
    """The names that begin here: where each ends, the name, and how many letters it covers."""
    found: list[tuple[int, Found, int]] = []
    words: list[str] = []
    mended = False
    letters = -1  # a point for each name: of two ways, the one with longer names
    if bracketed[place]:
        return found
    longest = index.first_runs[runs[place].word]
    for behind in range(place, len(runs)):
        run = runs[behind]
        if bracketed[behind]:
            letters += len(run.printed)
            continue
        words.append(run.word)
        mended = mended or run.word != run.printed
        letters += len(run.printed)
        if len(words) > longest:
            break
        if _is_edge(text, run.end) and not _is_a_beginning(words, behind, runs):
            ingredient = index.spelled.get(squashed(words))
            if ingredient is not None:
                name = Found(runs[place].start, run.end, ingredient, mended)
                found.append((behind + 1, name, letters))
    return found


def _is_a_beginning(words: Sequence[str], behind: int, runs: Sequence[Run]) -> bool:
    """Whether "PEG-8" and the like go on into a longer name ("PEG-8 Beeswax")."""
    counted = len(words) == _COUNTED and words[0] in _COUNTING
    return counted and behind + 1 < len(runs)


def _is_edge(text: str, place: int) -> bool:
    """Whether a name may begin or end beside the sign at this place."""
    return not 0 <= place < len(text) or not (text[place].isalnum() or text[place] in _GLUE)


def _is_enough(
    found: Sequence[Found], text: str, span: Span, runs: Sequence[Run], index: NameIndex
) -> bool:
    """Whether the names make up so much of the text that it is a row of names.

    Of a few names only where no word of INCI is left over: that would belong to a longer name.
    """
    covered = total = place = 0
    left_over = False
    for run, bracketed in zip(runs, _bracketed(text, span, runs), strict=True):
        while place < len(found) and found[place].end <= run.start:
            place += 1
        inside = place < len(found) and found[place].start <= run.start
        if inside or not bracketed:
            total += len(run.printed)
            covered += len(run.printed) * inside
            left_over = left_over or (not inside and run.word in index.inci_words)
    share = covered / total if total else 0
    if len(found) >= _MANY:
        return share >= _MOSTLY
    return len(found) >= _FEWEST and share >= _ENOUGH and not left_over
