"""``type``: what is said of a skin, what is asked next, and the composed pages."""

import json
from pathlib import Path

import pytest

from milium.adapters.cli.show_skin import bar
from milium.app.formats.guide import AxisJson
from tests.unit.cli.conftest import Run

HEAD = "milium: 1\nas_of: 2026-11-23\nplace: GB\n"
PERSON = (
    "person: {age: {value: 34, unit: years}, pregnancy: not_pregnant, breastfeeding: no}\n"
    "lesions: [{site: cheek, eye_zone: face, colour: white, texture: firm}]\n"
)
OILY_CALM = {
    "first-oil": "within_hours", "blot-forehead": "many_times", "cheek-shine": "a_lot",
    "cheek-print": "see_through", "no-cause": "none", "new-cream-stings": "never",
    "sting-triggers": "none", "mark-stays": "no_mark", "last-five-spots": "none",
    "lines-resting": "none", "brow-lines": "no_lines",
}  # fmt: skip
COMBINATION = {
    "first-oil": "within_hours", "centre-shine": "a_lot", "cheeks-pull": "every_day",
    "cheek-shine": "not_at_all",
}  # fmt: skip


def said(run: Run, path: Path, *words: str, skin: object, more: str = PERSON) -> str:
    path.write_text(f"{HEAD}{more}skin: {json.dumps(skin)}\n", "utf-8")
    answer = run("type", path, *words)
    assert (answer.exit_code, answer.stderr) == (0, "")
    return " ".join(answer.stdout.split())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.yaml"


def test_a_clear_type_is_said_with_letters_bar_words_and_page(run: Run, path: Path) -> None:
    text = said(run, path, skin={"answers": OILY_CALM})

    assert "In four letters: OCFE" in text
    assert "] dry: 100 of 100 for oily" in text
    assert "Very likely: oily." in text
    assert "Nobody has checked these questions" in text
    assert "This is not a diagnosis." in text
    assert "WHAT IT MEANS FOR WHAT YOU USE" in text
    assert "Ask yourself again after 23 November 2027" in text


def test_between_says_that_letters_are_not_needed_and_what_would_settle_it(
    run: Run, path: Path
) -> None:
    text = said(run, path, skin={"answers": {"plain-water": "often", "cold-wind": "calm"}})

    assert "No four letters" in text
    assert "One more answer may settle it: " in text


def test_six_answers_that_do_not_agree_are_left_in_the_middle(run: Run, path: Path) -> None:
    items = ("brow-lines", "lines-after-smile")
    words = dict.fromkeys(items, "they_stay")
    words |= {"lines-resting": "none", "mouth-folds": "none", "under-eye-lines": "one_or_two"}

    text = said(run, path, skin={"answers": {**words, "sun-over-years": "some"}})

    assert "No question of ours would settle it." in text
    assert "It could be either: " in text or "Leans to one side" in text


def test_combination_has_its_own_words_and_no_chance(run: Run, path: Path) -> None:
    found = json.loads(said(run, path, "--json", skin={"answers": COMBINATION}))

    axis = found["skin_type"]["axes"][0]
    assert (axis["side"], axis["spread"]) == ("between", "combination")
    assert axis["text"].startswith("Combination: oily in the middle")
    assert (axis["chance"], axis["settle"], axis["means"]) == (None, None, None)


def test_a_brought_type_is_shown_as_a_hint_and_names_no_side(run: Run, path: Path) -> None:
    found = json.loads(said(run, path, "--json", skin={"known_type": "OSPW"}))

    axes = found["skin_type"]["axes"]
    assert [axis["side"] for axis in axes] == ["not_asked"] * 4
    assert axes[1]["hint"].startswith(
        "The type you brought says: easily upset. It counts as a hint"
    )
    assert (found["skin_type"]["letters"], found["skin_type"]["page"]) == ("", [])


def test_nothing_answered_is_said_in_one_line(run: Run, path: Path) -> None:
    text = said(run, path, skin={})

    assert "Nothing is known yet." in text
    assert "[" not in text


def test_answers_older_than_a_year_are_to_be_asked_again(run: Run, path: Path) -> None:
    day_before = said(run, path, "--as-of", "2027-11-23", skin={"answers": OILY_CALM})
    day_after = said(run, path, "--as-of", "2027-11-24", skin={"answers": OILY_CALM})

    assert "Ask yourself again after" in day_before
    assert "These answers are old." in day_after


def test_expired_knowledge_is_said_first_and_offers_no_acid(run: Run, path: Path) -> None:
    skin = {"answers": OILY_CALM}
    fresh = json.loads(said(run, path, "--json", skin=skin))
    expired = json.loads(said(run, path, "--json", "--as-of", "2028-01-01", skin=skin))

    assert "out of date" in expired["about"][0]
    assert "out of date" not in " ".join(fresh["about"])
    entries = {line["reason"]["entry"] for line in expired["skin_type"]["page"]}
    assert not any("acid" in entry or "retin" in entry for entry in entries)


def test_while_something_has_to_happen_now_only_that_is_said(run: Run, path: Path) -> None:
    emergency = PERSON.replace(
        "breastfeeding: no", "breastfeeding: no, reaction: [breathing_trouble]"
    )

    found = json.loads(said(run, path, "--json", skin={"answers": OILY_CALM}, more=emergency))
    text = said(run, path, skin={"answers": OILY_CALM}, more=emergency)

    assert found["action"]
    assert found["skin_type"]["page"] == []
    assert text.startswith("Leave the skin type for later. First this:")
    assert "OCFE" not in text


def test_next_is_asked_until_nothing_is_worth_asking(run: Run, path: Path) -> None:
    first = json.loads(said(run, path, "--next", "--json", skin={}))["question"]
    answers = {**OILY_CALM, "under-eye-lines": "none"}

    last = said(run, path, "--next", skin={"answers": answers})

    assert first["id"] == "skin.first-oil"
    assert first["options"][0]["word"] == "hardly_ever"
    assert "No further answer could change anything." in last


def test_a_page_is_found_by_our_letters_and_by_those_from_elsewhere(run: Run) -> None:
    ours, theirs = run("type", "--page", "oufl"), run("type", "--page", "OSNW")

    assert ours.exit_code == theirs.exit_code == 0
    assert ours.stdout == theirs.stdout
    assert ours.stdout.startswith("OUFL\n")


def test_a_page_as_json_names_its_sources(run: Run) -> None:
    found = json.loads(run("type", "--page", "DCFE", "--json").stdout)

    cited = {c["source"] for line in found["page"] for c in line["reason"]["citations"]}
    assert found["letters"] == "DCFE"
    assert found["axes"][0]["axis"] == "oily_dry"
    assert [source["id"] for source in found["sources"]] == sorted(cited)
    assert found["notice"] == "This is not a diagnosis."


def test_a_page_of_expired_knowledge_says_so_and_offers_no_acid(run: Run) -> None:
    found = json.loads(run("type", "--page", "OCFE", "--as-of", "2027-11-24", "--json").stdout)
    before = json.loads(run("type", "--page", "OCFE", "--as-of", "2027-11-23", "--json").stdout)

    assert "out of date" in found["about"][0]
    entries = [{line["reason"]["entry"] for line in each["page"]} for each in (found, before)]
    assert "acid-wash-oily" not in entries[0]
    assert "acid-wash-oily" in entries[1]


@pytest.mark.parametrize("letters", ["", "OOOO", "OSPWX", "x" * 5000])
def test_letters_that_are_no_type_are_refused_with_those_that_are(run: Run, letters: str) -> None:
    answer = run("type", "--page", letters)

    assert answer.exit_code == 2
    assert "is no type; four letters, one of each: O/D, U/C, M/F, L/E" in answer.stderr
    assert len(answer.stderr) < 500


def test_type_without_a_file_asks_for_one(run: Run) -> None:
    answer = run("type")

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "which case?" in answer.stderr


@pytest.mark.parametrize(
    ("high", "shown"),
    [
        (0, "oily [--------------------] dry: 100 of 100 for dry"),
        (3, "oily [#-------------------] dry: 97 of 100 for dry"),
        (50, "oily [##########----------] dry: 50 of 100 for oily"),
        (100, "oily [####################] dry: 100 of 100 for oily"),
    ],
)
def test_the_bar_fills_towards_the_high_side(high: int, shown: str) -> None:
    axis = AxisJson(
        axis="oily_dry", side="between", high=high, answered=1, name="", high_name="oily",
        low_name="dry", text="", means=None, chance=None, spread="unknown", settle=None, hint=None,
        next_item=None,
    )  # fmt: skip

    assert bar(axis) == shown
