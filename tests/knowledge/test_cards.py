"""Golden cards: how the best-known ingredients, a label and a shelf read. Read each change aloud.

Written anew with ``python -m tools.goldens``.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from milium.adapters.cli import cli
from milium.main import WIRING
from tests.builders.formats import ROOT
from tools.goldens import CARDS, CARDS_OF, DAY, EXAMPLES, without_version

MEND = "write it anew with `python -m tools.goldens`, then read it as a worried person would"
NEVER = ("culprit", "suspect", "toxic", "proven", "guarantee", "safe ", "red flag", "dangerous")
SHOWN = {
    **{name: ("ingredients", name) for name in CARDS_OF},
    "claimed-for-milia": ("ingredients", "--claimed-for", "milia"),
    "shelf": ("shelf", str(EXAMPLES / "under-eye.yaml")),
    "eye-cream": ("ingredients", "--label", str(CARDS / "eye-cream.label")),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("name", SHOWN)
def test_a_card_says_what_its_golden_says(name: str, home: Path) -> None:
    words = [*SHOWN[name], "--as-of", DAY, "--home", str(home)]

    answer = CliRunner().invoke(cli, words, obj=WIRING, env={"COLUMNS": "80", "NO_COLOR": "1"})

    assert (answer.exit_code, answer.stderr) == (0, "")
    assert without_version(answer.stdout) == (CARDS / f"{name}.txt").read_text("utf-8"), MEND


@pytest.mark.parametrize("name", SHOWN)
def test_a_card_blames_nobody_and_names_no_machine(name: str) -> None:
    text = (CARDS / f"{name}.txt").read_text("utf-8").lower()

    assert [word for word in NEVER if word in text] == []
    assert str(ROOT) not in text
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", CARDS_OF)
def test_a_card_answers_first_and_says_what_nobody_knows(name: str) -> None:
    text = (CARDS / f"{name}.txt").read_text("utf-8")

    assert "cause milia?" in " ".join(text.split()[:40])
    assert "What nobody knows" in text
    assert "12 weeks" in text or "medicine" in text


def test_the_list_is_sorted_by_evidence_and_not_by_fear() -> None:
    text = (CARDS / "claimed-for-milia.txt").read_text("utf-8")
    causes, helps = text.split("NAMED AS A HELP AGAINST MILIA")

    for part in (causes, helps):
        grades = [line.rstrip()[-2] for line in part.splitlines() if line.rstrip()[-1:] == "]"]
        assert len(grades) > 3
        assert grades == sorted(grades)
