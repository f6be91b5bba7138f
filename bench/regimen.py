"""How long the best plan takes to find, whether it is the best, and how that grows.

Made-up people with a shelf and wishes shop in made-up catalogues of 60, 600 and 6,000 products.
Each plan is found by the search of the product and, in the same run, by HiGHS (a mixed-integer
solver) on the same question stated as sums; "as good" counts the plans that cost the same by every
criterion. Growth is the exponent of the time over the size (1 is in proportion to it).
"""

from math import log10
from random import Random

from bench._common import Figures, arguments, percentile, report, times_of
from milium.engine.regimens.search import Found, find_best
from milium.engine.regimens.settings import Settings
from milium.kb import load_knowledge
from tests.builders.catalogues import a_catalogue, a_shopper
from tests.builders.regimens import Request
from tests.oracle.regimens_milp import least_costs

SIZES = (60, 600, 6000)
PEOPLE = 50
SEED = 5


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    people = 2 if options.smoke else PEOPLE
    rules = load_knowledge(None).regimens
    figures: Figures = {}
    medians = []
    for size in SIZES[: 2 if options.smoke else None]:
        chance = Random(f"{SEED}/{size}")
        shoppers = [a_shopper(a_catalogue(rules, size, chance), chance) for _ in range(people)]
        median, found = measured(shoppers)
        medians.append(median)
        figures |= {f"{size}: {name}": figure for name, figure in found.items()}
    figures["growth 60 to 600"] = log10(medians[1] / medians[0])
    if not options.smoke:
        figures["growth 600 to 6000"] = log10(medians[2] / medians[1])
    report("regimen", figures, as_json=options.json)


def measured(shoppers: list[Request]) -> tuple[float, Figures]:
    """The median in milliseconds, and everything worth printing."""
    ours = sorted(times_of(lambda each=each: solve(each), 1)[0] for each in shoppers)  # type: ignore[misc]
    found = [solve(each) for each in shoppers]
    theirs = sorted(times_of(lambda each=each: least_costs(each), 1)[0] for each in shoppers)  # type: ignore[misc]
    as_good = sum(
        least_costs(each) == (mine.best.costs if mine.best else None)
        for each, mine in zip(shoppers, found, strict=True)
    )
    return percentile(ours, 0.5), {
        "p50 ms": percentile(ours, 0.5),
        "p95 ms": percentile(ours, 0.95),
        "slowest ms": ours[-1],
        "partial plans weighed, most": max(each.looked_at for each in found),
        "proved": f"{sum(each.proved for each in found)} of {len(found)}",
        "as good as HiGHS": f"{as_good} of {len(found)}",
        "HiGHS p50 ms": percentile(theirs, 0.5),
        "HiGHS slowest ms": theirs[-1],
    }


def solve(request: Request) -> Found:
    """The best plan, with everything that comes before the search."""
    setting = Settings(request.asked(), request.rules)(request.wishes)
    return find_best(setting)


if __name__ == "__main__":
    main()
