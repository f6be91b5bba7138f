"""What a reviewer judges, each with a fingerprint of everything they are shown."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, assert_never

from milium.domain.conditions import AtLeast, AtMost, In
from milium.domain.exposure import ExposureRule
from milium.domain.ids import FindingId, MessageId, ReviewItemId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Hazard, Judged, ReviewItem, ZoneCap
from milium.domain.triage import Look, Rule

LANGUAGE = "en"
DIGITS = 12
VOICE = FindingId("answering_for")
_LEFT_OUT = {"reviewed", "reads"}
_TEXT_OF = ("{}", "profession.{}.name")
"""How a text in an entry may name a sentence: as a message id, or as who somebody is."""


def judged(knowledge: Knowledge, hazards: Iterable[Hazard] = ()) -> Mapping[ReviewItemId, Judged]:
    """Everything that can be agreed with, by item id, in the order it is printed."""
    triage = knowledge.triage
    caps = (ZoneCap(zone, rung) for zone, rung in triage.zone_caps.items())
    entries: tuple[Judged, ...] = (
        *triage.rules,
        *caps,
        *knowledge.exposure.rules,
        *triage.looks,
        *hazards,
    )
    return {item_id(entry): entry for entry in entries}


def item_id(entry: Judged) -> ReviewItemId:
    """The kind and id of an entry."""
    match entry:
        case Rule():
            return ReviewItemId(f"rule/{entry.id}")
        case ExposureRule():
            return ReviewItemId(f"product-rule/{entry.id}")
        case Look():
            return ReviewItemId(f"look/{entry.id}")
        case ZoneCap():
            return ReviewItemId(f"zone/{entry.zone.value}")
        case Hazard():
            return ReviewItemId(f"hazard/{entry.id}")
        case _:
            assert_never(entry)


def review_item(
    entry: Judged, knowledge: Knowledge, claims: Mapping[str, str] | None = None
) -> ReviewItem:
    """The entry with its id and fingerprint.

    Args:
        entry: what is judged.
        knowledge: whose texts it speaks with.
        claims: what the invariants say that a hazard names, by id.
    """
    return ReviewItem(item_id(entry), entry, _fingerprint(entry, knowledge, claims or {}))


def _fingerprint(entry: Judged, knowledge: Knowledge, claims: Mapping[str, str]) -> str:
    """Digits over the entry, without its signature, and every sentence it leads to.

    A field that has its default is left out, so that a new optional key changes no fingerprint.
    """
    texts = knowledge.texts[LANGUAGE]
    named = (each for name in _messages(entry) for each in (name, *spoken(name, knowledge)))
    says = {name: str(texts[MessageId(name)]) for name in named if name in texts}
    if isinstance(entry, Hazard):
        says |= {control: claims[control] for control in entry.controls if control in claims}
    whole = json.dumps([_plain(entry), says], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()[:DIGITS]


def spoken(message: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of the texts that stand for this one, each for somebody it is spoken to."""
    asked = knowledge.triage.asking.findings.get(VOICE)
    names = (f"{message}@{word}" for word in (asked.words if asked else ()))
    return tuple(name for name in names if name in knowledge.texts[LANGUAGE])


def _plain(value: Any) -> Any:  # noqa: ANN401 - walks any frozen value
    """The value as mappings, sorted lists and text, the same in every run."""
    if is_dataclass(value):
        kept = {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _LEFT_OUT and getattr(value, field.name) != _default(field)
        }
        return {"": type(value).__name__, **kept}
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple):
        return list(map(_plain, value))
    return value


def _default(field: Any) -> Any:  # noqa: ANN401 - a dataclass field of any type
    return field.default if field.default is not MISSING else MISSING


def _messages(value: object) -> Iterator[str]:
    """Every message id that something in the value may stand for."""
    if isinstance(value, In | AtLeast | AtMost):
        yield f"finding.{value.finding}.question"
        for word in sorted(value.values) if isinstance(value, In) else ():
            yield f"word.{value.finding}.{word}"
    elif is_dataclass(value):
        for field in fields(value):
            yield from _messages(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _messages(each)
    elif isinstance(value, str):
        yield from (form.format(value) for form in _TEXT_OF)
