"""The axes and items that ship: ours in wording, and able to settle what they ask about."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise, product

import pytest

from milium.domain.answers import Answer, Known
from milium.domain.evidence import Grade
from milium.domain.ids import ItemId
from milium.domain.knowledge import Knowledge
from milium.domain.skin_types import (
    Axis,
    Calibration,
    FacePart,
    Item,
    Side,
    SkinTypeRules,
    Spread,
    Topic,
    Wording,
)
from milium.engine.skin_types import next_item, type_skin
from milium.kb.read import knowledge_files, knowledge_root, read_raw

NEVER_SAID = re.compile(r"\b(proven|safe|best|cleared|guaranteed|baumann)\b", re.IGNORECASE)
COLOUR_OR_ORIGIN = re.compile(
    r"\b(pale|fair|white|black|brown skin|tan|tans|freckles?|blush\w*|ethnic\w*|race|caucasian"
    r"|asian|african|women|woman|men|man|lipstick|foundation|mascara)\b",
    re.IGNORECASE,
)
LONGEST_WORDS = 40
PARTS = {"name", "high", "low", "between", "not_asked", "means_high", "means_low", "short_high",
         "short_low"}  # fmt: skip


@pytest.fixture(scope="module")
def rules(knowledge: Knowledge) -> SkinTypeRules:
    return knowledge.skin_types


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    """Every sentence of the one file that skin types speak with."""
    mine = "text/en/skin_types.yaml"
    contents = knowledge_files(knowledge_root())
    return read_raw({mine: contents[mine]}).texts["en"]


def _lowest(item: Item) -> str:
    return item.words[-1 if item.reverse else 0]


def _highest(item: Item) -> str:
    return item.words[0 if item.reverse else -1]


def test_four_axes_stand_in_the_order_of_their_letters(rules: SkinTypeRules) -> None:
    assert [axis.axis for axis in rules.axes] == list(Axis)
    assert "".join(axis.high for axis in rules.axes) == "OUML"
    assert "".join(axis.low for axis in rules.axes) == "DCFE"


def test_every_axis_has_ten_items_of_four_words(rules: SkinTypeRules) -> None:
    for axis in Axis:
        mine = [item for item in rules.items if item.axis is axis]
        assert [len(item.words) for item in mine] == [4] * 10


def test_centre_and_cheeks_have_five_items_each_and_no_other_axis_has_parts(
    rules: SkinTypeRules,
) -> None:
    counts = Counter((item.axis, item.part) for item in rules.items if item.part)

    assert counts == {(Axis.OILY_DRY, part): 5 for part in FacePart}


def test_our_letters_are_never_taken_for_those_of_another_type(rules: SkinTypeRules) -> None:
    types = [
        {"".join(letters) for letters in product(*pairs)}
        for pairs in (
            [(axis.high, axis.low) for axis in rules.axes],
            [axis.elsewhere for axis in rules.axes],
        )
    ]

    assert [len(each) for each in types] == [16, 16]
    assert types[0].isdisjoint(types[1])


def test_thresholds_rise_and_items_weigh_something(rules: SkinTypeRules) -> None:
    for item in rules.items:
        assert all(low < high for low, high in pairwise(item.thresholds)), item.id
        assert 50 <= item.discrimination <= 200, item.id


def test_every_item_is_in_our_own_words_with_the_source_of_its_idea(
    rules: SkinTypeRules, knowledge: Knowledge
) -> None:
    for item in rules.items:
        cited = {citation.source for citation in item.evidence.citations}
        assert item.provenance.wording is Wording.OWN, item.id
        assert item.provenance.calibration is Calibration.NONE, item.id
        assert item.provenance.idea in cited & set(knowledge.sources), item.id
        assert item.evidence.grade is Grade.D, item.id


def test_no_idea_is_from_the_published_questionnaire(rules: SkinTypeRules) -> None:
    ideas = {item.provenance.idea for item in rules.items}

    assert ideas.isdisjoint({"baumann-2014", "retake-page", "milia-article", "lee-2019"})


def test_every_sentence_is_used_and_every_use_has_its_sentence(
    texts: Mapping[str, str], rules: SkinTypeRules
) -> None:
    wanted = {f"axis.{axis.value}.{part}" for axis in Axis for part in PARTS}
    wanted |= {f"item.{item.id}.{word}" for item in rules.items for word in item.words}
    wanted |= {str(item.question) for item in rules.items}
    wanted |= {str(advice.message) for advice in rules.advice}
    wanted |= {str(surety.message) for surety in rules.sureties}
    wanted |= {f"topic.{topic.value}" for topic in Topic}

    assert {key for key in texts if not key.startswith("skin-type.")} == wanted


def test_no_question_asks_for_colour_origin_sex_or_make_up(
    texts: Mapping[str, str], rules: SkinTypeRules
) -> None:
    mine = [*(str(item.question) for item in rules.items)]
    mine += [f"item.{item.id}.{word}" for item in rules.items for word in item.words]

    assert {key: texts[key] for key in mine if COLOUR_OR_ORIGIN.search(texts[key])} == {}


def test_redness_is_never_asked_for_without_darker_skin(texts: Mapping[str, str]) -> None:
    red = [text for key, text in texts.items() if key.startswith("item.") and " red" in text]

    assert red
    assert all("darker skin" in text for text in red)


def test_a_question_fits_a_phone(texts: Mapping[str, str], rules: SkinTypeRules) -> None:
    lengths = {str(item.id): len(texts[str(item.question)].split()) for item in rules.items}

    assert {item: words for item, words in lengths.items() if words > LONGEST_WORDS} == {}


def test_words_for_a_probability_fall_and_reach_down_to_even(rules: SkinTypeRules) -> None:
    starts = [surety.from_hundredths for surety in rules.sureties]

    assert starts == sorted(starts, reverse=True)
    assert starts[-1] == 50
    assert {axis.clear_from for axis in rules.axes} <= set(starts)


def test_no_sentence_says_a_word_we_never_say(texts: Mapping[str, str]) -> None:
    said = {key: text for key, text in texts.items() if NEVER_SAID.search(text)}

    assert said == {}


def test_highest_and_lowest_answers_give_the_letters(rules: SkinTypeRules) -> None:
    high: dict[ItemId, Answer] = {item.id: Known(_highest(item)) for item in rules.items}
    low: dict[ItemId, Answer] = {item.id: Known(_lowest(item)) for item in rules.items}

    assert type_skin(high, rules).letters == "OUML"
    assert type_skin(low, rules).letters == "DCFE"


def test_cheeks_that_pull_every_day_speak_for_dry(rules: SkinTypeRules) -> None:
    result = type_skin({ItemId("cheeks-pull"): Known("every_day")}, rules).axes[Axis.OILY_DRY]

    assert result.high < 50


def test_shiny_middle_with_dry_cheeks_is_combination(rules: SkinTypeRules) -> None:
    answers: dict[ItemId, Answer] = {
        ItemId("centre-shine"): Known("a_lot"),
        ItemId("tissue-print"): Known("see_through"),
        ItemId("cheek-shine"): Known("not_at_all"),
        ItemId("cheeks-pull"): Known("every_day"),
    }

    result = type_skin(answers, rules).axes[Axis.OILY_DRY]

    assert (result.side, result.spread) == (Side.BETWEEN, Spread.COMBINATION)
    assert next_item(answers, rules) == "sting-triggers"


@pytest.mark.parametrize("known_type", ["OSPW", "DRNT", "OUML", "DCFE"])
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

    assert 2 <= len(answers) <= 3
    assert type_skin(answers, rules).axes[axis].side in {Side.HIGH, Side.LOW}
