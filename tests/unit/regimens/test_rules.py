"""The rules of planning are whole or refused."""

import pytest

from milium.domain.regimens import Criterion, Limit
from tests.builders.regimens import some_rules


@pytest.mark.parametrize(
    "limits", [tuple(Limit)[1:], (*Limit, Limit.RUNG), (*tuple(Limit)[1:], tuple(Limit)[1])]
)
def test_a_missing_or_doubled_limit_is_refused(limits: tuple[Limit, ...]) -> None:
    with pytest.raises(ValueError, match="every limit needs exactly one text"):
        some_rules(limits=limits)


@pytest.mark.parametrize(
    "order",
    [
        tuple(Criterion)[1:],
        (*Criterion, Criterion.PRICE),
        (*tuple(Criterion)[1:], tuple(Criterion)[1]),
    ],
)
def test_a_missing_or_doubled_criterion_is_refused(order: tuple[Criterion, ...]) -> None:
    with pytest.raises(ValueError, match="every criterion needs exactly one place"):
        some_rules(preferences=order)
