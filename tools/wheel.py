"""Build the wheel, install it where nothing else is, and let it do the main job."""

import json
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tools.commands import ROOT, capture, python

COMPILED = "milium/kb/_compiled.json"
CASE = ROOT / "examples" / "cheek.yaml"
IN_TREE = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "MILIUM_HOME")


class WheelError(Exception):
    """The wheel is not fit to be handed out; the text says why."""


def main() -> int:
    """Print what went wrong, if anything did; 1 then."""
    with tempfile.TemporaryDirectory(prefix="milium-wheel-") as name:
        folder = Path(name)
        try:
            wheel = build(folder)
            complete(wheel)
            guide_of(install(wheel, folder), folder)
        except WheelError as error:
            print(error)
            return 1
    return 0


def build(folder: Path) -> Path:
    """The wheel, built by hatchling into the folder."""
    _must(python("-m", "hatchling", "build", "--target", "wheel", "--directory", folder), folder)
    return next(folder.glob("*.whl"))


def complete(wheel: Path) -> None:
    """Make sure that every file of `src` is in the wheel, and the compiled knowledge.

    Raises:
        WheelError: a file is not.
    """
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    if lacking := sorted({COMPILED, *_shipped(ROOT / "src")} - inside):
        raise WheelError("not in the wheel: " + ", ".join(lacking))


def _shipped(source: Path) -> Iterable[str]:
    for path in source.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            yield path.relative_to(source).as_posix()


def install(wheel: Path, folder: Path) -> Path:
    """A fresh environment's folder of scripts, holding the wheel and the app's lock."""
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = (scripts / "python", "-m", "pip", "install", "-qq", "--no-deps")
    _must((sys.executable, "-m", "venv", folder / "venv"), folder)
    _must((*pip, "--require-hashes", "-r", ROOT / "requirements.lock"), folder)
    _must((*pip, "--no-index", wheel), folder)
    return scripts


def guide_of(scripts: Path, folder: Path) -> None:
    """Let the installed program write a guide, and read it.

    Raises:
        WheelError: it failed, or what it printed is no JSON object.
    """
    env = {"MILIUM_HOME": str(folder / "home")}
    said = _must((scripts / "milium", "guide", CASE, "--json"), folder, **env)
    try:
        guide = json.loads(said)
    except ValueError as error:
        raise WheelError(f"`milium guide --json` printed no JSON: {said[:500]}") from error
    if not isinstance(guide, dict) or not guide:
        raise WheelError(f"`milium guide --json` printed no object: {said[:500]}")


def _must(words: tuple[str | Path, ...], folder: Path, **env: str) -> str:
    tree = {name: "" for name in IN_TREE if name in os.environ}
    cwd = ROOT if "hatchling" in words else folder
    result = capture(words, cwd=cwd, env={**tree, **env})
    if result.code != 0:
        raise WheelError(f"{' '.join(map(str, words))}\n{result.output}")
    return result.answer


if __name__ == "__main__":
    sys.exit(main())
