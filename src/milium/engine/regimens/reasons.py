"""The published texts of the limits as reasons."""

from milium.domain.evidence import Reason
from milium.domain.messages import Message
from milium.domain.regimens import Limit, RegimenRules


def limit_reason(limit: Limit, rules: RegimenRules) -> Reason:
    """Why, in the words of the limit."""
    constraint = next(each for each in rules.constraints if each.limit is limit)
    return Reason(
        entry=limit.value, message=Message(constraint.message), evidence=constraint.evidence
    )
