"""What every handler works with: the knowledge, the words, the store and the day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fastapi import FastAPI
from starlette.requests import Request

from milium.adapters.web.rendering import Pages
from milium.app.formats.case import CaseFormat
from milium.app.formats.print_guide import GuidePrinter
from milium.app.interview import Interview
from milium.app.ports import CaseStore
from milium.app.settings import Settings
from milium.app.texts import Texts
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge

LANGUAGE_COOKIE = "milium_language"


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything that speaks one language."""

    texts: Texts
    interview: Interview
    printer: GuidePrinter

    def word(self, finding: str, word: str) -> str:
        """An answer's word as shown."""
        return self.texts.text(f"word.{finding}.{word}")

    def words(self, case_format: CaseFormat, finding: str) -> tuple[tuple[str, str], ...]:
        """All words of a finding with their texts, in order."""
        return tuple(
            (word, self.word(finding, word))
            for word in case_format.findings[FindingId(finding)].words
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the handlers find what they need.

    Attributes:
        key: opens the list of all cases.
        connections: what the program connected to, for the settings page.
    """

    knowledge: Knowledge
    settings: Settings
    store: CaseStore
    today: Callable[[], date]
    key: str
    connections: Callable[[], tuple[str, ...]]
    case_format: CaseFormat
    speeches: Mapping[str, Speech]
    pages: Pages

    def language(self, request: Request) -> str:
        """The language chosen here, else the one in the settings, else English."""
        chosen = request.cookies.get(LANGUAGE_COOKIE, self.settings.language)
        return chosen if chosen in self.speeches else "en"

    def speech(self, request: Request) -> Speech:
        """Everything in the reader's language."""
        return self.speeches[self.language(request)]


def speeches_of(knowledge: Knowledge, case_format: CaseFormat) -> Mapping[str, Speech]:
    """A ``Speech`` for each language the knowledge has."""
    return {
        language: Speech(
            texts=texts,
            interview=Interview(knowledge, case_format, texts),
            printer=GuidePrinter(knowledge, language),
        )
        for language in knowledge.texts
        for texts in [Texts(knowledge.texts, language)]
    }


def desk_in(app: FastAPI) -> Desk:
    """The desk ``create_app`` put into the app."""
    desk: Desk = app.state.desk
    return desk


def desk_of(request: Request) -> Desk:
    """The desk of the app a request came to."""
    desk: Desk = request.app.state.desk
    return desk
