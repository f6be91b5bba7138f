"""What a form sent, bounded and decoded."""

from collections.abc import Sequence
from urllib.parse import parse_qs

from starlette.requests import Request

MOST_FIELDS = 400


class FormRefusedError(ValueError):
    """What came is no form of ours."""


class Form:
    """Fields by name; every value is text."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        """Keep the fields."""
        self.fields = fields

    def one(self, name: str) -> str:
        """The first value, trimmed, or ``""``."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def all(self, name: str) -> Sequence[str]:
        """Every value that is not empty."""
        return tuple(value for value in self.fields.get(name, ()) if value.strip())


async def form_of(request: Request) -> Form:
    """The form in the body of a request.

    Raises:
        FormRefusedError: of another type, too many fields, or not UTF-8.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {"application/x-www-form-urlencoded", ""}:
        raise FormRefusedError("only plain forms are read here")
    try:
        fields = parse_qs(
            (await request.body()).decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise FormRefusedError("the form can't be read") from error
    if any("\x00" in value for values in fields.values() for value in values):
        raise FormRefusedError("the form holds characters no keyboard writes")
    return Form(fields)
