"""The laws of the product (DESIGN 2 and 4), on the rules that ship, for whatever people say."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Answer, Contradictory, Known, Unknown
from milium.domain.conditions import ALWAYS
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import FindingId
from milium.domain.triage import Rung, Triage, When, WhenPossible, Zone
from milium.engine.triage.zones import whereabouts
from tests.builders.cases import (
    a_baby,
    a_bump,
    a_child,
    a_lid,
    a_person,
    an_adult,
    months,
    with_answer,
    without,
    years,
)
from tests.builders.rules import a_rule, an_effect
from tests.builders.triage import decide, possible_answers
from tests.oracle.triage_people import World, asked_of, known_answers

LIDS = (Zone.LASH_LINE, Zone.LID_SKIN)
NOT_PREGNANT = frozenset({Known("not_pregnant"), Known("does_not_apply")})
BASES = {"adult": an_adult(), "baby": a_baby(), "child": a_child(), "lid": a_lid()}


def sure(result: Triage) -> set[tuple[str, str | None]]:
    """The rules that fired for certain, and on whom."""
    return {(each.rule, each.lesion) for each in result.fired if not each.possible}


def rungs(result: Triage) -> list[Rung]:
    """The person's rung, the zones' and the bumps'."""
    care = result.home_care
    return [care.person, *(care.zones[zone] for zone in Zone), *(b.rung for b in care.lesions)]


def no_higher(after: Iterable[Rung], before: Iterable[Rung]) -> bool:
    """Whether no rung rose."""
    return all(a <= b for a, b in zip(after, before, strict=True))


def askable(world: World) -> list[tuple[Finding, bool]]:
    """Every finding people are asked for, and whether it is about the bumps."""
    return [
        (finding, scope is Scope.LESION)
        for scope in (Scope.PERSON, Scope.LESION)
        for finding in asked_of(scope, world.rules).values()
    ]


def a_change(data: st.DataObject, world: World) -> tuple[Finding, bool, Answer]:
    """Some finding with some full answer to it."""
    finding, on_bumps = data.draw(st.sampled_from(askable(world)))
    return finding, on_bumps, data.draw(known_answers(finding, world.rules))


# Law 2, safety only goes up


@settings(max_examples=80)
@given(data=st.data())
def test_one_more_rule_lowers_no_urgency_and_raises_no_rung(
    data: st.DataObject, world: World
) -> None:
    case = data.draw(world.anybody)
    effect = an_effect(
        data.draw(st.none() | st.sampled_from(When)),
        rung=data.draw(st.none() | st.sampled_from(Rung)),
    )
    rule = a_rule(
        "one-more", ALWAYS, effect, scope=data.draw(st.sampled_from((Scope.PERSON, Scope.LESION)))
    )

    before = decide(case, world.quick)
    after = decide(case, replace(world.quick, rules=(*world.quick.rules, rule)))

    assert after.when == max(before.when, effect.when or When.NOTHING_NEEDED)
    assert no_higher(rungs(after), rungs(before))


@settings(max_examples=150)
@given(data=st.data())
def test_no_rule_that_surely_fired_is_undone_by_learning_more(
    data: st.DataObject, world: World
) -> None:
    """Turning an unknown into any value leaves every rule that fired for certain in place, and so
    the urgency and the rungs those rules set. (What was only withheld may be given back; a zone
    learned anew moves the bump.)"""
    case = data.draw(world.anybody)
    finding, on_bumps, answer = a_change(data, world)
    silent = with_answer(case, finding.id, UNKNOWN, on_bumps=on_bumps)
    told = with_answer(case, finding.id, answer, on_bumps=on_bumps)

    before, after = decide(silent, world.quick), decide(told, world.quick)

    assert sure(before) <= sure(after)
    effects = {str(rule.id): rule.effect for rule in world.rules.rules}
    fired = [effects[rule] for rule, _ in sure(before)]
    assert after.when >= max((e.when for e in fired if e.when), default=When.NOTHING_NEEDED)
    own = [effects[rule].rung for rule, about in sure(before) if about is None]
    assert after.home_care.person <= min((r for r in own if r is not None), default=max(Rung))


@settings(max_examples=150)
@given(data=st.data())
def test_a_flag_added_to_any_description_lowers_nothing(data: st.DataObject, world: World) -> None:
    """Where another answer makes more rules fire and stops none, and no rule is withheld for want
    of it, nothing becomes calmer and no rung rises, in no zone."""
    case = data.draw(world.anybody)
    finding, on_bumps, answer = a_change(data, world)
    before = decide(case, world.quick)

    after = decide(with_answer(case, finding.id, answer, on_bumps=on_bumps), world.quick)

    acting = {(each.rule, each.lesion) for each in before.fired}
    grown = acting <= {(each.rule, each.lesion) for each in after.fired}
    if grown:
        assert after.when >= before.when
    moved = finding.id in {"site", "eye_zone"}
    told = [b.answers for b in case.lesions] if on_bumps else [case.answers]
    known = all(isinstance(each.get(finding.id, UNKNOWN), Known) for each in told)
    if grown and known and not moved and isinstance(answer, Known):
        assert no_higher(rungs(after), rungs(before))


# Law 2, unknown is never no


@pytest.mark.parametrize("name", BASES)
def test_what_is_not_known_never_reads_as_the_calm_answer(name: str, world: World) -> None:
    """For each finding left unknown in an otherwise complete case:

    * the person's rung, and each zone's, is at most the highest over all known answers;
    * the result is no calmer than the calmest over all known answers;
    * a result that says it is settled is as urgent as the most urgent over all known answers: it
      never says "no rush, all asked" while an answer could still make it urgent.

    A zone at the eye is unknown only among those that the site leaves.
    """
    zones = whereabouts(without(BASES[name], "eye_zone").lesions[0].answers, world.rules).may
    allowed = {Known(zone.value) for zone in zones}
    for finding, on_bumps in askable(world):
        silent = decide(
            with_answer(BASES[name], finding.id, UNKNOWN, on_bumps=on_bumps), world.quick
        )
        known = [
            decide(with_answer(BASES[name], finding.id, answer, on_bumps=on_bumps), world.quick)
            for answer in possible_answers(finding, world.rules)
            if finding.id != "eye_zone" or answer in allowed
        ]
        whens = [each.when for each in known]
        highest = [max(each) for each in zip(*map(rungs, known), strict=True)]

        assert no_higher(rungs(silent), highest), finding.id
        assert silent.when >= min(whens), finding.id
        assert not silent.settled or silent.when >= max(whens), finding.id


@settings(max_examples=100)
@given(data=st.data())
def test_a_result_with_an_urgent_rule_still_possible_is_not_settled(
    data: st.DataObject, world: World
) -> None:
    """``settled`` is kept: no single full answer to anything makes a settled result more urgent
    by turning an unknown into a flag."""
    case = data.draw(world.anybody)
    finding, on_bumps, answer = a_change(data, world)
    assume(finding.id != "eye_zone")  # where the site leaves one zone it is never unknown
    silent = with_answer(case, finding.id, UNKNOWN, on_bumps=on_bumps)
    before = decide(silent, world.quick)

    after = decide(with_answer(case, finding.id, answer, on_bumps=on_bumps), world.quick)

    assert not before.settled or after.when <= before.when


# Law 2, contradicting answers warn if any value warns and clear only if all clear


@settings(max_examples=150)
@given(data=st.data())
def test_contradicting_answers_are_as_urgent_as_either_and_as_free_as_neither(
    data: st.DataObject, world: World
) -> None:
    case = data.draw(world.somebody)
    case = replace(case, lesions=case.lesions[:1])
    finding, on_bumps = data.draw(
        st.sampled_from([each for each in askable(world) if each[0].kind is not FindingKind.WORDS])
    )
    pair = data.draw(
        st.lists(known_answers(finding, world.rules), min_size=2, max_size=2, unique=True)
    )
    values = tuple(each.value for each in pair if isinstance(each, Known))
    apart = [
        decide(with_answer(case, finding.id, each, on_bumps=on_bumps), world.quick) for each in pair
    ]

    both = decide(
        with_answer(case, finding.id, Contradictory(values), on_bumps=on_bumps), world.quick
    )

    assert both.when == max(each.when for each in apart)
    assert both.home_care.person == min(each.home_care.person for each in apart)
    lowest = min(each.home_care.lesions[0].rung for each in apart)
    assert both.home_care.lesions[0].rung <= lowest
    if finding.id not in {"site", "eye_zone"}:
        assert no_higher(rungs(both), [min(r) for r in zip(*map(rungs, apart), strict=True)])


# The ladder


@settings(max_examples=150)
@given(data=st.data())
def test_nothing_is_ever_put_on_lash_line_or_lid_skin(data: st.DataObject, world: World) -> None:
    care = decide(data.draw(world.anybody), world.quick).home_care

    assert [care.zones[zone] for zone in LIDS] == [Rung.NOTHING, Rung.NOTHING]
    assert care.zones[Zone.EYE_BONE] <= Rung.GENTLE
    for bump in care.lesions:
        if set(bump.zones) & set(LIDS):
            assert bump.rung is Rung.NOTHING


@settings(max_examples=100)
@given(data=st.data(), age=st.integers(0, months(12) - 1))
def test_no_product_for_anybody_under_twelve_months(
    data: st.DataObject, age: int, world: World
) -> None:
    case = with_answer(data.draw(world.anybody), "age", age)

    assert set(rungs(decide(case, world.quick))) == {Rung.NOTHING}


@settings(max_examples=100)
@given(
    data=st.data(),
    age=st.integers(0, months(3) - 1),
    fever=st.sampled_from(("38_or_more", "feels_hot")),
)
def test_fever_under_three_months_is_now(
    data: st.DataObject, age: int, fever: str, world: World
) -> None:
    case = with_answer(with_answer(data.draw(world.anybody), "age", age), "fever", fever)

    assert decide(case, world.quick).when is When.NOW


@settings(max_examples=100)
@given(
    data=st.data(),
    said=st.sampled_from(
        [Known(w) for w in ("pregnant", "trying", "possible", "rather_not_say")]
        + [UNKNOWN, Unknown(asked=True), Contradictory(("not_pregnant", "possible"))]
    ),
)
def test_pregnant_trying_possible_or_not_said_never_reaches_a_retinoid(
    data: st.DataObject, said: Answer, world: World
) -> None:
    case = with_answer(data.draw(world.anybody), "pregnancy", said)

    assert max(rungs(decide(case, world.quick))) <= Rung.WASH_OFF_ACID


@settings(max_examples=100)
@given(data=st.data(), age=st.integers(0, years(18) - 1))
def test_nobody_under_eighteen_reaches_a_retinoid(
    data: st.DataObject, age: int, world: World
) -> None:
    case = with_answer(data.draw(world.anybody), "age", age)

    assert max(rungs(decide(case, world.quick))) <= Rung.WASH_OFF_ACID


@settings(max_examples=60)
@given(data=st.data())
def test_expired_knowledge_offers_nothing_above_gentle_and_keeps_its_urgency(
    data: st.DataObject, world: World
) -> None:
    case = with_answer(data.draw(world.anybody), "knowledge_expired", "no")

    fresh = decide(case, world.quick)
    old = decide(with_answer(case, "knowledge_expired", "yes"), world.quick)

    assert (old.when, old.door) == (fresh.when, fresh.door)
    assert max(rungs(old)) <= Rung.GENTLE
    assert no_higher(rungs(old), rungs(fresh))


# Law 3, useless is unsafe too


@settings(max_examples=100)
@given(data=st.data(), age=st.integers(months(12), years(110)))
def test_a_flag_in_one_zone_never_takes_gentle_from_another(
    data: st.DataObject, age: int, world: World
) -> None:
    """Whatever is said of a bump on the body, the face of a person older than a baby keeps at
    least ``gentle``: no rule about a person lowers it further."""
    bump = data.draw(world.anybody.filter(lambda case: bool(case.lesions))).lesions[0]
    there = {
        **bump.answers,
        FindingId("site"): Known("trunk"),
        FindingId("eye_zone"): Known("body"),
    }
    case = with_answer(data.draw(world.anybody), "age", age)

    care = decide(replace(case, lesions=(replace(bump, answers=there),)), world.quick).home_care

    assert care.person >= Rung.GENTLE
    assert care.zones[Zone.FACE] >= Rung.GENTLE
    assert care.zones[Zone.EYE_BONE] == Rung.GENTLE


@settings(max_examples=100)
@given(data=st.data(), age=st.integers(years(18), years(110)))
def test_who_has_answered_everything_climbs_as_high_as_no_rule_forbids(
    data: st.DataObject, age: int, world: World
) -> None:
    """With a full answer to everything nothing is withheld: the rung is that of the lowest rule
    that fired, and where none speaks of a rung, the highest there is; gentle in an emergency."""
    case = with_answer(data.draw(world.complete), "age", age)

    result = decide(case, world.quick)

    effects = {str(rule.id): rule.effect for rule in world.rules.rules}
    said = [effects[rule].rung for rule, about in sure(result) if about is None]
    allowed = min((rung for rung in said if rung is not None), default=Rung.LOW_RETINOID)
    if result.when is When.NOW:
        allowed = min(allowed, Rung.GENTLE)
    assert result.settled
    assert not any(each.possible for each in result.fired)
    assert result.home_care.person is allowed


@settings(max_examples=60)
@given(
    age=st.integers(years(18), years(50) - 1),
    site=st.sampled_from(("cheek", "forehead", "nose", "chin", "jaw", "temple")),
    colour=st.sampled_from(("white", "yellow", "skin_coloured")),
    size=st.integers(1, 30),
    pattern=st.sampled_from(("scattered", "cluster", "same_both_sides", "row", "single")),
    present=st.integers(0, years(30)),
    pregnancy=st.sampled_from(sorted(each.value for each in NOT_PREGNANT)),
)
def test_the_ordinary_adult_gets_no_rush_and_the_highest_rung(  # noqa: PLR0913 - one per answer
    age: int,
    site: str,
    colour: str,
    size: int,
    pattern: str,
    present: int,
    pregnancy: str,
    world: World,
) -> None:
    bump = a_bump(site=site, colour=colour, size_mm=size, pattern=pattern, present_for=present)

    result = decide(a_person(bump, age=age, pregnancy=pregnancy), world.quick)

    assert result.when is When.NO_RUSH
    assert {each.rule for each in result.fired} == {"usual", "not-looked-at"}
    assert result.home_care.zones[Zone.FACE] is Rung.LOW_RETINOID
    assert result.home_care.lesions[0].rung is Rung.LOW_RETINOID


def test_no_rule_about_everybody_lowers_a_rung(world: World) -> None:
    """What acts while it is possible acts on nearly everybody; it may not cost them a rung.

    Except on those who wrote of a danger themselves.
    """
    acting = [
        rule
        for rule in world.rules.rules
        if rule.when_possible is WhenPossible.ACT
        and FindingId("words_mention") not in rule.when.reads
    ]

    assert acting
    assert all(rule.effect.rung is None for rule in acting)
