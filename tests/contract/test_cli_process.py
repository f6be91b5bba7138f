"""What the command line promises whoever starts it: streams, exit codes, colour, encoding."""

import json
import re
from pathlib import Path

import pytest

from tests.builders.formats import lines_of, milium, path_of

COLOUR = re.compile(rb"\x1b\[[0-9;]*(3[0-7]|4[0-7]|9[0-7])[0-9;]*m")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_the_main_job_in_one_command(home: Path) -> None:
    answer = milium("guide", path_of("cheek"), "--home", home)

    assert (answer.returncode, answer.stderr) == (0, b"")
    lines = list(lines_of(answer.stdout))
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)


def test_what_is_kept_stands_in_the_home_folder_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    milium("settings", "--home", tmp_path / "mine")

    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["cache"]
    (kept,) = (tmp_path / "mine" / "cache").iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_standard_input_is_bytes_and_json_is_utf_8(home: Path) -> None:
    answer = milium("guide", "-", "--json", "--home", home, given=path_of("lid").read_bytes())

    assert answer.returncode == 0
    assert json.loads(answer.stdout)["notice"] == "This is not a diagnosis."


def test_no_color_is_heeded_even_where_colour_is_forced(home: Path) -> None:
    plain = milium("guide", path_of("cheek"), "--home", home, FORCE_COLOR="1", NO_COLOR="1")
    forced = milium("guide", path_of("cheek"), "--home", home, FORCE_COLOR="1", NO_COLOR="")

    assert COLOUR.search(plain.stdout) is None
    assert COLOUR.search(forced.stdout)
    assert (
        re.sub(rb"\x1b\[[0-9;]*m", b"", forced.stdout)
        == milium("guide", path_of("cheek"), "--home", home).stdout
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_is_not_utf_8_gets_an_answer(encoding: str, home: Path) -> None:
    answer = milium("guide", path_of("cheek"), "--home", home, PYTHONIOENCODING=encoding)

    assert (answer.returncode, answer.stderr) == (0, b"")


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_no_line_is_longer_than_the_terminal_or_eighty(columns: str, home: Path) -> None:
    answer = milium("guide", path_of("pregnant"), "--home", home, COLUMNS=columns)

    widest = max(map(len, lines_of(answer.stdout)))
    assert answer.returncode == 0
    assert widest <= min(80, int(columns))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("guide", "nowhere.yaml"), 2),
        (("guide", "--nothing"), 2),
        (("nothing",), 2),
        (("settings", "--as-of", "soon"), 2),
        (("--version",), 0),
        (("--help",), 0),
        (("case", "schema"), 0),
    ],
)
def test_the_exit_code_says_who_has_to_act(
    arguments: tuple[str, ...], code: int, home: Path
) -> None:
    answer = milium(*arguments, MILIUM_HOME=str(home))

    assert answer.returncode == code
    assert b"Traceback" not in answer.stderr


def test_a_setting_there_is_not_is_exit_two_without_a_traceback(home: Path) -> None:
    answer = milium("settings", "--json", "--home", home, MILIUM_PROT="1")

    assert answer.returncode == 2
    assert "there is no setting 'prot'" in json.loads(answer.stdout)["detail"]


def test_a_home_that_cannot_be_written_still_answers(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    answer = milium("guide", path_of("baby"), "--home", tmp_path / "file")

    assert answer.returncode in {0, 2}
    assert b"Traceback" not in answer.stderr


def test_a_reader_that_leaves_early_is_no_crash(home: Path) -> None:
    answer = milium("case", "new", home / "early.yaml", "--home", home, given=b"34 years")

    assert answer.returncode == 0
    assert b"years" in (home / "early.yaml").read_bytes()
