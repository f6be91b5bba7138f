"""How far the adaptive order of the skin items agrees with the full test, and how many it asks.

SIMULATED AND UNCALIBRATED: people are drawn from the very model the items are weighed with, whose
weights are stated guesses. So this says how well the order works, not whether an item finds skin.
"""

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bench._common import arguments, percentile, report, times_of
from milium.domain.answers import Answer, Known, Unknown
from milium.domain.ids import ItemId
from milium.domain.skin_types import Axis, AxisResult, FacePart, Item, Side, SkinTypeRules, Spread
from milium.engine.skin_types import next_item, type_skin
from milium.engine.skin_types.posterior import GRID, HUNDREDTHS, likelihoods
from milium.kb import load_knowledge

SEED = 20261123
NOT_SURE = 0.10
APART = 1.5
"""How far above and below the middle the two parts of a simulated combination skin sit."""

Answers = Mapping[ItemId, Answer]
Ask = Callable[[Answers, SkinTypeRules], ItemId | None]


@dataclass(frozen=True, slots=True)
class Run:
    """One simulated person on one axis: the full test, and what a shorter one made of them."""

    high: bool
    full: AxisResult
    short: AxisResult
    asked: int


def main() -> None:
    """Simulate and print."""
    options = arguments(__doc__ or "")
    people = 20 if options.smoke else 1000
    rules = load_knowledge(None).skin_types
    chance = random.Random(SEED)
    figures: dict[str, float | int | str] = {"people an axis": people}
    everyone = []
    for axis in Axis:
        one = only(rules, axis)
        runs = [simulate(one, chance, adaptive) for _ in range(people)]
        everyone += runs
        figures |= {f"{axis.value}: {name}": value for name, value in summed(runs).items()}
    figures |= {f"all, adaptive: {name}": value for name, value in summed(everyone).items()}
    fixed = [simulate(only(rules, axis), chance, in_order) for axis in Axis for _ in range(people)]
    figures |= {f"all, fixed order: {name}": value for name, value in summed(fixed).items()}
    figures |= combination(only(rules, Axis.OILY_DRY), chance, people)
    asked = times_of(lambda: next_item({}, rules), 5 if options.smoke else 200)
    figures["next item p50 ms"] = percentile(asked, 0.5)
    sys.stdout.write("simulated, uncalibrated: the order is measured, not the questions\n")
    report("skin", figures, as_json=options.json)


def only(rules: SkinTypeRules, axis: Axis) -> SkinTypeRules:
    """The rules of one axis."""
    return replace(
        rules,
        axes=tuple(rule for rule in rules.axes if rule.axis is axis),
        items=tuple(item for item in rules.items if item.axis is axis),
    )


def adaptive(answers: Answers, rules: SkinTypeRules) -> ItemId | None:
    """The item the engine asks."""
    return next_item(answers, rules)


def in_order(answers: Answers, rules: SkinTypeRules) -> ItemId | None:
    """The first item not asked yet, as long as the engine would ask one."""
    if next_item(answers, rules) is None:
        return None
    return next(item.id for item in rules.items if item.id not in answers)


def simulate(rules: SkinTypeRules, chance: random.Random, ask: Ask) -> Run:
    """One person: every item answered, then only those that are asked."""
    (axis,) = rules.axes
    theta = chance.gauss(axis.prior / HUNDREDTHS, 1)
    said = dict(answered(rules.items, chance, dict.fromkeys((*FacePart, None), theta)))
    short = interviewed(rules, said, ask)
    return Run(
        high=theta > 0,
        full=type_skin(said, rules).axes[axis.axis],
        short=type_skin(short, rules).axes[axis.axis],
        asked=len(short),
    )


def interviewed(rules: SkinTypeRules, said: Answers, ask: Ask) -> Answers:
    """The answers a person gave to the items that were asked, one after the other."""
    given: dict[ItemId, Answer] = {}
    while (item := ask(given, rules)) is not None:
        given[item] = said[item]
    return given


def answered(
    items: tuple[Item, ...], chance: random.Random, thetas: Mapping[FacePart | None, float]
) -> Iterator[tuple[ItemId, Answer]]:
    """What somebody with these traits says to each item; now and then they are not sure."""
    for item in items:
        if chance.random() < NOT_SURE:
            yield item.id, Unknown(asked=True)
            continue
        theta = thetas[item.part]
        point = min(range(len(GRID)), key=lambda n: abs(GRID[n] - theta))
        weights = [row[point] for row in likelihoods(item)]
        yield item.id, Known(chance.choices(item.words, weights)[0])


def summed(runs: list[Run]) -> dict[str, float]:
    """How the short test did beside the full one, in per cent but for the items."""
    clear = [run for run in runs if run.short.side in {Side.HIGH, Side.LOW}]
    full = [run for run in runs if run.full.side in {Side.HIGH, Side.LOW}]
    return {
        "items asked": sum(run.asked for run in runs) / len(runs),
        "same answer as the full test %": _share(r.short.side is r.full.side for r in runs),
        "opposite side %": _share(
            {r.short.side, r.full.side} == {Side.HIGH, Side.LOW} for r in runs
        ),
        "clear %": HUNDREDTHS * len(clear) / len(runs),
        "clear, full test %": HUNDREDTHS * len(full) / len(runs),
        "right side where clear %": _share(_right(run.high, run.short) for run in clear),
        "right side where clear, full test %": _share(_right(run.high, run.full) for run in full),
    }


def _right(high: bool, result: AxisResult) -> bool:  # noqa: FBT001 - a truth of the simulation
    return (result.side is Side.HIGH) is high


def _share(found: Iterator[bool]) -> float:
    marks = list(found)
    return HUNDREDTHS * sum(marks) / max(len(marks), 1)


def combination(
    rules: SkinTypeRules, chance: random.Random, people: int
) -> dict[str, float | int | str]:
    """How often an oily centre with dry cheeks is found, and seen where there is none."""
    (axis,) = rules.axes
    found = {"apart": 0, "alike": 0, "between": 0}
    for _ in range(people):
        for name, gap in (("apart", APART), ("alike", 0.0)):
            middle = chance.gauss(0, 0 if gap else 1)
            thetas = {FacePart.CENTRE: middle + gap, FacePart.CHEEKS: middle - gap, None: middle}
            short = interviewed(rules, dict(answered(rules.items, chance, thetas)), adaptive)
            result = type_skin(short, rules).axes[axis.axis]
            found[name] += result.spread is Spread.COMBINATION
            found["between"] += bool(gap) and result.side is Side.BETWEEN
    return {
        f"combination found ({APART} apart either way) %": HUNDREDTHS * found["apart"] / people,
        "the same called combination or between %": HUNDREDTHS * found["between"] / people,
        "combination seen in even skin %": HUNDREDTHS * found["alike"] / people,
    }


if __name__ == "__main__":
    main()
