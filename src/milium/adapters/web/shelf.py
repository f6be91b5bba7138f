"""What is in the bathroom: labels pasted, read, marked and judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from milium.adapters.web.casework import ABOUT, Opened, change_case, open_case
from milium.adapters.web.desk import Desk, Speech, desk_of
from milium.adapters.web.forms import Form, form_of
from milium.adapters.web.views import common
from milium.app.formats.answers import read_answer
from milium.app.formats.case import MAX_LABEL, MAX_NAME, MAX_SHELF
from milium.app.formats.guide import EntryJson, ProductJson
from milium.app.guide import make_guide
from milium.domain.answers import UNKNOWN, Answer
from milium.domain.cases import Case, Product
from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId, ProductId

router = APIRouter()
FIELDS = ("area", "when", "leave_on", "kind", "prescribed")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class ProductRefusedError(ValueError):
    """A product form lacks something; the message says what, ``field`` where."""

    def __init__(self, field: str, message: str) -> None:
        """Keep the field the message belongs to."""
        self.field = field
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a label as printed: an entry, or what stands between two."""

    text: str
    entry: EntryJson | None


def pieces(product: ProductJson) -> tuple[Piece, ...]:
    """The label as printed, cut at its entries."""
    return tuple(_pieces(product))


def _pieces(product: ProductJson) -> Iterator[Piece]:
    here = 0
    for entry in sorted(product.entries, key=lambda each: each.start):
        if entry.start > here:
            yield Piece(product.label[here : entry.start], None)
        if entry.start >= here:
            yield Piece(product.label[entry.start : entry.end], entry)
            here = entry.end
    if here < len(product.label):
        yield Piece(product.label[here:], None)


@router.get("/shelf")
async def shelf(request: Request) -> Response:
    """The products so far, and a form for one more."""
    desk = desk_of(request)
    return _render(desk, request, await open_case(desk, request), Form({}), None)


@router.post("/shelf")
async def add(request: Request) -> Response:
    """One more product, kept."""
    desk = desk_of(request)
    form = await form_of(request)

    def change(found: Opened) -> tuple[Case, tuple[str, ...]]:
        product = _product(desk, found.case, form)
        return replace(found.case, shelf=(*found.case.shelf, product)), found.stored.asked

    try:
        opened = await change_case(desk, request, form.one(ABOUT), change)
    except ProductRefusedError as error:
        return _render(desk, request, await open_case(desk, request), form, error)
    return RedirectResponse(f"/shelf#product-{opened.case.shelf[-1].id}", 303)


@router.post("/shelf/remove")
async def remove(request: Request) -> Response:
    """One product fewer."""
    desk = desk_of(request)
    form = await form_of(request)

    def change(found: Opened) -> tuple[Case, tuple[str, ...]]:
        kept = tuple(each for each in found.case.shelf if each.id != form.one("product"))
        return replace(found.case, shelf=kept), found.stored.asked

    await change_case(desk, request, form.one(ABOUT), change)
    return RedirectResponse("/shelf", 303)


def _product(desk: Desk, case: Case, form: Form) -> Product:
    name, label = form.one("name"), CONTROL.sub(" ", form.one("label"))
    if not name or len(name) > MAX_NAME or CONTROL.search(name):
        message = f"Give the product a name, with at most {MAX_NAME} letters."
        raise ProductRefusedError("name", message)
    if len(label) > MAX_LABEL:
        message = f"This is too long for one label; paste at most {MAX_LABEL} letters."
        raise ProductRefusedError("label", message)
    taken = {str(each.id) for each in case.shelf}
    if len(taken) >= MAX_SHELF:
        raise ProductRefusedError("name", "Your shelf is full. Remove a product first.")
    free = next(str(n) for n in range(1, MAX_SHELF + 1) if str(n) not in taken)
    answers = {FindingId(field): _answer(desk, field, form) for field in FIELDS}
    given = {finding: answer for finding, answer in answers.items() if answer != UNKNOWN}
    return Product(ProductId(free), name, label, given, None)


def _answer(desk: Desk, field: str, form: Form) -> Answer:
    finding = desk.case_format.findings[FindingId(field)]
    words = list(form.all(field))
    if not words:
        return UNKNOWN
    try:
        return read_answer(finding)(words if finding.kind is FindingKind.WORDS else words[0])
    except ValueError as error:
        raise ProductRefusedError(field, "Choose one of the answers.") from error


def _render(
    desk: Desk, request: Request, opened: Opened, form: Form, error: ProductRefusedError | None
) -> Response:
    speech = desk.speech(request)
    guide = make_guide(opened.case, desk.knowledge, on=desk.today())
    products = speech.printer.guide(guide).products
    return desk.pages.page(
        "shelf.html",
        status=200 if error is None else 422,
        **common(desk, request),
        about=opened.about,
        products=[(product, pieces(product)) for product in products],
        form=form,
        error=error,
        fields=_fields(desk, speech),
        settled=guide.triage.settled,
    )


def _fields(desk: Desk, speech: Speech) -> list[dict[str, object]]:
    """The questions about a product, as the form asks them."""
    return [
        {
            "id": field,
            "heading": speech.texts.text(f"finding.{field}.question"),
            "how": speech.texts.text(f"finding.{field}.how"),
            "several": desk.case_format.findings[FindingId(field)].kind is FindingKind.WORDS,
            "words": speech.words(desk.case_format, field),
        }
        for field in FIELDS
    ]
