"""Amounts and remarks printed beside a name."""

import re

_PERCENT = re.compile(
    r"(?<![\d.,])(\d{1,3})(?:[.,](\d{1,4}))?\s{0,2}[%％]\s{0,2}(?:[wv]/[wv]\b)?",  # noqa: RUF001
    re.IGNORECASE,
)
_DOSE = re.compile(
    r"(?:^|\s)\d{1,4}(?:[.,]\d{1,4})?\s?(?:mg|mcg|µg|g|ml|ppm)(?:/\s?(?:g|ml|100\s?g))?(?!\w)"
    r"|\s(?:mg|g|ml)\s\d{1,4}(?:[.,]\d{1,4})?$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_FOOTNOTE = re.compile(r"\s?\(\d{1,2}\)$")
_NANO = re.compile(r"\s?[\[(]\s?nano\s?[\])]|\snano$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s?\)|\[\s?\]")
_WHOLE = 10_000  # hundredths of a percent in 100 %


def printed_amount(text: str) -> tuple[str, int | None]:
    """The name without amount and nano mark, and the amount in hundredths of a percent.

    What is finer than a hundredth is rounded up, so that it never reads as less than printed;
    of several amounts none is taken.
    """
    percent = None
    if "%" in text or "％" in text:  # noqa: RUF001
        amounts = [_hundredths(match) for match in _PERCENT.finditer(text)]
        percent = amounts[0] if len(amounts) == 1 and amounts[0] <= _WHOLE else None
        text = _EMPTY_BRACKETS.sub("", _PERCENT.sub(" ", text))
    if _DIGIT.search(text):
        text = _FOOTNOTE.sub("", _DOSE.sub("", text).rstrip())
    return (_NANO.sub("", text) if "n" in text or "N" in text else text), percent


def _hundredths(match: re.Match[str]) -> int:
    fraction = (match.group(2) or "").ljust(4, "0")
    return -(-int(match.group(1) + fraction) // 100)
