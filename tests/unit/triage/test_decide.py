"""How rules combine: the most urgent, the lowest rung, the first door; never anything calmer."""

from dataclasses import replace

import pytest

from milium.domain.answers import UNKNOWN, Known
from milium.domain.findings import Scope
from milium.domain.ids import MessageId
from milium.domain.triage import (
    Disposition,
    DispositionRule,
    Door,
    LiftedBy,
    Likeness,
    Rung,
    When,
    WhenPossible,
    Zone,
)
from milium.engine.triage.zones import whereabouts
from tests.builders.cases import a_bump, a_person, an_adult, answers, without
from tests.builders.rules import NEVER, a_rule, an_effect, one_of
from tests.builders.triage import FITS, a_feature, a_look, decide, fired_ids, triage_rules

HOT = one_of("fever", "yes")
BLED = one_of("bleeding", "yes")
SICK = an_adult(fever="yes", bleeding="yes", site="cheek", named_by="nobody")
WELL = an_adult(fever="no", bleeding="no", site="cheek", named_by="nobody")
SILENT = without(WELL, "fever", "bleeding")


def bump_rule(name: str, rung: Rung, possible: WhenPossible = WhenPossible.ASK) -> object:
    effect = an_effect(When.WITHIN_2_WEEKS, rung=rung)
    return a_rule(name, BLED, effect, scope=Scope.LESION, when_possible=possible)


def test_the_most_urgent_rule_names_when_door_and_action() -> None:
    rules = triage_rules(
        a_rule("calm", HOT, an_effect(When.NO_RUSH, door=Door.PHARMACIST, action="action.calm")),
        a_rule("soon", HOT, an_effect(When.SAME_DAY, door=Door.EMERGENCY, action="action.soon")),
        a_rule("silent", HOT, an_effect()),
    )

    found = decide(SICK, rules)

    assert (found.when, found.door, found.action.id) == (
        When.SAME_DAY, Door.EMERGENCY, "action.soon",
    )  # fmt: skip
    assert fired_ids(found) == {"calm", "soon", "silent"}
    assert [fired.rule for fired in found.fired] == ["soon", "calm", "silent"]


def test_the_usual_action_stands_where_no_rule_has_one() -> None:
    assert decide(WELL, triage_rules()).action.id == "action.usual"


def test_a_family_doctor_comes_first_where_they_do() -> None:
    found = decide(SICK, triage_rules(a_rule("d", HOT, an_effect(door=Door.DERMATOLOGIST))))

    assert (found.door_wanted, found.door) == (Door.DERMATOLOGIST, Door.FAMILY_DOCTOR)


def test_who_is_everybody_named_less_whom_a_rule_rules_out() -> None:
    rules = triage_rules(
        a_rule("a", HOT, an_effect(When.NO_RUSH, who=("pharmacist", "esthetician"))),
        a_rule("b", HOT, an_effect(When.SAME_DAY, who=("doctor",), not_who=("esthetician",))),
    )

    found = decide(SICK, rules)

    assert (found.who, found.not_who) == (("doctor", "pharmacist"), ("esthetician",))


@pytest.mark.parametrize(
    ("possible", "when", "rung"),
    [
        (WhenPossible.ASK, When.NOTHING_NEEDED, Rung.LOW_RETINOID),
        (WhenPossible.WITHHOLD, When.NOTHING_NEEDED, Rung.GENTLE),
        (WhenPossible.ACT, When.SAME_DAY, Rung.NOTHING),
    ],
)
def test_a_possible_rule_does_what_it_says(possible: WhenPossible, when: When, rung: Rung) -> None:
    rule = a_rule("r", HOT, an_effect(When.SAME_DAY, rung=Rung.NOTHING), when_possible=possible)

    found = decide(SILENT, triage_rules(rule))

    assert (found.when, found.home_care.person) == (when, rung)
    assert [fired.possible for fired in found.fired] == [True] * (possible is WhenPossible.ACT)


def test_a_possible_rule_that_could_be_more_urgent_unsettles_the_answer() -> None:
    rules = triage_rules(a_rule("r", HOT, an_effect(When.SAME_DAY)))

    silent, well = decide(SILENT, rules), decide(WELL, rules)

    assert (silent.settled, silent.action.id) == (False, "action.waiting")
    assert [(m.finding, m.rules) for m in silent.unknown_that_matter] == [("fever", ("r",))]
    assert (well.settled, well.unknown_that_matter) == (True, ())


def test_an_unfinished_list_that_matters_is_named() -> None:
    rules = triage_rules(a_rule("r", one_of("risks", "sun"), an_effect(When.SAME_DAY)))
    case = an_adult(risks=UNKNOWN, fever="no")

    assert [m.finding for m in decide(case, rules).unknown_that_matter] == ["risks"]


def test_what_is_worked_out_is_never_asked() -> None:
    rules = triage_rules(a_rule("r", one_of("looked_at", "yes"), an_effect(When.SAME_DAY)))

    found = decide(without(WELL, "named_by"), rules)

    assert found.unknown_that_matter == ()


def test_a_zone_has_the_lowest_rung_of_person_zone_and_bump() -> None:
    rules = triage_rules(bump_rule("bled", Rung.GENTLE))  # type: ignore[arg-type]

    zones = decide(SICK, rules).home_care.zones

    assert zones == {
        Zone.LASH_LINE: Rung.NOTHING, Zone.LID_SKIN: Rung.NOTHING, Zone.EYE_BONE: Rung.GENTLE,
        Zone.FACE: Rung.GENTLE, Zone.BODY: Rung.LOW_RETINOID,
    }  # fmt: skip


def test_a_flagged_bump_takes_nothing_from_another_zone() -> None:
    rules = triage_rules(bump_rule("bled", Rung.NOTHING))  # type: ignore[arg-type]
    bumps = (
        a_bump("1", site="arm", eye_zone="body", bleeding="yes"),
        a_bump("2", site="cheek", bleeding="no"),
    )

    care = decide(a_person(*bumps), rules).home_care

    assert care.zones[Zone.BODY] is Rung.NOTHING
    assert care.zones[Zone.FACE] is Rung.LOW_RETINOID
    assert [(each.lesion, each.rung) for each in care.lesions] == [
        ("1", Rung.NOTHING), ("2", Rung.LOW_RETINOID),
    ]  # fmt: skip


def test_a_bump_somewhere_takes_gentle_from_no_zone() -> None:
    rules = triage_rules(bump_rule("bled", Rung.NOTHING))  # type: ignore[arg-type]
    case = without(a_person(a_bump("1", bleeding="yes")), "site", "eye_zone")

    care = decide(case, rules).home_care

    assert care.zones[Zone.FACE] is Rung.GENTLE
    assert care.lesions[0].rung is Rung.NOTHING


def test_who_may_lift_a_rung_is_the_strictest_of_those_that_hold_it() -> None:
    rules = triage_rules(
        a_rule("a", HOT, an_effect(rung=Rung.GENTLE, lifted_by=LiftedBy.PHARMACIST)),
        a_rule("b", HOT, an_effect(rung=Rung.GENTLE, lifted_by=LiftedBy.NOBODY)),
        a_rule("c", HOT, an_effect(rung=Rung.WASH_OFF_ACID)),
    )

    care = decide(SICK, rules).home_care

    assert (care.because, care.lifted_by) == (("a", "b"), LiftedBy.NOBODY)
    assert decide(WELL, rules).home_care.lifted_by is None


def test_urgency_because_of_a_bump_is_told_apart() -> None:
    rules = triage_rules(a_rule("hot", HOT, an_effect(When.SAME_DAY)))

    found = decide(SICK, rules)

    assert (found.when, found.bump_when) == (When.SAME_DAY, When.NOTHING_NEEDED)


def test_now_keeps_only_the_lines_that_belong_to_it() -> None:
    rules = triage_rules(
        a_rule("now", HOT, an_effect(When.NOW, tonight=("tonight.go",))),
        a_rule("other", HOT, an_effect(When.NO_RUSH, tonight=("tonight.rest",))),
    )

    assert [line.id for line in decide(SICK, rules).tonight] == ["tonight.go"]


def test_a_line_for_tonight_that_another_says_as_well_is_left_out() -> None:
    rules = replace(
        triage_rules(a_rule("b", HOT, an_effect(When.NO_RUSH, tonight=("tonight.b", "tonight.a")))),
        covers={MessageId("tonight.a"): (MessageId("tonight.b"), MessageId("tonight.c"))},
    )

    assert [line.id for line in decide(SICK, rules).tonight] == ["tonight.a"]


def test_lines_for_tonight_stand_once_the_most_urgent_first() -> None:
    rules = triage_rules(
        a_rule("b", HOT, an_effect(When.NO_RUSH, tonight=("tonight.b", "tonight.a"))),
        a_rule("a", HOT, an_effect(When.SAME_DAY, tonight=("tonight.a",))),
    )

    assert [line.id for line in decide(SICK, rules).tonight] == ["tonight.a", "tonight.b"]


@pytest.mark.parametrize(
    ("said", "looked_at"),
    [
        ("doctor", Known("yes")), ("nobody", Known("no")), (UNKNOWN, UNKNOWN),
        (("nobody", "doctor"), Known("no")),
    ],
)  # fmt: skip
def test_somebody_has_looked_only_if_all_answers_say_so(said: object, looked_at: object) -> None:
    found = decide(an_adult(named_by=said), triage_rules())  # type: ignore[arg-type]

    assert found.answers["looked_at"] == looked_at  # type: ignore[index]


def test_one_bump_nobody_has_looked_at_is_enough() -> None:
    bumps = (a_bump("1", named_by="doctor"), a_bump("2", named_by="nobody"))

    assert decide(a_person(*bumps), triage_rules()).answers["looked_at"] == Known("no")  # type: ignore[index]


def test_the_first_disposition_that_fits_is_named() -> None:
    urgent = DispositionRule(Disposition.EMERGENCY_TODAY, When.SAME_DAY, When.NOW, HOT)
    rules = triage_rules(a_rule("r", HOT, an_effect(When.SAME_DAY)), dispositions=(urgent, FITS))

    assert decide(SICK, rules).disposition is Disposition.EMERGENCY_TODAY
    assert decide(WELL, rules).disposition is Disposition.PHARMACIST_OR_SELF_CARE


@pytest.mark.parametrize(
    ("said", "zones"),
    [
        ({"site": "cheek"}, (Zone.FACE,)),
        ({"site": "eyelid"}, (Zone.LASH_LINE, Zone.LID_SKIN)),
        ({"site": "eyelid", "eye_zone": "lid_skin"}, (Zone.LID_SKIN,)),
        ({"site": "cheek", "eye_zone": "lid_skin"}, (Zone.LID_SKIN, Zone.FACE)),
        ({"eye_zone": ("lid_skin", "face")}, (Zone.LID_SKIN, Zone.FACE)),
        ({"eye_zone": []}, tuple(Zone)),
        ({}, tuple(Zone)),
    ],
)
def test_a_zone_named_narrows_what_the_site_allows(
    said: dict[str, object], zones: tuple[Zone, ...]
) -> None:
    assert whereabouts(answers(said), triage_rules()).may == zones  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("like", "unlike", "likeness"),
    [
        (one_of("bleeding", "no"), NEVER, Likeness.LIKE),
        (one_of("bleeding", "yes"), NEVER, Likeness.PARTLY),
        (one_of("size", "x"), NEVER, Likeness.PARTLY),
        (one_of("fever", "no"), one_of("bleeding", "no"), Likeness.UNLIKE),
    ],
)
def test_how_far_a_description_fits(like: object, unlike: object, likeness: Likeness) -> None:
    rules = triage_rules(looks=(a_look(like=like, unlike=unlike),))  # type: ignore[arg-type]

    assert decide(an_adult(bleeding="no", fever="no", size=10), rules).impression.likeness is (
        likeness
    )


def test_without_the_answers_nobody_can_tell() -> None:
    rules = triage_rules(looks=(a_look(like=one_of("bleeding", "no")),))

    found = decide(without(WELL, "bleeding"), rules)

    assert found.impression.likeness is Likeness.CANNOT_TELL


def test_without_a_usual_picture_for_this_person_it_is_unlike() -> None:
    rules = triage_rules(looks=(a_look(shown=HOT), a_look("other", like=NEVER)))

    assert decide(WELL, rules).impression.likeness is Likeness.UNLIKE


def test_look_alikes_are_ordered_by_what_speaks_for_them() -> None:
    rules = triage_rules(
        looks=(
            a_look("weak", like=NEVER, speaks_for=(a_feature("f.weak"),)),
            a_look("strong", like=NEVER, speaks_for=(a_feature("f.strong", weight=3),)),
            a_look("even", like=NEVER, speaks_for=(a_feature("f"),),
                   speaks_against=(a_feature("g"),)),
            a_look("hidden", like=NEVER, shown=HOT, speaks_for=(a_feature("f", weight=9),)),
            a_look("milia", speaks_for=(a_feature("f.milia"), a_feature("f.not", HOT)),
                   speaks_against=(a_feature("f.against"),)),
        )
    )  # fmt: skip

    impression = decide(WELL, rules).impression

    assert impression.conditions == ("strong", "weak")
    assert [r.message.id for r in impression.speaks_for] == ["f.milia"]
    assert [r.message.id for r in impression.speaks_against] == ["f.against"]
