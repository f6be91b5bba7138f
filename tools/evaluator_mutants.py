"""Mutate the rule evaluator and see that its tests notice: `python -m tools.evaluator_mutants`.

cosmic-ray changes one operator, number or keyword at a time in a copy of the project, never in the
checkout, and runs the unit tests of the rule language. A mutant that does the same as the code
stands, with its reason, in tests/baselines/equivalent_mutants.txt; any other survivor is a fault.
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.commands import ROOT, SCRIPTS, capture

BASELINE = Path("tests/baselines/equivalent_mutants.txt")
RULES = "src/milium/engine/rules"
HALVES = (
    (f"{RULES}/evaluate.py",),
    (
        f"{RULES}/aging.py",
        f"{RULES}/mentions.py",
        f"{RULES}/thresholds.py",
        f"{RULES}/worlds.py",
        "src/milium/domain/truth.py",
    ),
)
"""What is mutated, in two parts of about the same size, one for each core."""
COPIED = ("src/milium", "tests/builders", "tests/unit/rules", "pyproject.toml")
TESTS = ("-x", "-q", "--noconftest", "tests/unit/rules")
QUICKLY = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""No plugin is needed, and a compiled file could outlive the mutant it was made from."""
SECONDS = 60.0


class MutationError(Exception):
    """The mutants could not be tried; the text says why."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One mutant: where, the line before and after, and whether a test noticed."""

    path: str
    before: str
    after: str
    noticed: bool

    @property
    def name(self) -> str:
        """How the baseline names it."""
        return f"{self.path}: {self.before} => {self.after}"


def try_all(modules: Sequence[str]) -> list[Tried]:
    """Every mutant of these modules, tried in a copy of its own.

    Raises:
        MutationError: the tests fail without a mutant, or cosmic-ray does not come to an end.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        (folder / "mutants.toml").write_text(configuration(modules), "utf-8")
        for words in (("baseline",), ("init",), ("exec",)):
            session = () if words == ("baseline",) else ("mutants.sqlite",)
            _cosmic(folder, *words, "mutants.toml", *session)
        return list(read_dump(_cosmic(folder, "dump", "mutants.sqlite")))


def copy(folder: Path) -> None:
    """What the tests of the rule language need, copied into a folder."""
    for each in COPIED:
        source, target = ROOT / each, folder / each
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)


def configuration(modules: Sequence[str]) -> str:
    """What cosmic-ray is told."""
    tests = " ".join((sys.executable, "-m", "pytest", *TESTS))
    return (
        f"[cosmic-ray]\nmodule-path = {json.dumps(list(modules))}\ntimeout = {SECONDS}\n"
        f"excluded-modules = []\ntest-command = {json.dumps(tests)}\n"
        '[cosmic-ray.distributor]\nname = "local"\n'
    )


def _cosmic(folder: Path, *words: str) -> str:
    result = capture((SCRIPTS / "cosmic-ray", *words), cwd=folder, env=QUICKLY)
    if result.code != 0:
        raise MutationError(f"cosmic-ray {' '.join(words)}:\n{result.output.strip()}")
    return result.answer


def read_dump(text: str) -> Iterator[Tried]:
    """The mutants in what `cosmic-ray dump` printed.

    Raises:
        MutationError: one was not tried.
    """
    for line in text.splitlines():
        item, result = json.loads(line)
        if result is None or result["worker_outcome"] != "normal":
            raise MutationError(f"a mutant was not tried: {item['mutations'][0]['module_path']}")
        yield _tried(item["mutations"][0], result)


def _tried(mutation: dict[str, Any], result: dict[str, Any]) -> Tried:
    lines = result["diff"].splitlines()
    before = [line[1:].strip() for line in lines if line[:1] == "-" and line[:3] != "---"]
    after = [line[1:].strip() for line in lines if line[:1] == "+" and line[:3] != "+++"]
    noticed = result["test_outcome"] != "survived"
    return Tried(mutation["module_path"], " ".join(before), " ".join(after), noticed)


def read_baseline(text: str) -> dict[str, str]:
    """The mutants that do the same as the code, each with its reason.

    Raises:
        MutationError: a line has no reason.
    """
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.partition(" ## ")
            if not reason.strip():
                raise MutationError(f"{BASELINE}: say after ' ## ' why it is the same: {line}")
            found[name] = reason
    return found


def complaints(tried: Iterable[Tried], same: Iterable[str]) -> list[str]:
    """What is wrong, one line each."""
    survived = {each.name for each in tried if not each.noticed}
    allowed = set(same)
    return [
        *(f"survivor: {name}" for name in sorted(survived - allowed)),
        *(f"{BASELINE}: no mutant needs: {name}" for name in sorted(allowed - survived)),
    ]


def main() -> int:
    """Try all, print every survivor and the count; 1 if something is wrong."""
    began = time.monotonic()
    try:
        same = read_baseline((ROOT / BASELINE).read_text("utf-8"))
        with ThreadPoolExecutor(max_workers=len(HALVES)) as pool:
            tried = [each for part in pool.map(try_all, HALVES) for each in part]
    except MutationError as error:
        print(error)
        return 1
    wrong = complaints(tried, same)
    noticed = sum(each.noticed for each in tried)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(
        f"evaluator mutants: {len(tried)}, noticed {noticed}, the same {len(same)},"
        f" survivors {len(tried) - noticed - len(same)}; {time.monotonic() - began:.0f} s"
    )
    return 1 if wrong or not noticed else 0


if __name__ == "__main__":
    sys.exit(main())
