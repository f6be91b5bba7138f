"""A list cut into its entries, as places in the text."""

import re
from collections.abc import Iterator

_BREAKS = re.compile(
    r"(?P<and>\(\s?(?:and|&)\s?\))|(?P<comma>[,，、])|(?P<line>\n\s*\n|[\r\n])|(?P<dash>\s[-–—]\s)"  # noqa: RUF001
    r"|[;；|•·‧∙・●▪◦\t]",  # noqa: RUF001
    re.IGNORECASE,
)
_LOCANT = re.compile(r"\s?\d{1,2}-")
_BRACKET_SPAN = 120  # a longer bracket is read as a list of its own
_LONGEST_LOCANT = 3
_EDGE = ' \t\r\n\f\v\xa0\u200b\ufeff\x00.,:;*†‡^#~_=>"“”„«»'
_LEADING = _EDGE + "-–—•·+/\\"  # noqa: RUF001
_TRAILING = _EDGE + "-–—•·+/\\®™"  # noqa: RUF001

Span = tuple[int, int]


def tokens(text: str, start: int, end: int, pairs: tuple[Span, ...]) -> Iterator[Span]:
    """The places of the entries between start and end, in order, without marks at their edges.

    Cuts at commas, semicolons, bullets, middle dots, bars and "(and)"; at line ends and spaced
    dashes where they are what separates the list; not between digits ("1,2-") nor inside a bracket.
    """
    since, skip = start, _skipped(start, end, pairs)
    closed = next(skip, None)
    cuts_lines, cuts_dashes = _habits(text[start:end])
    for match in _BREAKS.finditer(text, start, end):
        at, kind = match.start(), match.lastgroup
        while closed and closed[1] < at:
            closed = next(skip, None)
        if closed and closed[0] < at:
            continue
        if kind == "comma" and _joins_digits(text, since, at, end):
            continue
        if (kind == "line" and not cuts_lines and len(match.group().strip(" \t")) == 1) or (
            kind == "dash" and not cuts_dashes
        ):
            continue
        yield from trimmed(text, since, at)
        since = match.end()
    yield from trimmed(text, since, end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The place without marks, spaces and half brackets at its edges; none when nothing is left."""
    body = text[start:end]
    inner = body.strip(_EDGE)
    if not inner[:1].isalnum() or not inner[-1:].isalnum():
        inner = _without_half_brackets(inner.rstrip(_TRAILING).lstrip(_LEADING))
        if not any(map(str.isalnum, inner)):
            return
    first = start + body.index(inner)
    yield first, first + len(inner)


def _without_half_brackets(body: str) -> str:
    """The text without an opening bracket that never closes, or the other way round."""
    for opens, closes in ("()", "[]", "{}"):
        if body.endswith(closes) and opens not in body:
            body = body.rstrip(closes + _TRAILING)
        if body.startswith(opens) and closes not in body:
            body = body.lstrip(opens + _LEADING)
        body = body.rstrip(opens + _TRAILING) if body.endswith(opens) else body
        body = body.lstrip(closes + _LEADING) if body.startswith(closes) else body
    return body


def _skipped(start: int, end: int, pairs: tuple[Span, ...]) -> Iterator[Span]:
    """Outermost brackets short enough to be part of a name."""
    last = start - 1
    for opens, closes in pairs:
        if opens > last and closes < end and closes - opens <= _BRACKET_SPAN:
            last = closes
            yield opens, closes


def _habits(body: str) -> tuple[bool, bool]:
    """Whether this list is separated by line ends, and whether by spaced dashes."""
    marks = body.count(",") + body.count(";") + body.count("•")
    return body.count("\n") + body.count("\r") >= marks, body.count(" - ") > marks


def _joins_digits(text: str, since: int, at: int, end: int) -> bool:
    """Whether the comma stands inside a number or a chemical name ("1,2-", "1, 2-", "0,3 %")."""
    if at == since or at + 1 >= end or not text[at - 1].isdigit():
        return False
    if text[at + 1].isdigit():
        return True
    only_digits = at - since <= _LONGEST_LOCANT and text[since:at].strip().isdigit()
    return only_digits and _LOCANT.match(text, at + 1, end) is not None
