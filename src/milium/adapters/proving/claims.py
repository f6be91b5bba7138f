"""The atoms of a claim as formulas over an outcome."""

from collections.abc import Callable, Iterable, Mapping

from milium.adapters.proving.algebra import B
from milium.adapters.proving.encode import Outcome
from milium.domain.ids import ProfessionId
from milium.domain.proofs import Atom, Fact
from milium.domain.triage import Door, Rung, When, Zone

Words = tuple[str, ...]


def all_of(facts: Iterable[Fact], outcome: Outcome) -> B:
    """Whether every fact holds of the outcome."""
    return outcome.algebra.every(holds(fact, outcome) for fact in facts)


def holds(fact: Fact, outcome: Outcome) -> B:
    """Whether one fact holds."""
    return _READERS[fact.atom](outcome, fact.words)


def _at_least(found: Callable[[Rung], B], rung: Rung, outcome: Outcome) -> B:
    if rung is Rung.NOTHING:
        return outcome.algebra.true
    return outcome.algebra.no(found(Rung(rung - 1)))


def _rung(words: Words) -> Rung:
    return Rung[words[-1].upper()]


def _when(words: Words) -> When:
    return When[words[0].upper()]


def _when_at_least(outcome: Outcome, words: Words) -> B:
    return outcome.when_at_least(_when(words))


def _when_at_most(outcome: Outcome, words: Words) -> B:
    level = _when(words)
    if level is When.NOW:
        return outcome.algebra.true
    return outcome.algebra.no(outcome.when_at_least(When(level + 1)))


def _person_at_least(outcome: Outcome, words: Words) -> B:
    return _at_least(lambda rung: outcome.rung_at_most(None, rung), _rung(words), outcome)


def _person_at_most(outcome: Outcome, words: Words) -> B:
    return outcome.rung_at_most(None, _rung(words))


def _bump(number: int, *, least: bool) -> Callable[[Outcome, Words], B]:
    """The rung of the bump of the premise (0) or of the other one (1), which has to be there."""

    def claim(outcome: Outcome, words: Words) -> B:
        rung = _rung(words)

        def at_most(bound: Rung) -> B:
            return outcome.bump_at_most(number, bound)

        found = _at_least(at_most, rung, outcome) if least else at_most(rung)
        return outcome.algebra.every((outcome.bumps[number].present, found))

    return claim


def _zone_at_least(outcome: Outcome, words: Words) -> B:
    zone = Zone(words[0])
    return _at_least(lambda rung: outcome.zone_at_most(zone, rung), _rung(words), outcome)


def _zone_at_most(outcome: Outcome, words: Words) -> B:
    return outcome.zone_at_most(Zone(words[0]), _rung(words))


def _door_in(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.some(outcome.doors[Door(word)] for word in words)


def _door_not_in(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.no(_door_in(outcome, words))


def _who_any(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.some(outcome.named(ProfessionId(word)) for word in words)


def _who_none(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.no(_who_any(outcome, words))


def _not_who_all(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.every(outcome.warned_off(ProfessionId(word)) for word in words)


def _zones_may(outcome: Outcome, words: Words) -> B:
    return outcome.algebra.some(outcome.bumps[0].zones[Zone(word)] for word in words)


def _zones_surely(number: int) -> Callable[[Outcome, Words], B]:
    def claim(outcome: Outcome, words: Words) -> B:
        bump, no = outcome.bumps[number], outcome.algebra.no
        others = [no(bump.zones[zone]) for zone in Zone if zone.value not in words]
        return outcome.algebra.every((bump.present, *others))

    return claim


def _yes(found: Callable[[Outcome], B]) -> Callable[[Outcome, Words], B]:
    """An atom whose word is yes or no."""

    def claim(outcome: Outcome, words: Words) -> B:
        truth = found(outcome)
        return truth if words == ("yes",) else outcome.algebra.no(truth)

    return claim


_READERS: Mapping[Atom, Callable[[Outcome, Words], B]] = {
    Atom.WHEN_AT_LEAST: _when_at_least,
    Atom.WHEN_AT_MOST: _when_at_most,
    Atom.PERSON_AT_LEAST: _person_at_least,
    Atom.PERSON_AT_MOST: _person_at_most,
    Atom.BUMP_AT_LEAST: _bump(0, least=True),
    Atom.BUMP_AT_MOST: _bump(0, least=False),
    Atom.OTHER_AT_LEAST: _bump(1, least=True),
    Atom.OTHER_AT_MOST: _bump(1, least=False),
    Atom.ZONE_AT_LEAST: _zone_at_least,
    Atom.ZONE_AT_MOST: _zone_at_most,
    Atom.DOOR_IN: _door_in,
    Atom.DOOR_NOT_IN: _door_not_in,
    Atom.WHO_ANY: _who_any,
    Atom.WHO_NONE: _who_none,
    Atom.NOT_WHO_ALL: _not_who_all,
    Atom.ZONES_SURELY: _zones_surely(0),
    Atom.ZONES_MAY: _zones_may,
    Atom.OTHER_ZONES_SURELY: _zones_surely(1),
    Atom.COMPLETE: _yes(lambda outcome: outcome.complete),
    Atom.SETTLED: _yes(lambda outcome: outcome.settled),
    Atom.ONE_BUMP: _yes(lambda outcome: outcome.algebra.no(outcome.second)),
    Atom.HAS_ACTION: _yes(lambda outcome: outcome.has_action),
    Atom.IMPOSSIBLE: _yes(lambda outcome: outcome.algebra.false),
}
