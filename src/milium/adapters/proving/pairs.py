"""Two cases that differ in one thing, and the formula for "the second outcome went astray"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from milium.adapters.proving.algebra import Algebra, B
from milium.adapters.proving.conditions import Reader
from milium.adapters.proving.encode import Outcome, outcome_of
from milium.adapters.proving.space import BUMPS, PERSON, SECOND, Space
from milium.adapters.proving.states import Env, Single, State, Ticked
from milium.domain.ids import FindingId
from milium.domain.proofs import Alteration, Comparison, Direction
from milium.domain.triage import Rung, TriageRules, When, Zone


@dataclass(frozen=True)
class Pairing:
    """A first and a second case, and what makes the pair one of the sort compared."""

    what: str
    first: Outcome
    second: Outcome
    link: B


@dataclass(frozen=True)
class Pairer:
    """Makes the pairs of one comparison over one set of rules."""

    rules: TriageRules
    space: Space
    reader: Reader
    algebra: Algebra

    def pairs(self, comparison: Comparison) -> Iterator[Pairing]:
        """Every pair: one for each finding that may change, or the one with another bump."""
        if comparison.change is Alteration.ANOTHER_BUMP:
            yield self._another_bump()
            return
        for subject in (PERSON, BUMPS[0]):
            for finding, state in sorted(self.space.answers(subject, self.algebra).items()):
                words = comparison.words.get(finding)
                if words is None and comparison.change is not Alteration.ANOTHER_VALUE:
                    continue
                yield self._pair(comparison.change, f"{subject}.{finding}", state, words or ())

    def _another_bump(self) -> Pairing:
        first = self._outcome({}, second=self.algebra.false)
        second = self._outcome({}, second=self.algebra.true)
        return Pairing(
            "another bump", first, second, self.algebra.no(self.algebra.variable(SECOND))
        )

    def _pair(self, change: Alteration, stem: str, state: State, words: tuple[str, ...]) -> Pairing:
        subject, finding = stem.split(".")
        link, before, after = self._changed(change, state, f"{stem} becomes ", words)
        first, second = (
            self._outcome({subject: {FindingId(finding): each}}) for each in (before, after)
        )
        return Pairing(stem, first, second, link)

    def _outcome(self, changed: Mapping[str, Env], second: B = None) -> Outcome:
        return outcome_of(
            self.rules, self.space, self.reader, self.algebra, changed=changed, second=second
        )

    def _changed(
        self, change: Alteration, state: State, stem: str, words: tuple[str, ...]
    ) -> tuple[B, State, State]:
        """What has to hold, the answer before and the answer after; one word of several changes."""
        algebra = self.algebra
        listed = state.values if isinstance(state, Single) else state.words
        chosen = tuple(algebra.variable(f"{stem}{value}") for value in listed)
        single = tuple(
            each if not words or value in words else algebra.false
            for value, each in zip(listed, chosen, strict=True)
        )
        one = algebra.every((algebra.some(single), self._at_most_one(single)))
        if isinstance(state, Ticked):
            return self._ticked(change, state, single, one)
        new = Single(state.values, single, algebra.false)
        match change:
            case Alteration.ANOTHER_VALUE:
                pairs = tuple(zip(state.given, single, strict=True))
                fresh = algebra.every(algebra.no(algebra.every(pair)) for pair in pairs)
                more = Single(state.values, tuple(map(algebra.some, pairs)), algebra.false)
                return algebra.every((one, fresh, algebra.no(state.unknown))), state, more
            case Alteration.UNKNOWN_TO_FLAG:
                return algebra.every((one, state.unknown)), state, new
            case _:
                nothing = (algebra.false,) * len(single)
                return one, new, Single(state.values, nothing, algebra.true)

    def _ticked(
        self, change: Alteration, state: Ticked, single: tuple[B, ...], one: B
    ) -> tuple[B, State, State]:
        """Of a tick-list: one more word of an open list, or a finished empty list left open."""
        algebra = self.algebra
        if change is Alteration.UNKNOWN_TO_FLAG:
            members = tuple(map(algebra.some, zip(state.members, single, strict=True)))
            more = Ticked(state.words, members, state.complete)
            return algebra.every((one, algebra.no(state.complete))), state, more
        if change is Alteration.CALM_TO_UNKNOWN:
            none = (algebra.false,) * len(state.words)
            calm = Ticked(state.words, none, algebra.true)
            return algebra.true, calm, Ticked(state.words, none, algebra.false)
        return algebra.false, state, state

    def _at_most_one(self, parts: tuple[B, ...]) -> B:
        algebra = self.algebra
        return algebra.every(
            algebra.no(algebra.every((one, other)))
            for number, one in enumerate(parts)
            for other in parts[:number]
        )


def astray(comparison: Comparison, pair: Pairing) -> B:
    """Whether any compared part of the second outcome went where it may not."""
    first, second = _levels(pair.first), _levels(pair.second)
    directions = {
        "when": comparison.when,
        "person": comparison.person,
        "bump": comparison.bump,
        "zones": comparison.zones,
    }
    return pair.first.algebra.some(
        _crossed(direction, before, after, pair.first.algebra)
        for part, direction in directions.items()
        if direction
        for before, after in zip(first[part](), second[part](), strict=True)
    )


def _levels(outcome: Outcome) -> Mapping[str, Callable[[], list[B]]]:
    """Of each compared part, whether each of its levels is reached."""
    no, lower = outcome.algebra.no, tuple(Rung)[:-1]
    return {
        "when": lambda: [outcome.when_at_least(level) for level in tuple(When)[1:]],
        "person": lambda: [no(outcome.rung_at_most(None, rung)) for rung in lower],
        "bump": lambda: [no(outcome.bump_at_most(0, rung)) for rung in lower],
        "zones": lambda: [no(outcome.zone_at_most(zone, rung)) for zone in Zone for rung in lower],
    }


def _crossed(direction: Direction, before: B, after: B, algebra: Algebra) -> B:
    """Whether a level is reached in one case and, where that is not allowed, not in the other."""
    lower = (before, algebra.no(after))
    higher = (algebra.no(before), after)
    return algebra.every(lower if direction is Direction.NOT_LOWER else higher)
