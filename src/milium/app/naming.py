"""Short names: of findings, for lists of answers and the phone; of ingredients."""

import re

from milium.domain.ids import FindingId, MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient
from milium.domain.messages import Message

_CAPITALS = re.compile(r"\b(peg|ppg|ci|tea|bht|bha|pca|pvp|edta|c\d+)\b", re.IGNORECASE)


def short_name(finding: FindingId, knowledge: Knowledge) -> Message:
    """The short name of a finding: its own, else that of the question that asks it."""
    own = MessageId(f"finding.{finding}.short")
    if own in knowledge.texts["en"]:
        return Message(own)
    question = next(q for q in knowledge.triage.asking.questions if finding in q.findings)
    return Message(MessageId(f"question.{question.id}.short"))


def plain_name(ingredient: Ingredient) -> str:
    """The name people use, in small letters: the one its id is made of, else the INCI name."""
    names = (*ingredient.names, ingredient.inci)
    found = next((name for name in names if _as_id(name) == ingredient.id), ingredient.inci)
    return _CAPITALS.sub(lambda match: match[0].upper(), found.lower())


def _as_id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
