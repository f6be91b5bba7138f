"""How long a complete guide takes: a case with six products, every label read afresh.

The floor beside it is parsing and printing the finished guide as JSON: what any program that
answers with this document has to do at least.
"""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from bench._common import ROOT, arguments, percentile, report, times_of
from milium.app.documents import read_case
from milium.app.formats import CaseFormat, GuidePrinter
from milium.app.guide import make_guide
from milium.domain.cases import Case
from milium.domain.ids import ProductId
from milium.kb import load_knowledge

PRODUCTS = 6


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    rounds = 3 if options.smoke else 200
    with tempfile.TemporaryDirectory() as cache:
        knowledge = load_knowledge(Path(cache))
        load = times_of(lambda: load_knowledge(Path(cache)), min(rounds, 20))
    case_format, printer = CaseFormat(knowledge), GuidePrinter(knowledge, "en")
    case = six_products(case_format)
    guide = make_guide(case, knowledge, on=case.as_of)
    text = printer.guide(guide).model_dump_json()
    decided = times_of(lambda: make_guide(case, knowledge, on=case.as_of), rounds)
    printed = times_of(lambda: printer.guide(guide).model_dump_json(), rounds)
    floor = times_of(lambda: json.dumps(json.loads(text)), rounds)
    report(
        "guide",
        {
            "guide p50 ms": percentile(decided, 0.5),
            "guide p99 ms": percentile(decided, 0.99),
            "print p50 ms": percentile(printed, 0.5),
            "floor p50 ms (JSON round trip of the same guide)": percentile(floor, 0.5),
            "ratio guide / floor": percentile(decided, 0.5) / percentile(floor, 0.5),
            "knowledge load p50 ms": percentile(load, 0.5),
            "products": len(case.shelf),
            "guide bytes": len(text),
        },
        as_json=options.json,
    )


def six_products(case_format: CaseFormat) -> Case:
    """The example with typical bumps, its shelf filled up to six from the other examples."""
    cases = [
        read_case((ROOT / "examples" / name).read_bytes(), name, case_format, place="GB")
        for name in ("cheek.yaml", "under-eye.yaml", "pregnant.yaml", "teenager.yaml")
    ]
    shelf = [product for case in cases for product in case.shelf][:PRODUCTS]
    numbered = tuple(replace(p, id=ProductId(str(n))) for n, p in enumerate(shelf, 1))
    return replace(cases[0], shelf=numbered)


if __name__ == "__main__":
    main()
