"""What the triage rules have to say at every edge: tests/spec run, and completed.

`python -m tools.spec` lists the mutants of the knowledge that no case of tests/spec notices;
`--write` finds for each a case near an ordinary person that tells it from the rules, and adds it to
tests/spec/edges.yaml, for a person to look at. A mutant that says the same of everybody (the
solver proves it) is no fault.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import z3

from milium.adapters.proving.conditions import Reader
from milium.adapters.proving.encode import Outcome, outcome_of
from milium.adapters.proving.solver import Formulas
from milium.adapters.proving.space import SECOND, WORDS, space_of
from milium.app.formats.answers import Printed, print_answer
from milium.app.formats.case import CaseFormat
from milium.domain.answers import UNKNOWN, Known
from milium.domain.cases import Case
from milium.domain.ids import FindingId, ProfessionId
from milium.domain.triage import Door, Rung, TriageRules, When, Zone
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from milium.engine.triage.changes import Judged
from milium.engine.triage.decision import disposition_of, is_settled, judge_case
from milium.engine.triage.outcomes import stand_in
from milium.kb import load_knowledge
from tests.builders.spec import BASES, EXPIRED, FOLDER, TABLES, case_of, rows
from tools.mutations import Mutant, mutants_of

MOST_CHANGES = (1, 2, 3, 4, 6, 9)
HEAD = """# Edges: for every change a mistaken edit could make to the rules, a person near an
# ordinary one of whom the changed rules would say something else. Found by
# `python -m tools.spec --write`.
cases:
"""


def row_of(case: Case, rules: TriageRules) -> dict[str, object]:
    """All a case may be asked for, in the words of the tables."""
    judged = judge_case(case, rules)
    decision, zones = judged.decision, judged.decision.zones
    fired = {rules.rules[r].id for (r, _), truth in judged.outcomes.items() if truth is Truth.TRUE}
    disposition = disposition_of(decision, judged.subjects[0].answers, rules)
    return {
        "when": decision.when.name.lower(),
        "door": stand_in(decision.door, judged.subjects[0].answers, rules).value,
        "rung": decision.rungs[0].name.lower(),
        "bump": decision.bumps[0].name.lower(),
        "zones": [rung.name.lower() for rung in zones.values()],
        "who": sorted(decision.who),
        "not_who": sorted(decision.not_who),
        "called": disposition.value,
        "settled": "yes" if is_settled(judged, rules) else "no",
        "fired": sorted(fired),
    }


class Killer:
    """Notices mutants by the cases of the tables."""

    def __init__(self, rules: TriageRules, cases: Iterable[Case]) -> None:
        """What the rules say of every case."""
        self._rules = rules
        self._numbers = {str(rule.id): number for number, rule in enumerate(rules.rules)}
        self._known: list[tuple[Case, Judged, dict[str, object]]] = []
        for case in cases:
            self.add(case)

    def add(self, case: Case) -> None:
        """One case more."""
        self._known.append((case, judge_case(case, self._rules), row_of(case, self._rules)))

    def notices(self, mutant: Mutant) -> bool:
        """Whether any case comes out differently, or can't be answered any more."""
        for case, judged, said in self._known:
            if not self._concerns(mutant, judged):
                continue
            try:
                if row_of(case, mutant.rules) != said:
                    return True
            except StopIteration:  # no disposition fits
                return True
        return False

    def _concerns(self, mutant: Mutant, judged: Judged) -> bool:
        """Whether the changed rule could say anything else of this case."""
        if not mutant.rule:
            return True
        number = self._numbers[mutant.rule]
        old, new = self._rules.rules[number], mutant.rules.rules[number]
        truths = {
            s: judged.outcomes.get((number, s), Truth.FALSE)
            for s, subject in enumerate(judged.subjects)
            if subject.scope is old.scope
        }
        if new.when == old.when:
            return any(truth is not Truth.FALSE for truth in truths.values())
        return any(
            evaluate(new.when, judged.subjects[s].answers) is not truth
            for s, truth in truths.items()
        )


@dataclass(frozen=True)
class Found:
    """A case, and the person of the tables it is nearest to."""

    like: str
    case: Case


class Finder:
    """Finds a case near an ordinary person that tells a mutant from the rules."""

    def __init__(self, rules: TriageRules, professions: Iterable[ProfessionId]) -> None:
        """Encode the rules once."""
        self._professions = tuple(professions)
        self._algebra = Formulas()
        self._reader = Reader(self._algebra)
        self._space = space_of(rules)
        self._rules = rules
        self._outcome = self._outcome_of(rules)
        self._bases = {name: list(self._differing(base())) for name, base in BASES.items()}

    def _outcome_of(self, rules: TriageRules) -> Outcome:
        second = self._algebra.false
        return outcome_of(rules, self._space, self._reader, self._algebra, second=second)

    def _differing(self, case: Case) -> Iterator[z3.BoolRef]:
        """For every finding, whether it differs from this person."""
        told = replace(case, answers={FindingId(EXPIRED): Known("no"), **case.answers})
        holds = self._space.holds_of(told)
        for _, stem, names in self._space.variables():
            if not stem.startswith("2."):
                variables = {name: self._algebra.variable(name) for name in names}
                complete = f"{stem}?complete"
                if not stem.endswith(WORDS):
                    variables[complete] = self._algebra.variable(complete)
                yield self._algebra.some(
                    self._algebra.no(each) if holds.get(name) else each
                    for name, each in variables.items()
                )

    def find(self, mutant: Mutant) -> Found | None:
        """The nearest case; ``None``: the mutant says the same of everybody."""
        different = self._differs(self._outcome_of(mutant.rules), mutant)
        if _model(different) is None:
            return None
        for most in (*MOST_CHANGES, len(self._bases["adult"])):
            for like, differing in self._bases.items():
                few = z3.PbLe([(each, 1) for each in differing], most)
                holds = _model(different, few)
                if holds is not None:
                    return Found(like, self._space.case_of({**holds, SECOND: False}))
        return None

    def _differs(self, other: Outcome, mutant: Mutant) -> z3.BoolRef:
        """Whether anything said differs; that the changed rule fires otherwise counts too."""
        mine, theirs = self._levels(self._outcome), self._levels(other)
        pairs = [z3.Xor(one, two) for one, two in zip(mine, theirs, strict=True)]
        for number, rule in enumerate(self._rules.rules):
            if rule.id == mutant.rule:
                bump = self._outcome.subjects(rule)[0]
                both = (each.truth(number, bump)[0] for each in (self._outcome, other))
                pairs.append(z3.Xor(*both))
        return z3.Or(pairs)

    def _levels(self, outcome: Outcome) -> list[z3.BoolRef]:
        below = tuple(Rung)[:-1]
        return [
            *(outcome.when_at_least(when) for when in tuple(When)[1:]),
            *(outcome.doors[door] for door in Door),
            *(outcome.rung_at_most(None, rung) for rung in below),
            *(outcome.bump_at_most(0, rung) for rung in below),
            *(outcome.zone_at_most(zone, rung) for zone in Zone for rung in below),
            *(outcome.named(who) for who in self._professions),
            *(outcome.warned_off(who) for who in self._professions),
            outcome.settled,
        ]


def _model(*claims: z3.BoolRef) -> dict[str, bool] | None:
    solver = z3.SolverFor("QF_FD")
    solver.add(*claims)
    if solver.check() != z3.sat:
        return None
    model = solver.model()
    return {each.name(): z3.is_true(model[each]) for each in model.decls()}


def table_cases(case_format: CaseFormat) -> list[Case]:
    """Every case of the tables."""
    return [case_of(row, case_format) for table in TABLES for row in rows(table)]


def written(found: Found, name: str, rules: TriageRules, case_format: CaseFormat) -> str:
    """A row of the table."""
    base = BASES[found.like]()
    before = {**base.answers, **base.lesions[0].answers}
    after = {**found.case.answers, **found.case.lesions[0].answers}
    but: dict[str, object] = {}
    for key in sorted({*before, *after}):
        if before.get(key, UNKNOWN) != after.get(key, UNKNOWN):
            finding = case_format.findings.get(key)
            answer = after.get(key, UNKNOWN)
            but[key] = _short(print_answer(finding, answer)) if finding else _word(answer)
    if but.get(WORDS) in ([], "not_sure"):
        del but[WORDS]
    if str(but.get(EXPIRED)) in {"no", "not_sure"}:
        del but[EXPIRED]
    said = row_of(_read_back(found.like, but, case_format), rules)
    return f"  - {_flow({'name': name, 'like': found.like, 'but': but, **said})}\n"


def _read_back(like: str, but: Mapping[str, object], case_format: CaseFormat) -> Case:
    return case_of({"like": like, "but": but}, case_format)


def _word(answer: object) -> str:
    return str(answer.value) if isinstance(answer, Known) else "not_sure"


def _short(printed: Printed) -> object:
    if isinstance(printed, dict):
        return f"{printed['value']} {printed['unit']}"
    return "not_sure" if printed is None else printed


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = str(value)
    return text if text.replace("_", "").replace("-", "").isalnum() else json.dumps(text)


def main() -> None:
    """Look for mutants nobody notices."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    knowledge = load_knowledge(None)
    case_format, rules = CaseFormat(knowledge), knowledge.triage
    killer = Killer(rules, table_cases(case_format))
    finder = Finder(rules, knowledge.professions)
    path = FOLDER / "edges.yaml"
    if write and not path.exists():
        path.write_text(HEAD, "utf-8")
    count = same = 0
    for mutant in mutants_of(rules):
        if killer.notices(mutant):
            continue
        found = finder.find(mutant)
        if found is None:
            same += 1
            continue
        name = f"{mutant.rule or 'ladder'} - {mutant.what}"
        row = written(found, name, rules, case_format)
        killer.add(found.case)
        count += 1
        print(f"nobody noticed {name}", flush=True)
        if write:
            with path.open("a", encoding="utf-8") as table:
                table.write(row)
    print(f"{count} nobody noticed; {same} say the same of everybody")


if __name__ == "__main__":
    main()
