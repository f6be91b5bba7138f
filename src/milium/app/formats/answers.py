"""One answer in a case file: from what is written to an ``Answer``, back, and its schema."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import assert_never

from milium.app.formats.problems import shown
from milium.domain.answers import (
    NOT_SURE,
    UNKNOWN,
    Answer,
    Chosen,
    Contradictory,
    Known,
    Unknown,
)
from milium.domain.findings import Finding, FindingKind
from milium.kb import near, scaled, span_days

Printed = str | int | float | None | list["Printed"] | dict[str, "Printed"]
"""What a case file holds when it is written: structure, text and numbers."""

NOT_SURE_WORD = "not_sure"
UNITS = ("days", "weeks", "months", "years")


def read_answer(finding: Finding) -> Callable[[object], Answer]:
    """A reader of what a case file holds for this finding; it raises ``ValueError``."""

    def read(tree: object) -> Answer:
        if tree is None or isinstance(tree, Unknown | Known | Contradictory | Chosen):
            return UNKNOWN if tree is None else tree
        if finding.kind is FindingKind.WORDS:
            return _ticked(tree, finding)
        values = tree if isinstance(tree, list) else [tree]
        read_values = list(dict.fromkeys(_value(value, finding) for value in values))
        return _answer(read_values, finding)

    return read


def _answer(values: list[str | int], finding: Finding) -> Answer:
    """One value, several that contradict each other, or "not sure".

    "Not sure" beside a value takes nothing back: the value may hold, and so may any other word.
    """
    given = [value for value in values if value != NOT_SURE_WORD]
    if not given:
        return NOT_SURE
    if len(given) < len(values):
        given = list(dict.fromkeys((*given, *finding.words)))
    return Known(given[0]) if len(given) == 1 else Contradictory(tuple(given))


def _ticked(tree: object, finding: Finding) -> Answer:
    words = [tree] if isinstance(tree, str) else tree
    if not isinstance(words, list):
        message = f"should be a list of words; write [] for none. {_allowed(finding)}"
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
    found = [_word(word, finding) for word in words]
    members = frozenset(word for word in found if word != NOT_SURE_WORD)
    return Chosen(members, complete=NOT_SURE_WORD not in found)


def _value(tree: object, finding: Finding) -> str | int:
    if tree == NOT_SURE_WORD:
        return NOT_SURE_WORD
    match finding.kind:
        case FindingKind.WORD | FindingKind.WORDS:
            return _word(tree, finding)
        case FindingKind.NUMBER:
            return _within(_number(tree, finding), finding)
        case FindingKind.SPAN:
            return _within(_span(tree), finding)
        case _:
            assert_never(finding.kind)


def _word(tree: object, finding: Finding) -> str:
    if isinstance(tree, str) and (tree in finding.words or tree == NOT_SURE_WORD):
        return tree
    if finding.bands and isinstance(tree, str):
        return _banded(tree, finding)
    hint = near(str(tree), finding.words)
    message = f"{shown(tree)} is not one of the words{hint}. {_allowed(finding)}"
    raise ValueError(message)


def _banded(text: str, finding: Finding) -> str:
    number = _within(_number(text, finding), finding)
    return next(band.word for band in finding.bands if band.at_least <= number <= band.at_most)


def _number(tree: object, finding: Finding) -> int:
    try:
        return scaled(finding.decimals)(str(tree))
    except (ValueError, ArithmeticError):
        message = f"{shown(tree)} is not a number with at most {finding.decimals} decimals"
        raise ValueError(message) from None


def _span(tree: object) -> int:
    if not isinstance(tree, Mapping) or set(tree) != {"value", "unit"}:
        message = "write {value: 3, unit: months}; units: " + ", ".join(UNITS)
        raise ValueError(message)
    written = f"{tree['value']} {tree['unit']}"
    try:
        return span_days(written)
    except ValueError:
        message = f"{shown(written)} is no span; units: {', '.join(UNITS)}"
        raise ValueError(message) from None


def _within(number: int, finding: Finding) -> int:
    if not finding.lowest <= number <= finding.highest:
        low, high = (_plain(bound, finding) for bound in (finding.lowest, finding.highest))
        message = f"should be between {low} and {high}"
        raise ValueError(message)
    return number


def _plain(number: int, finding: Finding) -> str:
    if finding.kind is FindingKind.SPAN:
        span = print_span(number)
        return f"{span['value']} {span['unit']}"
    return str(Decimal(number).scaleb(-finding.decimals).normalize().__format__("f"))


def _allowed(finding: Finding) -> str:
    return f"Allowed: {', '.join((*finding.words, NOT_SURE_WORD))}"


def print_answer(finding: Finding, answer: Answer) -> Printed:
    """What a case file holds for this answer; ``None`` where it should hold nothing."""
    match answer:
        case Unknown(asked):
            return NOT_SURE_WORD if asked else None
        case Known(value):
            return _print_value(finding, value)
        case Contradictory(values):
            return [_print_value(finding, value) for value in values]
        case Chosen(members, complete):
            ticked: list[Printed] = [word for word in finding.words if word in members]
            return ticked if complete else [*ticked, NOT_SURE_WORD]
        case _:
            assert_never(answer)


def _print_value(finding: Finding, value: str | int) -> Printed:
    if isinstance(value, str):
        return value
    if finding.kind is FindingKind.SPAN:
        return {**print_span(value)}
    return value if finding.decimals == 0 else float(Decimal(value).scaleb(-finding.decimals))


def print_span(days: int) -> dict[str, str | int]:
    """The span in the largest unit that says exactly the same number of days."""
    for unit in reversed(UNITS):
        for count in (days // max(1, span_days(f"1 {unit}")) + step for step in (0, 1)):
            if count and span_days(f"{count} {unit}") == days:
                return {"value": count, "unit": unit}
    return {"value": days, "unit": "days"}


def answer_schema(finding: Finding) -> dict[str, object]:
    """The JSON Schema of an answer: one word or number, ``not_sure``, or a contradictory list."""
    if finding.kind is FindingKind.WORDS:
        words = {"enum": [*finding.words, NOT_SURE_WORD]}
        return {"anyOf": [{"type": "array", "items": words}, words, {"type": "null"}]}
    one = _one_schema(finding)
    several = {"type": "array", "items": {"anyOf": one}, "minItems": 1}
    return {"anyOf": [*one, several, {"type": "null"}]}


def _one_schema(finding: Finding) -> list[dict[str, object]]:
    not_sure: dict[str, object] = {"const": NOT_SURE_WORD}
    low, high = (_bound(bound, finding) for bound in (finding.lowest, finding.highest))
    number: dict[str, object] = {"type": "number", "minimum": low, "maximum": high}
    if finding.kind is FindingKind.WORD:
        words: dict[str, object] = {"enum": [*finding.words, NOT_SURE_WORD]}
        return [words, number] if finding.bands else [words]
    if finding.kind is FindingKind.NUMBER:
        return [number, not_sure]
    span = {"value": {"type": "number", "minimum": 0}, "unit": {"enum": list(UNITS)}}
    return [
        {
            "type": "object",
            "properties": span,
            "required": ["value", "unit"],
            "additionalProperties": False,
        },
        not_sure,
    ]


def _bound(number: int, finding: Finding) -> float:
    return float(Decimal(number).scaleb(-finding.decimals))
