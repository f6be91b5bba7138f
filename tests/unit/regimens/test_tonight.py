"""Tonight, in at most three lines."""

import pytest

from milium.domain.exposure import VerdictKind
from milium.domain.messages import Message, say
from milium.domain.triage import Rung
from tests.builders.regimens import Owns, Request, a_line, a_person, some_rules


def ids(lines: tuple[Message, ...]) -> list[str]:
    return [line.id for line in lines]


def named(name: str, words: str = "plan.product") -> Message:
    return say(words, product=say("product.name", name=name))


def test_someone_who_owns_nothing_is_told_to_wash_and_to_keep_hands_off() -> None:
    plan = Request().plan()

    assert ids(plan.tonight) == ["tonight.wash", "tonight.hands-off"]


@pytest.mark.parametrize(("lines", "shown"), [(2, 2), (3, 3), (4, 3), (9, 3)])
def test_never_more_than_the_first_three_lines_are_shown(lines: int, shown: int) -> None:
    names = [f"line-{number}" for number in range(lines)]

    plan = Request(rules=some_rules(tonight=tuple(a_line(name) for name in names))).plan()

    assert ids(plan.tonight) == [f"tonight.{name}" for name in names[:shown]]


def test_a_line_whose_condition_is_unknown_is_not_shown() -> None:
    plan = Request(said={"scrubs": "unknown"}).plan()

    assert "tonight.no-scrub" not in ids(plan.tonight)


def test_one_product_worth_leaving_out_is_named() -> None:
    plan = Request(shelf=(Owns("Balm", "other", VerdictKind.LEAVE_OUT_FIRST),)).plan()

    assert plan.tonight[0] == say("tonight.leave-out", products=named("Balm"))


def test_a_product_to_keep_off_the_eyes_is_named_with_the_place() -> None:
    plan = Request(shelf=(Owns("Balm", "other", VerdictKind.NOT_ROUND_THE_EYES),)).plan()

    balm = named("Balm", "plan.product.round-the-eyes")
    assert plan.tonight[0] == say("tonight.leave-out", products=balm)


def test_several_products_are_listed_strongest_advice_first() -> None:
    shelf = (
        Owns("A", "other", VerdictKind.NOT_ROUND_THE_EYES),
        Owns("B", "other", VerdictKind.LEAVE_OUT_FIRST),
        Owns("C", "other", VerdictKind.NOT_FOR_YOU_NOW),
        Owns("D", "other"),
    )

    plan = Request(shelf=shelf).plan()

    pair = say("plan.list.pair", first=named("B"), last=named("A", "plan.product.round-the-eyes"))
    listed = say("plan.list.more", first=named("C", "plan.product.not-now"), rest=pair)
    assert plan.tonight[0] == say("tonight.leave-out", products=listed)


def test_a_medicine_worth_leaving_out_is_not_named_tonight() -> None:
    shelf = (Owns("Cream", "moisturiser", VerdictKind.LEAVE_OUT_FIRST, prescribed=True),)

    plan = Request(shelf=shelf).plan()

    assert "tonight.leave-out" not in ids(plan.tonight)


def test_a_medicine_that_is_not_for_now_is_named_with_whom_to_ask() -> None:
    shelf = (Owns("Cream", "retinoid", VerdictKind.NOT_FOR_YOU_NOW, prescribed=True),)

    plan = Request(shelf=shelf).plan()

    cream = named("Cream", "plan.product.ask-first")
    assert plan.tonight[0] == say("tonight.leave-out", products=cream)


def test_where_nothing_may_be_done_at_home_there_are_lines_but_no_steps() -> None:
    shelf = (Owns("Wash"), Owns("Balm", "other", VerdictKind.LEAVE_OUT_FIRST))

    plan = Request(home_care=a_person(Rung.NOTHING), shelf=shelf).plan()

    assert ids(plan.tonight) == ["tonight.nothing-on", "tonight.leave-out", "tonight.hands-off"]
    assert plan.steps == ()
    assert plan.calendar == ()
    assert plan.irritation == ()
    assert plan.conflicts == ()
    assert [left.product for left in plan.left_out] == ["Balm"]


def test_a_line_about_the_shelf_may_fire_without_naming_anything() -> None:
    rules = some_rules(tonight=(a_line("leave-out"),))

    plan = Request(rules=rules, shelf=(Owns("Balm", verdict=VerdictKind.LEAVE_OUT_FIRST),)).plan()

    assert plan.tonight == (say("tonight.leave-out"),)
