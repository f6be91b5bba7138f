"""The prover notices what is wrong: in rules, in claims and in itself."""

from dataclasses import replace

import pytest

from milium.adapters.proving.encode import Outcome
from milium.adapters.proving.prove import Prover, shape_of
from milium.adapters.proving.sampling import disagreements, random_cases
from milium.adapters.proving.space import space_of
from milium.app.formats.case import CaseFormat
from milium.domain.cases import Case
from milium.domain.conditions import NEVER, In
from milium.domain.ids import FindingId, RuleId
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Atom, Fact, Invariant
from milium.domain.triage import TriageRules, When
from milium.engine.triage.decision import judge_case
from milium.kb import load_invariants

SAMPLES = 300


@pytest.fixture(scope="module")
def invariants(knowledge: Knowledge) -> dict[str, Invariant]:
    return {each.id: each for each in load_invariants(knowledge)}


def prover(knowledge: Knowledge, *claims: Invariant, rules: TriageRules | None = None) -> Prover:
    case_format = CaseFormat(knowledge)

    def read(invariant: Invariant) -> Case:
        body = {"milium": "1", "as_of": "2026-11-23", **invariant.case}
        return case_format.read(body)  # type: ignore[arg-type]

    return Prover(rules or knowledge.triage, claims, read)


def without(rules: TriageRules, *reads: str) -> TriageRules:
    """The rules less those that read any of these."""
    kept = tuple(rule for rule in rules.rules if not rule.when.reads & set(reads))
    return replace(rules, rules=kept)


def test_a_claim_that_holds_is_proved(
    knowledge: Knowledge, invariants: dict[str, Invariant]
) -> None:
    claim = invariants["fever-under-3-months-is-now"]

    proof = prover(knowledge, claim).prove(samples=SAMPLES, progress=lambda _: None)

    assert proof.verdicts[0].proved
    assert (proof.disagreements, proof.compared) == ((), SAMPLES + 1)
    assert proof.holds is all(verdict.proved for verdict in proof.verdicts)


def test_a_claim_the_rules_break_names_a_case_the_engine_breaks_it_on(
    knowledge: Knowledge, invariants: dict[str, Invariant]
) -> None:
    rules = without(knowledge.triage, "fever")
    claim = invariants["fever-under-3-months-is-now"]

    verdict = (
        prover(knowledge, claim, rules=rules).prove(samples=1, progress=lambda _: None).verdicts[0]
    )

    assert not verdict.proved
    assert verdict.broken_by is not None
    assert "fever" in verdict.broken_by.answers
    assert judge_case(verdict.broken_by, rules).decision.when.name != "NOW"


def test_a_claim_that_cannot_fail_is_not_counted(
    knowledge: Knowledge, invariants: dict[str, Invariant]
) -> None:
    empty = replace(
        invariants["fever-under-3-months-is-now"],
        then=(Fact(Atom.WHEN_AT_LEAST, ("nothing_needed",)),),
    )

    verdict = prover(knowledge, empty).prove(samples=1, progress=lambda _: None).verdicts[0]

    assert (verdict.proved, verdict.problem) == (False, "the planted fault goes unnoticed")


def test_a_claim_whose_case_misses_its_premise_is_not_counted(
    knowledge: Knowledge, invariants: dict[str, Invariant]
) -> None:
    claim = invariants["fever-under-3-months-is-now"]
    elsewhere = replace(claim, case={"person": {"fever": "no"}})

    verdict = prover(knowledge, elsewhere).prove(samples=1, progress=lambda _: None).verdicts[0]

    assert verdict.problem == "its own case misses its premise"


def test_a_comparison_names_what_changed(
    knowledge: Knowledge, invariants: dict[str, Invariant]
) -> None:
    claim = invariants["a-second-answer-only-raises"]
    tested = prover(knowledge, claim)
    calm = In(FindingId("looked_at"), frozenset({"yes"}))
    rule = next(rule for rule in knowledge.triage.rules if rule.id == "usual")
    broken = replace(
        knowledge.triage,
        rules=(*knowledge.triage.rules, replace(rule, when=calm, effect=replace(
            rule.effect, when=When.NOW
        ))),
    )  # fmt: skip

    found = tested.breach(claim, broken)

    assert found is not None
    assert " becomes " in found[0]


def test_a_rule_that_never_fires_and_one_behind_others_are_named(knowledge: Knowledge) -> None:
    rule = next(rule for rule in knowledge.triage.rules if rule.id == "growing-fast")
    idle = replace(rule, id=RuleId("idle"), when=NEVER)
    hidden = replace(rule, id=RuleId("hidden"), effect=replace(rule.effect, action=None))
    rules = replace(knowledge.triage, rules=(*knowledge.triage.rules, idle, hidden))

    fires, shown = prover(knowledge, rules=rules).prove(samples=1, progress=lambda _: None).verdicts

    assert fires.problem == "idle"
    assert {"idle", "hidden"} <= set(shown.problem.split(", "))


def test_a_mistake_of_the_encoding_shows_in_the_comparison(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = knowledge.triage
    space = space_of(rules)
    samples = list(random_cases(space, SAMPLES))
    assert list(disagreements(rules, space, samples)) == []

    monkeypatch.setattr(Outcome, "applies", lambda self, n, bump: self.truth(n, bump)[0])

    found = list(disagreements(rules, space, samples))
    assert found


def test_a_case_keeps_all_the_prover_sees_of_it(knowledge: Knowledge) -> None:
    space = space_of(knowledge.triage)
    cases = [space.case_of(holds) for holds in random_cases(space, 50)]

    assert [space.case_of(space.holds_of(case)) for case in cases] == cases


def test_claims_that_differ_in_a_constant_count_as_one(invariants: dict[str, Invariant]) -> None:
    claim = invariants["fever-under-3-months-is-now"]
    other = replace(claim, then=(Fact(Atom.WHEN_AT_LEAST, ("same_day",)), *claim.then[1:]))
    different = replace(claim, then=(*claim.then, Fact(Atom.SETTLED, ("yes",))))

    assert shape_of(claim) == shape_of(other)
    assert shape_of(claim) != shape_of(different)
