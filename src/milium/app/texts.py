"""Sentences: a message id with values and a language becomes what a reader sees."""

import re
from collections.abc import Mapping
from datetime import date

from milium.domain.ids import MessageId
from milium.domain.messages import Message

_VALUE = re.compile(r"\{([a-z_]+)\}")
FALLBACK = "en"


class UnknownMessageError(LookupError):
    """No language has a text for this message."""


class Texts:
    """Renders messages in one language, falling back to English where a text is missing."""

    def __init__(
        self,
        texts: Mapping[str, Mapping[MessageId, str]],
        language: str,
        *,
        voice: str | None = None,
    ) -> None:
        """Keep the language's texts and the English beneath them.

        Args:
            texts: by language, message id to sentence.
            language: the language spoken.
            voice: whom it speaks to, by the answer to who this is for (``self``); a text ``x@self``
                then stands for ``x``.
        """
        self._texts = texts
        self.voice = voice
        self.language = language if language in texts else FALLBACK
        self._own = texts[self.language]
        self._beneath = texts[FALLBACK]

    def speaking_to(self, voice: str | None) -> "Texts":
        """The same texts, spoken to somebody."""
        return Texts(self._texts, self.language, voice=voice)

    def __contains__(self, message_id: str) -> bool:
        """Whether there is a text."""
        return message_id in self._own or message_id in self._beneath

    def say(self, message: Message) -> str:
        """The sentence of a message, its values filled in.

        Raises:
            UnknownMessageError: there is no such text, or it names a value the message lacks.
        """
        values = dict(message.values)

        def fill(match: re.Match[str]) -> str:
            if match[1] not in values:
                problem = f"'{message.id}' needs a value for '{match[1]}'"
                raise UnknownMessageError(problem)
            return self._value(values[match[1]])

        return _VALUE.sub(fill, self._template(message.id))

    def text(self, message_id: str) -> str:
        """The sentence of a message without values."""
        return self.say(Message(MessageId(message_id)))

    def _template(self, message_id: str) -> str:
        for texts in (self._own, self._beneath):
            for name in (f"{message_id}@{self.voice}", message_id):
                if found := texts.get(MessageId(name)):
                    return found
        problem = f"no text for '{message_id}'"
        raise UnknownMessageError(problem)

    def _value(self, value: str | int | date | Message) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, date):
            return self.day(value)
        return str(value)

    def day(self, day: date) -> str:
        """A date as people write it: 23 November 2026."""
        return f"{day.day} {self.text(f'month.{day.month}')} {day.year}"

    def weekday(self, day: date) -> str:
        """The day of the week: Monday."""
        return self.text(f"weekday.{day.isoweekday()}")
