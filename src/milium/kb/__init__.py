"""The only reader of ``milium_knowledge``: validates it into one immutable ``Knowledge``."""

from milium.kb.conditions import scaled, span_days
from milium.kb.cosing import cosing_table
from milium.kb.entries import KnowledgeError, near
from milium.kb.fingerprints import judged, review_item, spoken
from milium.kb.hazards import load_hazards, read_hazards
from milium.kb.load import compile_knowledge, load_knowledge
from milium.kb.overlay import with_overlay
from milium.kb.proofs import load_invariants, read_invariants
from milium.kb.reviews import (
    checkout_reviews,
    read_reviews,
    standing,
    with_home_reviews,
    with_reviews,
)
from milium.kb.second_hand import SecondHand, differences, load_second_hand, to_write_twice
from milium.kb.strict_yaml import Tree, UnreadableDocumentError, parse_json, parse_yaml
from milium.kb.vignettes import load_peers, load_vignettes, read_vignettes

__all__ = [
    "KnowledgeError",
    "SecondHand",
    "Tree",
    "UnreadableDocumentError",
    "checkout_reviews",
    "compile_knowledge",
    "cosing_table",
    "differences",
    "judged",
    "load_hazards",
    "load_invariants",
    "load_knowledge",
    "load_peers",
    "load_second_hand",
    "load_vignettes",
    "near",
    "parse_json",
    "parse_yaml",
    "read_hazards",
    "read_invariants",
    "read_reviews",
    "read_vignettes",
    "review_item",
    "scaled",
    "span_days",
    "spoken",
    "standing",
    "to_write_twice",
    "with_home_reviews",
    "with_overlay",
    "with_reviews",
]
