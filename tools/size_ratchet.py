"""Keep functions and modules small: what is too long today may only get shorter.

A function has at most 40 lines, a module at most 400. What is longer stands in
tests/baselines/size.txt with its length; that list may only shrink.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.commands import ROOT

FUNCTION_LINES = 40
MODULE_LINES = 400
PLACES = ("run.py", "src/**/*.py", "tests/**/*.py", "tools/**/*.py", "bench/**/*.py")
BASELINE = Path("tests/baselines/size.txt")
Sizes = Mapping[str, int]


def python_files(root: Path) -> tuple[Path, ...]:
    """The Python files of the project, in order."""
    return tuple(sorted(path for place in PLACES for path in root.glob(place)))


def oversized(root: Path) -> Sizes:
    """Length of everything too long, by `path` for a module and `path::name` for a function."""
    return dict(entry for path in python_files(root) for entry in _too_long(root, path))


def _too_long(root: Path, path: Path) -> Iterator[tuple[str, int]]:
    name, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
    if (lines := len(text.splitlines())) > MODULE_LINES:
        yield name, lines
    for where, function in _functions(ast.parse(text, name), ""):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > FUNCTION_LINES:
            yield f"{name}::{where}", lines


def _functions(
    node: ast.AST, inside: str
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield inside + child.name, child
                yield from _functions(child, f"{inside}{child.name}.")
            case ast.ClassDef():
                yield from _functions(child, f"{inside}{child.name}.")
            case _:
                yield from _functions(child, inside)


def read_baseline(path: Path) -> Sizes:
    """The lengths put up with so far; lines that start with # are comments."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    entries = (line.rsplit(maxsplit=1) for line in lines if line.strip() and line[0] != "#")
    return {name: int(length) for name, length in entries}


def complaints(found: Sizes, allowed: Sizes) -> tuple[str, ...]:
    """What is wrong and how to mend it, one line each."""
    grown = (
        f"{name}: {found[name]} lines, at most {allowed.get(name) or _limit(name)}: split it"
        for name in sorted(found)
        if found[name] > allowed.get(name, 0)
    )
    stale = (
        f"{name}: shorter than {BASELINE.as_posix()} says: "
        + (f"write {found[name]} there" if name in found else "take its line out")
        for name in sorted(allowed)
        if found.get(name, 0) < allowed[name]
    )
    return (*grown, *stale)


def _limit(name: str) -> int:
    return FUNCTION_LINES if "::" in name else MODULE_LINES


def main() -> int:
    """Print every complaint; 1 if there is one, or if no file was found at all."""
    if not python_files(ROOT):
        print("no Python file found: is this the project's folder?")
        return 1
    found = complaints(oversized(ROOT), read_baseline(ROOT / BASELINE))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
