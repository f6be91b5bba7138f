"""A ``when`` as formulas: true in some world, and possible in some world.

Contradicting answers are read world by world and the most warning one counts, as the engine does.
Over findings that stand in one place of the condition this is worked out place by place; a
finding that stands in several is split into the classes of values the condition can tell apart.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from milium.adapters.proving.algebra import Algebra, B
from milium.adapters.proving.states import Env, Single, State, Ticked, Value
from milium.domain.answers import Known
from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.rules import evaluate_answer

Leaf = In | AtLeast | AtMost
Pair = tuple[B, B]
"""True in some world; possible (not false) in some world."""
Fixed = dict[FindingId, Value | None]
"""In which world: a value for each finding that was split, ``None`` for unknown."""


@cache
def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Every test in it, in order, repeated ones too."""
    match condition:
        case All(parts) | AnyOf(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Not(part):
            return leaves(part)
        case In() | AtLeast() | AtMost():
            return (condition,)


class Reader:
    """Turns conditions into formulas over one algebra; remembers what it has turned."""

    def __init__(self, algebra: Algebra) -> None:
        """Start with nothing remembered."""
        self._algebra = algebra
        self._known: dict[tuple[Condition, tuple[object, ...]], Pair] = {}
        self._kept: list[State] = []

    def some_world(self, condition: Condition, env: Env) -> Pair:
        """The condition read as the engine reads it (``evaluate``)."""
        reads = [env[finding] for finding in sorted(condition.reads)]
        key = (condition, tuple(map(self._key, reads)))
        if key not in self._known:
            self._kept.extend(reads)  # a formula that is forgotten would give its number to another
            self._known[key] = self._split(condition, env)
        return self._known[key]

    def _key(self, state: State) -> tuple[int, ...]:
        key = self._algebra.key
        if isinstance(state, Single):
            return (*map(key, state.given), key(state.unknown))
        return (*map(key, state.members), key(state.complete))

    def every_world(self, condition: Condition, env: Env) -> Pair:
        """The condition read for what it would clear (``evaluate_clearing``)."""
        true_of_not, possible_of_not = self.some_world(Not(condition), env)
        return self._algebra.no(possible_of_not), self._algebra.no(true_of_not)

    def _split(self, condition: Condition, env: Env) -> Pair:
        counted = Counter(leaf.finding for leaf in leaves(condition))
        several = [f for f, n in sorted(counted.items()) if n > 1 and isinstance(env[f], Single)]
        true, possible = [], []
        for guard, fixed in self._worlds(several, leaves(condition), env):
            here = self._read(condition, env, fixed, negated=False)
            true.append(self._algebra.every((guard, here[0])))
            possible.append(self._algebra.every((guard, here[1])))
        return self._algebra.some(true), self._algebra.some(possible)

    def _worlds(
        self, several: list[FindingId], tests: tuple[Leaf, ...], env: Env
    ) -> Iterator[tuple[B, Fixed]]:
        if not several:
            yield self._algebra.true, {}
            return
        finding, *rest = several
        about = [test for test in tests if test.finding == finding]
        for guard, value in self._classes(env[finding], about):
            for more, fixed in self._worlds(rest, tests, env):
                yield self._algebra.every((guard, more)), {**fixed, finding: value}

    def _classes(self, state: State, about: list[Leaf]) -> Iterator[tuple[B, Value | None]]:
        """One value for every way the tests can come out, and unknown."""
        if isinstance(state, Ticked):
            return
        found: dict[tuple[Truth, ...], list[int]] = {}
        for number, value in enumerate(state.values):
            seen = tuple(evaluate_answer(test, Known(value)) for test in about)
            found.setdefault(seen, []).append(number)
        for numbers in found.values():
            yield self._algebra.some(state.given[n] for n in numbers), state.values[numbers[0]]
        yield state.unknown, None

    def _read(self, condition: Condition, env: Env, fixed: Fixed, *, negated: bool) -> Pair:
        match condition:
            case Not(part):
                return self._read(part, env, fixed, negated=not negated)
            case All(parts) | AnyOf(parts):
                read = [self._read(part, env, fixed, negated=negated) for part in parts]
                both = isinstance(condition, All) is not negated
                join = self._algebra.every if both else self._algebra.some
                return join(true for true, _ in read), join(possible for _, possible in read)
            case In() | AtLeast() | AtMost():
                return self._leaf(condition, env[condition.finding], fixed, negated=negated)

    def _leaf(self, leaf: Leaf, state: State, fixed: Fixed, *, negated: bool) -> Pair:
        if isinstance(state, Ticked):
            return self._tick(leaf, state, negated=negated)
        if leaf.finding in fixed:
            return self._constant(leaf, fixed[leaf.finding], negated=negated)
        wanted = Truth.FALSE if negated else Truth.TRUE
        true = self._algebra.some(
            given
            for value, given in zip(state.values, state.given, strict=True)
            if evaluate_answer(leaf, Known(value)) is wanted
        )
        return true, self._algebra.some((true, state.unknown))

    def _tick(self, leaf: Leaf, state: Ticked, *, negated: bool) -> Pair:
        wanted = leaf.values if isinstance(leaf, In) else frozenset[str]()
        hit = self._algebra.some(
            member
            for word, member in zip(state.words, state.members, strict=True)
            if word in wanted
        )
        possible = self._algebra.some((hit, self._algebra.no(state.complete)))
        if negated:
            return self._algebra.no(possible), self._algebra.no(hit)
        return hit, possible

    def _constant(self, leaf: Leaf, value: Value | None, *, negated: bool) -> Pair:
        if value is None:
            return self._algebra.false, self._algebra.true
        holds = (evaluate_answer(leaf, Known(value)) is Truth.TRUE) is not negated
        truth = self._algebra.true if holds else self._algebra.false
        return truth, truth
