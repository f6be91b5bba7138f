"""Rules of the house that no other tool holds."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import dead_code, size_ratchet

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "milium"
CORE = ("domain", "engine")
CLOCKS = {"today", "now", "utcnow", "fromtimestamp"}
ROUTES = {"get", "post", "put", "patch", "delete"}


def modules(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (SOURCE / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str() as module):
                yield module
            case _:
                pass


def may_import(name: str) -> bool:
    ours = any(f"{name}.".startswith(f"milium.{package}.") for package in CORE)
    return ours or name.partition(".")[0] in sys.stdlib_module_names


def test_the_core_imports_only_itself_and_the_standard_library() -> None:
    found = {
        f"{path.relative_to(SOURCE)}: {name}"
        for path in modules(*CORE)
        for name in imported(path)
        if not may_import(name)
    }

    assert modules(*CORE)
    assert found == set()


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("dataclasses", True),
        ("collections.abc", True),
        ("milium.domain.triage", True),
        ("milium.kb", False),
        ("milium.enginery", False),
        ("pydantic", False),
    ],
)
def test_what_the_core_may_import(name: str, *, allowed: bool) -> None:
    assert may_import(name) is allowed


def test_the_core_never_asks_the_clock() -> None:
    found = {
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in modules(*CORE)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    }

    assert found == set()


def test_only_kb_names_the_knowledge_package() -> None:
    elsewhere = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "kb" not in path.relative_to(SOURCE).parts[:1] and names_knowledge(path)
    }

    assert elsewhere == set()


def names_knowledge(path: Path) -> bool:
    """Whether the module imports the package or opens it by its name (a docstring may name it)."""
    constants = {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    opens = any(re.fullmatch(r"milium_knowledge([./]\S*)?", text) for text in constants)
    return opens or any(name.startswith("milium_knowledge") for name in imported(path))


def test_every_route_is_an_async_function() -> None:
    sync = {
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path in modules("adapters/web")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and any(map(is_route, node.decorator_list))
    }

    assert sync == set()


def is_route(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in ROUTES
        case _:
            return False


def test_the_checks_look_at_every_part_of_the_project() -> None:
    parts = {path.relative_to(ROOT).parts[0] for path in size_ratchet.python_files(ROOT)}

    assert {"run.py", "src", "tests", "tools"} <= parts


@pytest.mark.parametrize("baseline", [size_ratchet.BASELINE, dead_code.BASELINE])
def test_a_baseline_names_only_files_that_exist(baseline: Path) -> None:
    lines = (ROOT / baseline).read_text("utf-8").splitlines()
    entries = [line for line in lines if line.strip() and not line.startswith("#")]
    files = {re.split(r"::|\s", entry)[0] for entry in entries}

    assert {name for name in files if not (ROOT / name).is_file()} == set()


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    text = (SOURCE / "__init__.py").read_text("utf-8")

    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/milium/__init__.py"
    assert re.search(r'^__version__ = "\d+\.\d+\.\d+"$', text, re.MULTILINE)


def test_ci_runs_the_developers_own_command_and_nothing_more() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]

    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec python3 run.py test"]


def test_run_py_can_be_read_by_an_older_python() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 8))


def test_run_py_needs_only_the_standard_library() -> None:
    names = {name.partition(".")[0] for name in imported(ROOT / "run.py")}

    assert names
    assert names <= sys.stdlib_module_names


def test_run_py_stays_under_250_lines() -> None:
    assert len((ROOT / "run.py").read_text("utf-8").splitlines()) < 250


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert "--hash=sha256:" in text
    assert "://" not in text
