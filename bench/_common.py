"""What every benchmark shares: the machine, percentiles, a short table, one JSON object last."""

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from milium import __version__

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, float | int | str]


def arguments(description: str) -> argparse.Namespace:
    """The options every benchmark takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--smoke", action="store_true", help="a few rounds, to see that it runs")
    return parser.parse_args()


def machine() -> dict[str, str | int]:
    """What it was measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 0,
        "load_1min": f"{os.getloadavg()[0]:.1f}",
    }


def times_of(call: Callable[[], object], rounds: int) -> list[float]:
    """How long each of so many calls took, in milliseconds, shortest first."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        found.append((time.perf_counter() - begun) * 1000)
    return sorted(found)


def percentile(times: Sequence[float], share: float) -> float:
    """The time that so large a share stays under."""
    return times[min(len(times) - 1, int(len(times) * share))]


def report(name: str, figures: Mapping[str, float | int | str], *, as_json: bool) -> None:
    """A short table for people; with ``--json`` one object last for machines."""
    width = max(len(key) for key in figures)
    for key, value in figures.items():
        shown = f"{value:,.2f}" if isinstance(value, float) else str(value)
        sys.stdout.write(f"{key:<{width}}  {shown}\n")
    if as_json:
        result = {"bench": name, "figures": figures, "machine": machine(), "milium": __version__}
        sys.stdout.write(json.dumps(result) + "\n")
