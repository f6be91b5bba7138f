"""Lists somebody published, words on packs, and what is never stopped, as they are read."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from milium.domain.ids import IngredientId, SourceId
from milium.kb import KnowledgeError
from tests.builders.knowledge import Files, evidence, loaded, tiny_files

Where = tuple[Any, ...]
FINDING: Where = ("findings/all.yaml", "findings")
RULE: Where = ("triage/rules.yaml", "rules", 0)
LADDER: Where = ("triage/ladder.yaml",)
PLACE: Where = ("places/all.yaml", "places", 0)
PLAN: Where = ("regimens/all.yaml",)
SKIN: Where = ("skin_types/all.yaml",)
CLASSES: Where = ("ingredients/classes.yaml",)
CLAIM: Where = ("ingredients/claims/all.yaml", "claims", 0)


def with_lists() -> Files:
    files = tiny_files()
    listed = {
        "id": "a-list",
        "source": "a-paper",
        "popular": "yes",
        "flags_from": "3",
        **evidence(),
    }
    files["ingredients/lists.yaml"] = {"lists": [listed]}
    said = {"id": "promise", "phrases": ["removes bumps"], **evidence()}
    files["ingredients/pack_claims.yaml"] = {"pack_claims": [said]}
    kept = {"id": "kept", "when": {"is": {"has": "rich"}}, "when_possible": "ask",
            "verdict": "ask_first", **evidence()}  # fmt: skip
    files["ingredients/exposure.yaml"]["never_stopped"] = [kept]
    files["ingredients/claims/all.yaml"]["claims"][0].update(
        {"vehicle": "water", "percent": "2.5", "says": "said.so"}
    )
    files["ingredients/classes.yaml"]["classes"][0]["active"] = "fat"
    texts = ("list.a-list.name", "list.a-list.about", "pack.promise", "exposure.kept",
             "vehicle.water", "said.so", "active.fat")  # fmt: skip
    files["text/en/more.yaml"] = dict.fromkeys(texts, "Words.")
    return files


def test_lists_pack_claims_and_what_is_never_stopped_are_read(tmp_path: Path) -> None:
    found = loaded(with_lists(), tmp_path).exposure

    claim = found.claims[IngredientId("lanolin")][0]
    assert (claim.vehicle, claim.percent, claim.message) == ("water", 250, "said.so")
    assert (found.lists[0].id, found.lists[0].popular, found.lists[0].flags_from) == (
        "a-list",
        True,
        3,
    )
    assert found.lists[0].holds(claim)
    assert not replace(found.lists[0], source=SourceId("other")).holds(claim)
    assert (found.pack_claims[0].phrases, found.classes[0].active) == (("removes bumps",), "fat")
    assert [rule.id for rule in found.never_stopped] == ["kept"]


@pytest.mark.parametrize("phrases", [[], ["Removes"], [""]])
def test_a_phrase_in_capitals_would_never_be_found(phrases: list[str], tmp_path: Path) -> None:
    files = with_lists()
    files["ingredients/pack_claims.yaml"]["pack_claims"][0]["phrases"] = phrases

    with pytest.raises(KnowledgeError) as refused:
        loaded(files, tmp_path)

    assert "'phrases' should be a list of words in small letters" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["list.a-list.about", "pack.promise", "exposure.kept", "vehicle.water", "active.fat"]
)
def test_what_they_say_has_to_have_a_text(text: str, tmp_path: Path) -> None:
    files = with_lists()
    del files["text/en/more.yaml"][text]

    with pytest.raises(KnowledgeError) as refused:
        loaded(files, tmp_path)

    assert f"no text for '{text}'" in str(refused.value)
