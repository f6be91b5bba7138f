"""Faults planted in the rules, to see that a claim notices them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.findings import Scope
from milium.domain.ids import MessageId, ProfessionId, RuleId, SourceId
from milium.domain.proofs import Plant, Planted
from milium.domain.triage import Effect, Rule, TriageRules, WhenPossible

_EVIDENCE = Evidence(Grade.D, (Citation(SourceId("our-design"), "planted"),), None)


def with_planted(rules: TriageRules, planted: Planted) -> TriageRules:
    """The rules with the fault in them."""
    return _PLANTERS[planted.plant](rules, planted)


def _each(rules: TriageRules, change: Callable[[Rule], Rule]) -> TriageRules:
    return replace(rules, rules=tuple(change(rule) for rule in rules.rules))


def _weaken(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        level = planted.when is None or rule.effect.when == planted.when
        if level and planted.reads <= rule.when.reads:
            return replace(rule, effect=replace(rule.effect, when=None, door=None))
        return rule

    return _each(rules, change)


def _allow(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        rung = rule.effect.rung
        lowers = rung is not None and planted.rung is not None and rung <= planted.rung
        if lowers and planted.reads <= rule.when.reads:
            return replace(rule, effect=replace(rule.effect, rung=None))
        return rule

    return _each(rules, change)


def _soften(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        if rule.when.reads & planted.reads:
            return replace(rule, when_possible=WhenPossible.ASK)
        return rule

    return _each(rules, change)


def _add(rules: TriageRules, planted: Planted) -> TriageRules:
    findings = rules.asking.findings
    bump = any(findings[each].scope is Scope.LESION for each in planted.condition.reads)
    rule = Rule(
        id=RuleId("planted"),
        scope=Scope.LESION if bump else Scope.PERSON,
        when=planted.condition,
        when_possible=planted.possible,
        effect=Effect(when=planted.when, who=planted.who, door=planted.door, rung=planted.rung),
        because=MessageId("rule.planted"),
        evidence=_EVIDENCE,
    )
    return replace(rules, rules=(*rules.rules, rule))


def _zone_cap(rules: TriageRules, planted: Planted) -> TriageRules:
    assert planted.rung is not None  # noqa: S101 - read so
    caps = {**rules.zone_caps, **dict.fromkeys(planted.zones, planted.rung)}
    return replace(rules, zone_caps=caps)


def _site_zone(rules: TriageRules, planted: Planted) -> TriageRules:
    return replace(rules, site_zones={**rules.site_zones, planted.site: planted.zones})


def _unname(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        who = _without(rule.effect.who, planted)
        return replace(rule, effect=replace(rule.effect, who=who))

    return _each(_unwarn(rules, planted), change)


def _unwarn(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        not_who = _without(rule.effect.not_who, planted)
        return replace(rule, effect=replace(rule.effect, not_who=not_who))

    return _each(rules, change)


def _without(named: tuple[ProfessionId, ...], planted: Planted) -> tuple[ProfessionId, ...]:
    return tuple(each for each in named if each not in planted.who)


def _mute(rules: TriageRules, planted: Planted) -> TriageRules:
    def change(rule: Rule) -> Rule:
        if rule.effect.when == planted.when:
            return replace(rule, effect=replace(rule.effect, action=None))
        return rule

    return _each(rules, change)


_PLANTERS: Mapping[Plant, Callable[[TriageRules, Planted], TriageRules]] = {
    Plant.WEAKEN: _weaken,
    Plant.ALLOW: _allow,
    Plant.SOFTEN: _soften,
    Plant.ADD: _add,
    Plant.ZONE_CAP: _zone_cap,
    Plant.SITE_ZONE: _site_zone,
    Plant.UNNAME: _unname,
    Plant.MUTE: _mute,
    Plant.UNWARN: _unwarn,
}
