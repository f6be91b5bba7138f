"""docs/safety-case.md: the hazard log as a page, every control pointing at what exists."""

import re
from collections.abc import Iterator
from pathlib import Path

from milium.domain.reviews import Hazard
from milium.kb import load_hazards, load_invariants, load_knowledge

ROOT = Path(__file__).resolve().parent.parent
_TEST = re.compile(r"test (tests/\S+?\.py)::(\w+) - (.+)")
_RULE = re.compile(r"rule ([a-z0-9-]+) - (.+)")
_NOT_YET = "not yet - "
_INTRO = """# Safety case

What can go wrong for a person, how the program could cause it, what holds against it, and what is
left. Generated from [hazards.yaml](../src/milium_knowledge/proof/hazards.yaml) by
`python -m tools.docs`. Written by another hand than the rules; no clinician has reviewed it.

An *invariant* is a claim proved over every case there can be (`python3 run.py knowledge prove`;
the claims are in [proof/invariants](../src/milium_knowledge/proof/invariants/safety.yaml)). A
*test* runs in CI. What says **not yet** does not exist and is listed so that nobody relies on it.
"""


class HazardError(ValueError):
    """A control points at nothing; the text names it."""


def page() -> str:
    """The whole page."""
    knowledge = load_knowledge(None)
    claims = {each.id: each.says for each in load_invariants(knowledge)}
    rules = {str(rule.id) for rule in knowledge.triage.rules}
    rules |= {str(rule.id) for rule in knowledge.exposure.rules}
    rules |= {each.limit.value for each in knowledge.regimens.constraints}
    lines = [_INTRO]
    found = load_hazards()
    missing = sum(_is_missing(control) for each in found for control in each.controls)
    lines.append(f"{len(found)} hazards; {missing} controls that do not exist yet.\n")
    for hazard in found:
        lines += _section(hazard, claims, rules)
    return "\n".join(lines)


def _is_missing(control: str) -> bool:
    return control.startswith(_NOT_YET)


def _section(hazard: Hazard, claims: dict[str, str], rules: set[str]) -> Iterator[str]:
    yield f"## {hazard.id}\n"
    yield f"{hazard.hazard}\n"
    yield f"- **Who is harmed**: {hazard.harmed}"
    yield f"- **How the program could cause it**: {hazard.cause}"
    yield f"- **Severity**: {hazard.severity}"
    yield "- **What holds against it**:"
    for control in hazard.controls:
        yield f"  - {_spoken(control, claims, rules)}"
    yield f"- **What remains**: {hazard.remains}\n"


def _spoken(control: str, claims: dict[str, str], rules: set[str]) -> str:
    if control in claims:
        return f"invariant `{control}`: {claims[control]}"
    if _is_missing(control):
        return f"**not yet**: {control.removeprefix(_NOT_YET)}"
    if match := _TEST.fullmatch(control):
        path, function, says = match.groups()
        text = (ROOT / path).read_text("utf-8") if (ROOT / path).exists() else ""
        if f"def {function}(" not in text:
            raise HazardError(f"there is no test {path}::{function}")
        return f"test [{function}](../{path}): {says}"
    if (match := _RULE.fullmatch(control)) and match[1] in rules:
        return f"rule `{match[1]}`: {match[2]}"
    raise HazardError(f"the control '{control}' is no invariant, rule or test")
