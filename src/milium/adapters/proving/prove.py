"""Every claim over every case: proved, or the case that breaks it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from milium.adapters.proving.algebra import B, Bits
from milium.adapters.proving.claims import all_of
from milium.adapters.proving.conditions import Reader
from milium.adapters.proving.encode import Outcome, outcome_of
from milium.adapters.proving.pairs import Pairer, astray
from milium.adapters.proving.plants import with_planted
from milium.adapters.proving.sampling import Holds, disagreements, random_cases
from milium.adapters.proving.shadows import CAN_FIRE, NOT_SHADOWED, idle_rules, shadowed_rules
from milium.adapters.proving.solver import Formulas, find
from milium.adapters.proving.space import Space, space_of
from milium.domain.cases import Case
from milium.domain.conditions import All, AnyOf, Condition, Not
from milium.domain.proofs import Invariant, Proof, ProofVerdict
from milium.domain.triage import TriageRules

SAMPLES = 20_000
ReadCase = Callable[[Invariant], Case]
"""Reads the case an invariant carries."""


@dataclass
class Prover:
    """Proves claims about one set of rules."""

    rules: TriageRules
    invariants: Sequence[Invariant]
    read_case: ReadCase
    space: Space = field(init=False)
    witnesses: list[tuple[TriageRules, Holds]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the space and the solver's formulas."""
        premises = [each for i in self.invariants for each in _conditions(i)]
        self.space = space_of(self.rules, premises)
        self._algebra = Formulas()
        self._reader = Reader(self._algebra)

    def prove(self, *, samples: int = SAMPLES, progress: Callable[[str], None] = print) -> Proof:
        """Every invariant, each with its teeth tried, and the comparison with the engine."""
        verdicts = []
        for invariant in self.invariants:
            verdicts.append(self._verdict(invariant))
            progress(f"{'proved' if verdicts[-1].proved else 'FAILED'} {invariant.id}")
        verdicts += self._about_rules()
        progress(f"comparing encoding and engine on {samples} cases")
        proved = {verdict.id for verdict in verdicts if verdict.proved}
        own = [each for each in self.invariants if each.id in proved]
        return Proof(
            verdicts=tuple(verdicts),
            kinds=len({shape_of(each) for each in own}) + len(proved & {CAN_FIRE, NOT_SHADOWED}),
            compared=samples + len(self.witnesses),
            disagreements=tuple(self._compare(samples)),
        )

    def _verdict(self, invariant: Invariant) -> ProofVerdict:
        found = self.breach(invariant, self.rules)
        if found is not None:
            changed, holds = found
            self.witnesses.append((self.rules, holds))
            case = self.space.case_of(holds)
            return ProofVerdict(invariant.id, invariant.says, case, changed)
        return ProofVerdict(invariant.id, invariant.says, problem=self._toothless(invariant))

    def breach(self, invariant: Invariant, rules: TriageRules) -> tuple[str, Holds] | None:
        """A case that breaks the claim under these rules, with what changed in it."""
        for what, formula in self._breaches(invariant, rules):
            holds = find(formula)
            if holds is not None:
                chosen = [name for name, true in holds.items() if true and " becomes " in name]
                return (chosen[0] if chosen else what), holds
        return None

    def _breaches(self, invariant: Invariant, rules: TriageRules) -> Iterator[tuple[str, B]]:
        algebra = self._algebra
        if invariant.comparison is None:
            outcome = outcome_of(rules, self.space, self._reader, algebra)
            premise = self._premise(invariant, outcome, self._reader)
            then = all_of(invariant.then, outcome)
            yield "", algebra.every((premise, algebra.no(then)))
            return
        for pair in Pairer(rules, self.space, self._reader, algebra).pairs(invariant.comparison):
            premise = self._premise(invariant, pair.first, self._reader)
            wrong = astray(invariant.comparison, pair)
            yield pair.what, algebra.every((pair.link, premise, wrong))

    def _premise(self, invariant: Invariant, outcome: Outcome, reader: Reader) -> B:
        env = outcome.bumps[0].env
        said, _ = reader.some_world(invariant.condition, env)
        surely, _ = reader.every_world(invariant.surely, env)
        return outcome.algebra.every((said, surely, all_of(invariant.given, outcome)))

    def _toothless(self, invariant: Invariant) -> str:
        """Why the claim could not fail, or nothing."""
        if not self._premise_holds(invariant):
            return "its own case misses its premise"
        planted = with_planted(self.rules, invariant.planted)
        found = self.breach(invariant, planted)
        if found is None:
            return "the planted fault goes unnoticed"
        self.witnesses.append((planted, found[1]))
        return ""

    def _premise_holds(self, invariant: Invariant) -> bool:
        holds = self.space.holds_of(self.read_case(invariant))
        algebra = Bits(1, {name: int(true) for name, true in holds.items()})
        reader = Reader(algebra)
        outcome = outcome_of(self.rules, self.space, reader, algebra)
        return bool(self._premise(invariant, outcome, reader))

    def _about_rules(self) -> Iterator[ProofVerdict]:
        """That every rule can fire, and that none is hidden behind the others."""
        outcome = outcome_of(self.rules, self.space, self._reader, self._algebra)
        for name, says, found in (
            (CAN_FIRE, "Every rule can fire.", idle_rules(outcome)),
            (NOT_SHADOWED, "No rule is hidden behind the others.", shadowed_rules(outcome)),
        ):
            yield ProofVerdict(name, says, problem=", ".join(found))

    def _compare(self, samples: int) -> Iterator[tuple[str, Case]]:
        drawn = list(random_cases(self.space, samples))
        for found in disagreements(self.rules, self.space, drawn):
            yield found.what, found.case
        for rules, holds in self.witnesses:
            for found in disagreements(rules, self.space, [holds]):
                yield found.what, found.case


def _conditions(invariant: Invariant) -> tuple[Condition, ...]:
    return invariant.condition, invariant.surely, invariant.planted.condition


def shape_of(invariant: Invariant) -> str:
    """The claim without its constants; claims of one shape count as one."""
    compared = invariant.comparison
    return repr(
        (
            _shape(invariant.condition),
            _shape(invariant.surely),
            [fact.atom for fact in invariant.given],
            [fact.atom for fact in invariant.then],
            compared and (compared.change, compared.when, compared.person, compared.zones),
        )
    )


def _shape(condition: Condition) -> object:
    match condition:
        case All(parts) | AnyOf(parts):
            return type(condition).__name__, sorted({repr(_shape(part)) for part in parts})
        case Not(part):
            return "Not", _shape(part)
        case _:
            return type(condition).__name__, condition.finding
