"""The axes and items that ship: ours in wording, and able to settle what they ask about."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from milium.domain.answers import Answer, Known
from milium.domain.evidence import Grade
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, Item, Side, SkinTypeRules
from milium.engine.skin_types import type_skin
from milium.kb.build_plans import build_skin_types
from milium.kb.collections import Collections
from milium.kb.read import RawKnowledge, knowledge_files, knowledge_root, read_raw

NEVER_SAID = re.compile(r"\b(proven|safe|best|cleared|guaranteed|baumann)\b", re.IGNORECASE)
OWN = re.compile(r"own wording; construct from .+; calibration: none")


@pytest.fixture(scope="module")
def raw() -> RawKnowledge:
    mine = ("skin_types/", "sources/skin_types", "text/en/skin_types")
    contents = knowledge_files(knowledge_root())
    return read_raw({path: data for path, data in contents.items() if path.startswith(mine)})


@pytest.fixture(scope="module")
def rules(raw: RawKnowledge) -> SkinTypeRules:
    return build_skin_types(Collections(raw))


def _lowest(item: Item) -> str:
    return item.words[-1 if item.reverse else 0]


def _highest(item: Item) -> str:
    return item.words[0 if item.reverse else -1]


def test_four_axes_stand_in_the_order_of_their_letters(rules: SkinTypeRules) -> None:
    assert [axis.axis for axis in rules.axes] == list(Axis)
    assert "".join(axis.high for axis in rules.axes) == "OSPW"
    assert "".join(axis.low for axis in rules.axes) == "DRNT"


def test_every_axis_has_four_items_of_four_words(rules: SkinTypeRules) -> None:
    for axis in Axis:
        mine = [item for item in rules.items if item.axis is axis]
        assert [len(item.words) for item in mine] == [4, 4, 4, 4]


def test_thresholds_rise_and_items_weigh_something(rules: SkinTypeRules) -> None:
    for item in rules.items:
        assert all(low < high for low, high in pairwise(item.thresholds)), item.id
        assert 50 <= item.discrimination <= 200, item.id


def test_every_item_is_own_wording_of_a_cited_construct_and_opinion(rules: SkinTypeRules) -> None:
    for item in rules.items:
        assert OWN.fullmatch(item.provenance), item.id
        assert item.evidence.grade is Grade.D, item.id


def test_every_question_word_and_axis_has_its_sentence(
    raw: RawKnowledge, rules: SkinTypeRules
) -> None:
    parts = ("name", "high", "low", "between", "not_asked", "means_high", "means_low")
    wanted = {f"axis.{axis.value}.{part}" for axis in Axis for part in parts}
    wanted |= {f"item.{item.id}.{word}" for item in rules.items for word in item.words}
    wanted |= {str(item.question) for item in rules.items}

    assert set(raw.texts["en"]) == wanted


def test_no_sentence_says_a_word_we_never_say(raw: RawKnowledge) -> None:
    said = {key: text for key, text in raw.texts["en"].items() if NEVER_SAID.search(text)}

    assert said == {}


def test_highest_and_lowest_answers_give_the_letters(rules: SkinTypeRules) -> None:
    high: dict[ItemId, Answer] = {item.id: Known(_highest(item)) for item in rules.items}
    low: dict[ItemId, Answer] = {item.id: Known(_lowest(item)) for item in rules.items}

    assert type_skin(high, rules).letters == "OSPW"
    assert type_skin(low, rules).letters == "DRNT"


def test_cheeks_that_pull_every_day_speak_for_dry(rules: SkinTypeRules) -> None:
    result = type_skin({ItemId("cheeks-pull"): Known("every_day")}, rules).axes[Axis.OILY_DRY]

    assert result.high < 50


def test_shiny_middle_with_dry_cheeks_is_between(rules: SkinTypeRules) -> None:
    answers: dict[ItemId, Answer] = {
        ItemId("centre-shine"): Known("clearly"),
        ItemId("tissue-print"): Known("clear_mark"),
        ItemId("cheek-shine"): Known("not_at_all"),
        ItemId("cheeks-pull"): Known("every_day"),
    }

    assert type_skin(answers, rules).axes[Axis.OILY_DRY].side is Side.BETWEEN


@pytest.mark.parametrize("known_type", ["OSPW", "DRNT"])
def test_known_type_alone_never_names_a_side(rules: SkinTypeRules, known_type: str) -> None:
    skin_type = type_skin({}, rules, known_type=known_type)

    assert {result.side for result in skin_type.axes.values()} == {Side.NOT_ASKED}
    assert all(20 < result.high < 80 for result in skin_type.axes.values())


@pytest.mark.parametrize("axis", list(Axis))
@pytest.mark.parametrize("answer", [_lowest, _highest])
def test_interview_of_one_axis_ends_with_a_clear_side(
    rules: SkinTypeRules, axis: Axis, answer: Callable[[Item], str]
) -> None:
    by_id = {item.id: item for item in rules.items}
    answers: dict[ItemId, Answer] = {}

    while item_id := type_skin(answers, rules).axes[axis].next_item:
        answers[item_id] = Known(answer(by_id[item_id]))

    assert 2 <= len(answers) <= 4
    assert type_skin(answers, rules).axes[axis].side in {Side.HIGH, Side.LOW}


def test_every_source_of_ours_is_cited(raw: RawKnowledge, rules: SkinTypeRules) -> None:
    defined = {entry.text("id") for entry in Collections(raw).entries("sources.sources")}
    evidence = [axis.evidence for axis in rules.axes] + [item.evidence for item in rules.items]
    cited = {str(citation.source) for each in evidence for citation in each.citations}

    assert defined <= cited
    assert cited - defined == {"background-knowledge"}
