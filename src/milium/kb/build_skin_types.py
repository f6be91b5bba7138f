"""Skin types: axes, items, words for a probability, and what a type means."""

from milium.domain.ids import ItemId, MessageId, SourceId
from milium.domain.skin_types import (
    AskAgain,
    Axis,
    AxisRule,
    Calibration,
    FacePart,
    Item,
    Provenance,
    SkinTypeRules,
    Surety,
    Topic,
    TypeAdvice,
    Wording,
)
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions, scaled
from milium.kb.entries import Entry

SIDES = 2
_hundredths = scaled(2)


def build_skin_types(collections: Collections, conditions: Conditions) -> SkinTypeRules:
    """The slice skin typing reads."""
    again = collections.value("skin_types.again").entry("value")
    return SkinTypeRules(
        axes=tuple(_axis(entry) for entry in collections.entries("skin_types.axes")),
        items=tuple(_item(entry) for entry in collections.entries("skin_types.items")),
        sureties=tuple(_surety(entry) for entry in collections.entries("skin_types.sureties")),
        advice=tuple(_advice(e, conditions) for e in collections.entries("skin_types.advice")),
        again=again.done(AskAgain(again.value("after_days", int), again.evidence())),
    )


def _axis(entry: Entry) -> AxisRule:
    elsewhere = entry.words("elsewhere")
    if len(elsewhere) != SIDES:
        entry.fail("'elsewhere' should hold two letters, of the high and of the low side")
    return entry.done(
        AxisRule(
            axis=entry.choice("axis", Axis),
            high=entry.text("high"),
            low=entry.text("low"),
            elsewhere=(elsewhere[0], elsewhere[1]),
            prior=entry.value("prior", _hundredths),
            clear_from=entry.value("clear_from", _hundredths),
            evidence=entry.evidence(),
        )
    )


def _item(entry: Entry) -> Item:
    item_id = entry.text("id")
    words, thresholds = entry.words("words"), entry.numbers("thresholds", _hundredths)
    if len(thresholds) != len(words) - 1:
        entry.fail("needs one threshold between every two words")
    provenance, evidence = _provenance(entry.entry("provenance")), entry.evidence()
    if provenance.idea not in {citation.source for citation in evidence.citations}:
        entry.fail(f"its idea is from '{provenance.idea}'; cite that under 'citations'")
    return entry.done(
        Item(
            id=ItemId(item_id),
            axis=entry.choice("axis", Axis),
            part=entry.optional("part", FacePart),
            question=MessageId(f"item.{item_id}.question"),
            words=words,
            discrimination=entry.value("discrimination", _hundredths),
            thresholds=thresholds,
            reverse=entry.flag("reverse"),
            provenance=provenance,
            evidence=evidence,
        )
    )


def _provenance(entry: Entry) -> Provenance:
    return entry.done(
        Provenance(
            wording=entry.choice("wording", Wording),
            idea=SourceId(entry.text("idea")),
            calibration=entry.choice("calibration", Calibration),
        )
    )


def _surety(entry: Entry) -> Surety:
    surety = entry.text("id")
    start = entry.value("from", _hundredths)
    return entry.done(Surety(surety, start, MessageId(f"surety.{surety}")))


def _advice(entry: Entry, conditions: Conditions) -> TypeAdvice:
    advice = entry.text("id")
    return entry.done(
        TypeAdvice(
            id=advice,
            topic=entry.choice("topic", Topic),
            when=conditions.read(entry, "when"),
            message=MessageId(f"type.{advice}"),
            evidence=entry.evidence(),
        )
    )
