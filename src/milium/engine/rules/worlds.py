"""Contradictory answers, read as every value in turn."""

from collections.abc import Iterator
from itertools import product

from milium.domain.answers import Answers, Contradictory, Known
from milium.domain.ids import FindingId


def worlds(findings: frozenset[FindingId], answers: Answers) -> Iterator[Answers]:
    """The answers, once for each way of settling the contradictions among these findings.

    Without a contradiction that is the answers themselves. The number is the product of the
    contradictory values, which the case file bounds (an answer has no more values than words).
    """
    split = [
        [(finding, Known(value)) for value in answer.values]
        for finding in sorted(findings)
        if isinstance(answer := answers.get(finding), Contradictory)
    ]
    if not split:
        yield answers
        return
    for settled in product(*split):
        yield {**answers, **dict(settled)}
