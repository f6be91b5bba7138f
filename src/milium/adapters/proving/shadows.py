"""Rules that never fire, and rules that add nothing to what the others say."""

from collections.abc import Callable, Iterator
from functools import partial

from milium.adapters.proving.algebra import B
from milium.adapters.proving.encode import Outcome
from milium.adapters.proving.solver import find
from milium.domain.triage import Rule, Rung, When, WhenPossible

CAN_FIRE = "every-rule-can-fire"
NOT_SHADOWED = "no-rule-is-shadowed"


def idle_rules(outcome: Outcome) -> Iterator[str]:
    """Rules that apply in no case."""
    for number, rule in enumerate(outcome.rules.rules):
        fires = (outcome.applies(number, bump) for bump in outcome.subjects(rule))
        if find(outcome.algebra.some(fires)) is None:
            yield rule.id


def shadowed_rules(outcome: Outcome) -> Iterator[str]:
    """Rules without which every answer would be the same."""
    for number, rule in enumerate(outcome.rules.rules):
        if find(outcome.algebra.some(_adds(number, rule, outcome))) is None:
            yield rule.id


def _adds(number: int, rule: Rule, outcome: Outcome) -> Iterator[B]:
    """Every way in which this rule alone brings something into the answer."""
    effect = rule.effect
    yield outcome.action_is(number)
    if effect.when:
        yield _alone(number, outcome, partial(_as_soon, effect.when))
    for part in ("who", "not_who", "tonight"):
        for word in getattr(effect, part):
            yield _alone(number, outcome, partial(_says, part, word))
    if effect.rung is not None and effect.rung < Rung.LOW_RETINOID:
        yield from (_lowers_alone(number, bump, outcome) for bump in outcome.subjects(rule))


def _as_soon(when: When, rule: Rule) -> bool:
    return (rule.effect.when or 0) >= when


def _says(part: str, word: str, rule: Rule) -> bool:
    return word in getattr(rule.effect, part)


def _alone(number: int, outcome: Outcome, alike: Callable[[Rule], bool]) -> B:
    """It applies, and no other rule that brings the same does."""
    others = (
        acting
        for n, (rule, acting) in enumerate(zip(outcome.rules.rules, outcome.acting, strict=True))
        if n != number and alike(rule)
    )
    algebra = outcome.algebra
    return algebra.every((outcome.acting[number], algebra.no(algebra.some(others))))


def _lowers_alone(number: int, bump: int | None, outcome: Outcome) -> B:
    """It applies, and no other rule lowers the same subject as far."""
    rung, algebra = outcome.rules.rules[number].effect.rung, outcome.algebra
    others = []
    for n, rule in enumerate(outcome.rules.rules):
        if n == number or bump not in outcome.subjects(rule):
            continue
        if rule.effect.rung is not None and rung is not None and rule.effect.rung <= rung:
            others.append(outcome.applies(n, bump))
            if rule.when_possible is WhenPossible.WITHHOLD:
                others.append(outcome.truth(n, bump)[1])
    return algebra.every((outcome.applies(number, bump), algebra.no(algebra.some(others))))
