"""Conditions in few words, and triage rules with one thing changed."""

from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.findings import Scope
from milium.domain.ids import FindingId, MessageId, ProfessionId, RuleId, SourceId
from milium.domain.triage import Door, Effect, LiftedBy, Rule, Rung, When, WhenPossible

EVIDENCE = Evidence(Grade.D, (Citation(SourceId("background-knowledge"), "a test"),), None)
NEVER = AnyOf(())


def one_of(finding: str, *words: str) -> In:
    """The answer is, or holds, one of the words."""
    return In(FindingId(finding), frozenset(words))


def at_least(finding: str, value: int) -> AtLeast:
    """The number is this or more."""
    return AtLeast(FindingId(finding), value)


def at_most(finding: str, value: int) -> AtMost:
    """The number is this or less."""
    return AtMost(FindingId(finding), value)


def both(*parts: Condition) -> All:
    """Every part holds."""
    return All(parts)


def either(*parts: Condition) -> AnyOf:
    """Some part holds."""
    return AnyOf(parts)


def no(part: Condition) -> Not:
    """The part does not hold."""
    return Not(part)


def an_effect(  # noqa: PLR0913 - each is one thing a test may change
    when: When | None = None,
    *,
    rung: Rung | None = None,
    door: Door | None = None,
    who: tuple[str, ...] = (),
    not_who: tuple[str, ...] = (),
    lifted_by: LiftedBy = LiftedBy.DOCTOR,
    action: str | None = None,
    tonight: tuple[str, ...] = (),
) -> Effect:
    """An effect that does only what is named."""
    return Effect(
        when=when,
        who=tuple(map(ProfessionId, who)),
        not_who=tuple(map(ProfessionId, not_who)),
        door=door,
        rung=rung,
        lifted_by=lifted_by,
        action=MessageId(action) if action else None,
        tonight=tuple(map(MessageId, tonight)),
    )


def a_rule(
    rule_id: str,
    when: Condition,
    effect: Effect,
    *,
    scope: Scope = Scope.PERSON,
    when_possible: WhenPossible = WhenPossible.ASK,
) -> Rule:
    """A rule about the person that asks while it is possible."""
    because = MessageId(f"rule.{rule_id}")
    return Rule(RuleId(rule_id), scope, when, when_possible, effect, because, EVIDENCE)
