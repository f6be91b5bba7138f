"""Which sentences of a printed guide somebody has reviewed."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from milium.app.formats.guide import GuideJson, ReasonJson


def reviewed_entries(guide: GuideJson) -> tuple[Mapping[str, Sequence[str]], bool]:
    """The entries behind the guide by who signed them, and whether any is unsigned."""
    signed: dict[str, list[str]] = {}
    unsigned = False
    for reason in _reasons(guide):
        if reason.reviewed is None:
            unsigned = True
        elif reason.entry not in signed.setdefault(reason.reviewed, []):
            signed[reason.reviewed].append(reason.entry)
    return signed, unsigned


def _reasons(value: object) -> Iterator[ReasonJson]:
    """Every reason anywhere in a published value, in the order it is printed."""
    if isinstance(value, ReasonJson):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _reasons(getattr(value, name))
    elif isinstance(value, list):
        for each in value:
            yield from _reasons(each)
