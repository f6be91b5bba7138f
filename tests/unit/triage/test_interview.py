"""Which question comes next: the largest reachable urgency first, and none that changes nothing."""

from milium.domain.answers import NOT_SURE
from milium.domain.cases import Case
from milium.domain.findings import Scope
from milium.domain.triage import TriageRules, When
from milium.engine.triage import next_question
from tests.builders.cases import a_bump, a_person, an_adult, without
from tests.builders.rules import NEVER, a_rule, an_effect, both, one_of
from tests.builders.triage import a_look, triage_rules

HOT = one_of("fever", "yes")
BLED = one_of("bleeding", "yes")
NOBODY = without(an_adult(), "fever", "bleeding", "risks", "named_by", "size")
NO_LOOK = (a_look(like=NEVER),)


def asked(case: Case, rules: TriageRules) -> str | None:
    found = next_question(case, rules, on=case.as_of)
    return None if found is None else f"{found.question.id}.{found.lesion or ''}".rstrip(".")


def test_the_question_that_reaches_furthest_comes_first() -> None:
    rules = triage_rules(
        a_rule("soon", one_of("risks", "sun"), an_effect(When.WITHIN_8_WEEKS)),
        a_rule("now", BLED, an_effect(When.NOW), scope=Scope.LESION),
        looks=NO_LOOK,
    )

    assert asked(NOBODY, rules) == "bleeding.1"


def test_of_equal_reach_the_one_that_decides_most_comes_first() -> None:
    rules = triage_rules(
        a_rule("a", HOT, an_effect(When.NOW)),
        a_rule("b", one_of("risks", "sun"), an_effect(When.NOW)),
        a_rule("c", one_of("risks", "transplant"), an_effect(When.NOW)),
        looks=NO_LOOK,
    )

    assert asked(NOBODY, rules) == "risks"


def test_of_equal_everything_the_order_of_the_knowledge_stands() -> None:
    rules = triage_rules(
        a_rule("a", one_of("risks", "sun"), an_effect(When.NOW)),
        a_rule("b", HOT, an_effect(When.NOW)),
        looks=NO_LOOK,
    )

    assert asked(NOBODY, rules) == "fever"


def test_each_bump_is_asked_about() -> None:
    rules = triage_rules(a_rule("a", BLED, an_effect(When.NOW), scope=Scope.LESION), looks=NO_LOOK)
    case = a_person(a_bump("1", bleeding="no"), without(NOBODY, "bleeding").lesions[0])

    two = without(a_person(a_bump("1"), a_bump("2")), "bleeding")

    assert asked(two, rules) == "bleeding.1"
    assert asked(a_person(a_bump("1", bleeding="no"), two.lesions[1]), rules) == "bleeding.2"
    assert case.lesions[0].answers["bleeding"] is not None  # type: ignore[index]


def test_nothing_is_asked_twice() -> None:
    rules = triage_rules(a_rule("a", HOT, an_effect(When.NOW)), looks=NO_LOOK)

    assert asked(NOBODY, rules) == "fever"
    assert asked(an_adult(fever=NOT_SURE), rules) is None


def test_what_cannot_change_the_answer_is_not_asked() -> None:
    rules = triage_rules(
        a_rule("same", both(HOT, one_of("risks", "sun")), an_effect(When.NOW)), looks=NO_LOOK
    )

    assert asked(an_adult(fever="no"), rules) is None


def test_once_it_is_now_nothing_more_is_asked() -> None:
    rules = triage_rules(
        a_rule("a", HOT, an_effect(When.NOW)), a_rule("b", BLED, an_effect(When.NOW),
                                                      scope=Scope.LESION),
        looks=NO_LOOK,
    )  # fmt: skip

    assert asked(without(an_adult(fever="yes"), "bleeding"), rules) is None


def test_what_only_helps_to_tell_what_it_is_comes_last() -> None:
    rules = triage_rules(a_rule("a", HOT, an_effect(When.NO_RUSH)), looks=(a_look(like=BLED),))

    assert asked(NOBODY, rules) == "fever"
    assert asked(without(an_adult(fever="no"), "bleeding"), rules) == "bleeding.1"
    assert asked(an_adult(fever="no", bleeding="no"), rules) is None


def test_a_picture_that_is_out_of_place_asks_nothing() -> None:
    rules = triage_rules(looks=(a_look(like=BLED, shown=HOT),))

    assert asked(without(an_adult(fever="no"), "bleeding"), rules) is None


def test_without_a_bump_there_is_one_of_which_nothing_is_known() -> None:
    rules = triage_rules(a_rule("a", BLED, an_effect(When.NOW), scope=Scope.LESION), looks=NO_LOOK)

    assert asked(a_person(), rules) == "bleeding.1"
