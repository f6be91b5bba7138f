"""Whether a mistaken edit of the triage knowledge is noticed: every small change to every rule.

Each mutant has one threshold moved, one operator swapped, one condition dropped or negated, one
consequence lowered or one `when_possible` softened; the ladder likewise. A mutant is noticed by a
case of tests/spec or else by an invariant; the solver says of the others whether any case in the
world tells them from the rules. Those that none does are no mistake; the rest are survivors.
"""

import time
from collections.abc import Iterator

from bench._common import arguments, report
from milium.adapters.proving.prove import Prover
from milium.app.formats.case import CaseFormat
from milium.domain.cases import Case
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Invariant
from milium.kb import load_invariants, load_knowledge
from tools.mutations import Mutant, mutants_of
from tools.spec import Finder, Killer, table_cases

SMOKE = 150


def main() -> None:
    """Count and print; every survivor by name."""
    options = arguments(__doc__ or "")
    knowledge = load_knowledge(None)
    rules = knowledge.triage
    mutants = list(mutants_of(rules))
    if options.smoke:
        mutants = mutants[:: max(1, len(mutants) // SMOKE)]
    start = time.perf_counter()
    cases = table_cases(CaseFormat(knowledge))
    killer = Killer(rules, cases)
    unnoticed = [mutant for mutant in mutants if not killer.notices(mutant)]
    by_cases = time.perf_counter() - start
    finder = Finder(rules, knowledge.professions)
    different = [mutant for mutant in unnoticed if finder.find(mutant) is not None]
    survivors = list(_survivors(different, knowledge))
    for mutant in survivors:
        print(f"survivor: {mutant.rule or 'ladder'}, {mutant.what}")
    report(
        "mutants",
        {
            "mutants": len(mutants),
            "noticed by a case of tests/spec": len(mutants) - len(unnoticed),
            "noticed by an invariant only": len(different) - len(survivors),
            "same answer for everybody (proved)": len(unnoticed) - len(different),
            "survivors": len(survivors),
            "cases": len(cases),
            "seconds": round(time.perf_counter() - start, 1),
            "ratio all / one pass over the cases": (time.perf_counter() - start) / by_cases,
        },
        as_json=options.json,
    )
    if survivors:
        raise SystemExit(1)


def _survivors(mutants: list[Mutant], knowledge: Knowledge) -> Iterator[Mutant]:
    """Those no invariant notices either."""
    if not mutants:
        return
    invariants = [each for each in load_invariants(knowledge) if each.comparison is None]
    prover = Prover(knowledge.triage, invariants, _no_case)
    for mutant in mutants:
        if all(prover.breach(each, mutant.rules) is None for each in invariants):
            yield mutant


def _no_case(_: Invariant) -> Case:
    raise AssertionError("no premise is tried here")


if __name__ == "__main__":
    main()
