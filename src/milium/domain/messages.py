"""What an engine says: a message id with values; sentences are in ``text/<lang>``."""

from dataclasses import dataclass, field
from datetime import date

from milium.domain.ids import MessageId


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell a reader; ``app.texts`` makes the sentence.

    Attributes:
        id: the message's id in ``milium_knowledge/text``.
        values: named values, in name order so that equal messages compare equal; a value may be a
            message itself (a finding's word, a product kind).
    """

    id: MessageId
    values: tuple[tuple[str, "str | int | date | Message"], ...] = field(default=())


def say(message_id: str, **values: "str | int | date | Message") -> Message:
    """A message with its values in name order."""
    return Message(MessageId(message_id), tuple(sorted(values.items(), key=lambda pair: pair[0])))
