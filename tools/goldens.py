"""Write the golden output of every example and skin type anew: `python -m tools.goldens`.

Read the difference line by line before committing it: a changed golden is changed advice.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

from tools.commands import ROOT, capture, python

EXAMPLES = ROOT / "examples"
GOLDEN = EXAMPLES / "golden"
SKIN_TYPES = ROOT / "tests" / "gold" / "skin_types"
LETTERS = ("OD", "UC", "MF", "LE")
DAY = "2026-11-23"
ENV = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONPATH": str(ROOT / "src")}


def outputs(example: Path, home: str) -> dict[Path, str]:
    """What the two front ends of the command line say of an example, by file."""
    words = ("guide", str(example), "--home", home)
    return {
        GOLDEN / f"{example.stem}{ending}": said(*words, *more)
        for ending, more in ((".txt", ()), (".json", ("--json",)))
    }


def pages(home: str) -> Iterator[tuple[Path, str]]:
    """The page of each of the sixteen skin types, with its file."""
    for letters in map("".join, product(*LETTERS)):
        words = ("type", "--page", letters, "--as-of", DAY, "--home", home)
        yield SKIN_TYPES / f"{letters}.txt", said(*words)


def said(*words: str) -> str:
    """What the command line answers.

    Raises:
        SystemExit: it refuses.
    """
    result = capture(python("-m", "milium", *words), env=ENV)
    if result.code != 0:
        raise SystemExit(result.output)
    return result.answer


def main() -> None:
    """Write them all, and name the ones that changed."""
    for folder in (GOLDEN, SKIN_TYPES):
        folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        examples = sorted(EXAMPLES.glob("*.yaml"))
        found = (each for example in examples for each in outputs(example, home).items())
        for path, text in chain(found, pages(home)):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                sys.stdout.write(f"changed: {path.relative_to(ROOT)}\n")
                path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
