"""The decision as formulas: rules, combination and ladder, over one algebra.

Mirrors ``engine.triage`` line by line in meaning and in none of its code; that both agree is
checked on sampled cases and on every witness (``prove.compare``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from milium.adapters.proving.algebra import Algebra, B
from milium.adapters.proving.conditions import Pair, Reader
from milium.adapters.proving.space import BUMPS, PERSON, SECOND, Space, answered
from milium.adapters.proving.states import Env, Single, State
from milium.domain.findings import Scope
from milium.domain.ids import FindingId, ProfessionId
from milium.domain.triage import Door, Rule, Rung, TriageRules, When, WhenPossible, Zone

SITE, EYE_ZONE, LOOKED_AT = map(FindingId, ("site", "eye_zone", "looked_at"))
BELOW = tuple(Rung)[:-1]
"""Rungs that are a lowering."""


@dataclass(frozen=True)
class Bump:
    """One bump: whether it is there, what is said of it, where it may lie and may lie alone."""

    present: B
    env: Env
    zones: Mapping[Zone, B]
    surely: Mapping[Zone, B]


class Outcome:
    """Everything that can be asked of the decision on a case, worked out when asked."""

    def __init__(
        self,
        rules: TriageRules,
        space: Space,
        reader: Reader,
        algebra: Algebra,
        answers: Mapping[str, Env],
        second: B,
    ) -> None:
        """Keep the case: the answers of the person and of each bump, and if there is a second."""
        self.rules = rules
        self.algebra = algebra
        self.answers = answers
        self.second = second
        self._space = space
        self._reader = reader
        self.rung_at_most = cache(self._rung_at_most)
        self.zone_at_most = cache(self._zone_at_most)
        self.truth = cache(self._truth)

    @cached_property
    def bumps(self) -> tuple[Bump, ...]:
        """The bumps with the person's answers, and what is worked out, put under theirs."""
        person = self.person
        present = (self.algebra.true, self.second)
        return tuple(
            self._bump(there, {**person, **self.answers[bump]})
            for there, bump in zip(present, BUMPS, strict=True)
        )

    @cached_property
    def person(self) -> Env:
        """The person's answers with who has looked, worked out over all bumps."""
        wanted = self.rules.looked_at_when
        looked = [
            (there, *self._reader.every_world(wanted, self.answers[bump]))
            for there, bump in zip((self.algebra.true, self.second), BUMPS, strict=True)
        ]
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        yes = every(some((no(there), true)) for there, true, _ in looked)
        nobody = some(every((there, no(possible))) for there, _, possible in looked)
        unknown = every((no(yes), no(nobody)))
        return {**self.answers[PERSON], LOOKED_AT: Single(("no", "yes"), (nobody, yes), unknown)}

    def _bump(self, present: B, env: Env) -> Bump:
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        zones, surely = self._zones(self._given(env[SITE]), self._given(env[EYE_ZONE]))
        alone = {
            zone: every((zones[zone], *(no(zones[other]) for other in Zone if other is not zone)))
            for zone in Zone
        }
        several = self._contradictory(env[SITE])
        left = {zone: some((alone[zone], every((several, zones[zone])))) for zone in Zone}
        filled = {**env, EYE_ZONE: self._filled(env[EYE_ZONE], left)}
        return Bump(present, filled, zones, {zone: some(surely[zone]) for zone in Zone})

    def _given(self, state: State) -> Mapping[str | None, B]:
        """Each value given, and ``None`` for nothing said."""
        if not isinstance(state, Single):
            return {None: self.algebra.true}
        given: dict[str | None, B] = {None: state.unknown}
        given.update(zip(map(str, state.values), state.given, strict=True))
        return given

    def _zones(
        self, sites: Mapping[str | None, B], named: Mapping[str | None, B]
    ) -> tuple[dict[Zone, B], dict[Zone, list[B]]]:
        """Over every reading of site and zone: where it may lie, and where it lies alone."""
        everywhere = frozenset(Zone)
        may: dict[Zone, list[B]] = {zone: [] for zone in Zone}
        alone: dict[Zone, list[B]] = {zone: [] for zone in Zone}
        for site, on_site in sites.items():
            sited = everywhere if site is None else frozenset(self.rules.site_zones[site])
            for word, on_zone in named.items():
                zone_named = everywhere if word is None else frozenset({Zone(word)})
                left = sited & zone_named or sited | zone_named
                reading = self.algebra.every((on_site, on_zone))
                for zone in left:
                    (alone if len(left) == 1 else may)[zone].append(reading)
        both = {zone: self.algebra.some((*may[zone], *alone[zone])) for zone in Zone}
        return both, alone

    def _contradictory(self, state: State) -> B:
        """Whether more than one value was given."""
        given = state.given if isinstance(state, Single) else ()
        every = self.algebra.every
        return self.algebra.some(
            every((one, other)) for n, one in enumerate(given) for other in given[:n]
        )

    def _filled(self, told: State, alone: Mapping[Zone, B]) -> State:
        """The zone named, or what the site leaves: one zone, or contradicting ones."""
        if not isinstance(told, Single):
            return told
        every, some = self.algebra.every, self.algebra.some
        given = tuple(
            some((there, every((told.unknown, alone[Zone(str(value))]))))
            for value, there in zip(told.values, told.given, strict=True)
        )
        return Single(told.values, given, self.algebra.no(some(given)))

    def _truth(self, number: int, bump: int | None) -> Pair:
        """Whether a rule holds of the person (``None``) or a bump: true, possible."""
        when = self.rules.rules[number].when
        if bump is None:
            return self._reader.some_world(when, self.person)
        there = self.bumps[bump].present
        true, possible = self._reader.some_world(when, self.bumps[bump].env)
        return self.algebra.every((there, true)), self.algebra.every((there, possible))

    def subjects(self, rule: Rule) -> tuple[int | None, ...]:
        """Whom the rule is about."""
        return (None,) if rule.scope is Scope.PERSON else tuple(range(len(BUMPS)))

    def applies(self, number: int, bump: int | None) -> B:
        """Whether a rule does all it does."""
        true, possible = self.truth(number, bump)
        acts = self.rules.rules[number].when_possible is WhenPossible.ACT
        return possible if acts else true

    @cached_property
    def acting(self) -> tuple[B, ...]:
        """Of every rule, whether it applies to anybody."""
        return tuple(
            self.algebra.some(self.applies(number, bump) for bump in self.subjects(rule))
            for number, rule in enumerate(self.rules.rules)
        )

    def _acting(self, wanted: Iterable[bool]) -> B:
        return self.algebra.some(
            acting for acting, want in zip(self.acting, wanted, strict=True) if want
        )

    def when_at_least(self, level: When) -> B:
        """How soon, at least."""
        if level is When.NOTHING_NEEDED:
            return self.algebra.true
        return self._acting((rule.effect.when or 0) >= level for rule in self.rules.rules)

    def when_is(self, level: When) -> B:
        """How soon, exactly."""
        above = [self.when_at_least(other) for other in When if other == level + 1]
        return self.algebra.every((self.when_at_least(level), *map(self.algebra.no, above)))

    def _rung_at_most(self, bump: int | None, rung: Rung) -> B:
        """The rung rules leave the person or a bump by itself."""
        if rung is Rung.LOW_RETINOID:
            return self.algebra.true
        lowering = []
        for number, rule in enumerate(self.rules.rules):
            mine = (rule.scope is Scope.PERSON) is (bump is None)
            if not mine or rule.effect.rung is None or rule.effect.rung is Rung.LOW_RETINOID:
                continue
            if rule.effect.rung <= rung:
                lowering.append(self.applies(number, bump))
            withholds = rule.when_possible is WhenPossible.WITHHOLD
            if withholds and max(rule.effect.rung, Rung.GENTLE) <= rung:
                lowering.append(self.truth(number, bump)[1])
        if bump is None and rung >= Rung.GENTLE:
            lowering.append(self.when_at_least(When.NOW))
        return self.algebra.some(lowering)

    def _zone_at_most(self, zone: Zone, rung: Rung) -> B:
        if rung >= self.rules.zone_caps[zone]:
            return self.algebra.true
        found = [self.rung_at_most(None, rung)]
        for number, bump in enumerate(self.bumps):
            own = self.rung_at_most(number, rung)
            enough = bump.surely[zone] if rung < Rung.GENTLE else self.algebra.true
            found.append(self.algebra.every((bump.present, bump.zones[zone], enough, own)))
        return self.algebra.some(found)

    def bump_at_most(self, number: int, rung: Rung) -> B:
        """How far care may go on a bump: by itself, and where it may lie."""
        bump = self.bumps[number]
        zones = (
            self.algebra.every((bump.zones[zone], self.zone_at_most(zone, rung))) for zone in Zone
        )
        return self.algebra.some((self.rung_at_most(number, rung), *zones))

    @cached_property
    def doors(self) -> Mapping[Door, B]:
        """The door wanted: the first named, a pharmacist's after any other that is needed soon.

        Certain people contact somebody else in its place; what a place calls it is left out.
        """
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        order = [(level, door) for level in reversed(When) for door in Door]
        firmer = [
            (level, door)
            for level, door in order
            if level >= When.WITHIN_8_WEEKS and door is not Door.PHARMACIST
        ]
        found: dict[Door, list[B]] = {door: [] for door in Door}
        earlier: list[B] = []
        for level, door in dict.fromkeys((*firmer, *order)):
            named = self._acting(
                rule.effect.door is door and (rule.effect.when or 0) == level
                for rule in self.rules.rules
            )
            found[door].append(every((named, no(some(earlier)))))
            earlier.append(named)
        found[Door.NOBODY].append(no(some(earlier)))
        wanted = {door: some(ways) for door, ways in found.items()}
        return self._after_changes(wanted)

    def _after_changes(self, wanted: Mapping[Door, B]) -> Mapping[Door, B]:
        """Each door, moved by the first change that surely fits the person."""
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        kept, gained = dict(wanted), {door: [wanted[door]] for door in Door}
        for change in self.rules.door_changes:
            fits, _ = self._reader.some_world(change.condition, self.person)
            for door in change.doors:
                gained[change.door].append(every((kept[door], fits)))
                kept[door] = every((kept[door], no(fits)))
        for change in self.rules.door_changes:
            for door in change.doors:
                gained[door][0] = kept[door]
        return {door: some(ways) for door, ways in gained.items()}

    def named(self, who: ProfessionId) -> B:
        """Whether this profession is named as one that may help."""
        wanted = self._acting(who in rule.effect.who for rule in self.rules.rules)
        return self.algebra.every((wanted, self.algebra.no(self.warned_off(who))))

    def warned_off(self, who: ProfessionId) -> B:
        """Whether this profession is named as not for this."""
        return self._acting(who in rule.effect.not_who for rule in self.rules.rules)

    @cached_property
    def has_action(self) -> B:
        """Whether a sentence belongs to how soon it is; calm levels have the usual one."""
        return self.algebra.every(
            self.algebra.some((self.algebra.no(self.when_is(level)), self._speaks(level)))
            for level in When
            if level > When.NO_RUSH
        )

    def _speaks(self, level: When) -> B:
        return self._acting(
            rule.effect.when == level and rule.effect.action is not None
            for rule in self.rules.rules
        )

    def action_is(self, number: int) -> B:
        """Whether this rule's sentence is the one that comes first."""
        rule = self.rules.rules[number]
        level = rule.effect.when
        if level is None or rule.effect.action is None:
            return self.algebra.false
        earlier = self._acting(
            n < number and other.effect.when == level and other.effect.action is not None
            for n, other in enumerate(self.rules.rules)
        )
        calm = self.settled if level <= When.NO_RUSH else self.algebra.true
        parts = (self.acting[number], self.when_is(level), self.algebra.no(earlier), calm)
        return self.algebra.every(parts)

    @cached_property
    def settled(self) -> B:
        """Whether no open answer could still make it more urgent."""
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        open_ones = []
        for number, rule in enumerate(self.rules.rules):
            level = rule.effect.when
            if not level or rule.when_possible is WhenPossible.ACT:
                continue
            unknown = some(
                every((possible, no(true)))
                for true, possible in (self.truth(number, s) for s in self.subjects(rule))
            )
            open_ones.append(every((unknown, no(self.when_at_least(level)))))
        return no(some(open_ones))

    @cached_property
    def complete(self) -> B:
        """Whether everything any rule reads is answered."""
        read = frozenset[FindingId]().union(*(rule.when.reads for rule in self.rules.rules))
        every, some, no = self.algebra.every, self.algebra.some, self.algebra.no
        parts = [self._answered(self.answers[PERSON], read)]
        for bump in self.bumps:
            own = {f: bump.env[f] for f in self.answers[BUMPS[0]]}
            parts.append(some((no(bump.present), self._answered(own, read))))
        return every(parts)

    def _answered(self, env: Env, read: frozenset[FindingId]) -> B:
        return self.algebra.every(
            answered(state, self.algebra) for finding, state in env.items() if finding in read
        )


def outcome_of(
    rules: TriageRules,
    space: Space,
    reader: Reader,
    algebra: Algebra,
    *,
    changed: Mapping[str, Env] | None = None,
    second: B = None,
) -> Outcome:
    """The outcome of the free case, or of one in which some answers are others."""
    answers = {
        subject: {**space.answers(subject, algebra), **(changed or {}).get(subject, {})}
        for subject in (PERSON, *BUMPS)
    }
    there = algebra.variable(SECOND) if second is None else second
    return Outcome(rules, space, reader, algebra, answers, there)
