"""Lists told from the sentences round them, by how much of each is known."""

import re
from collections.abc import Sequence

from milium.domain.labels import Method
from milium.engine.labels.edges import name_before, name_behind
from milium.engine.labels.index import NameIndex
from milium.engine.labels.matches import UNKNOWN
from milium.engine.labels.names import normalise, runs_of
from milium.engine.labels.pieces import Piece

# What a piece speaks for its being in a list. Weights of a method, set on labels of our own: a name
# weighs as much as a step from list to sentence or back, a sentence a little more.
_NAMED, _GUESSED, _SHORT, _LONG, _SENTENCE, _TITLE = 6, 4, -1, -3, -8, -4
_STEP, _LEAVE = 6, 5
_MEASURED = 1  # a name with its percent before a colon may be an active with its purpose
_MENTIONED, _MOSTLY_CAPITAL = -1, 4
_BEFORE_NOTES = 3  # entries that come before the first footnote
_FEW_WORDS = 3
_FOOTNOTE = re.compile(r"[.\n)\]]\s{0,3}[*†‡°]{1,4}$|[*†‡°]{1,4}\s?[:=]")
_COLON = re.compile(r"[)\]]?\s?:\s")
_SMALL = 4  # entries of a list that is dropped beside one at least so many times as long


def listed(
    text: str, found: Sequence[Piece], index: NameIndex, *, headed: bool, ended: bool
) -> Sequence[Piece]:
    """The pieces that stand in lists, in order.

    The likeliest way through two states, list and sentence (Viterbi 1967). Small lists in the
    middle of sentences are dropped where there is a real one; a name that hangs at the edge of a
    sentence beside a list belongs to it.

    Args:
        headed: a heading opened the text the pieces are of; ``ended``: another one ends it.
    """
    if _is_plain(text, found, index):
        return found if headed else _trimmed(text, found, index, headed=False)
    if not any(piece.prose or piece.match is not UNKNOWN for piece in found):
        return found
    weights = _weights(text, found, index)
    runs = _runs(_states(weights, headed=headed))
    runs = [(a, b) for a, b in runs if any(piece.known for piece in found[a:b])]
    longest = max((b - a for a, b in runs), default=0)
    kept: list[Piece] = []
    big = [(a, b) for a, b in runs if (b - a) * _SMALL > longest or (headed and a == 0)]
    for a, b in big:
        run = list(_trimmed(text, found[a:b], index, headed=headed and a == 0))
        kept += _with_edges(text, found, run, index, ended=ended)
    kept = [
        piece
        for piece in kept
        if piece.percent != 0 and not (piece.match is UNKNOWN and _COLON.match(text, piece.end))
    ]
    return _with_the_headed(text, found, kept, index) if headed else kept


def _with_the_headed(
    text: str, found: Sequence[Piece], kept: Sequence[Piece], index: NameIndex
) -> Sequence[Piece]:
    """With what a heading opened although it stands among sentences: an active is named so."""
    if not kept:
        kept = [piece for piece in found if piece.known and piece.match.ingredient][:1]
    if found[0].prose and found[0].match.ingredient is None:
        name = name_behind(text, found[0], index)
        if name is not None and all(one.match.ingredient != name.match.ingredient for one in kept):
            return [name, *kept]
    return kept


def without_first_sentence(text: str, found: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces with those of the first sentence as sentences: it tells of anything but a list."""
    first: list[Piece] = []
    for number, piece in enumerate(found):
        before = text[found[number - 1].end : piece.start] if number else ""
        if any(sign in before for sign in ".!?\n"):
            return [*first, *found[number:]]
        first.append(piece._replace(prose=True))
    return first


def _is_plain(text: str, found: Sequence[Piece], index: NameIndex) -> bool:
    """Whether nothing speaks of sentences: known from first to last, but for a few short names."""
    unknown = [
        piece
        for piece in found
        if piece.match.ingredient is None or piece.prose or piece.percent == 0
    ]
    if not unknown:
        return True
    if len(unknown) * _SMALL > len(found) or unknown[0] is found[0] or unknown[-1] is found[-1]:
        return False
    return not any(
        piece.prose
        or piece.percent == 0
        or _denial(text, piece, index) is not None
        or "\n" in text[piece.start - 2 : piece.end]
        for piece in unknown
    )


def _denial(text: str, piece: Piece, index: NameIndex) -> bool | None:
    """Whether a piece says what is *not* there: true where that may go on ("free from a, b").

    ``None``: it does not. A number behind the word makes it a name ("Red No 7").
    """
    words = text[piece.start : piece.end].upper().replace("-", " ").split()
    for number, word in enumerate(words, 1):
        if word in index.vocabulary.denials:
            behind = words[number : number + 1]
            if not behind or behind[0].isalpha():
                return bool(behind)
    return None


def _with_edges(
    text: str, found: Sequence[Piece], run: list[Piece], index: NameIndex, *, ended: bool
) -> list[Piece]:
    """The run with the name at the end of what stands before it, and at the beginning behind."""
    first, last = found.index(run[0]), found.index(run[-1])
    before = found[first - 1] if first else None
    if before is not None and before.prose and _is_joined(text, before, run[0], index):
        name = name_behind(text, before, index)
        run = run if name is None else [name, *run]
    elif before is not None and _begins_the_list(text, found, first - 1, run[0], index):
        run = [before, *run]
    behind = found[last + 1] if last + 1 < len(found) else None
    if behind is not None and behind.prose and _is_joined(text, run[-1], behind, index):
        name = name_before(text, behind, index)
        run = run if name is None else [*run, name]
    elif ended and behind is None and not run[-1].known:
        name = name_before(text, run[-1], index)
        if name is not None:
            run = [*run[:-1], name]
        elif len(run) > 1 and not _is_joined(text, run[-2], run[-1], index):
            run = run[:-1]  # the title of what comes next
    return run


def _begins_the_list(
    text: str, found: Sequence[Piece], place: int, first: Piece, index: NameIndex
) -> bool:
    """Whether an unknown entry stands between a sentence's end and the first known name."""
    piece = found[place]
    if piece.prose or not _is_joined(text, piece, first, index):
        return False
    runs = runs_of(normalise(text[piece.start : piece.end]))
    before = text[found[place - 1].end : piece.start] if place else ""
    ended = any(sign in before for sign in ".!?:\n")
    return ended and bool(runs) and runs[-1] in index.inci_words


def _is_joined(text: str, one: Piece, other: Piece, index: NameIndex) -> bool:
    """Whether two pieces stand in one row, and neither tells what is not in the product."""
    between = text[one.end : other.start]
    return not any(sign in between for sign in ".!?:\n") and not any(
        piece.prose and _denial(text, piece, index) is not None for piece in (one, other)
    )


def _weights(text: str, found: Sequence[Piece], index: NameIndex) -> Sequence[int]:
    weights = []
    denied = False
    capitals = _are_capital(text, found)
    for number, piece in enumerate(found):
        weight = _weight(text, piece)
        before = text[found[number - 1].end : piece.start] if number else ""
        footnote = number >= _BEFORE_NOTES and _FOOTNOTE.search(before) is not None
        weight = min(weight, _SENTENCE) if footnote else weight
        if capitals and weight > 0 and text[piece.start].islower():
            weight = _MENTIONED
        denied = denied and not any(sign in before for sign in ".!?\n:")
        weights.append(_LONG if denied and weight > 0 else weight)
        if piece.match.ingredient is None:
            denial = _denial(text, piece, index)
            if denial is not None:
                begins = not number or any(sign in before for sign in ".!?\n:")
                denied, weights[-1] = denial and (begins or piece.prose), _SENTENCE
        elif piece.percent == 0:
            weights[-1] = _SENTENCE
    return weights


def _are_capital(text: str, found: Sequence[Piece]) -> bool:
    """Whether names here begin with a capital, so that one that does not is only mentioned."""
    known = [piece for piece in found if piece.known]
    small = sum(text[piece.start].islower() for piece in known)
    return small * _MOSTLY_CAPITAL < len(known)


def _weight(text: str, piece: Piece) -> int:
    if piece.prose:
        if piece.match.ingredient is not None:
            return _TITLE if piece.percent is None else _MEASURED
        return _SENTENCE
    if piece.known:
        guessed = piece.match.method is Method.FAMILY or piece.match.method is Method.FUZZY
        return _GUESSED if guessed else _NAMED
    if _COLON.match(text, piece.end) is not None:
        return _SENTENCE
    few = len(text[piece.start : piece.end].split(None, _FEW_WORDS)) <= _FEW_WORDS
    return _SHORT if few else _LONG


def _states(weights: Sequence[int], *, headed: bool) -> Sequence[bool]:
    """For each piece whether it stands in a list, on the way that weighs most."""
    inside, outside = 0, -_STEP if headed else 0
    came: list[tuple[bool, bool]] = []
    for weight in weights:
        stays, leaves = inside >= outside - _STEP, inside - _LEAVE > outside
        came.append((stays, leaves))
        inside, outside = max(inside, outside - _STEP) + weight, max(outside, inside - _LEAVE)
    state = inside >= outside
    states = []
    for stays, leaves in reversed(came):
        states.append(state)
        state = stays if state else leaves
    return states[::-1]


def _runs(states: Sequence[bool]) -> list[tuple[int, int]]:
    runs = []
    start = None
    for place, state in enumerate((*states, False)):
        if state and start is None:
            start = place
        elif not state and start is not None:
            runs.append((start, place))
            start = None
    return runs


def _trimmed(text: str, run: Sequence[Piece], index: NameIndex, *, headed: bool) -> Sequence[Piece]:
    """The run without titles and praise before it."""
    start = 0
    ends = "\n\t" if headed else ".:!?\n"
    for place in range(len(run) - 1):
        one, other = run[place], run[place + 1]
        between = text[one.end : other.start]
        if one.known or _is_weighty(one, index):
            if (headed and one.known) or not _is_praise(one, between, run[place + 1 :]):
                break
            start = place + 1
        elif one.prose or any(sign in between for sign in ends):
            start = place + 1
    return run[start:]


def _is_weighty(piece: Piece, index: NameIndex) -> bool:
    """Whether a title names an amount of something, or something of a family that asks."""
    if piece.match.ingredient is None:
        return False
    names = [normalise(index.vocabulary.ingredients[piece.match.ingredient].inci)]
    return bool(piece.percent) or index.families.first_of(names, asking=True) is not None


def _is_praise(piece: Piece, between: str, later: Sequence[Piece]) -> bool:
    """Whether it only praised what the list names once more: "-Sulfur 10% Sulfur 10%, Aqua"."""
    if any(sign in between for sign in ",;") or not (
        piece.percent is not None or any(sign in between for sign in ".:!-\n")
    ):
        return False
    named = piece.match.ingredient
    return named is not None and any(other.match.ingredient == named for other in later)


def is_mostly_known(pieces: Sequence[Piece]) -> bool:
    """Whether at least half of the pieces are known, and any at all."""
    known = sum(piece.known for piece in pieces)
    return known > 0 and len(pieces) <= known * 2
