"""Write the golden output of every example anew: `python -m tools.goldens`.

Read the difference line by line before committing it: a changed golden is changed advice.
"""

import sys
import tempfile
from pathlib import Path

from tools.commands import ROOT, capture, python

EXAMPLES = ROOT / "examples"
GOLDEN = EXAMPLES / "golden"


def outputs(example: Path, home: str) -> dict[Path, str]:
    """What the two front ends of the command line say of an example, by file."""
    words = python("-m", "milium", "guide", example, "--home", home)
    env = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONPATH": str(ROOT / "src")}
    found = {}
    for ending, more in ((".txt", ()), (".json", ("--json",))):
        result = capture((*words, *more), env=env)
        if result.code != 0:
            raise SystemExit(result.output)
        found[GOLDEN / f"{example.stem}{ending}"] = result.answer
    return found


def main() -> None:
    """Write them all, and name the ones that changed."""
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for example in sorted(EXAMPLES.glob("*.yaml")):
            for path, text in outputs(example, home).items():
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    sys.stdout.write(f"changed: {path.relative_to(ROOT)}\n")
                    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
