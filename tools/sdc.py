"""docs/reference/sdc.md: how our questions would stand in a FHIR adaptive form.

FHIR R4 (item types) and Structured Data Capture 3.0.0 (adaptive forms, `$next-question`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from milium.app.formats.answers import NOT_SURE_WORD, UNITS
from milium.app.ticks import NONE_WORD
from milium.domain.findings import Asking, Finding, FindingKind, Question

ITEM_TYPES = frozenset({
    "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string",
    "text", "url", "choice", "open-choice", "attachment", "reference", "quantity",
})  # fmt: skip
"""Every type an item of a Questionnaire may have in FHIR R4."""
UCUM = dict(zip(UNITS, ("d", "wk", "mo", "a"), strict=True))
"""Our units of time in the code system FHIR uses for units."""

_HEAD = ("| Question | `linkId` | Type | Repeats | Codes |", "|---|---|---|---|---|")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a Questionnaire.

    Attributes:
        codes: the codes of its answer options, for a choice; the units, for a quantity.
    """

    link_id: str
    kind: str
    repeats: bool
    codes: tuple[str, ...]
    inside: tuple["Item", ...] = ()


def item_of(question: Question, asking: Asking) -> Item:
    """The item of one question; of several findings a group."""
    items = tuple(_item(asking.findings[finding]) for finding in question.findings)
    if len(items) == 1:
        return items[0]
    return Item(f"{question.id}.group", "group", repeats=False, codes=(), inside=items)


def _item(finding: Finding) -> Item:
    name = str(finding.id)
    match finding.kind:
        case FindingKind.WORD:
            measured = (Item(f"{name}.measured", "decimal", repeats=False, codes=()),)
            codes = (*finding.words, NOT_SURE_WORD)
            inside = measured if finding.bands else ()
            return Item(name, "choice", repeats=False, codes=codes, inside=inside)
        case FindingKind.WORDS:
            codes = (*finding.words, NONE_WORD, NOT_SURE_WORD)
            return Item(name, "choice", repeats=True, codes=codes)
        case FindingKind.NUMBER:
            kind = "decimal" if finding.decimals else "integer"
            return Item(name, kind, repeats=False, codes=())
        case FindingKind.SPAN:
            return Item(name, "quantity", repeats=False, codes=tuple(UCUM.values()))


def as_written(finding: Finding, codes: tuple[str, ...]) -> object:
    """What a case file holds for the codes ticked at a choice."""
    if finding.kind is FindingKind.WORD:
        return codes[0]
    return [code for code in codes if code != NONE_WORD]


def table(asking: Asking) -> str:
    """Every question with its items."""
    rows = (row for question in asking.questions for row in _rows(question, asking))
    return "\n".join((*_HEAD, *rows)) + "\n"


def _rows(question: Question, asking: Asking) -> Iterator[str]:
    item = item_of(question, asking)
    about = f"`{question.id}`{', of each bump' if question.lesion else ''}"
    yield from _item_rows(about, item, depth=0)


def _item_rows(about: str, item: Item, *, depth: int) -> Iterator[str]:
    yield _row(about, item, depth=depth)
    for each in item.inside:
        yield from _item_rows("", each, depth=depth + 1)


def _row(about: str, item: Item, *, depth: int) -> str:
    codes = ", ".join(f"`{code}`" for code in item.codes)
    inside = "inside: " * depth
    return (
        f"| {about} | {inside}`{item.link_id}` | {item.kind} | {'yes' * item.repeats} | {codes} |"
    )
