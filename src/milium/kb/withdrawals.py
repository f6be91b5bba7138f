"""Taking entries back: what ``edition.yaml`` withdraws no longer applies (law 8)."""

from dataclasses import replace

from milium.domain.knowledge import Knowledge
from milium.kb.entries import KnowledgeError, near


def without_withdrawn(knowledge: Knowledge) -> Knowledge:
    """The knowledge less the rules, claims and product kinds its edition withdraws.

    Raises:
        KnowledgeError: an id is withdrawn that no entry has.
    """
    gone = frozenset(knowledge.edition.withdrawals)
    if not gone:
        return knowledge
    _refuse_unknown(gone, knowledge)
    triage, exposure, regimens = knowledge.triage, knowledge.exposure, knowledge.regimens
    claims = {
        ingredient: tuple(claim for claim in found if claim.id not in gone)
        for ingredient, found in exposure.claims.items()
    }
    return replace(
        knowledge,
        triage=replace(triage, rules=tuple(r for r in triage.rules if r.id not in gone)),
        exposure=replace(
            exposure,
            claims=claims,
            rules=tuple(r for r in exposure.rules if r.id not in gone),
        ),
        regimens=replace(
            regimens, kinds=tuple(kind for kind in regimens.kinds if kind.id not in gone)
        ),
    )


def _refuse_unknown(gone: frozenset[str], knowledge: Knowledge) -> None:
    known = {
        *(str(rule.id) for rule in knowledge.triage.rules),
        *(str(rule.id) for rule in knowledge.exposure.rules),
        *(claim.id for found in knowledge.exposure.claims.values() for claim in found),
        *(str(kind.id) for kind in knowledge.regimens.kinds),
    }
    for entry in sorted(gone - known):
        message = f"edition.yaml: withdraws '{entry}', which no rule, claim or kind is called"
        raise KnowledgeError(f"{message}{near(entry, known)}")
