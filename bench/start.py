"""How long a start takes: cold (nothing installed), warm, and to the first page of the web app.

The floor beside it is starting the same Python with nothing to do.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from bench._common import ROOT, arguments, percentile, report, times_of

LEFT_OUT = shutil.ignore_patterns(".venv*", ".git", ".cache", "__pycache__", "*_cache")
PATIENCE_S = 120


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    rounds = 2 if options.smoke else 10
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        figures: dict[str, float | int | str] = {}
        if not options.smoke:
            figures |= cold_start(Path(folder, "clone"), home)
        guide(ROOT, home)
        warm = times_of(lambda: guide(ROOT, home), rounds)
        first = sorted(first_page(home) for _ in range(rounds))
        floor = times_of(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), rounds)
    figures |= {
        "warm guide p50 ms": percentile(warm, 0.5),
        "warm first page p50 ms": percentile(first, 0.5),
        "floor p50 ms (Python with nothing to do)": percentile(floor, 0.5),
        "ratio first page / floor": percentile(first, 0.5) / percentile(floor, 0.5),
    }
    report("start", figures, as_json=options.json)


def cold_start(clone: Path, home: Path) -> dict[str, float | int | str]:
    """From a tree without `.venv` to a guide, installing included."""
    shutil.copytree(ROOT, clone, ignore=LEFT_OUT)
    begun = time.perf_counter()
    guide(clone, home)
    seconds = time.perf_counter() - begun
    installed = sum(f.stat().st_size for f in (clone / ".venv").rglob("*") if f.is_file())
    return {"cold guide s (installing included)": seconds, "installed MB": installed / 1e6}


def guide(tree: Path, home: Path) -> None:
    """One guide in the terminal, as a person would ask for it."""
    subprocess.run(
        [sys.executable, "run.py", "guide", "examples/cheek.yaml", "--home", str(home)],
        cwd=tree,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def environment() -> dict[str, str]:
    """What a person's shell would pass on, less our own path."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def first_page(home: Path) -> float:
    """Milliseconds from `python3 run.py` to the first whole page."""
    begun = time.perf_counter()
    command = [sys.executable, "run.py", "serve", "--port", "0", "--home", str(home)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            httpx.get(announced(server), timeout=PATIENCE_S).raise_for_status()
            return (time.perf_counter() - begun) * 1000
        finally:
            server.terminate()


def announced(server: "subprocess.Popen[str]") -> str:
    """The address the server prints."""
    for line in server.stdout or ():
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        if found:
            return found[0]
    message = "the server printed no address"
    raise RuntimeError(message)


if __name__ == "__main__":
    main()
