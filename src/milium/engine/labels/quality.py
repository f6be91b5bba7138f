"""How far a reading can be relied on."""

from collections.abc import Sequence

from milium.domain.labels import LabelEntry, Method, Quality, Vocabulary
from milium.engine.labels.pieces import Piece

_SENTENCES_RULE = 4  # with fewer than one entry in so many known, sentences mean: no list
_DAMAGED = 3  # with more than one entry in so many mended, the whole text is a poor copy


def judged(
    entries: Sequence[LabelEntry],
    found: Sequence[Piece],
    vocabulary: Vocabulary,
    *,
    is_list: bool,
    too_long: bool,
    broken: bool,
) -> tuple[Quality, str]:
    """How far the reading can be relied on, and the message that says why not further.

    Beside sentences, what stands between them counts as unread too: a few names in much
    advertising are no list.
    """
    sentences = [piece.prose for piece in found].count(True)
    methods = [one.method for one in entries]
    known, mended = len(entries) - methods.count(Method.UNKNOWN), methods.count(Method.FUZZY)
    asking = {family.id for family in vocabulary.families if family.asks}
    asked = sum(one.family in asking for one in entries) if Method.FAMILY in methods else 0
    total = max(len(found) - sentences, len(entries)) if sentences else len(entries)
    prose = sentences > 0
    if not is_list or (prose and known * _SENTENCES_RULE < total):
        return Quality.NOT_A_LIST, "label.prose" if prose else "label.unreadable"
    if too_long:
        return Quality.PARTIAL, "label.too_long"
    if broken:
        return Quality.PARTIAL, "label.cut_off"
    if mended * _DAMAGED > len(entries):
        return Quality.PARTIAL, "label.damaged"
    if (known - asked) * 100 >= vocabulary.reliable_share * total:
        return Quality.GOOD, ""
    return Quality.PARTIAL, "label.partly_read"
