"""What a verdict reads, written by two hands and compared."""

import pytest

from milium.domain.ids import IngredientClass, IngredientId
from milium.domain.knowledge import Knowledge
from milium.kb import KnowledgeError, differences, load_second_hand, to_write_twice
from milium.kb.second_hand import SecondHand, check_second_hand, read_second_hand

CITED = "citations: [{source: background-knowledge, locator: memory}]"


def second(text: str, knowledge: Knowledge) -> tuple[SecondHand, ...]:
    return read_second_hand({"proof/second_hand/a.yaml": text.encode()}, knowledge)


def one(ingredient: str, classes: str, more: str = "") -> str:
    return f"second_hand:\n  - {{ingredient: {ingredient}, classes: [{classes}], {more}{CITED}}}\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (one("petrolatum", "occlusive_rich"), 0),
        (one("petrolatum", ""), 1),
        (one("petrolatum", "occlusive_rich, oil_plant"), 1),
        (one("coconut-oil", "oil_plant, occlusive_rich"), 0),
        (one("glycerin", ""), 0),
        (one("bakuchiol", "retinoid_cosmetic"), 1),
        (one("retinyl-palmitate", "retinoid_ester", 'tiers: [{tier: "4"}], '), 1),
        (one("retinyl-palmitate", "occlusive_rich", 'tiers: [{tier: "4"}], '), 2),
    ],
)
def test_a_difference_between_the_hands_is_named(
    text: str, lines: int, knowledge: Knowledge
) -> None:
    found = differences(second(text, knowledge), knowledge.exposure)

    assert len(found) == lines
    assert all("proof/second_hand/a.yaml" in line for line in found)


def test_tiers_that_agree_are_no_difference(knowledge: Knowledge) -> None:
    rows = [row for row in knowledge.exposure.tiers if row.ingredient == "adapalene"]
    written = frozenset((row.tier, row.from_percent, row.below_percent) for row in rows)
    hand = SecondHand(
        IngredientId("adapalene"),
        frozenset({IngredientClass("retinoid_medicine")}),
        written,
        "here",
    )

    assert rows
    assert differences((hand,), knowledge.exposure) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (one("petrolatom", ""), "there is no ingredient 'petrolatom'"),
        (one("petrolatum", "occlusive_ritch"), "did you mean 'occlusive_rich'"),
        (one("petrolatum", "humectant"), "no class an advice turns on"),
        (one("petrolatum", "") + one("petrolatum", "")[13:], "too"),
        (one("petrolatum", "", "colour: red, "), "unknown key 'colour'"),
        ("second_hand:\n  - {ingredient: petrolatum, classes: []}\n", "has no citation"),
        (one("petrolatum", "").replace("background-knowledge", "nobody"), "cites 'nobody'"),
    ],
)
def test_what_is_wrong_is_named(text: str, problem: str, knowledge: Knowledge) -> None:
    with pytest.raises(KnowledgeError) as error:
        second(text, knowledge)

    assert problem in str(error.value)


def test_knowledge_whose_hands_differ_is_refused(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = one("petrolatum", "").encode()
    monkeypatch.setattr("milium.kb.second_hand.proof_files", lambda *_: {"a.yaml": text})

    with pytest.raises(KnowledgeError, match="first hand occlusive_rich; second hand none"):
        check_second_hand(knowledge)


def test_what_does_not_count_is_written_twice_too(knowledge: Knowledge) -> None:
    wanted = to_write_twice(knowledge.exposure)

    assert {"petrolatum", "bakuchiol", "talc"} <= set(wanted)
    assert "xanthan-gum" not in wanted
    assert list(wanted) == sorted(set(wanted))


NOT_YET = 182
"""How many still wait for a second hand. May only fall."""


def test_the_two_hands_agree_and_fewer_and_fewer_wait(knowledge: Knowledge) -> None:
    hands = load_second_hand(knowledge)
    waiting = set(to_write_twice(knowledge.exposure)) - {each.ingredient for each in hands}

    assert differences(hands, knowledge.exposure) == ()
    assert len(waiting) <= NOT_YET
