"""The typed fields of a case file that are not answers: days, money, bounded text."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from milium.app.formats.problems import shown

VERSION = 1
"""The case file version written; docs/reference/case-file.md says what raises it."""

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
"""Days a case may be told on; they leave room to count back and on from."""

_HIGHEST_AMOUNT = 100_000
_MOST_STEPS = 20
_LONGEST_AMOUNT = 12


def plain(read: Callable[[object], object], schema: dict[str, Any]) -> Any:  # noqa: ANN401
    """A field read by a function of ours, with its own JSON Schema."""
    return Annotated[object, PlainValidator(read), WithJsonSchema(schema)]


def read_day(text: object) -> date:
    """A day as a case file writes it.

    Raises:
        ValueError: it is none, or lies where nobody can count on from.
    """
    if isinstance(text, date):
        return text
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        message = f"{shown(text)} is no day; write it as 2026-11-23"
        raise ValueError(message) from None
    if not EARLIEST <= day <= LATEST:
        message = f"should be a day from {EARLIEST} to {LATEST}"
        raise ValueError(message)
    return day


def _read_money(text: object) -> int:
    """Hundredths."""
    written = str(text)
    try:
        amount = Decimal(written if len(written) <= _LONGEST_AMOUNT else "NaN")
    except InvalidOperation:
        amount = Decimal("NaN")
    if not (amount.is_finite() and 0 <= amount <= _HIGHEST_AMOUNT) or amount * 100 % 1:
        message = f"{shown(text)} is no amount; write a number of 0 or more, like 40 or 12.50"
        raise ValueError(message)
    return int(amount * 100)


def _read_currency(text: object) -> str:
    if not re.fullmatch("[A-Z]{3}", str(text), re.ASCII):
        message = f"{shown(text)} is no currency; write its three letters, like GBP or EUR"
        raise ValueError(message)
    return str(text)


def _read_steps(text: object) -> int:
    if str(text) not in {str(number) for number in range(1, _MOST_STEPS + 1)}:
        message = f"{shown(text)} should be a whole number of steps from 1 to {_MOST_STEPS}"
        raise ValueError(message)
    return int(str(text))


def _read_version(text: object) -> int:
    if str(text) != str(VERSION):
        message = f"should be {VERSION}"
        raise ValueError(message)
    return VERSION


def text_of(longest: int) -> Any:  # noqa: ANN401
    """Text of at most so many characters; absent is empty."""

    def read(text: object) -> str:
        if text is None:
            return ""
        if not isinstance(text, str):
            message = "should be text"
            raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
        if len(text) > longest:
            message = f"is {len(text)} characters long; at most {longest} fit"
            raise ValueError(message)
        return text

    return plain(read, {"type": ["string", "null"], "maxLength": longest})


def list_of(item: Any, most: int) -> Any:  # noqa: ANN401
    """A list of at most so many."""
    return Annotated[list[item], Field(max_length=most)]


DAY = plain(read_day, {"type": "string", "format": "date"})
MONEY = plain(
    _read_money,
    {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": _HIGHEST_AMOUNT},
            {"type": "string", "pattern": r"^\d{1,6}(\.\d{1,2})?$"},
        ]
    },
)
CURRENCY = plain(_read_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})
STEPS = plain(_read_steps, {"type": "integer", "minimum": 1, "maximum": _MOST_STEPS})
VERSION_FIELD = plain(_read_version, {"const": VERSION})
