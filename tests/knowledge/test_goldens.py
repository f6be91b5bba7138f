"""The golden outputs of the ten examples: a change here is a change of advice, to be read by eye.

Written anew with ``python -m tools.goldens``; read the difference line by line before committing.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from milium.adapters.cli import cli
from milium.main import WIRING
from tests.builders.formats import NAMES, ROOT, path_of

GOLDEN = ROOT / "examples" / "golden"
MEND = "write it anew with `python -m tools.goldens`, then read the difference line by line"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def said(home: Path, *arguments: str | Path) -> str:
    """What the command line answers, in place: a process for each would take half a minute."""
    words = [*map(str, arguments), "--home", str(home)]
    answer = CliRunner().invoke(cli, words, obj=WIRING, env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert (answer.exit_code, answer.stderr) == (0, "")
    return answer.stdout


@pytest.mark.parametrize("ending", ["txt", "json"])
@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_what_its_golden_says(name: str, ending: str, home: Path) -> None:
    golden = GOLDEN / f"{name}.{ending}"
    assert golden.is_file(), f"{golden.relative_to(ROOT)} is missing; {MEND}"
    more = ["--json"] if ending == "json" else []

    assert said(home, "guide", path_of(name), *more) == golden.read_text("utf-8"), MEND


def test_there_is_no_golden_without_an_example() -> None:
    assert sorted({path.stem for path in GOLDEN.iterdir()}) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_names_no_place_on_the_machine_it_was_made_on(name: str) -> None:
    text = (GOLDEN / f"{name}.json").read_text("utf-8")

    assert json.loads(text)["as_of"] == "2026-11-23"
    assert str(ROOT) not in text
    assert "/tmp" not in text  # noqa: S108 - looked for, not used
