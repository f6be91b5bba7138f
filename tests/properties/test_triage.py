"""Laws of triage as a function: total, repeatable, order-free, right about what would change it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Answers, Chosen, Known, Unknown
from milium.domain.cases import Case
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId, PlaceId
from milium.domain.triage import (
    Ask,
    Change,
    Disposition,
    Triage,
    TriageRules,
    When,
    WhenPossible,
    Zone,
)
from milium.domain.truth import Truth
from milium.engine.rules import evaluate, mentions
from milium.engine.triage import next_question, triage
from milium.engine.triage.zones import whereabouts
from tests.builders.cases import TODAY, a_baby, a_child, a_lid, an_adult, with_answer, without
from tests.builders.triage import decide, in_short, possible_answers
from tests.oracle.triage_people import World, any_answers, asked_of

ZONE = FindingId("eye_zone")
EVERYBODY = (an_adult(), a_baby(), a_child(), a_lid(), without(an_adult(), "risks", "fever"))


@settings(max_examples=60)
@given(data=st.data())
def test_everybody_gets_one_whole_answer_and_the_same_one_twice(
    data: st.DataObject, world: World
) -> None:
    case = data.draw(world.anybody)

    result = decide(case, world.quick)

    assert result == decide(case, world.quick)
    assert result.disposition in Disposition
    assert set(result.home_care.zones) == set(Zone)
    assert len(result.home_care.lesions) == max(1, len(case.lesions))
    assert not set(result.who) & set(result.not_who)
    assert result.action.id


@settings(max_examples=60)
@given(data=st.data())
def test_order_of_bumps_and_of_rules_does_not_matter(data: st.DataObject, world: World) -> None:
    case = data.draw(world.anybody)
    before = decide(case, world.quick)
    turned = replace(world.quick, rules=tuple(data.draw(st.permutations(world.quick.rules))))

    after = decide(replace(case, lesions=case.lesions[::-1]), turned)

    first, second = in_short(before), in_short(after)
    assert replace(first, lesions=first.lesions[::-1]) == second or not case.lesions
    assert (set(after.who), set(after.not_who)) == (set(before.who), set(before.not_who))
    assert (after.disposition, after.settled) == (before.disposition, before.settled)
    assert set(after.tonight) == set(before.tonight)


@settings(max_examples=60)
@given(data=st.data())
def test_two_bumps_are_as_urgent_as_the_more_urgent_and_as_free_as_the_less_free(
    data: st.DataObject, world: World
) -> None:
    case = data.draw(world.somebody)
    alone = [decide(replace(case, lesions=(bump,)), world.quick) for bump in case.lesions]

    together = decide(case, world.quick)

    assert together.when >= max(each.when for each in alone)
    for zone in Zone:
        assert together.home_care.zones[zone] <= min(e.home_care.zones[zone] for e in alone)


def applied(case: Case, change: Change) -> Case:
    """The case with that one answer given."""
    return with_answer(case, change.finding, change.answer, lesion=change.lesion)


@settings(max_examples=12)
@given(data=st.data())
def test_each_change_named_is_what_happens(data: st.DataObject, world: World) -> None:
    case = data.draw(world.anybody)

    for change in decide(case, world.rules).changes_if:
        after = decide(applied(case, change), world.quick)
        assert (change.when, change.person_rung) == (after.when, after.home_care.person), change
        assert dict(change.zones) == dict(after.home_care.zones), change
        assert change.door is after.door, change


@pytest.mark.parametrize("case", EVERYBODY, ids=["adult", "baby", "child", "lid", "silent"])
def test_no_single_answer_that_changes_the_result_is_left_out(
    case: Case, rules: TriageRules, quick_rules: TriageRules
) -> None:
    """Every word, each tick taken or given, "none of these", both sides of each threshold.

    Of a number one of those that lead to the same is enough; place does not matter in the US.
    """
    result = decide(case, rules)
    named = {
        (c.finding, c.when, c.door, c.person_rung, *c.zones.values()) for c in result.changes_if
    }
    answers = {(change.finding, change.answer) for change in result.changes_if}
    before = in_short(result)
    left_out: list[tuple[str, Answer]] = []
    for scope in (Scope.PERSON, Scope.LESION):
        for finding in asked_of(scope, rules).values():
            told = case.answers if scope is Scope.PERSON else case.lesions[0].answers
            for answer in possible_answers(finding, rules, told.get(finding.id, UNKNOWN)):
                other = with_answer(case, finding.id, answer, on_bumps=scope is Scope.LESION)
                after = in_short(decide(other, quick_rules))
                same = replace(after, fired=before.fired) == before
                zones = (rung for _, rung in after.zones)
                found = (finding.id, after.when, after.door, after.person, *zones)
                if not same and not {found, (finding.id, answer)} & (
                    named if finding.kind in {FindingKind.NUMBER, FindingKind.SPAN} else answers
                ):
                    left_out.append((finding.id, answer))

    assert left_out == []


def test_changes_begin_with_the_most_urgent(rules: TriageRules) -> None:
    changes = decide(an_adult(), rules).changes_if

    assert changes[0].when is When.NOW
    assert [c.when for c in changes] == sorted((c.when for c in changes), reverse=True)


def answered(case: Case, ask: Ask, given_answers: dict[FindingId, Answer]) -> Case:
    """The case after the page was answered; what was known already stays."""
    for finding in ask.question.findings:
        told = next(
            (bump.answers for bump in case.lesions if bump.id == ask.lesion), case.answers
        ).get(finding, UNKNOWN)
        if isinstance(told, Unknown):
            case = with_answer(case, finding, given_answers[finding], lesion=ask.lesion)
    return case


def interview(case: Case, rules: TriageRules, draw: st.DataObject) -> tuple[Case, list[Ask]]:
    """Answer at random until nothing more is asked; each page once."""
    asked: list[Ask] = []
    while (ask := next_question(case, rules, on=TODAY)) is not None:
        assert decide(case, rules).when is not When.NOW
        assert ask not in asked
        asked.append(ask)
        answers = {
            finding: draw.draw(any_answers(rules.asking.findings[finding], rules))
            for finding in ask.question.findings
        }
        spoken = {f: NOT_SURE if a == UNKNOWN else a for f, a in answers.items()}
        case = answered(case, ask, spoken)
    return case, asked


def everybody(case: Case, result: Triage, world: World) -> list[Answers]:
    """What is known of each bump, with the zone where its site leaves only one."""
    found: list[Answers] = []
    for bump in case.lesions:
        told = {**result.answers, **bump.answers}
        zones = whereabouts(told, world.rules).may
        if len(zones) == 1 and isinstance(told.get(ZONE, UNKNOWN), Unknown):
            told[ZONE] = Known(zones[0].value)
        found.append(told)
    return found


def hanging(finding: FindingId, told: Answer, rules: TriageRules) -> bool:
    """Whether a finding could still be asked for: askable, and never asked."""
    return (
        isinstance(told, Unknown)
        and not told.asked
        and any(finding in question.findings for question in rules.asking.questions)
    )


@settings(max_examples=20)
@given(data=st.data())
def test_an_interview_ends_and_leaves_open_only_what_nobody_knew(
    data: st.DataObject, world: World
) -> None:
    """When it stops without ``now``, every possible rule that could raise urgency hangs only on
    answers "not sure" (or on lists that were not finished), and so does every rung held back."""
    start = data.draw(world.anybody)

    case, asked = interview(start, world.quick, data)

    result = decide(case, world.quick)
    assert len(asked) <= len(world.quick.asking.questions) * max(1, len(case.lesions))
    if result.when is When.NOW:
        return
    open_still = {
        (rule.id, finding)
        for rule in world.rules.rules
        if (rule.effect.when or 0) > result.when and rule.when_possible is not WhenPossible.ACT
        for told in (
            everybody(case, result, world) if rule.scope is Scope.LESION else [result.answers]
        )
        if evaluate(rule.when, told) is Truth.UNKNOWN
        for finding in mentions(rule.when)
        if hanging(finding, told.get(finding, UNKNOWN), world.rules)
    }
    held_back = {
        missing
        for missing in decide(case, world.rules).unknown_that_matter
        for told in [
            next((b.answers for b in case.lesions if b.id == missing.lesion), case.answers)
        ]
        if hanging(missing.finding, told.get(missing.finding, UNKNOWN), world.rules)
    }
    assert (open_still, held_back) == (set(), set())


@pytest.mark.parametrize("case", EVERYBODY[:4], ids=["adult", "baby", "child", "lid"])
def test_whoever_answers_every_question_climbs_as_high_as_with_everything_told(
    case: Case, quick_rules: TriageRules
) -> None:
    """Nothing is held back for want of a question: usefulness, law 3."""
    told = {**case.answers, **case.lesions[0].answers}
    silent = replace(
        case,
        answers={FindingId("knowledge_expired"): told[FindingId("knowledge_expired")]},
        lesions=(replace(case.lesions[0], answers={}),),
    )
    count = 0
    while (ask := next_question(silent, quick_rules, on=TODAY)) is not None:
        silent = answered(silent, ask, {f: told.get(f, NOT_SURE) for f in ask.question.findings})
        count += 1

    end, whole = in_short(decide(silent, quick_rules)), in_short(decide(case, quick_rules))
    assert replace(end, fired=whole.fired) == whole
    assert decide(silent, quick_rules).settled
    assert count <= 30


def test_once_something_has_to_happen_now_nothing_more_is_asked(rules: TriageRules) -> None:
    urgent = replace(an_adult(), lesions=(), answers={})
    urgent = with_answer(
        urgent, "eye_trouble", Chosen(frozenset({"chemical_in_eye"}), complete=False)
    )

    assert triage(urgent, rules, on=TODAY).when is When.NOW
    assert next_question(urgent, rules, on=TODAY) is None


@settings(max_examples=30)
@given(data=st.data())
def test_place_moves_the_door_and_nothing_else(data: st.DataObject, world: World) -> None:
    case = data.draw(world.somebody)
    here = decide(replace(case, place=PlaceId("US")), world.quick)

    for place in world.quick.places.values():
        there = decide(replace(case, place=place.id), world.quick)
        assert there.door is place.first_door.get(here.door_wanted, here.door_wanted)
        assert replace(there, door=here.door, bump_door=here.bump_door) == here
