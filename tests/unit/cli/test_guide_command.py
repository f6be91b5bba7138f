"""``guide`` and ``triage``: files, standard input, JSON, many at once, and every refusal."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from milium.app.formats.guide import GuideJson, TriageAnswerJson
from milium.app.settings import MODULES
from milium.domain.ids import MessageId
from milium.domain.knowledge import Knowledge
from milium.kb import parse_yaml
from tests.builders.formats import HEAD, NAMES, path_of
from tests.unit.cli.conftest import Run, World

CHEEK = path_of("cheek")


def as_json_text(name: str, **more: object) -> str:
    return json.dumps({**_tree(name), **more})


def _tree(name: str) -> dict[str, Any]:
    tree = parse_yaml(path_of(name).read_text("utf-8"), name)
    assert isinstance(tree, dict)
    return tree


OFF = ",".join(MODULES)


def test_each_part_switched_off_has_one_sentence_in_its_stead(
    run: Run, knowledge: Knowledge
) -> None:
    whole, bare = (
        " ".join(run("guide", path_of("under-eye"), *words).stdout.split())
        for words in ((), ("--modules-off", OFF))
    )

    for module in MODULES:
        sentence = knowledge.texts["en"][MessageId(f"module.{module}.off")]
        assert (whole.count(sentence), bare.count(sentence)) == (0, 1)
    assert "YOUR PLAN" in bare


def test_in_an_emergency_nothing_is_said_of_parts_switched_off(run: Run) -> None:
    words = ("guide", path_of("baby-hot"))

    assert run(*words, "--modules-off", OFF).stdout == run(*words).stdout


@pytest.mark.parametrize("command", ["guide", "triage"])
def test_a_part_there_is_not_is_refused(command: str, run: Run) -> None:
    answer = run(command, path_of("cheek"), "--modules-off", "plan,triage")

    assert answer.exit_code == 2
    assert "--modules-off: there is no module 'triage'" in answer.stderr
    assert "Allowed: sounds_like, choices, products, skin_type, plan, course" in answer.stderr


def test_triage_leaves_out_what_it_sounds_like(run: Run) -> None:
    answer = run("triage", path_of("cheek"), "--modules-off", "sounds_like", "--json")

    triage = TriageAnswerJson.model_validate_json(answer.stdout).triage
    assert (triage.sounds_like, triage.conditions) == ("cannot_tell", [])
    assert triage.fired


@pytest.mark.parametrize("command", ["guide", "triage"])
@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_answered_in_words_of_eighty_columns(
    command: str, name: str, run: Run
) -> None:
    answer = run(command, path_of(name))

    assert (answer.exit_code, answer.stderr) == (0, "")
    lines = answer.stdout.splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert answer.stdout.count("This is not a diagnosis.") == 1
    assert "{" not in answer.stdout
    assert "\x1b" not in answer.stdout


@pytest.mark.parametrize(("command", "model"), [("guide", GuideJson), ("triage", TriageAnswerJson)])
def test_json_is_one_object_of_the_published_shape(
    command: str, model: type[GuideJson | TriageAnswerJson], run: Run
) -> None:
    answer = run(command, CHEEK, "--json")

    assert (answer.exit_code, answer.stderr) == (0, "")
    Draft202012Validator(model.model_json_schema()).validate(json.loads(answer.stdout))
    assert answer.stdout.count("This is not a diagnosis.") == 1


def test_the_order_of_the_screen_is_the_action_first_then_tonight(run: Run) -> None:
    said = run("guide", CHEEK).stdout
    parts = ["This is not a diagnosis.", "TONIGHT", "WHAT IT SOUNDS LIKE", "YOUR FOUR CHOICES",
             "WHAT IS IN YOUR BATHROOM", "YOUR PLAN", "HOW LONG IT MAY TAKE",
             "WHAT WOULD CHANGE THIS ANSWER", "SOURCES"]  # fmt: skip

    places = [said.index(part) for part in parts]

    assert places == sorted(places)


def test_while_something_has_to_happen_now_nothing_else_is_on_the_screen(run: Run) -> None:
    said = run("guide", path_of("baby-hot")).stdout

    assert len(said.splitlines()) < 15
    assert not any(heading in said for heading in ("TONIGHT", "SKIN TYPE", "SOURCES", "CHOICES"))


def test_standard_input_is_a_case_too(run: Run) -> None:
    from_file = run("guide", CHEEK, "--json").stdout

    assert run("guide", "-", "--json", given=CHEEK.read_bytes()).stdout == from_file
    assert run("guide", "-", "--json", given=as_json_text("cheek")).stdout == from_file


def test_a_json_file_is_answered_like_the_yaml_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(as_json_text("cheek"), encoding="utf-8")

    answer = run("guide", tmp_path / "case.json", "--json")

    assert answer.stdout == run("guide", CHEEK, "--json").stdout


def test_a_guide_is_for_the_day_asked_for_else_the_day_of_the_answers(run: Run) -> None:
    asked = json.loads(run("guide", CHEEK, "--json", "--as-of", "2027-01-31").stdout)
    own = json.loads(run("guide", CHEEK, "--json").stdout)

    assert (asked["as_of"], own["as_of"]) == ("2027-01-31", "2026-11-23")


@pytest.mark.parametrize("day", ["0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31"])
def test_a_far_day_is_answered_or_refused(day: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "far.yaml").write_text(HEAD.replace("2026-11-23", day), encoding="utf-8")

    for answer in (run("guide", CHEEK, "--as-of", day), run("guide", tmp_path / "far.yaml")):
        assert answer.exit_code in {0, 2}
        assert isinstance(answer.exception, SystemExit | None)


@pytest.mark.parametrize("command", ["guide", "triage", "case check"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("milium: 1\nas_of: soon\n", "as_of: 'soon' is no day"),
        ("milium: 1\nas_of: soon\nplace: UK\n", "place: 'UK' is no place we know"),
        ("milium: 9\n", "this file is of version 9"),
        ("a: &b c", "anchors and aliases"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"\0", "control character"),
        (b"#" * 10_000_000, "a case has at most 1,000,000"),
    ],
)
def test_a_refused_file_is_told_on_standard_error_and_left_as_it_is(
    command: str, content: str | bytes, said: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "case.yaml"
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(data)
    before = path.stat().st_mtime_ns

    answer = run(*command.split(), path)
    as_json = run(*command.split(), path, "--json")

    assert (answer.exit_code, answer.stdout, as_json.exit_code) == (2, "", 2)
    assert said in answer.stderr
    problem = json.loads(as_json.stdout)
    assert {"type", "title", "status", "detail"} <= problem.keys()
    assert said in problem["detail"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, before)
    assert [each.name for each in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("guide",), "which case? name a file, or - for standard input"),
        (("guide", "nowhere.yaml"), "nowhere.yaml: can't be opened (No such file or directory)"),
        (("guide", "."), ".: can't be opened (Is a directory)"),
        (("guide", CHEEK, "--as-of", "soon"), "--as-of: 'soon' is no day; write it as 2026-11-23"),
        (("guide", CHEEK, "--lang", "xx"), "language: there is no 'xx'"),
        (("guide", "--jsonl", "nowhere", "-"), "nowhere: can't be opened"),
        (("triage", "--jsonl", CHEEK, "."), ".: can't be opened"),
        (("case", "check", "nowhere.yaml"), "nowhere.yaml: can't be opened"),
        (("serve", "--port", "http"), "--port: port 'http' should be a number from 0 to 65535"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(
    arguments: tuple[str, ...], said: str, run: Run
) -> None:
    answer = run(*arguments)
    as_json = run(*arguments, "--json")

    assert (answer.exit_code, answer.stdout, as_json.exit_code) == (2, "", 2)
    assert said in answer.stderr
    assert json.loads(as_json.stdout)["detail"].startswith(said)


def test_a_command_or_option_there_is_not_is_exit_two(run: Run) -> None:
    assert run("guid").exit_code == 2
    assert run("guide", "--jsn").exit_code == 2


# --- many at once


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    good = _tree("cheek")
    rows = [
        json.dumps({"id": "a", "case": good}),
        "",
        "not json",
        json.dumps({"id": "b", "case": {**good, "place": "UK"}}),
        json.dumps(["no", "mapping"]),
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "case": {**good, "milium": "9" * 5000}}),
        json.dumps({"id": "e", "case": {**good, "words": "\ud800"}}),
        json.dumps({"id": "f", "case": {**good, "as_of": "9999-12-31"}}),
        json.dumps({"id": "g", "case": _tree("baby")}),
    ]
    path = tmp_path / "in.jsonl"
    path.write_bytes("\n".join(rows).encode() + b"\n\xff\n" + rows[0].encode())
    return path


@pytest.mark.parametrize("command", ["guide", "triage"])
def test_a_bad_line_never_stops_the_run_and_the_order_is_kept(
    command: str, run: Run, lines: Path, tmp_path: Path
) -> None:
    answer = run(command, "--jsonl", lines, tmp_path / "out.jsonl")

    assert answer.exit_code == 0
    rows = [json.loads(row) for row in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == [
        "a", None, "b", None, "c", "d", rows[6]["id"], "f", "g", None, "a",
    ]  # fmt: skip
    assert [("result" in row, "error" in row) for row in rows if row["id"] in {"a", "g"}] == [
        (True, False)
    ] * 3
    assert all("error" in row for row in rows if row["id"] in {None, "b", "c", "d", "e"})
    assert rows[2]["error"]["problems"][0]["path"] == "place"
    assert {row["error"]["status"] for row in rows if "error" in row} == {422}
    assert rows[0]["result"] == rows[-1]["result"]


def test_a_result_among_many_is_the_one_alone(run: Run, lines: Path, tmp_path: Path) -> None:
    run("guide", "--jsonl", lines, tmp_path / "out.jsonl")
    first = json.loads((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[0])

    assert first["result"] == json.loads(run("guide", CHEEK, "--json").stdout)


def test_an_id_comes_back_as_it_was(run: Run, tmp_path: Path) -> None:
    row = json.dumps({"id": 7, "case": _tree("baby")})

    answer = run("triage", "--jsonl", "-", "-", given=row)

    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["id"] == 7


def test_many_cases_may_come_and_go_by_the_standard_streams(run: Run) -> None:
    row = json.dumps({"id": "a", "case": _tree("baby")})

    answer = run("triage", "--jsonl", "-", "-", given=f"{row}\n{row}\n")

    assert answer.exit_code == 0
    assert len(answer.stdout.splitlines()) == 2


def test_writing_many_over_their_own_file_loses_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "case": _tree("baby")}) + "\n", encoding="utf-8")
    before = path.read_bytes()

    answer = run("guide", "--jsonl", path, path)

    assert answer.exit_code == 2
    assert path.read_bytes() == before


def test_an_input_that_is_not_there_leaves_the_output_as_it_was(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("from yesterday", encoding="utf-8")

    assert run("guide", "--jsonl", tmp_path / "nowhere", out).exit_code == 2
    assert out.read_text("utf-8") == "from yesterday"


def test_the_place_of_a_case_among_many_is_the_one_set(run: Run, tmp_path: Path) -> None:
    tree = {key: value for key, value in _tree("cheek").items() if key != "place"}
    (tmp_path / "case.json").write_text(json.dumps(tree), encoding="utf-8")

    many = run("guide", "--jsonl", "-", "-", given=json.dumps({"id": "a", "case": tree}))
    alone = run("guide", tmp_path / "case.json", "--json")

    assert json.loads(many.stdout)["result"] == json.loads(alone.stdout)


def test_next_asks_one_question_or_says_that_there_is_none(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("milium: 1\nas_of: 2026-11-23\n", "utf-8")

    assert run("triage", empty, "--next").stdout.count("?") >= 1
    assert "- " in run("triage", empty, "--next").stdout
    assert run("triage", path_of("baby-hot"), "--next").stdout == (
        "No further answer could change anything.\n"
    )


def test_a_skin_type_that_is_switched_off_says_so_and_nothing_else(
    run: Run, world: World, knowledge: Knowledge
) -> None:
    world.switched_off = ("skin_type",)

    shown = run("type", path_of("cheek")).stdout.split("\n", 1)

    assert shown[0] == knowledge.texts["en"][MessageId("module.skin_type.off")]
    assert shown[1].strip() == "This is not a diagnosis."
