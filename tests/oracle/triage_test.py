"""The engine against the oracle, on the rules that ship: a grid, then anything."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Known
from milium.domain.cases import Case
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId
from milium.domain.triage import TriageRules, Zone
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from milium.engine.triage.subjects import subjects_of
from tests.builders.cases import a_baby, a_child, a_lid, an_adult, with_answer
from tests.builders.triage import decide, possible_answers
from tests.oracle.triage import Oracle
from tests.oracle.triage_people import World, asked_of

KNOWLEDGE = Path(__file__).resolve().parents[2] / "src" / "milium_knowledge"
SAYS = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle(KNOWLEDGE)


def agree(case: Case, rules: TriageRules, oracle: Oracle) -> None:
    """The same fired and possible rules, when, door, rungs and zones, and the same doubts."""
    result, verdict = decide(case, rules), oracle.judge(case)

    assert {
        (rule.id, subject.lesion): SAYS[evaluate(rule.when, subject.answers)]
        for rule in rules.rules
        for subject in subjects_of(case, rules)
        if subject.scope is rule.scope
    } == verdict.truths
    assert {(each.rule, each.lesion) for each in result.fired} == verdict.acting
    assert {(each.rule, each.lesion) for each in result.fired if each.possible} == {
        key for key in verdict.acting if verdict.truths[key] is None
    }
    assert result.when.name.lower() == verdict.when
    assert result.door.value == verdict.door
    assert result.home_care.person.name.lower() == verdict.person
    assert {zone.value: result.home_care.zones[zone].name.lower() for zone in Zone} == verdict.zones
    assert tuple(each.rung.name.lower() for each in result.home_care.lesions) == verdict.rungs
    assert result.settled is verdict.settled


def test_oracle_reads_every_rule_there_is(rules: TriageRules, oracle: Oracle) -> None:
    assert {rule["id"] for rule in oracle.rules} == {rule.id for rule in rules.rules}
    assert len(oracle.rules) > 50


@pytest.mark.parametrize(
    "base", [an_adult(), a_baby(), a_child(), a_lid()], ids=["adult", "baby", "child", "lid"]
)
def test_engine_agrees_wherever_one_answer_is_another(
    base: Case, quick_rules: TriageRules, oracle: Oracle
) -> None:
    agree(base, quick_rules, oracle)
    for scope in (Scope.PERSON, Scope.LESION):
        for finding in asked_of(scope, quick_rules).values():
            for answer in (UNKNOWN, *possible_answers(finding, quick_rules)):
                other = with_answer(base, finding.id, answer, on_bumps=scope is Scope.LESION)
                agree(other, quick_rules, oracle)


def test_engine_agrees_wherever_two_answers_contradict_each_other(
    quick_rules: TriageRules, oracle: Oracle
) -> None:
    for scope in (Scope.PERSON, Scope.LESION):
        for finding in asked_of(scope, quick_rules).values():
            if finding.kind is FindingKind.WORD:
                for pair in combinations(finding.words, 2):
                    case = an_adult(**{finding.id: pair})
                    agree(case, quick_rules, oracle)


def test_engine_agrees_on_every_age_band_by_fever_heat_and_blisters(
    quick_rules: TriageRules, oracle: Oracle
) -> None:
    ages = possible_answers(quick_rules.asking.findings[FindingId("age")], quick_rules)
    for age in (UNKNOWN, *ages):
        for fever in ("no", "feels_hot", "38_or_more"):
            for heat, blisters in (("no", "yes"), ("hot_or_spreading", "no"), ("warm", "no")):
                case = an_adult(age=age, fever=fever, heat=heat, blisters=blisters)
                agree(case, quick_rules, oracle)


def test_engine_agrees_on_every_site_by_zone(quick_rules: TriageRules, oracle: Oracle) -> None:
    sites = quick_rules.asking.findings[FindingId("site")].words
    for site in sites:
        for zone in quick_rules.asking.findings[FindingId("eye_zone")].words:
            case = an_adult(site=Known(site), eye_zone=Known(zone), bleeding="once")
            agree(case, quick_rules, oracle)


@settings(max_examples=250)
@given(data=st.data())
def test_engine_agrees_whatever_people_say(
    data: st.DataObject, world: World, oracle: Oracle
) -> None:
    agree(data.draw(world.anybody), world.quick, oracle)


@pytest.mark.long
@settings(max_examples=20_000)
@given(data=st.data())
def test_engine_agrees_on_twenty_thousand_people(
    data: st.DataObject, world: World, oracle: Oracle
) -> None:
    agree(data.draw(world.anybody), world.quick, oracle)
