"""Other spellings of one name."""

import pytest

from milium.engine.labels.variants import variants


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("C12-C15 ALKYL BENZOATE", "C12-15 ALKYL BENZOATE"),
        ("C 13-C 14 ISOPARAFFIN", "C13-14 ISOPARAFFIN"),
    ],
)
def test_a_range_of_carbons_is_written_with_one_c(printed: str, meant: str) -> None:
    assert meant in list(variants(printed, frozenset()))


def test_a_single_number_of_carbons_is_no_range() -> None:
    assert list(variants("C12 ALKYL BENZOATE", frozenset())) == []
