"""Write the golden output of every example and skin type anew: `python -m tools.goldens`.

Read the difference line by line before committing it: a changed golden is changed advice.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tools.commands import ROOT, capture, python

EXAMPLES = ROOT / "examples"
GOLDEN = EXAMPLES / "golden"
SKIN_TYPES = ROOT / "tests" / "gold" / "skin_types"
LETTERS = ("OD", "UC", "MF", "LE")
DAY = "2026-11-23"
ENV = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONPATH": str(ROOT / "src")}
CARDS = ROOT / "tests" / "knowledge" / "cards"
CARDS_OF = (
    "dimethicone", "petrolatum", "coconut-oil", "isopropyl-myristate", "retinyl-palmitate",
    "sodium-lauryl-sulfate", "niacinamide", "hydrocortisone", "xanthan-gum",
)  # fmt: skip
"""Cards that have to read fairly to a dermatologist and kindly to a worried person."""


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


def cards(home: str) -> dict[Path, str]:
    """What the command line says of single ingredients, of milia and of a shelf, by file."""
    asked: dict[str, tuple[str, ...]] = {name: ("ingredients", name) for name in CARDS_OF}
    asked["claimed-for-milia"] = ("ingredients", "--claimed-for", "milia")
    asked["shelf"] = ("shelf", str(EXAMPLES / "under-eye.yaml"))
    asked["eye-cream"] = ("ingredients", "--label", str(CARDS / "eye-cream.label"))
    return {
        CARDS / f"{name}.txt": without_version(said(*words, "--as-of", DAY, "--home", home))
        for name, words in asked.items()
    }


def without_version(text: str) -> str:
    """The text without the knowledge's version, which changes with every word of it."""
    return re.sub(r"knowledge\s+\S+\.$", "knowledge (version).", text.rstrip()) + "\n"


def main() -> None:
    """Write them all, and name the ones that changed."""
    for folder in (GOLDEN, SKIN_TYPES):
        folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for example in sorted(EXAMPLES.glob("*.yaml")):
            write(outputs(example, home))
        write(dict(pages(home)))
        write(cards(home))


def write(found: dict[Path, str]) -> None:
    """Write what changed and name it."""
    for path, text in found.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"changed: {path.relative_to(ROOT)}\n")
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
