"""``label`` and ``vocabulary import``."""

import json
from pathlib import Path

import pytest

from milium.app.formats.label import LabelExplainedJson, LabelJson
from tests.unit.cli.conftest import Run, World

LABEL = "Rich cream! Ingredients: Aqua, Retinol 0.3%, Foo-12, Parfum. May contain: Mica"
ENTRY = {
    "text", "start", "end", "ingredient", "inci", "family", "method", "confidence", "section",
    "position", "percent",
}  # fmt: skip


def test_a_label_is_read_into_lines(run: Run) -> None:
    assert run("label", "--text", LABEL).stdout.splitlines() == [
        "base:",
        "   1. Aqua  = AQUA (exact 100)",
        "   2. Retinol 0.3% [0.3 %]  = RETINOL (exact 100)",
        "   3. Foo-12  = ?",
        "   4. Parfum  = PARFUM (exact 100)",
        "may contain:",
        "   1. Mica  = MICA (exact 100)",
        "quality: good",
    ]


def test_a_label_as_json_has_its_keys(run: Run) -> None:
    shown = json.loads(run("label", "--text", LABEL, "--json").stdout)

    LabelJson.model_validate_json(json.dumps(shown))
    assert set(shown) == {"entries", "sections", "quality", "problem", "versions"}
    assert all(set(entry) == ENTRY for entry in shown["entries"])
    assert all(LABEL[e["start"] : e["end"]] == e["text"] for e in shown["entries"])
    assert [(s["section"], s["entries"]) for s in shown["sections"]] == [
        ("base", 4),
        ("may_contain", 1),
    ]


def test_explaining_shows_what_was_left_out_and_why(run: Run) -> None:
    lines = run("label", "--explain", "--text", LABEL).stdout.splitlines()

    assert lines[0] == "[0-12] base, no heading"
    assert lines[1] == "  - Rich cream!  = ? (reads like a sentence)"
    assert "  + Foo-12  = ?" in lines
    assert lines[-1] == "quality: good"


def test_explaining_as_json_has_every_stage(run: Run) -> None:
    shown = run("label", "--explain", "--json", "--text", "<b>Aqua</b>, Mica").stdout

    explained = LabelExplainedJson.model_validate_json(shown)
    assert explained.seen == "Aqua, Mica"
    assert [piece.kept for part in explained.parts for piece in part.pieces] == [True, True]


def test_what_follows_directions_is_explained_as_no_list(run: Run) -> None:
    lines = run("label", "--explain", "--text", "Aqua, Mica\nHow to use: massage in").stdout

    assert "no list, after a heading" in lines


def test_a_label_without_a_list_says_so(run: Run) -> None:
    assert (
        run("label", "--text", "Visit the shop").stdout.splitlines()[-1].startswith("There is no")
    )
    assert run("label", "--explain", "--text", "").stdout.splitlines() == [
        "quality: empty",
        "No list of ingredients was given.",
    ]


def test_a_file_and_standard_input_are_read_alike(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "label.txt"
    path.write_text(LABEL, "utf-8")

    assert run("label", path).stdout == run("label", "-", given=LABEL.encode()).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "which label?"),
        (("a.txt", "--text", "Aqua"), "which label?"),
        (("nowhere.txt",), "can't be opened"),
    ],
)
def test_a_label_nobody_named_is_refused(words: tuple[str, ...], says: str, run: Run) -> None:
    answer = run("label", *words)

    assert (answer.exit_code, says in answer.stderr) == (2, True)


@pytest.mark.parametrize(
    ("data", "says"), [(b"\xff", "is not UTF-8"), (b"a" * 2_000_000, "is larger than")]
)
def test_what_is_no_text_is_refused(data: bytes, says: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "label.txt"
    path.write_bytes(data)

    answer = run("label", path)

    assert (answer.exit_code, says in answer.stderr) == (2, True)


@pytest.mark.parametrize("explain", [(), ("--explain",)])
def test_many_labels_are_answered_a_line_each(
    explain: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [b'{"id": 7, "label": "Aqua, Mica"}', b"", b"nothing", b'{"id": 8}', b"\xff"]
    given.write_bytes(b"\n".join(lines))

    answer = run("label", "--jsonl", given, out, *explain)

    answered = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert answer.exit_code == 0
    assert [("result" in each, each["id"]) for each in answered] == [
        (True, 7), (False, None), (False, None), (False, None),
    ]  # fmt: skip


def test_an_export_is_kept_in_the_home_folder(run: Run, world: World, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("inci_name\nFoo Seed Oil Of Nowhere\nAqua\n", "utf-8")

    shown = json.loads(run("vocabulary", "import", path, "--json").stdout)

    kept = world.home / "vocabulary" / "cosing.csv"
    assert kept.read_text("utf-8").splitlines()[1].endswith("FOO SEED OIL OF NOWHERE,")
    assert (shown["file"], shown["new"], shown["known_already"]) == (str(kept), 1, 1)
    assert "new: 1" in run("vocabulary", "import", path).stdout


def test_what_is_no_export_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("vocabulary", "import", tmp_path / "nowhere.csv")

    assert (answer.exit_code, "can't be read" in answer.stderr) == (2, True)
