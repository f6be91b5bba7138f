"""Filled review forms, and what becomes of them in the knowledge."""

from collections.abc import Mapping
from datetime import date

from milium.app.review_areas import ReviewBook
from milium.app.review_pack import BOXES, PackPrinter
from milium.domain.ids import AreaId, ReviewItemId
from milium.domain.reviews import Opinion, Reviewer, SignedForm

TODAY = date(2026, 12, 3)
REVIEWER = {
    "name": "Jane Roe",
    "profession": "ophthalmologist",
    "registration body": "GMC",
    "registration number": "1234567",
    "date": "2026-12-01",
}
AGREE, DISAGREE, BOTH = (
    "[x] agree   [ ] disagree",
    "[ ] agree   [x] disagree",
    "[x] agree   [x] disagree",
)


def blank(book: ReviewBook, area: str = "eyelid", part: int = 1) -> str:
    """A form as it is printed."""
    printer = PackPrinter(book)
    return printer.form(printer.packs(book.areas[area])[part - 1])


def items_on(text: str) -> list[str]:
    """The items of a form, in order."""
    return [line[3:] for line in text.splitlines() if line.startswith("## ")]


def filled(
    text: str,
    answers: Mapping[str, str],
    comments: Mapping[str, str] | None = None,
    **told: str,
) -> str:
    """The form with boxes by item and the reviewer's block; keys with ``_`` for a space."""
    reviewer = {**REVIEWER, **{key.replace("_", " "): value for key, value in told.items()}}
    for key, value in reviewer.items():
        text = text.replace(f"\n{key}:\n", f"\n{key}: {value}\n", 1)
    lines, item = [], ""
    for line in text.splitlines():
        item = line[3:] if line.startswith("## ") else item
        if line == BOXES:
            lines.append(answers.get(item, line))
        elif line == "comment:" and comments and item in comments:
            lines.append(f"comment: {comments[item]}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def an_opinion(book: ReviewBook, item: str, *, agrees: bool = True, comment: str = "") -> Opinion:
    """An opinion on an item as it is now."""
    found = book.item(ReviewItemId(item))
    assert found is not None
    return Opinion(found.id, found.fingerprint, agrees, comment)


def a_signed_form(
    *opinions: Opinion, form_id: str = "one", number: str = "1234567", on: date = TODAY
) -> SignedForm:
    """A form as recorded."""
    reviewer = Reviewer("Jane Roe", "ophthalmologist", "GMC", number)
    return SignedForm(form_id, reviewer, on, AreaId("eyelid"), "0.1.0+0123456789ab", opinions)
