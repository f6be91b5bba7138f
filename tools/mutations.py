"""Every small change to the triage knowledge that a mistaken edit could make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.triage import Effect, Rule, Rung, TriageRules, When, WhenPossible, Zone

SOFTER = {WhenPossible.ACT: WhenPossible.WITHHOLD, WhenPossible.WITHHOLD: WhenPossible.ASK}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed copy of the rules; ``rule`` is the changed rule, ``""`` for the ladder."""

    rule: str
    what: str
    rules: TriageRules


def mutants_of(rules: TriageRules) -> Iterator[Mutant]:
    """Thresholds, operators, conditions and consequences of every rule, then the ladder."""
    for number, rule in enumerate(rules.rules):
        for what, changed in _of_rule(rule):
            listed = (*rules.rules[:number], changed, *rules.rules[number + 1 :])
            yield Mutant(rule.id, what, replace(rules, rules=listed))
    yield from _of_ladder(rules)


def _of_rule(rule: Rule) -> Iterator[tuple[str, Rule]]:
    for what, condition in conditions_near(rule.when):
        yield what, replace(rule, when=condition)
    for what, effect in _of_effect(rule.effect):
        yield what, replace(rule, effect=effect)
    if rule.when_possible in SOFTER:
        softer = SOFTER[rule.when_possible]
        yield f"while possible: {softer.value}", replace(rule, when_possible=softer)


def conditions_near(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition with one test moved, swapped, negated or dropped."""
    match condition:
        case All() | AnyOf():
            yield from _lists_near(condition)
        case Not(part):
            yield f"negated {_named(part)}", part
            for what, changed in conditions_near(part):
                yield what, Not(changed)
        case In(finding, values):
            yield f"negated {finding}", Not(condition)
            for word in sorted(values) if len(values) > 1 else ():
                yield f"{finding} without {word}", In(finding, values - {word})
        case AtLeast() | AtMost():
            yield from _bounds_near(condition)


def _lists_near(condition: All | AnyOf) -> Iterator[tuple[str, Condition]]:
    parts, kind = condition.parts, type(condition)
    other = AnyOf if kind is All else All
    if len(parts) > 1:
        yield f"{kind.__name__} becomes {other.__name__}", other(parts)
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        if before or after:
            yield f"without {_named(part)}", kind((*before, *after))
        for what, changed in conditions_near(part):
            yield what, kind((*before, changed, *after))


def _bounds_near(condition: AtLeast | AtMost) -> Iterator[tuple[str, Condition]]:
    finding, value, kind = condition.finding, condition.value, type(condition)
    other = AtMost if kind is AtLeast else AtLeast
    sign = ">=" if kind is AtLeast else "<="
    yield f"{finding} {sign} {value - 1}", kind(finding, value - 1)
    yield f"{finding} {sign} {value + 1}", kind(finding, value + 1)
    yield f"{finding} {sign} {value} turned round", other(finding, value)


def _named(condition: Condition) -> str:
    return "+".join(sorted(condition.reads)) or "nothing"


def _of_effect(effect: Effect) -> Iterator[tuple[str, Effect]]:
    if effect.when is not None:
        if effect.when > When.NOTHING_NEEDED:
            calmer = When(effect.when - 1)
            yield f"when: {calmer.name.lower()}", replace(effect, when=calmer)
        yield "no when", replace(effect, when=None)
    if effect.rung is not None and effect.rung < Rung.LOW_RETINOID:
        yield "rung one higher", replace(effect, rung=Rung(effect.rung + 1))
        yield "no rung", replace(effect, rung=None)
    if effect.door is not None:
        yield "no door", replace(effect, door=None)
    for who in effect.who:
        rest = tuple(each for each in effect.who if each != who)
        yield f"who without {who}", replace(effect, who=rest)
    for who in effect.not_who:
        rest = tuple(each for each in effect.not_who if each != who)
        yield f"not_who without {who}", replace(effect, not_who=rest)


def _of_ladder(rules: TriageRules) -> Iterator[Mutant]:
    for zone, cap in rules.zone_caps.items():
        if cap < Rung.LOW_RETINOID:
            caps: Mapping[Zone, Rung] = {**rules.zone_caps, zone: Rung(cap + 1)}
            yield Mutant("", f"{zone.value} one higher", replace(rules, zone_caps=caps))
    for site, zones in rules.site_zones.items():
        for zone in zones if len(zones) > 1 else ():
            rest = {**rules.site_zones, site: tuple(each for each in zones if each is not zone)}
            yield Mutant("", f"{site} without {zone.value}", replace(rules, site_zones=rest))
        for zone in Zone:
            if zones != (zone,):
                only = {**rules.site_zones, site: (zone,)}
                yield Mutant("", f"{site} in {zone.value}", replace(rules, site_zones=only))
    for what, condition in conditions_near(rules.looked_at_when):
        yield Mutant("", f"looked at: {what}", replace(rules, looked_at_when=condition))
    yield from _of_dispositions(rules)
    yield from _of_door_changes(rules)


def _of_dispositions(rules: TriageRules) -> Iterator[Mutant]:
    """The last one is the rest, and has to fit everything."""
    *rows, last = rules.dispositions
    for number, row in enumerate(rows):
        without = (*rows[:number], *rows[number + 1 :], last)
        yield Mutant("", f"no {row.disposition.value}", replace(rules, dispositions=without))
        for what, condition in conditions_near(row.condition):
            changed = (*rows[:number], replace(row, condition=condition), *rows[number + 1 :], last)
            name = f"{row.disposition.value}: {what}"
            yield Mutant("", name, replace(rules, dispositions=changed))


def _of_door_changes(rules: TriageRules) -> Iterator[Mutant]:
    """Whom certain people contact in place of others."""
    for number, row in enumerate(rules.door_changes):
        before, after = rules.door_changes[:number], rules.door_changes[number + 1 :]
        for door in sorted(row.doors, key=lambda each: each.value):
            fewer = replace(row, doors=row.doors - {door})
            changed = (*before, fewer, *after)
            yield Mutant("", f"{door.value} kept", replace(rules, door_changes=changed))
        for what, condition in conditions_near(row.condition):
            changed = (*before, replace(row, condition=condition), *after)
            name = f"{row.door.value}: {what}"
            yield Mutant("", name, replace(rules, door_changes=changed))
