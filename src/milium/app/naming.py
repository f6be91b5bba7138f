"""Short names of findings, for lists of answers and for the phone."""

from milium.domain.ids import FindingId, MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.messages import Message


def short_name(finding: FindingId, knowledge: Knowledge) -> Message:
    """The short name of a finding: its own, else that of the question that asks it."""
    own = MessageId(f"finding.{finding}.short")
    if own in knowledge.texts["en"]:
        return Message(own)
    question = next(q for q in knowledge.triage.asking.questions if finding in q.findings)
    return Message(MessageId(f"question.{question.id}.short"))
