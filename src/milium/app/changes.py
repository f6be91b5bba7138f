"""Of all the single answers that would change a result, the few worth reading."""

from collections.abc import Mapping, Sequence

from milium.domain.findings import Finding
from milium.domain.ids import FindingId
from milium.domain.triage import Change, Triage, When

MOST = 8
"""How many a person is shown; the JSON always holds all."""


def worth_reading(decided: Triage, findings: Mapping[FindingId, Finding]) -> Sequence[Change]:
    """The changes that would make it more urgent, one for each finding.

    What would need help at once comes first, then what is about the bumps.

    Within that order: the more urgent first, then by finding. Only what can change from one day
    to the next is named (findings whose answers keep a limited time): nobody's age or the place of
    a bump does.
    """
    best: dict[str, Change] = {}
    for change in decided.changes_if:
        can_change = findings[change.finding].keeps_days is not None
        if can_change and change.when > max(decided.when, When.NO_RUSH):
            best.setdefault(change.finding, change)
    ordered = sorted(
        best.values(),
        key=lambda c: (c.when is not When.NOW, c.lesion is None, -c.when, c.finding),
    )
    return ordered[:MOST]
