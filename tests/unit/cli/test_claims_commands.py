"""``ingredients`` and ``shelf``: cards, lists, JSON, and every refusal."""

import json
from pathlib import Path

import pytest

from milium.app.formats.claims import (
    IngredientAnswerJson,
    KnownListJson,
    NamedForJson,
    ProductCardJson,
    ShelfJson,
)
from tests.builders.formats import path_of
from tests.unit.cli.conftest import Run


def test_a_card_in_words_and_as_json(run: Run) -> None:
    said = run("ingredients", "dimethicone")
    card = IngredientAnswerJson.model_validate_json(
        run("ingredients", "Dimethicone", "--json").stdout
    ).card

    assert (said.exit_code, said.stderr) == (0, "")
    assert "Does dimethicone cause milia? No study shows it." in said.stdout
    assert (card.standing, card.known) == ("against", True)
    assert [row.on_it for row in card.lists] == [True, False, True, False, True, True]
    assert {row.lowest for row in card.lists if not row.on_it} == {None}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("xanthan gum", "Recognised, nothing known."),
        ("hydrocortisone", "This is a medicine."),
        ("shea butter", "Some name it and some do not."),
        ("squalane", "What speaks against that"),
        ("tretinoin", "Does it help? Who says what"),
        ("mercury", "Mercury is a poison"),
    ],
)
def test_each_sort_of_card(name: str, words: str, run: Run) -> None:
    answer = run("ingredients", name)

    assert answer.exit_code == 0
    assert words in " ".join(answer.stdout.split())


@pytest.mark.parametrize("topic", ["milia", "pregnancy", "comedogenicity"])
def test_what_is_named_for_a_topic(topic: str, run: Run) -> None:
    said = run("ingredients", "--claimed-for", topic)
    answer = run("ingredients", "--claimed-for", topic, "--json")
    listed = NamedForJson.model_validate_json(answer.stdout)

    assert said.exit_code == 0
    assert listed.topic == topic
    assert all(each.who_says_so for each in listed.named)
    assert bool(listed.helps) is (topic == "milia")


def test_everything_known_is_listed_with_what_it_is_about(run: Run) -> None:
    said = run("ingredients")
    listed = KnownListJson.model_validate_json(run("ingredients", "--json").stdout)

    assert "petrolatum: comedogenicity, limit, milia, occlusion" in said.stdout
    assert len(listed.known) >= 300
    assert listed.named_only > 1000


def test_the_card_of_a_label(run: Run, tmp_path: Path) -> None:
    label = tmp_path / "label.txt"
    label.write_text("For milia. Ingredients: Aqua, Petrolatum, Fooblum", "utf-8")

    said = run("ingredients", "--label", label)
    card = ProductCardJson.model_validate_json(
        run("ingredients", "--label", label, "--json").stdout
    )

    assert "Worth leaving out first, round the eyes" in " ".join(said.stdout.split())
    assert [each.verdict for each in card.weighed] == ["keep", "leave_out_first", "leave_out_first"]
    assert [each.claim for each in card.pack] == ["removes-milia"]
    assert {source.id for source in card.sources} >= {"background-knowledge"}


@pytest.mark.parametrize("text", ["see pack", "", "Ingredients: Aqua, Glycerin"])
def test_a_label_with_nothing_to_leave_out(text: str, run: Run, tmp_path: Path) -> None:
    label = tmp_path / "label.txt"
    label.write_text(text, "utf-8")

    answer = run("ingredients", "--label", label)

    assert answer.exit_code == 0
    assert ("could not read" in answer.stdout) is ("Aqua" not in text)


def test_a_name_half_read_is_looked_up_on_the_pack(run: Run, tmp_path: Path) -> None:
    label = tmp_path / "label.txt"
    label.write_text("Aqua, Glycerin, Retinyl Fooate", "utf-8")

    card = ProductCardJson.model_validate_json(
        run("ingredients", "--label", label, "--json").stdout
    )

    face, eye = card.weighed[1:]
    assert (face.verdict, face.decided_by) == ("not_known_yet", [])
    assert "Look at the pack, or ask a pharmacist: Retinyl Fooate." in face.line
    assert (eye.verdict, eye.decided_by) == ("ask_first", ["maybe-a-retinoid"])
    assert "names Retinyl Fooate, which may be a form of vitamin A" in eye.line


@pytest.mark.parametrize("name", ["under-eye", "cheek", "baby"])
def test_a_shelf_in_words_and_as_json(name: str, run: Run) -> None:
    said = run("shelf", path_of(name))
    shelf = ShelfJson.model_validate_json(run("shelf", path_of(name), "--json").stdout)

    assert (said.exit_code, said.stderr) == (0, "")
    assert all(each.line for each in shelf.products)
    assert [line for line in said.stdout.splitlines() if len(line) > 80] == []


def test_a_shelf_that_shares_doubles_hides_and_asks(run: Run, tmp_path: Path) -> None:
    use = {"area": ["face"], "leave_on": "yes"}
    shelf = [
        {"name": "Night cream", "label": "Aqua, Retinol, Petrolatum", "kind": "moisturiser", **use},
        {"name": "Day cream", "label": "Aqua, Glycerin, Retinyl Palmitate", **use},
        {"name": "Oil", "label": "Petrolatum, Retinyl Fooate"},
        {"name": "Non-comedogenic lotion", "label": "Aqua, Glycerin, Retinyl Fooate", **use},
    ]
    case = {"milium": "1", "as_of": "2026-11-23", "place": "GB", "shelf": shelf}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case), "utf-8")

    said = " ".join(run("shelf", file).stdout.split())

    assert "A retinoid: Night cream, Day cream. One is enough." in said
    assert "petrolatum: Night cream, Oil." in said
    assert "Where or how these are used is open: Oil." in said
    assert "Day cream: Retinyl Palmitate, name 3 in its list." in said
    assert "may be a form of vitamin A" in said
    assert 'The pack says "Non-comedogenic".' in said


def test_many_shelves_one_a_line(run: Run, tmp_path: Path) -> None:
    lines, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    case = {"milium": "1", "as_of": "2026-11-23", "place": "GB"}
    lines.write_text(json.dumps({"id": 1, "case": case}) + "\n", "utf-8")

    answer = run("shelf", "--jsonl", lines, out)

    assert answer.exit_code == 0
    assert json.loads(out.read_text("utf-8"))["result"]["products"] == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("ingredients", "dimethicon"), "did you mean DIMETHICONE"),
        (("ingredients", "\u00e6" * 500), "no ingredient is called"),
        (("ingredients", "--claimed-for", "beauty"), "'beauty' is no topic; choose one of"),
        (("ingredients", "--label", "nowhere.txt"), "can't be opened"),
        (("shelf",), "which case?"),
    ],
)
def test_what_cannot_be_answered_is_refused(words: tuple[str, ...], problem: str, run: Run) -> None:
    answer = run(*words)

    assert answer.exit_code == 2
    assert problem in answer.stderr
    assert len(answer.stderr) < 1000


def test_the_second_hand_is_counted_and_has_a_form(run: Run) -> None:
    said = run("knowledge", "second-hand")
    found = json.loads(run("knowledge", "second-hand", "--json").stdout)
    form = run("knowledge", "second-hand", "--blank").stdout

    assert said.stdout.startswith(f"{found['written_twice']} of {found['to_write']} written twice")
    assert found["differences"] == []
    assert form.count("- ingredient: ") == found["to_write"]
    assert "occlusive_rich" not in form.split("second_hand:")[1]
