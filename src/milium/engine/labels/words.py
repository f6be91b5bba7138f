"""The words of a printed name, with what scanners did to them undone where that is sure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from milium.engine.labels.index import NameIndex
from milium.engine.labels.names import runs_of, skeleton

_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_FEWEST_LETTERS = 2


class Run(NamedTuple):
    """A run of letters or digits: its place, as printed in capitals, and as it should be."""

    start: int
    end: int
    printed: str
    word: str


def runs_in(text: str, start: int, end: int, index: NameIndex, *, mend: bool) -> Iterator[Run]:
    """The runs of a stretch of text; with ``mend`` a word with digits in it may be one run.

    "Pa1mitate" is three runs, or one: PALMITATE.
    """
    if not mend:
        for run in _RUN.finditer(text, start, end):
            part = run.group().upper()
            yield Run(*run.span(), part, part if part.isascii() else "".join(runs_of(part)))
        return
    for match in _WORD.finditer(text, start, end):
        printed = match.group().upper()
        word = None if printed.isalpha() else _whole(printed, index)
        if word is not None:
            yield Run(*match.span(), printed, word)
            continue
        yield from runs_in(text, *match.span(), index, mend=False)


def _whole(printed: str, index: NameIndex) -> str | None:
    """The word of the vocabulary a word with digits in it is printed for."""
    letters = sum(map(str.isalpha, printed))
    return index.word_skeletons.get(skeleton(printed)) if letters >= _FEWEST_LETTERS else None
