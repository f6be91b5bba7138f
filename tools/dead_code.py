"""Find functions, classes and imports that nothing uses.

What only a framework calls stands in tests/baselines/dead_code.txt with its reason; that
list may only shrink. Fields and constants are left alone: a field of a value is read by
whoever prints the value.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from vulture import Vulture

from tools.commands import ROOT
from tools.size_ratchet import python_files

BASELINE = Path("tests/baselines/dead_code.txt")
NOT_ASKED = {"variable", "attribute"}
CERTAIN = 100
CALLED_BY_NAME = (
    "@*.command",
    "@*.group",
    "@*.result_callback",
    "@*.fixture",
    "@fixture",
    "@*.get",
    "@*.post",
    "@*.put",
    "@*.delete",
    "@*.middleware",
    "@*.exception_handler",
    "@*.hook",
    "@*.check",
    "@event*.listens_for",
    "@listens_for",
    "@*validator",
    "@*serializer",
    "@*rule",
    "@*invariant",
    "@initialize",
    "@override",
)


def unused(root: Path) -> tuple[str, ...]:
    """Every unused thing as `path name`, in order."""
    finder = Vulture(ignore_decorators=list(CALLED_BY_NAME))
    finder.scavenge(python_files(root))
    return tuple(
        sorted(
            f"{Path(item.filename).resolve().relative_to(root).as_posix()} {item.name}"
            for item in finder.get_unused_code(min_confidence=60)
            if item.typ not in NOT_ASKED or item.confidence == CERTAIN
        )
    )


def read_baseline(path: Path) -> Mapping[str, str]:
    """What may look unused, with the reason."""
    return dict(_entries(path.read_text("utf-8").splitlines()))


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        entry, _, reason = line.partition("#")
        if entry.strip():
            yield " ".join(entry.split()), reason.strip()


def complaints(found: tuple[str, ...], allowed: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong and how to mend it, one line each."""
    where = BASELINE.as_posix()
    return (
        *(f"{entry}: nothing uses it: take it out" for entry in found if entry not in allowed),
        *(
            f"{entry}: is used by now: take it out of {where}"
            for entry in allowed
            if entry not in found
        ),
        *(
            f"{entry}: say in {where} after a # who calls it"
            for entry in allowed
            if not allowed[entry]
        ),
    )


def main() -> int:
    """Print every complaint; 1 if there is one."""
    found = complaints(unused(ROOT), read_baseline(ROOT / BASELINE))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
