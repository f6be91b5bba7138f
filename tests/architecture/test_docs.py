"""The documentation says what the program is."""

import ast
import dataclasses
import enum
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

import milium.domain
from milium.adapters.cli import cli
from milium.app.documents import read_case
from milium.app.formats import CaseFormat, GuideJson
from milium.app.settings import Settings
from milium.kb import load_knowledge
from milium.kb.read import knowledge_files, knowledge_root
from tools import docs

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
DECISIONS = sorted(DOCS.glob("decisions/[0-9]*.md"))
RUN_COMMANDS = {"test", "bench", "lock"}  # run.py's own
PENDING: frozenset[str] = frozenset()
"""Linked from the docs and still to be made, as paths from the root; take out what is there."""

LINK = re.compile(r"\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?:python3 run\.py|milium)\b([^\n#>]*)", re.MULTILINE)
QUOTED_PATH = re.compile(r"`((?:src|tests|tools|examples|docs)/[\w./-]+)`")
SIGNATURE = re.compile(r"^(milium[\w.]+)(\(.*\) -> .+)$", re.MULTILINE)


def page_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def links(page: Path) -> Iterator[Path]:
    """The files a page links to."""
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith(("http:", "https:", "mailto:", "#")):
            yield (page.parent / target.partition("#")[0]).resolve()


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Each code block of a language with its page."""
    for page in PAGES:
        for found, code in BLOCK.findall(page.read_text("utf-8")):
            if found == language:
                yield page_id(page), code


def commands() -> list[tuple[str, str]]:
    """Each command line of ours in a code block, with its page."""
    return [
        (page, words.strip())
        for language in ("sh", "text", "python")
        for page, code in blocks(language)
        for words in COMMAND.findall(code)
    ]


def test_generated_pages_are_current() -> None:
    assert docs.stale() == (), "run `python -m tools.docs`"


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = {target.relative_to(ROOT).as_posix() for target in links(page) if not target.exists()}

    assert missing - PENDING == set()


def test_what_is_pending_is_not_there_yet() -> None:
    assert [path for path in sorted(PENDING) if (ROOT / path).exists()] == []


@pytest.mark.parametrize(("page", "words"), commands())
def test_commands_in_the_docs_exist(page: str, words: str) -> None:
    names = [word for word in words.split() if not word.startswith("-")]
    if names and names[0] in RUN_COMMANDS:
        return
    command: click.Command = cli

    for name in names:
        if not isinstance(command, click.Group):
            break
        assert name in command.commands, f"{page}: there is no command '{words}'"
        command = command.commands[name]

    known = {option for each in command.params for option in each.opts}
    given = {word for word in words.split() if word.startswith("--")}
    assert given <= known, f"{page}: '{words}'"


def test_the_docs_show_commands() -> None:
    assert len(commands()) > 10


@pytest.mark.parametrize("page", DECISIONS, ids=page_id)
def test_a_decision_has_its_four_parts_and_something_that_holds_it(page: Path) -> None:
    text = page.read_text("utf-8")

    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == ["Context", "Choice", "Consequence", "Enforced by"]
    assert page.name[:4] in (DOCS / "decisions" / "index.md").read_text("utf-8")
    named = QUOTED_PATH.findall(text)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert text.startswith(f"# {page.name[:4]} ")


def test_every_knowledge_file_is_two_links_from_the_readme() -> None:
    first = {page for page in links(ROOT / "README.md") if page.suffix == ".md" and page.exists()}
    within = {page for page in first if page.is_relative_to(ROOT)}
    reached = {target for page in within for target in links(page)} | first

    files = {ROOT / "src/milium_knowledge" / path for path in knowledge_files(knowledge_root())}

    assert sorted(path.as_posix() for path in files - reached) == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        waiting.extend(links(page))

    assert sorted(page_id(page) for page in set(PAGES) - reached) == []


def domain_names() -> set[str]:
    """Every enumeration, dataclass and named tuple of the domain."""
    found = set[str]()
    for info in pkgutil.iter_modules(milium.domain.__path__):
        module = importlib.import_module(f"milium.domain.{info.name}")
        for name, kind in inspect.getmembers(module, inspect.isclass):
            shaped = dataclasses.is_dataclass(kind) or issubclass(kind, enum.Enum | tuple)
            if kind.__module__ == module.__name__ and shaped and not name.startswith("_"):
                found.add(name)
    return found


def test_the_glossary_has_every_word_once_in_order() -> None:
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")

    words = re.findall(r"^- \*\*(.+?)\*\*: ", text, re.MULTILINE)

    folded = [word.lower() for word in words]
    assert folded == sorted(set(folded))
    assert sorted(domain_names() - set(words)) == []


def test_no_glossary_word_looks_like_a_type_that_is_gone() -> None:
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    ports = {"CaseStore", "Offload"}

    joined = set(re.findall(r"^- \*\*([A-Z][a-z]+[A-Z]\w+)\*\*: ", text, re.MULTILINE))

    assert sorted(joined - domain_names() - ports) == []


def signatures() -> list[tuple[str, str]]:
    text = (DOCS / "reference" / "signatures.md").read_text("utf-8")
    return SIGNATURE.findall(text)


@pytest.mark.parametrize(("name", "wanted"), signatures())
def test_a_frozen_signature_is_as_documented(name: str, wanted: str) -> None:
    module, _, function = name.rpartition(".")
    found = getattr(importlib.import_module(module), function)

    written = ast.parse(inspect.getsource(found)).body[0]

    documented = ast.parse(f"def {function}{wanted}: ...").body[0]

    assert isinstance(written, ast.FunctionDef)
    assert isinstance(documented, ast.FunctionDef)
    assert ast.unparse(written.args) == ast.unparse(documented.args)
    assert written.returns is not None
    assert documented.returns is not None
    assert ast.unparse(written.returns) == ast.unparse(documented.returns)
    names = [each.arg for each in (*documented.args.args, *documented.args.kwonlyargs)]
    assert list(inspect.signature(found).parameters) == names


def test_all_frozen_signatures_are_documented() -> None:
    names = {name.rpartition(".")[2] for name, _ in signatures()}

    assert names == {
        "triage", "next_question", "type_skin", "next_item", "read_label", "judge",
        "plan_regimen", "project_course", "make_guide",
    }  # fmt: skip


def test_the_guide_keeps_its_frozen_keys() -> None:
    text = (DOCS / "reference" / "guide-json.md").read_text("utf-8")

    documented = re.findall(r"^\| `(\w+)(?:\[\])?` \|", text, re.MULTILINE)

    assert documented == list(GuideJson.model_fields)


def test_every_setting_is_documented() -> None:
    text = (DOCS / "reference" / "settings.md").read_text("utf-8")

    documented = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)

    assert documented == [field.name for field in fields(Settings)]


def test_case_files_in_the_docs_can_be_read() -> None:
    case_format = CaseFormat(load_knowledge(None))
    whole = [(page, code) for page, code in blocks("yaml") if code.startswith("milium: ")]
    lines = [
        (page, json.dumps(json.loads(line)["case"]))
        for page, code in blocks("text")
        for line in code.splitlines()
        if line.startswith('{"id"')
    ]

    for page, code in (*whole, *lines):
        read_case(code.encode(), page, case_format, place="ELSEWHERE")
    assert whole
    assert lines


def test_the_way_to_call_it_from_python_works(capsys: pytest.CaptureFixture[str]) -> None:
    code = next(code for page, code in blocks("python") if "import make_guide" in code)

    exec(compile(code, "signatures.md", "exec"), {})  # noqa: S102 - our own page

    assert capsys.readouterr().out.startswith("NO_RUSH\n")


def test_the_benchmark_page_keeps_its_marks() -> None:
    text = (DOCS / "reference" / "benchmarks.md").read_text("utf-8")

    assert text.count("<!-- bench:start -->") == 1
    assert text.count("<!-- bench:end -->") == 1
