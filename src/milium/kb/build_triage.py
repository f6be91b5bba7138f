"""Rules, looks, ladder, places, professions and choices."""

from collections.abc import Mapping

from milium.domain.findings import Asking, Finding, Scope
from milium.domain.ids import (
    ConditionId,
    FindingId,
    MessageId,
    PlaceId,
    ProfessionId,
    RuleId,
)
from milium.domain.knowledge import ChoiceRule, Closing, Profession
from milium.domain.modules import Module
from milium.domain.triage import (
    Contact,
    Disposition,
    DispositionRule,
    Door,
    DoorChange,
    Effect,
    Feature,
    LiftedBy,
    Look,
    Place,
    Rule,
    Rung,
    TriageRules,
    When,
    WhenPossible,
    Zone,
)
from milium.engine.rules import mentions
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions
from milium.kb.entries import Entry, member_word


def build_triage(collections: Collections, asking: Asking, conditions: Conditions) -> TriageRules:
    """The slice triage reads."""
    return TriageRules(
        asking=asking,
        rules=tuple(
            _rule(entry, conditions, asking.findings)
            for entry in collections.entries("triage.rules")
        ),
        looks=tuple(_look(entry, conditions) for entry in collections.entries("conditions.looks")),
        zone_caps=_zone_caps(collections.value("triage.zone_caps")),
        site_zones=_site_zones(collections, asking.findings[FindingId("site")]),
        looked_at_when=conditions.read(collections.value("triage.looked_at_when"), "value"),
        dispositions=tuple(
            _disposition(entry, conditions) for entry in collections.entries("triage.dispositions")
        ),
        door_changes=tuple(
            _door_change(entry, conditions) for entry in collections.entries("triage.door_changes")
        ),
        places={
            place.id: place
            for place in (_place(entry) for entry in collections.entries("places.places"))
        },
        usual_action=MessageId(collections.value("triage.usual_action").text("value")),
        waiting_action=MessageId(collections.value("triage.waiting_action").text("value")),
        covers=_covers(collections),
    )


def _covers(collections: Collections) -> Mapping[MessageId, tuple[MessageId, ...]]:
    """Which lines for tonight say what others say as well."""
    found = (
        (entry.text("line"), entry.done(entry.words("covers")))
        for entry in collections.entries("triage.tonight")
    )
    return {MessageId(line): tuple(map(MessageId, covered)) for line, covered in found}


def _rule(entry: Entry, conditions: Conditions, findings: Mapping[FindingId, Finding]) -> Rule:
    rule_id = RuleId(entry.text("id"))
    scope = entry.choice("scope", Scope)
    when = conditions.read(entry, "when")
    if scope is Scope.PERSON:
        for finding in mentions(when):
            if findings[finding].scope is not Scope.PERSON:
                entry.fail(f"a rule about the person can't read '{finding}' of a bump")
    return entry.done(
        Rule(
            id=rule_id,
            scope=scope,
            when=when,
            when_possible=entry.choice("when_possible", WhenPossible),
            effect=_effect(entry.entry("effect")),
            because=MessageId(f"rule.{rule_id}"),
            evidence=entry.evidence(),
        )
    )


def _effect(entry: Entry) -> Effect:
    when = entry.optional("when", lambda word: entry.member("when", word, When))
    door = entry.optional("door", lambda word: entry.member("door", word, Door))
    rung = entry.optional("rung", lambda word: entry.member("rung", word, Rung))
    return entry.done(
        Effect(
            when=when,
            who=tuple(ProfessionId(word) for word in entry.words("who")),
            not_who=tuple(ProfessionId(word) for word in entry.words("not_who")),
            door=door,
            rung=rung,
            lifted_by=entry.choice("lifted_by", LiftedBy, LiftedBy.DOCTOR),
            action=entry.optional("action", MessageId),
            tonight=tuple(MessageId(word) for word in entry.words("tonight")),
        )
    )


def _look(entry: Entry, conditions: Conditions) -> Look:
    look_id = entry.text("id")
    return entry.done(
        Look(
            id=ConditionId(look_id),
            name=MessageId(f"condition.{look_id}.name"),
            summary=MessageId(f"condition.{look_id}.summary"),
            shown_when=conditions.read(entry, "shown_when"),
            like_when=conditions.read(entry, "like_when"),
            unlike_when=conditions.read(entry, "unlike_when"),
            speaks_for=tuple(_feature(e, conditions) for e in entry.entries("speaks_for")),
            speaks_against=tuple(_feature(e, conditions) for e in entry.entries("speaks_against")),
            evidence=entry.evidence(),
        )
    )


def _feature(entry: Entry, conditions: Conditions) -> Feature:
    return entry.done(
        Feature(
            when=conditions.read(entry, "when"),
            weight=entry.value("weight", int),
            message=MessageId(entry.text("say")),
        )
    )


def _zone_caps(entry: Entry) -> Mapping[Zone, Rung]:
    caps = {
        entry.member("zone_caps", zone, Zone): entry.member("zone_caps", rung, Rung)
        for zone, rung in entry.mapping("value").items()
    }
    if set(caps) != set(Zone):
        entry.fail("every zone needs its highest rung")
    return {zone: caps[zone] for zone in Zone}


def _site_zones(collections: Collections, site: Finding) -> Mapping[str, tuple[Zone, ...]]:
    path, tree = collections.single("triage.site_zones")
    entry = Entry(tree, f"{path}: site_zones")
    return entry.done(
        {
            word: tuple(entry.member(word, zone, Zone) for zone in entry.words(word))
            or entry.fail(f"the site '{word}' needs at least one zone")
            for word in site.words
        }
    )


def _disposition(entry: Entry, conditions: Conditions) -> DispositionRule:
    return entry.done(
        DispositionRule(
            disposition=entry.choice("disposition", Disposition),
            at_least=entry.choice("at_least", When),
            at_most=entry.choice("at_most", When),
            condition=conditions.read(entry, "if"),
        )
    )


def _door_change(entry: Entry, conditions: Conditions) -> DoorChange:
    doors = frozenset(entry.member("doors", word, Door) for word in entry.words("doors"))
    condition = conditions.read(entry, "if")
    return entry.done(DoorChange(condition, doors, entry.choice("door", Door)))


def _place(entry: Entry) -> Place:
    place_id = entry.text("id")
    listed = [_contact(each, place_id) for each in entry.entries("contacts")]
    contacts: dict[Door, Contact] = {}
    for contact in listed:
        if contact.door in contacts:
            entry.fail(f"has two contacts for '{contact.door.value}'; keep one")
        contacts[contact.door] = contact
    missing = [door.value for door in Door if door not in contacts]
    if missing:
        entry.fail(f"has no contact for {', '.join(missing)}; add one each")
    first_door = {
        entry.member("first_door", wanted, Door): entry.member("first_door", first, Door)
        for wanted, first in entry.mapping("first_door").items()
    }
    status = entry.mapping("medicine_status")
    off = tuple(entry.member("modules_off", word, Module) for word in entry.words("modules_off"))
    return entry.done(Place(PlaceId(place_id), contacts, first_door, status, off))


def _contact(entry: Entry, place_id: str) -> Contact:
    door = entry.choice("door", Door)
    return entry.done(
        Contact(
            door=door,
            name=MessageId(f"place.{place_id}.{member_word(door)}"),
            phone=entry.text("phone", ""),
            evidence=entry.evidence(),
        )
    )


def build_professions(collections: Collections) -> Mapping[ProfessionId, Profession]:
    """Who is who, by id."""
    found = [_profession(entry) for entry in collections.entries("professions.professions")]
    return {profession.id: profession for profession in found}


def _profession(entry: Entry) -> Profession:
    name = entry.text("id")
    return entry.done(
        Profession(
            id=ProfessionId(name),
            name=MessageId(f"profession.{name}.name"),
            does=MessageId(f"profession.{name}.does"),
            doors=tuple(entry.member("doors", word, Door) for word in entry.words("doors")),
            evidence=entry.evidence(),
        )
    )


def build_choices(collections: Collections, conditions: Conditions) -> tuple[ChoiceRule, ...]:
    """The four choices."""
    return tuple(
        entry.done(
            ChoiceRule(
                id=entry.text("id"),
                closed=tuple(_closing(each, conditions) for each in entry.entries("closed")),
                evidence=entry.evidence(),
            )
        )
        for entry in collections.entries("triage.choices")
    )


def _closing(entry: Entry, conditions: Conditions) -> Closing:
    return entry.done(Closing(conditions.read(entry, "when"), MessageId(entry.text("say"))))
