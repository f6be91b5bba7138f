"""Check the whole project: `python3 run.py test [--quick | --long | pytest arguments]`.

Every stage runs, also after one has failed. The last line sums all of them up.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import run
from tools.outcomes import FAILED, Outcome, total
from tools.stages import Options, Stage, pytest, running_stages, static_stages


def main(words: Sequence[str]) -> int:
    """Run the stages, or pytest alone on other words; 1 if anything failed."""
    options = Options(quick="--quick" in words, long="--long" in words, yes="--yes" in words)
    others = [word for word in words if word not in {"--quick", "--long", "--yes"}]
    return close(total([pytest(*others)] if others else stages(options)))


def stages(options: Options) -> Iterator[Outcome]:
    """What each stage came to; those that only read run two at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield from pool.map(lambda stage: timed(stage, options), static_stages())
    for stage in running_stages(options):
        if stage.quick or not options.quick:
            yield timed(stage, options)
        else:
            yield Outcome(left_out=f"{stage.name} (--quick)")


def timed(stage: Stage, options: Options) -> Outcome:
    """Run a stage and print its name, its time and what it came to."""
    began = time.monotonic()
    outcome = stage.check(options)
    if outcome.left_out and run.in_ci():
        outcome += FAILED
    took, note = time.monotonic() - began, f"; left out: {outcome.left_out}"
    print(f"[{took:5.1f} s] {stage.name}: {outcome}{note if outcome.left_out else ''}", flush=True)
    return outcome


def close(outcome: Outcome) -> int:
    """Print the closing lines; 1 if anything failed or nothing was checked."""
    if outcome.left_out:
        print(f"left out: {outcome.left_out}")
    print(f"tests: {outcome}", flush=True)
    return 0 if outcome.passed and not outcome.failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
