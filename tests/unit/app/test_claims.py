"""Cards of ingredients and labels: who says what, what was tested, how it is weighed."""

from dataclasses import replace

import pytest

from milium.app.claims import (
    HELP,
    MILIA,
    IngredientCard,
    Standing,
    claims_card,
    find_ingredient,
    ingredient_card,
    named_for,
    topics,
)
from milium.app.imagined import USES
from milium.app.naming import plain_name
from milium.domain.exposure import Claim, Stance, VerdictKind
from milium.domain.ids import IngredientId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient
from milium.engine.labels import read_label

KEEP, FIRST = VerdictKind.KEEP, VerdictKind.LEAVE_OUT_FIRST


def card(name: str, knowledge: Knowledge) -> IngredientCard:
    found = find_ingredient(name, knowledge)
    assert found is not None
    return ingredient_card(found, knowledge)


@pytest.mark.parametrize(
    ("name", "inci"),
    [
        ("Dimethicone", "DIMETHICONE"),
        ("vaseline", "PETROLATUM"),
        ("no such thing", None),
        ("SLS", "SODIUM LAURYL SULFATE"),
        (" coconut-oil ", "COCOS NUCIFERA OIL"),
        ("Vitamin B3", "NIACINAMIDE"),
        ("", None),
    ],
)
def test_an_ingredient_is_found_by_any_name_or_its_id(
    name: str, inci: str | None, knowledge: Knowledge
) -> None:
    found = find_ingredient(name, knowledge)

    assert (found.inci if found else None) == inci


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("hydrocortisone", Standing.CASES),
        ("dimethicone", Standing.AGAINST),
        ("petrolatum", Standing.SAID),
        ("coconut-oil", Standing.SAID),
        ("niacinamide", Standing.NOBODY),
        ("squalane", Standing.NOBODY),
    ],
)
def test_how_the_question_stands(name: str, standing: Standing, knowledge: Knowledge) -> None:
    assert card(name, knowledge).standing is standing


def test_every_claim_stands_in_a_card_exactly_once(knowledge: Knowledge) -> None:
    for ingredient, claims in knowledge.exposure.claims.items():
        found = ingredient_card(knowledge.vocabulary.ingredients[ingredient], knowledge)
        listed = [each.claim for each in found.lists if each.claim]
        shown = [
            *found.who_says_so, *found.against, *found.helps, *found.tests, *found.other,
            *found.unknown,
        ]  # fmt: skip
        unlisted = [claim for claim in claims if claim.model != "compilation"]
        assert sorted(claim.id for claim in shown) == sorted(claim.id for claim in unlisted)
        assert {claim.id for claim in listed} <= {claim.id for claim in claims}


def test_not_on_a_list_is_never_a_grade_of_zero(knowledge: Knowledge) -> None:
    found = card("niacinamide", knowledge)

    assert len(found.lists) == 6
    assert all(each.claim is None for each in found.lists)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("petrolatum", (KEEP, FIRST, FIRST, KEEP)),
        ("sodium-lauryl-sulfate", (KEEP, FIRST, FIRST, KEEP)),
        ("niacinamide", (KEEP, KEEP, KEEP, KEEP)),
        ("retinyl-palmitate", (KEEP, KEEP, KEEP, KEEP)),
        ("salicylic-acid", (KEEP, KEEP, VerdictKind.NOT_ROUND_THE_EYES, KEEP)),
        ("retinol", (KEEP, KEEP, VerdictKind.NOT_ROUND_THE_EYES, VerdictKind.NOT_ROUND_THE_EYES)),
        ("tretinoin", ()),
        ("hydrocortisone", ()),
        ("xanthan-gum", ()),
    ],
)
def test_an_ingredient_is_weighed_by_the_rules_for_products(
    name: str, kinds: tuple[VerdictKind, ...], knowledge: Knowledge
) -> None:
    uses = card(name, knowledge).uses

    assert tuple(use.verdict.kind for use in uses) == kinds
    assert tuple(use.name for use in uses) == (USES if kinds else ())


def test_a_name_alone_is_recognised_and_nothing_known(knowledge: Knowledge) -> None:
    found = card("xanthan-gum", knowledge)

    assert (found.known, found.medicine, found.classes) == (False, False, ())
    assert card("tretinoin", knowledge).medicine


def a_claim_about(claim: Claim, knowledge: Knowledge) -> Knowledge:
    claims = {**knowledge.exposure.claims, claim.ingredient: (claim,)}
    return replace(knowledge, exposure=replace(knowledge.exposure, claims=claims))


@pytest.mark.parametrize("stance", Stance)
def test_only_what_somebody_says_is_listed(stance: Stance, knowledge: Knowledge) -> None:
    known = knowledge.exposure.claims[IngredientId("dimethicone")][0]
    changed = a_claim_about(replace(known, topic="milia", stance=stance), knowledge)

    listed = [each.ingredient.id for each in named_for(MILIA, changed)]

    assert ("dimethicone" in listed) is (stance in {Stance.FOR, Stance.MIXED})


def test_the_better_founded_comes_first_then_the_more_often_named(knowledge: Knowledge) -> None:
    listed = [each.ingredient.id for each in named_for(MILIA, knowledge)]

    assert listed.index(IngredientId("hydrocortisone")) < listed.index(IngredientId("lanolin"))
    assert listed.index(IngredientId("lanolin")) < listed.index(IngredientId("beeswax"))
    assert "tretinoin" in [each.ingredient.id for each in named_for(HELP, knowledge)]
    assert {"milia", "benefit", "comedogenicity"} <= set(topics(knowledge))


def test_a_label_has_one_card(knowledge: Knowledge) -> None:
    label = "Removes milia. Ingredients: Aqua, Petrolatum, Sodium Chloride, Xanthan Gum, Fooblum"

    found = claims_card(read_label(label, knowledge.vocabulary), knowledge, pack="Oil-free")

    assert [use.verdict.kind for use in found.uses] == [KEEP, FIRST, FIRST]
    assert [each.claim.id for each in found.sayings] == ["oil-free", "removes-milia"]
    tallies = {each.list.id: (each.graded, each.flagged) for each in found.lists}
    assert tallies["hautschutzengel"] == (2, ("petrolatum", "sodium-chloride"))
    assert tallies["botanicals"] == (2, ("sodium-chloride",))
    assert tallies["nyc"] == (0, ())
    assert (found.recognised, found.unread) == (4, 1)
    assert {claim.ingredient for claim in found.said} == {"petrolatum", "sodium-chloride"}


def test_a_label_that_is_none_is_not_judged(knowledge: Knowledge) -> None:
    found = claims_card(read_label("see pack", knowledge.vocabulary), knowledge)

    assert (found.read, found.uses, found.counts, found.recognised) == (False, (), (), 0)


@pytest.mark.parametrize(
    ("ingredient", "name"),
    [
        (Ingredient(IngredientId("coconut-oil"), "COCOS NUCIFERA OIL", ("Coconut Oil",)), "coconut oil"),
        (Ingredient(IngredientId("peg-8"), "PEG-8", ()), "PEG-8"),
        (Ingredient(IngredientId("x"), "CI 77491", ("Iron Oxide",)), "CI 77491"),
    ],
)  # fmt: skip
def test_an_ingredient_is_called_what_people_call_it(ingredient: Ingredient, name: str) -> None:
    assert plain_name(ingredient) == name
