"""Why a rule decided: its message, with the product and the ingredient it was about."""

from collections.abc import Iterator

from milium.domain.cases import Product
from milium.domain.conditions import All, AnyOf, Condition, In
from milium.domain.evidence import Reason
from milium.domain.exposure import ExposureRule, ExposureRules
from milium.domain.ids import FindingId
from milium.domain.labels import LabelEntry, LabelReading
from milium.domain.messages import Message, say
from milium.engine.exposure.classes import asking, counted, possible_classes
from milium.engine.exposure.retinoids import strongest
from milium.engine.rules import mentions

_HAS, _MAY_HAVE = FindingId("has"), FindingId("may_have")
_TIER = FindingId("retinoid_tier")


def reason(
    rule: ExposureRule, product: Product, reading: LabelReading, rules: ExposureRules
) -> Reason:
    """The rule's message with ``product`` and ``ingredient``, and its evidence."""
    values: dict[str, str | Message] = {
        "product": product.name or say("exposure.unnamed_product"),
        "ingredient": _ingredient(rule, reading, rules),
    }
    return Reason(rule.id, say(rule.because, **values), rule.evidence)


def _ingredient(rule: ExposureRule, reading: LabelReading, rules: ExposureRules) -> str | Message:
    """The deciding ingredient as printed, in title case; a message where none was read."""
    entry = next(_deciding(rule.when, reading, rules), None)
    if entry is None:
        return say("exposure.something_unread")
    words = " ".join(entry.text.split())
    return words.title() if words.isupper() or words.islower() else words


def _deciding(
    condition: Condition, reading: LabelReading, rules: ExposureRules
) -> Iterator[LabelEntry]:
    """The entries the condition is about, the likeliest to have decided first."""
    named = set(_classes_named(condition, _HAS))
    families = {family.id: family for family in rules.families}
    of_class = [
        entry
        for rule in rules.classes
        if rule.id in named
        for entry in counted(reading, rule, families)
    ]
    yield from sorted(of_class, key=lambda entry: entry.position)
    found = strongest(reading, rules)
    if _TIER in mentions(condition) and found is not None:
        yield found[1]
    asked = asking(reading, rules)
    maybe = set(_classes_named(condition, _MAY_HAVE))
    yield from (one for one in asked if not maybe.isdisjoint(possible_classes(one, rules)))
    yield from asked


def _classes_named(condition: Condition, asked_of: FindingId) -> Iterator[str]:
    """The classes whose presence the condition asks for, in what is there or what may be."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _classes_named(part, asked_of)
        case In(finding, values) if finding == asked_of:
            yield from values
        case _:
            return
