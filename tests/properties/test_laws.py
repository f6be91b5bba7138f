"""The laws of DESIGN 2 and 4 over random people and the rules that ship."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Known, Unknown
from milium.domain.cases import Case
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId
from milium.domain.triage import Change, Rung, TriageRules, When, Zone
from milium.engine.triage import next_question, triage
from tests.builders.cases import an_adult, with_answer
from tests.builders.triage import decide, possible_answers
from tests.oracle.strategies import any_cases, asked_of, near_cases, wild_cases

LIDS = (Zone.LASH_LINE, Zone.LID_SKIN)


@given(data=st.data())
def test_lash_line_and_lid_are_always_let_alone(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    care = decide(data.draw(any_cases(quick_rules)), quick_rules).home_care

    assert {care.zones[zone] for zone in LIDS} == {Rung.NOTHING}
    assert care.zones[Zone.EYE_BONE] <= Rung.GENTLE


@given(data=st.data(), days=st.integers(0, 364))
def test_a_baby_gets_no_product(data: st.DataObject, days: int, quick_rules: TriageRules) -> None:
    case = with_answer(data.draw(any_cases(quick_rules)), FindingId("age"), Known(days))

    assert decide(case, quick_rules).home_care.person is Rung.NOTHING


@given(data=st.data(), days=st.integers(0, 90))
def test_a_fever_under_three_months_is_now(
    data: st.DataObject, days: int, quick_rules: TriageRules
) -> None:
    case = with_answer(data.draw(any_cases(quick_rules)), FindingId("age"), Known(days))
    hot = with_answer(case, FindingId("fever"), Known("38_or_more"))

    assert decide(hot, quick_rules).when is When.NOW


@given(
    data=st.data(),
    said=st.sampled_from(
        [*map(Known, ("pregnant", "trying", "possible", "rather_not_say")), UNKNOWN, NOT_SURE]
    ),
)
def test_who_is_or_may_be_pregnant_is_offered_no_retinoid(
    data: st.DataObject, said: Answer, quick_rules: TriageRules
) -> None:
    case = with_answer(data.draw(any_cases(quick_rules)), FindingId("pregnancy"), said)
    grown = with_answer(case, FindingId("age"), Known(30 * 365))

    care = decide(grown, quick_rules).home_care

    assert max(care.zones.values()) < Rung.LOW_RETINOID


@given(data=st.data())
def test_turning_an_unknown_into_any_answer_never_takes_urgency_away(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    """Unknown is never no: rules that act while possible are the only ones a "no" may still."""
    case = data.draw(near_cases(quick_rules))
    scope = data.draw(st.sampled_from([Scope.PERSON, Scope.LESION]))
    finding = data.draw(st.sampled_from(list(asked_of(scope, quick_rules).values())))
    silent = with_answer(case, finding.id, UNKNOWN, on_bumps=scope is Scope.LESION)
    before = decide(silent, quick_rules)

    for answer in possible_answers(finding, quick_rules):
        after = decide(
            with_answer(case, finding.id, answer, on_bumps=scope is Scope.LESION), quick_rules
        )
        may_calm = any(fired.possible for fired in before.fired)
        assert may_calm or after.when >= before.when
        if not before.settled:
            continue
        assert after.when <= before.when


@given(data=st.data())
def test_an_unknown_never_allows_more_than_the_best_known_answer(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    case = data.draw(near_cases(quick_rules))
    scope = data.draw(st.sampled_from([Scope.PERSON, Scope.LESION]))
    finding = data.draw(st.sampled_from(list(asked_of(scope, quick_rules).values())))
    on_bumps = scope is Scope.LESION
    silent = decide(with_answer(case, finding.id, UNKNOWN, on_bumps=on_bumps), quick_rules)

    known = [
        decide(with_answer(case, finding.id, answer, on_bumps=on_bumps), quick_rules)
        for answer in possible_answers(finding, quick_rules)
    ]

    assert silent.home_care.person <= max(each.home_care.person for each in known)


@given(data=st.data())
def test_adding_a_rule_never_calms_anything(data: st.DataObject, quick_rules: TriageRules) -> None:
    case = data.draw(any_cases(quick_rules))
    number = data.draw(st.integers(0, len(quick_rules.rules) - 1))
    fewer = replace(
        quick_rules,
        rules=(*quick_rules.rules[:number], *quick_rules.rules[number + 1 :]),
    )

    less, more = decide(case, fewer), decide(case, quick_rules)

    assert more.when >= less.when
    assert more.home_care.person <= less.home_care.person
    assert all(more.home_care.zones[zone] <= less.home_care.zones[zone] for zone in Zone)


@given(data=st.data())
def test_order_of_rules_and_bumps_changes_nothing(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    case = data.draw(any_cases(quick_rules))
    turned = replace(quick_rules, rules=tuple(reversed(quick_rules.rules)))
    mirrored = replace(case, lesions=tuple(reversed(case.lesions)))

    first = decide(case, quick_rules)

    for other in (decide(case, turned), decide(mirrored, quick_rules)):
        assert (other.when, other.door, other.home_care.person, other.home_care.zones) == (
            first.when, first.door, first.home_care.person, first.home_care.zones,
        )  # fmt: skip
        assert {(f.rule, f.lesion) for f in other.fired} == {
            (f.rule, f.lesion) for f in first.fired
        }


@given(data=st.data())
def test_no_flag_takes_gentle_from_another_zone(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    case = data.draw(near_cases(quick_rules))
    grown = with_answer(case, FindingId("age"), Known(30 * 365))

    care = decide(grown, quick_rules).home_care

    flagged = {zone for each in care.lesions for zone in each.zones}
    free = [zone for zone in Zone if zone not in flagged and zone not in LIDS]
    assert all(care.zones[zone] >= Rung.GENTLE for zone in free)


@settings(max_examples=8)
@given(data=st.data())
def test_each_change_named_is_the_change_it_makes(data: st.DataObject, rules: TriageRules) -> None:
    case = data.draw(near_cases(rules))
    found = triage(case, rules, on=case.as_of)

    for change in found.changes_if:
        after = decide(_with(case, change, rules), rules)
        assert (after.when, after.door_wanted, after.home_care.zones) == (
            change.when, change.door, change.zones,
        )  # fmt: skip


@settings(max_examples=4)
@given(data=st.data())
def test_no_single_answer_that_changes_something_is_left_out(
    data: st.DataObject, rules: TriageRules, quick_rules: TriageRules
) -> None:
    case = data.draw(near_cases(rules))
    found = triage(case, rules, on=case.as_of)
    named = {(c.finding, c.lesion, c.answer) for c in found.changes_if}
    words = [f for f in asked_of(Scope.PERSON, rules).values() if f.kind is FindingKind.WORD]

    for finding in words:
        for answer in possible_answers(finding, rules):
            after = decide(with_answer(case, finding.id, answer), quick_rules)
            same = (after.when, after.door_wanted, after.home_care.zones) == (
                found.when, found.door_wanted, found.home_care.zones,
            )  # fmt: skip
            assert same or (finding.id, None, answer) in named


def _with(case: Case, change: Change, rules: TriageRules) -> Case:
    if rules.asking.findings[change.finding].scope is Scope.PERSON:
        return replace(case, answers={**case.answers, change.finding: change.answer})
    return replace(
        case,
        lesions=tuple(
            replace(each, answers={**each.answers, change.finding: change.answer})
            if each.id == change.lesion
            else each
            for each in case.lesions
        ),
    )


@settings(max_examples=15)
@given(data=st.data())
def test_an_interview_ends_and_asks_nothing_twice(
    data: st.DataObject, quick_rules: TriageRules
) -> None:
    told = data.draw(wild_cases(quick_rules, full=True))
    case = replace(told, answers={}, lesions=tuple(replace(b, answers={}) for b in told.lesions))
    asked: list[tuple[str, str | None]] = []

    while ask := next_question(case, quick_rules, on=case.as_of):
        asked.append((ask.question.id, ask.lesion))
        assert len(asked) <= 70
        case = _answered(case, told, ask.question.findings, ask.lesion)

    assert len(asked) == len(set(asked))
    result = decide(case, quick_rules)
    assert result.settled or result.when is When.NOW


def _answered(case: Case, told: Case, findings: tuple[FindingId, ...], lesion: str | None) -> Case:
    """The case with what the person would say; of what they never said, "not sure"."""
    if lesion is None:
        said = {f: told.answers.get(f, NOT_SURE) for f in findings}
        return replace(case, answers={**case.answers, **said})
    source = {each.id: each.answers for each in told.lesions}
    return replace(
        case,
        lesions=tuple(
            replace(
                b, answers={**b.answers, **{f: source[b.id].get(f, NOT_SURE) for f in findings}}
            )
            if b.id == lesion
            else b
            for b in case.lesions
        ),
    )


def test_a_typical_adult_climbs_to_the_top(quick_rules: TriageRules) -> None:
    found = decide(an_adult(), quick_rules)

    assert found.settled
    assert found.when is When.NO_RUSH
    assert found.home_care.zones[Zone.FACE] is Rung.LOW_RETINOID


def test_the_laws_are_tried_on_real_silence(quick_rules: TriageRules) -> None:
    """The strategies do leave answers out; without that the laws above would prove little."""
    case = an_adult()
    silent = with_answer(case, FindingId("risks"), UNKNOWN)

    assert isinstance(silent.answers[FindingId("risks")], Unknown)
    assert isinstance(case.answers[FindingId("risks")], Chosen)
    assert not decide(silent, quick_rules).settled
