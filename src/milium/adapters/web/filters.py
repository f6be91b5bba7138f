"""What templates turn values into; everything else is said in the templates."""

from collections.abc import Callable, Mapping
from datetime import date

PLACE_NAMES = {
    "US": "United States",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "CA": "Canada",
    "AU": "Australia",
    "DE": "Germany",
    "FR": "France",
    "ES": "Spain",
    "ELSEWHERE": "Somewhere else",
}
"""Countries as the start page lists them; one that is not here is shown by its letters."""


def place_name(place: str) -> str:
    """A country's name."""
    return PLACE_NAMES.get(place, place)


def tel(phone: str) -> str:
    """A phone number as an address to call."""
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def short_day(day: date) -> str:
    """A day within a list of a month: ``Mon 23``."""
    return f"{day:%a} {day.day}"


FILTERS: Mapping[str, Callable[..., object]] = {
    "place_name": place_name,
    "tel": tel,
    "capital": capital,
    "short_day": short_day,
}
