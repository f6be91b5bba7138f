"""What every output says exactly once, and no code says by itself."""

import ast
import re
from pathlib import Path

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.formats.print_guide import GuidePrinter
from milium.app.guide import make_guide
from milium.domain.knowledge import Knowledge
from tests.builders.formats import NAMES, TODAY, example

ROOT = Path(__file__).resolve().parents[2]
NOTICE = "This is not a diagnosis."
SILENT = ("domain", "engine")
SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z]+ [a-z]+ .*[a-z][.?!]$")


@pytest.mark.parametrize("name", NAMES)
def test_not_a_diagnosis_stands_once_in_a_guide_and_once_in_a_triage(
    name: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    printer = GuidePrinter(knowledge, "en")
    guide = make_guide(example(name, case_format), knowledge, on=TODAY)

    for printed in (printer.guide(guide), printer.triage_answer(guide)):
        assert printed.model_dump_json().count(NOTICE) == 1
        assert printed.notice == NOTICE


def test_no_code_says_the_notice_by_itself() -> None:
    saying = [
        path.name
        for path in sorted((ROOT / "src" / "milium").rglob("*"))
        if path.suffix in {".py", ".html", ".js"} and NOTICE in path.read_text("utf-8")
    ]

    assert saying == []


@pytest.mark.parametrize("package", SILENT)
def test_an_engine_speaks_in_messages_never_in_sentences(package: str) -> None:
    said = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path in sorted((ROOT / "src" / "milium" / package).rglob("*.py"))
        for node in _constants(path)
        if isinstance(node.value, str) and SENTENCE.match(node.value)
    ]

    assert said == []


def _constants(path: Path) -> list[ast.Constant]:
    """The text constants of a module that are no docstrings and no words of an error."""
    tree = ast.parse(path.read_text("utf-8"))
    apart = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.Expr | ast.Raise)
        for node in ast.walk(outer)
    }
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in apart
    ]
