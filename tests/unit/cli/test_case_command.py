"""``case new | check | schema | export``: nothing said is lost."""

import asyncio
import json
from pathlib import Path

import pytest
import yaml

from milium.app.documents import case_json, read_case
from milium.app.formats.case import CaseFormat
from milium.domain.answers import NOT_SURE, Known
from milium.domain.cases import Case
from milium.domain.ids import FindingId
from tests.builders.formats import example, path_of
from tests.unit.cli.conftest import Run, World

AGE = FindingId("age")


def written(path: Path, case_format: CaseFormat) -> Case:
    return read_case(path.read_bytes(), path.name, case_format, place="GB")


def test_the_first_question_is_the_age_and_the_end_of_input_keeps_it(
    run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    path = tmp_path / "me.yaml"

    answer = run("case", "new", path, given="34 years\n")

    assert answer.exit_code == 0
    assert written(path, case_format).answers == {AGE: Known(12418)}
    assert "Next: milium guide" in " ".join(answer.stdout.split())


def test_q_stops_and_keeps_what_was_said(run: Run, tmp_path: Path, case_format: CaseFormat) -> None:
    run("case", "new", tmp_path / "me.yaml", given="34 years\nq\n1\n1\n")

    assert set(written(tmp_path / "me.yaml", case_format).answers) == {AGE}


@pytest.mark.parametrize("typed", ["34 years", "34 year", " 34 years "])
def test_a_span_is_typed_as_one_would_say_it(
    typed: str, run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    run("case", "new", tmp_path / "me.yaml", given=f"{typed}\n")

    assert written(tmp_path / "me.yaml", case_format).answers == {AGE: Known(12418)}


def test_back_takes_the_last_answer_back(run: Run, tmp_path: Path, case_format: CaseFormat) -> None:
    run("case", "new", tmp_path / "me.yaml", given="34 years\nb\n35 years\n")

    assert written(tmp_path / "me.yaml", case_format).answers[AGE] == Known(12783)


def test_back_at_the_first_question_asks_it_again(run: Run, tmp_path: Path) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given="b\nb\n34 years\n")

    assert answer.exit_code == 0
    assert "back" not in answer.stdout.split("> ")[0]
    assert "b back" in answer.stdout.split("> ")[3]


def test_not_sure_is_kept_as_asked(run: Run, tmp_path: Path, case_format: CaseFormat) -> None:
    run("case", "new", tmp_path / "me.yaml", given="n\n")

    assert written(tmp_path / "me.yaml", case_format).answers == {AGE: NOT_SURE}


def test_a_question_mark_explains_and_asks_on(
    run: Run, tmp_path: Path, case_format: CaseFormat, world: World
) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given="?\n34 years\n")

    said = " ".join(answer.stdout.split())
    assert " ".join(world.knowledge.texts["en"]["finding.age.why"].split()) in said  # type: ignore[index]
    assert AGE in written(tmp_path / "me.yaml", case_format).answers


@pytest.mark.parametrize(
    "typed", ["", "99", "old", "-3 years", "500 years", "[/b]", "[bold]", "0", "1,2", "\u00b2"]
)
def test_what_is_no_answer_is_told_and_asked_again(
    typed: str, run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given=f"{typed}\n34 years\n")

    assert answer.exit_code == 0
    assert written(tmp_path / "me.yaml", case_format).answers == {AGE: Known(12418)}


def test_what_was_typed_wrongly_is_shown_as_it_was_typed(run: Run, tmp_path: Path) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given="[b] years\n")

    assert "[b]" in answer.stdout


def test_not_sure_to_everything_comes_to_its_end(
    run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given="n\n" * 200)

    assert answer.exit_code == 0
    assert len(written(tmp_path / "me.yaml", case_format).answers) > 3
    assert max(map(len, answer.stdout.splitlines())) <= 80


def test_none_of_these_is_typed_as_nought(
    run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", given="34 years\n" + "0\n" * 30 + "q\n")

    assert answer.exit_code == 0
    case = written(tmp_path / "me.yaml", case_format)
    assert any(str(each) for each in case.answers.values() if each != NOT_SURE)


def test_json_goes_to_standard_output_and_the_questions_do_not(
    run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    answer = run("case", "new", tmp_path / "me.yaml", "--json", given="34 years\n")

    document = json.loads(answer.stdout)
    assert document["person"] == {"age": {"value": 34, "unit": "years"}}
    assert "How old" in answer.stderr


def test_a_file_that_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("mine", encoding="utf-8")

    answer = run("case", "new", tmp_path / "me.yaml", given="34 years\n")

    assert answer.exit_code == 2
    assert "is there already; choose another name" in answer.stderr
    assert (tmp_path / "me.yaml").read_text("utf-8") == "mine"


def test_a_folder_that_is_not_there_is_told_before_the_first_question(
    run: Run, tmp_path: Path
) -> None:
    answer = run("case", "new", tmp_path / "no" / "me.yaml", given="34 years\n")

    assert (answer.exit_code, answer.stdout) == (2, "")


def test_a_case_begins_today_or_on_the_day_asked_for(
    run: Run, tmp_path: Path, case_format: CaseFormat
) -> None:
    run("case", "new", tmp_path / "a.yaml", given="q\n")
    run("case", "new", tmp_path / "b.yaml", "--as-of", "2026-01-31", given="q\n")

    days = [str(written(tmp_path / name, case_format).as_of) for name in ("a.yaml", "b.yaml")]
    assert days == ["2026-11-23", "2026-01-31"]


def test_a_file_name_with_brackets_is_named_in_full(run: Run, tmp_path: Path) -> None:
    answer = run("case", "new", tmp_path / "me[1].yaml", given="q\n")

    assert "me[1].yaml" in answer.stdout.replace("\n", "")


def test_checking_a_good_file_counts_what_is_in_it(run: Run) -> None:
    answer = run("case", "check", path_of("cheek"))
    as_json = run("case", "check", path_of("cheek"), "--json")

    assert answer.stdout.endswith("cheek.yaml: reads well (1 bumps, 2 products)\n")
    shown = json.loads(as_json.stdout)
    assert (shown["lesions"], shown["products"]) == (1, 2)


def test_the_schema_is_printed(run: Run, case_format: CaseFormat) -> None:
    assert json.loads(run("case", "schema").stdout) == case_format.schema()


def keep(world: World, name: str, case_format: CaseFormat) -> str:
    document = case_json(example(name, case_format), case_format)
    return asyncio.run(world.store.create(document)).key


def test_an_export_is_the_case_that_was_kept(
    run: Run, world: World, case_format: CaseFormat
) -> None:
    keep(world, "lid", case_format)

    as_yaml, as_json = run("case", "export"), run("case", "export", "--json")

    assert as_yaml.exit_code == as_json.exit_code == 0
    kept = example("lid", case_format)
    for text, name in ((as_yaml.stdout, "a.yaml"), (as_json.stdout, "a.json")):
        assert read_case(text.encode(), name, case_format, place="GB") == kept
    assert yaml.safe_load(as_yaml.stdout)["milium"] == 1


def test_a_key_names_the_case_and_the_last_changed_is_meant_without(
    run: Run, world: World, case_format: CaseFormat
) -> None:
    first = keep(world, "lid", case_format)
    keep(world, "baby", case_format)

    assert json.loads(run("case", "export", "--json", "--key", first).stdout)["place"]
    assert run("case", "export", "--key", first).stdout != run("case", "export").stdout


@pytest.mark.parametrize("arguments", [(), ("--key", "nobody")])
def test_a_case_that_is_not_kept_is_refused(arguments: tuple[str, ...], run: Run) -> None:
    answer = run("case", "export", *arguments)

    assert answer.exit_code == 2
    assert "there is no such case here; start one with" in answer.stderr
