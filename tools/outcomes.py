"""What a check came to, and how the whole run is summed up."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET  # reads only what our own pytest wrote


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of one check; `left_out` says why it could not run, if it could not."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    left_out: str = ""

    def __add__(self, other: "Outcome") -> "Outcome":
        """Both counts together, with what either left out."""
        return Outcome(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            "; ".join(filter(None, (self.left_out, other.left_out))),
        )

    def __str__(self) -> str:
        """The counts in the words of the closing line."""
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


PASSED = Outcome(passed=1)
FAILED = Outcome(failed=1)


def from_exit_code(code: int) -> Outcome:
    """One check that passed or failed as a whole."""
    return PASSED if code == 0 else FAILED


def from_junit(report: Path) -> Outcome:
    """The counts of a pytest run out of its JUnit report; nothing if it wrote none."""
    try:
        suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - written by us
    except (OSError, ET.ParseError):
        return Outcome()
    return total(map(_from_suite, suites))


def _from_suite(suite: ET.Element) -> Outcome:
    tests, failures, errors, skipped = (
        int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    # A test may both fail and break at its end: pytest then counts it twice.
    return Outcome(max(0, tests - failed - skipped), failed, skipped)


def total(outcomes: Iterable[Outcome]) -> Outcome:
    """All counts added up."""
    return sum(outcomes, start=Outcome())
