"""Write both lock files anew: `python3 run.py lock [--upgrade]`.

requirements.lock is the app; requirements-dev.lock is the app, at the same versions, and
the development tools. Both carry a hash for every file and no address.
"""

import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from tools.commands import ROOT, capture

APP = ROOT / "requirements.lock"
DEV = ROOT / "requirements-dev.lock"
COMMAND = (
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


class LockError(Exception):
    """A lock could not be made; the text says why."""


def make(target: Path, *more: str | Path) -> None:
    """Resolve into the target, keeping its versions where they still fit.

    Raises:
        LockError: the resolver failed, or the result names an address.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, target.name)
        fresh.write_text(target.read_text("utf-8") if target.exists() else "", "utf-8")
        result = capture([*COMMAND, "--output-file", fresh, *more])
        if result.code != 0:
            raise LockError(result.output)
        text = fresh.read_text("utf-8")
    if found := addresses(text):
        raise LockError(f"{target.name} would name an address: {found[0]}")
    target.write_text(text, "utf-8")


def addresses(lock: str) -> tuple[str, ...]:
    """The lines of a lock that name an address; there may be none."""
    return tuple(line for line in lock.splitlines() if "://" in line)


def names(lock: str) -> frozenset[str]:
    """The packages a lock pins."""
    return frozenset(line.split("==")[0] for line in lock.splitlines() if "==" in line)


def missing(root: Path = ROOT) -> tuple[str, ...]:
    """What pyproject.toml asks for and the locks do not pin, as `lock: package`."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = project["project"]["dependencies"]
    wanted = {APP.name: asked, DEV.name: [*asked, *project["dependency-groups"]["dev"]]}
    return tuple(
        f"{name}: {package}"
        for name, packages in wanted.items()
        for package in map(_bare, packages)
        if package not in names((root / name).read_text("utf-8"))
    )


def _bare(requirement: str) -> str:
    cut = next((at for at, sign in enumerate(requirement) if sign in "<>=!~;[ "), None)
    return requirement[:cut].lower().replace("_", "-")


def check() -> int:
    """Print what is wrong with the locks; 1 if anything is."""
    named = [f"{path.name}: {line}" for path in (APP, DEV) for line in addresses(path.read_text())]
    wrong = [*named, *(f"{line} is not pinned" for line in missing())]
    print(*wrong, sep="\n", end="\nrun: python3 run.py lock\n" if wrong else "")
    return 1 if wrong else 0


def main(words: Sequence[str]) -> int:
    """Check the locks, or write them; other words (`--upgrade`) go to the resolver."""
    if "--check" in words:
        return check()
    more = [word for word in words if word != "--yes"]
    try:
        make(APP, *more)
        make(DEV, "--group", "dev", "--constraint", APP, *more)
    except LockError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {APP.name} and {DEV.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
