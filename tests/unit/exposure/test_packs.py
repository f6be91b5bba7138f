"""What a pack says of itself, read as a claim."""

from dataclasses import replace

import pytest

from milium.domain.exposure import PackClaim
from milium.domain.ids import MessageId
from milium.engine.exposure import pack_sayings
from tests.builders.exposure import exposure_rules
from tests.builders.labels import EVIDENCE


def a_claim(claim_id: str, *phrases: str) -> PackClaim:
    return PackClaim(claim_id, phrases, MessageId(f"pack.{claim_id}"), EVIDENCE)


RULES = replace(
    exposure_rules(),
    pack_claims=(a_claim("removes", "removes milia", "for milia"), a_claim("oil", "oil-free")),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("REMOVES MILIA in a week", [("removes", "REMOVES MILIA")]),
        ("Oil\u2011free. For milia.", [("oil", "Oil\u2011free"), ("removes", "For milia")]),
        ("for milia, removes milia", [("removes", "for milia")]),
        ("Removes miliary spots", []),
        ("soil-free, Oil-Free", [("oil", "Oil-Free")]),
        ("unfor milia", []),
        ("\u0130 for milia", [("removes", "for milia")]),
        ("", []),
    ],
)
def test_a_claim_is_found_where_it_stands_first(text: str, said: list[tuple[str, str]]) -> None:
    found = pack_sayings(text, RULES)

    assert [(each.claim.id, each.words) for each in found] == said
    assert all(text[each.start : each.end] == each.words for each in found)
