"""Start other programs: never with input, always in our own Python."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Result:
    """A finished program: its exit code, its answer (stdout) and all it said, errors last."""

    code: int
    answer: str
    output: str


def show(*words: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder, showing what it says; gives its exit code."""
    sys.stdout.flush()
    command = [str(word) for word in words]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode


def capture(
    words: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> Result:
    """Run a program quietly; gives its exit code and what it said."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stdout + done.stderr)


def python(*words: str | Path) -> tuple[str | Path, ...]:
    """The words of a command for our own Python."""
    return (sys.executable, *words)
