"""The stages of `python3 run.py test`: what is checked, and by which program."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import system
from tools.commands import ROOT, SCRIPTS, capture, python, show
from tools.outcomes import FAILED, Outcome, from_exit_code, from_junit

Words = tuple[str | Path, ...]
NO_TESTS = 5  # pytest's exit code when it found none
FULLY_COVERED = ("domain", "engine", "kb")
PLACES = ("run.py", "src", "tests", "tools", "bench")
QUICK = ("tests/unit", "tests/spec", "tests/knowledge", "tests/dangers", "tests/architecture")
"""What the inner loop runs: without the oracle, the properties, the prover and the contracts."""
PLAIN = "not browser and not fuzz and not long"


@dataclass(frozen=True, slots=True)
class Options:
    """What the developer asked for."""

    quick: bool = False
    long: bool = False
    yes: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One named check; `quick` ones are part of the inner loop."""

    name: str
    check: Callable[[Options], Outcome]
    quick: bool = False


def static_stages() -> tuple[Stage, ...]:
    """The checks that only read the code; they do not disturb each other."""
    places = [name for name in PLACES if (ROOT / name).exists()]
    commands: Mapping[str, Words] = {
        "mypy": python("-m", "mypy", *places),
        "ruff check": python("-m", "ruff", "check", "--quiet", "."),
        "ruff format": python("-m", "ruff", "format", "--check", "--quiet", "."),
        "imports": (SCRIPTS / "lint-imports", "--no-cache"),
        "dependencies": (SCRIPTS / "deptry", "src"),
        "dead code": python("-m", "tools.dead_code"),
        "size": python("-m", "tools.size_ratchet"),
        "locks": python("-m", "tools.lock", "--check"),
    }
    return tuple(Stage(name, _quietly(words), quick=True) for name, words in commands.items())


def _quietly(words: Words) -> Callable[[Options], Outcome]:
    """A check that speaks only when it fails."""

    def check(_: Options) -> Outcome:
        result = capture(words)
        if result.code != 0:
            print(f"\n$ {' '.join(map(str, words))}\n{result.output.strip()}\n", flush=True)
        return from_exit_code(result.code)

    return check


def running_stages(options: Options) -> tuple[Stage, ...]:
    """The checks that run the code, in order."""
    evaluator = python("-m", "tools.evaluator_mutants")
    slow = (
        Stage("long", lambda _: pytest("-m", "long")),
        Stage("evaluator mutants", lambda _: from_exit_code(show(*evaluator))),
    )
    return (
        Stage("tests", tests, quick=True),
        Stage("coverage", coverage),
        Stage("proof", proof),
        Stage("browser", browser),
        Stage("fuzz", lambda _: pytest("-m", "fuzz", "tests/contract", folder="tests/contract")),
        Stage("wheel", _quietly(python("-m", "tools.wheel"))),
        Stage("bench", bench),
        *(slow if options.long else ()),
    )


def tests(options: Options) -> Outcome:
    """Unit, property and knowledge tests, side by side; measured unless it has to be quick."""
    parallel = ("-m", PLAIN, "-n", "2", "--dist", "loadgroup")
    if options.quick:
        return pytest(*parallel, *QUICK, "--ignore=tests/unit/proving")
    return pytest(*parallel, "--cov", "--cov-report=")


def coverage(_: Options) -> Outcome:
    """Every branch of the packages that decide is taken by some test."""
    where = ",".join(f"src/milium/{name}/*" for name in FULLY_COVERED)
    words = ("-m", "coverage", "report", f"--include={where}", "--fail-under=100")
    return _quietly(python(*words))(Options())


def proof(_: Options) -> Outcome:
    """Every safety claim proved over all cases, and the bars of MiliaBench cleared."""
    with tempfile.TemporaryDirectory() as home:
        env = {"PYTHONPATH": str(ROOT / "src"), "MILIUM_HOME": home}
        outcome = Outcome()
        for words in (("knowledge", "prove"), ("miliabench",)):
            result = capture(python("-m", "milium", *words), env=env)
            print("\n".join(result.output.strip().splitlines()[-3:]), flush=True)
            outcome += from_exit_code(result.code)
    return outcome


def browser(options: Options) -> Outcome:
    """The app in Chromium, where there is one or it may be installed."""
    if lacking := system.provide(yes=options.yes):
        return Outcome(left_out=f"browser tests: {lacking}")
    return pytest("-m", "browser", "tests/e2e", folder="tests/e2e")


def bench(_: Options) -> Outcome:
    """Every measurement still runs, on its smallest input."""
    outcome = Outcome()
    for script in sorted(ROOT.glob("bench/[!_]*.py")):
        result = capture(python(script, "--smoke"), env={"PYTHONPATH": str(ROOT)})
        if result.code != 0:
            print(f"\n$ {script.name} --smoke\n{result.output.strip()}\n", flush=True)
        outcome += from_exit_code(result.code)
    return outcome


def pytest(*words: str, folder: str = "tests") -> Outcome:
    """A pytest run, shown as it goes; its failing without a failed test counts as one."""
    if not (ROOT / folder).exists():
        return Outcome(left_out=f"{folder}: there is no such folder")
    with tempfile.TemporaryDirectory() as name:
        report = Path(name, "report.xml")
        code = show(*python("-m", "pytest", "-q", f"--junitxml={report}", *words))
        outcome = from_junit(report)
    if code == NO_TESTS:
        return Outcome(left_out=f"{folder}: no such test found")
    return outcome + FAILED if code != 0 and not outcome.failed else outcome
