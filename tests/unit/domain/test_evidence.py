"""A statement without a source can't be built."""

import pytest

from milium.domain.evidence import Evidence, Grade
from tests.builders.rules import EVIDENCE


def test_a_statement_needs_a_citation() -> None:
    with pytest.raises(ValueError, match="at least one citation"):
        Evidence(Grade.D, (), None)


def test_one_citation_is_enough() -> None:
    assert len(EVIDENCE.citations) >= 1
