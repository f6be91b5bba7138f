"""What about a product and the person is still open and could change the advice."""

from milium.domain.answers import UNKNOWN
from milium.domain.cases import Case, Product
from milium.domain.exposure import ExposureRule, ExposureRules, VerdictKind
from milium.domain.findings import Finding, Scope
from milium.domain.ids import FindingId
from milium.domain.truth import Truth
from milium.engine.exposure.places import is_open
from milium.engine.rules import mentions

Judged = tuple[tuple[ExposureRule, Truth], ...]

_AREA, _RUNG_HERE = FindingId("area"), FindingId("rung_here")


def open_findings(
    judged: Judged, kind: VerdictKind, about: tuple[Product, Case], rules: ExposureRules
) -> tuple[FindingId, ...]:
    """The open findings that a rule reads which could raise or lower the advice.

    Raise: a rule with stronger advice that may hold. Lower: a rule that decided because it may
    hold, or because the place is open and the lowest rung was taken. Of the person it names only
    what could turn "keep" into something else; the rest is asked by triage.
    """
    product, case = about
    read: set[FindingId] = set()
    for rule, truth in judged:
        named = mentions(rule.when)
        decided = rule.verdict is kind and rule.acts_when_possible
        if truth is Truth.UNKNOWN and (rule.verdict > kind or decided):
            read |= named
        if truth is Truth.TRUE and rule.verdict is kind:
            read |= named & {_RUNG_HERE}
    if _RUNG_HERE in read:
        read.add(_AREA)
    return tuple(
        finding.id
        for finding in rules.findings.values()
        if finding.id in read
        and finding.section != "derived"
        and _is_open(finding, kind, product, case)
    )


def _is_open(finding: Finding, kind: VerdictKind, product: Product, case: Case) -> bool:
    if finding.scope is Scope.PRODUCT:
        return is_open(product.answers.get(finding.id, UNKNOWN))
    return kind is VerdictKind.KEEP and is_open(case.answers.get(finding.id, UNKNOWN))
