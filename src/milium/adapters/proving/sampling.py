"""Random cases by the thousand, as bits, and whether encoding and engine agree on each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from milium.adapters.proving.algebra import Bits
from milium.adapters.proving.conditions import Reader
from milium.adapters.proving.encode import Outcome, outcome_of
from milium.adapters.proving.space import SECOND, Space
from milium.domain.cases import Case
from milium.domain.findings import FindingKind
from milium.domain.triage import Rung, TriageRules, When, Zone
from milium.domain.truth import Truth
from milium.engine.triage.changes import Judged
from milium.engine.triage.decision import is_settled, judge_case
from milium.engine.triage.outcomes import stand_in

Holds = Mapping[str, bool]

_SEED = 20261123
_UNKNOWN, _KNOWN = 0.25, 0.9
_TICK = 0.12


def random_cases(space: Space, count: int) -> Iterator[dict[str, bool]]:
    """Cases as true variables; the same ones every time."""
    chance = Random(_SEED)  # noqa: S311 - nothing secret
    for _ in range(count):
        yield _random_case(space, chance)


def _random_case(space: Space, chance: Random) -> dict[str, bool]:
    holds = {SECOND: chance.random() < 0.5}  # noqa: PLR2004 - every other one
    for finding, stem, names in space.variables():
        state = chance.random()
        if finding.kind is FindingKind.WORDS:
            ticked = [name for name in names if chance.random() < _TICK]
            holds |= dict.fromkeys(ticked, True)
            holds[f"{stem}?complete"] = state > _UNKNOWN
        elif state > _UNKNOWN:
            values = 1 if state < _KNOWN or len(names) == 1 else 2
            holds |= dict.fromkeys(chance.sample(names, values), True)
    return holds


@dataclass(frozen=True)
class Disagreement:
    """A case on which encoding and engine differ, and in what."""

    case: Case
    what: str


def disagreements(
    rules: TriageRules, space: Space, samples: Sequence[Holds]
) -> Iterator[Disagreement]:
    """Every sample on which the encoding does not say what the engine says."""
    if not samples:
        return
    algebra = Bits(len(samples), _columns(samples))
    outcome = outcome_of(rules, space, Reader(algebra), algebra)
    said = _said(outcome)
    for number, holds in enumerate(samples):
        case = space.case_of(holds)
        here = {name for name, bits in said.items() if bits >> number & 1}
        there = _engine_says(judge_case(case, rules), rules)
        if here != there:
            yield Disagreement(case, ", ".join(sorted(here ^ there)))


def _columns(samples: Sequence[Holds]) -> dict[str, int]:
    columns: dict[str, list[int]] = {}
    for number, holds in enumerate(samples):
        for name, true in holds.items():
            if true:
                columns.setdefault(name, []).append(number)
    return {name: _bits(numbers, len(samples)) for name, numbers in columns.items()}


def _bits(numbers: Sequence[int], samples: int) -> int:
    found = bytearray((samples + 7) // 8)
    for number in numbers:
        found[number // 8] |= 1 << number % 8
    return int.from_bytes(found, "little")


def _said(outcome: Outcome) -> dict[str, int]:
    """Everything compared, by name: rules fired and possible, and every part of the answer."""
    said: dict[str, int] = {}
    for number, rule in enumerate(outcome.rules.rules):
        for bump in outcome.subjects(rule):
            true, possible = outcome.truth(number, bump)
            said[f"{rule.id} {bump} fired"] = true
            said[f"{rule.id} {bump} possible"] = possible & ~true
    said |= {f"when {level.name}": outcome.when_is(level) for level in When}
    said |= {f"door {door.name}": found for door, found in outcome.doors.items()}
    for rung in tuple(Rung)[:-1]:
        said[f"person <= {rung.name}"] = outcome.rung_at_most(None, rung)
        for zone in Zone:
            said[f"{zone.name} <= {rung.name}"] = outcome.zone_at_most(zone, rung)
        for number, each in enumerate(outcome.bumps):
            lowered = each.present & outcome.bump_at_most(number, rung)
            said[f"bump {number} <= {rung.name}"] = lowered
    everybody = {who for rule in outcome.rules.rules for who in rule.effect.who}
    said |= {f"who {who}": outcome.named(who) for who in everybody}
    said["settled"] = outcome.settled
    return said


def _engine_says(judged: Judged, rules: TriageRules) -> set[str]:
    decision = judged.decision
    door = stand_in(decision.door, judged.subjects[0].answers, rules)
    said = {f"when {decision.when.name}", f"door {door.name}"}
    for (number, subject), truth in judged.outcomes.items():
        word = "fired" if truth is Truth.TRUE else "possible"
        said.add(f"{rules.rules[number].id} {subject - 1 if subject else None} {word}")
    for rung in tuple(Rung)[:-1]:
        said |= {f"person <= {rung.name}" for _ in (1,) if decision.rungs[0] <= rung}
        said |= {f"{z.name} <= {rung.name}" for z, found in decision.zones.items() if found <= rung}
        said |= {
            f"bump {n} <= {rung.name}" for n, found in enumerate(decision.bumps) if found <= rung
        }
    said |= {f"who {who}" for who in decision.who}
    return said | ({"settled"} if is_settled(judged, rules) else set())
