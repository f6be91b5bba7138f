"""Taking entries back: what ``edition.yaml`` withdraws no longer applies (law 8).

Only what blames or offers can be withdrawn: claims and product kinds. A rule that protects is never
withdrawn, because that would make an answer calmer; it is replaced, in a new edition.
"""

from dataclasses import replace

from milium.domain.knowledge import Knowledge
from milium.kb.entries import KnowledgeError, near


def without_withdrawn(knowledge: Knowledge) -> Knowledge:
    """The knowledge less the claims and product kinds its edition withdraws.

    Raises:
        KnowledgeError: an id is withdrawn that no claim or kind has.
    """
    gone = frozenset(knowledge.edition.withdrawals)
    if not gone:
        return knowledge
    exposure, regimens = knowledge.exposure, knowledge.regimens
    known = {
        *(claim.id for found in exposure.claims.values() for claim in found),
        *(str(kind.id) for kind in regimens.kinds),
    }
    for entry in sorted(gone - known):
        message = f"edition.yaml: withdraws '{entry}', which no claim or kind is called"
        raise KnowledgeError(f"{message}{near(entry, known)}; a rule is replaced, not withdrawn")
    claims = {
        ingredient: tuple(claim for claim in found if claim.id not in gone)
        for ingredient, found in exposure.claims.items()
    }
    return replace(
        knowledge,
        exposure=replace(exposure, claims=claims),
        regimens=replace(
            regimens, kinds=tuple(kind for kind in regimens.kinds if kind.id not in gone)
        ),
    )
