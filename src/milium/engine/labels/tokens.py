"""A list cut into its entries, as places in the text."""

import re
from collections.abc import Iterator

_MARKS = "[,，、;；|•·‧∙・●▪◦\\t<>¤■◆►…\\n\\r]"  # noqa: RUF001
_MARK, _OTHER_MARK = re.compile(_MARKS), re.compile(_MARKS.replace(",", "", 1))
_BREAK = re.compile(
    rf"\(\s?(?:and|et|und|y|e|&)\s?\)|\s[-–—]\s|\.{{3,}}|\s\(\d\)\s(?=[A-Z])|{_MARKS}",  # noqa: RUF001
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\s\d{{1,2}}[.)]\s{{1,3}}(?=[^\W\d_]{{3}})|{_BREAK.pattern}",
    re.IGNORECASE,
)
_HINTS = (" - ", " – ", " — ", "...")  # noqa: RUF001
_BLEND = re.compile(r"\(\s?(?:and|et|und|y|e|&)\s?\)", re.IGNORECASE)
_ONLY_AMOUNT = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?\s?(?:mg|mcg|µg|g|ml|ppm)", re.IGNORECASE)
_FIRST, _SECOND = re.compile(r"[\s*\-]{0,5}1[.)]\s"), re.compile(r"\s2[.)]\s")
_NUMBERED_NOTE = re.compile(r"\(\d\)")
_COMMAS, _LINES, _DASHES = frozenset(",，、"), frozenset("\n\r"), frozenset("-–—")  # noqa: RUF001
_EMPTY_LINE = re.compile(r"(?:\r?\n|\r)[ \t\u200b]{0,20}[\r\n]")
_LOCANT = re.compile(r"\s?\d{1,2}-")
_NUMBERING = re.compile(r"\d{1,2}[.)]\s{1,3}(?=[^\W\d_]{3})")
_BRACKET_SPAN = 120  # a longer bracket is read as a list of its own
_LONGEST_LOCANT = 3
_SCANNED_ONE = frozenset("lI|")
_LOCANT_COMMA = re.compile(r",\s?\d")
_QUOTES = "\"'“”„«»‘’`´"  # noqa: RUF001
_NEAR = 8
_EDGE = f" \t\r\n\f\v\xa0\u200b\ufeff\x00.,:;*†‡^#~_=<>…{_QUOTES}"
_LEADING = _EDGE + "-–—•·+/\\"  # noqa: RUF001
_TRAILING = _EDGE + "-–—•·+/\\®™"  # noqa: RUF001

Span = tuple[int, int]
_NOWHERE = (1 << 62, 1 << 62)  # behind the end of any text


def tokens(text: str, start: int, end: int, pairs: tuple[Span, ...]) -> Iterator[Span]:
    """The places of the entries between start and end, in order, without marks at their edges.

    Cuts at commas, semicolons, bullets, middle dots, bars and "(and)"; at line ends and spaced
    dashes where they are what separates the list; not between digits ("1,2-") nor inside a bracket.
    """
    body = text[start:end]
    marks = _marks_of(body)
    if marks is _MARK and _is_plain(text, start, end, pairs):
        return _between_commas(text, body, start)
    return _between_marks(text, start, end, pairs, marks)


def _is_plain(text: str, start: int, end: int, pairs: tuple[Span, ...]) -> bool:
    """Whether nothing but commas separates, and every one of them does; the usual list."""
    if _OTHER_MARK.search(text, start, end) or _LOCANT_COMMA.search(text, start, end):
        return False
    return all(text.find(",", opens, closes) < 0 for opens, closes in pairs)


def _between_commas(text: str, body: str, start: int) -> Iterator[Span]:
    for part in body.split(","):
        end = start + len(part)
        entry = part.lstrip(" ")
        first, entry = end - len(entry), entry.rstrip(" ")
        if entry and entry[0].isalpha() and entry[-1].isalnum():
            yield first, first + len(entry)
        else:
            yield from trimmed(text, start, end)
        start = end + 1


def _between_marks(
    text: str, start: int, end: int, pairs: tuple[Span, ...], marks: re.Pattern[str]
) -> Iterator[Span]:
    since, skip = start, _skipped(start, end, pairs)
    opened, closed = next(skip, _NOWHERE)
    lines, dashes = _habits(text[start:end])
    for match in marks.finditer(text, start, end):
        at, behind = match.span()
        while closed < at:
            opened, closed = next(skip, _NOWHERE)
        mark = text[at]
        if opened < at or (mark in _COMMAS and _joins_digits(text, since, at, end)):
            continue
        if mark in _LINES:
            if not lines and not _ends_a_stretch(text, at):
                continue
        elif behind - at > 1 and not dashes and text[at + 1] in _DASHES:
            continue
        yield from trimmed(text, since, at)
        since = behind
    yield from trimmed(text, since, end)


def _marks_of(body: str) -> re.Pattern[str]:
    """What may separate entries here; the longer patterns only where a list gives cause."""
    if "1" in body[:_NEAR] and _FIRST.match(body) is not None and _SECOND.search(body) is not None:
        return _NUMBERED
    if any(hint in body for hint in _HINTS) or (
        "(" in body and (_NUMBERED_NOTE.search(body) or _BLEND.search(body))
    ):
        return _BREAK
    return _MARK


def _ends_a_stretch(text: str, at: int) -> bool:
    """Whether an empty line stands beside this line's end."""
    return _EMPTY_LINE.match(text, at) is not None or text[max(0, at - 1) : at] in _LINES


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The place without marks, spaces and half brackets at its edges; none when nothing is left."""
    body = text[start:end]
    inner = body.strip(_EDGE)
    if not inner[:1].isalnum() or not inner[-1:].isalnum():
        inner = _without_half_brackets(inner.rstrip(_TRAILING).lstrip(_LEADING))
        if not any(map(str.isalnum, inner)):
            return
    if inner[0].isdigit() and _ONLY_AMOUNT.fullmatch(inner) is not None:
        return
    first = start + body.index(inner)
    numbering = _NUMBERING.match(inner) if inner[0].isdigit() else None
    yield first + (numbering.end() if numbering else 0), first + len(inner)


def _without_half_brackets(body: str) -> str:
    """The text without an opening bracket that never closes, or the other way round."""
    for opens, closes in ("()", "[]", "{}"):
        if body.startswith(opens) and body.find(closes) == len(body) - 1:
            body = body[1:-1].strip(_EDGE)
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
    before = text[at - 1] if at > since else ""
    if not (before.isdigit() or before in _SCANNED_ONE) or at + 1 >= end:
        return False
    if not before.isdigit():  # "l,2-" is what a scanner makes of "1,2-"
        alone = text[since:at].strip() in _SCANNED_ONE
        return alone and _LOCANT.match(text, at + 1, end) is not None
    if text[at + 1].isdigit():
        return True
    only_digits = at - since <= _LONGEST_LOCANT and text[since:at].strip().isdigit()
    return only_digits and _LOCANT.match(text, at + 1, end) is not None
