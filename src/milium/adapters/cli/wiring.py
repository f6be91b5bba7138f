"""What the commands need from the outside, put in by ``main``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from milium.app.formats.case import CaseFormat
from milium.app.formats.print_guide import GuidePrinter
from milium.app.ports import CaseStore
from milium.app.settings import Settings
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Proof


class MissingPartError(RuntimeError):
    """Something to install is missing; the text says what and how."""


@dataclass(frozen=True)
class Wiring:
    """How to get at settings, knowledge, the store and the server.

    Attributes:
        settings: flags (by setting name, ``None`` where not given) to settings.
        knowledge: settings to knowledge.
        compile_knowledge: writes the compiled knowledge; returns its version.
        prove: knowledge, the reader of its cases and who hears of progress to the report.
        store: settings to the store of cases.
        serve: runs the web app until it is stopped.
        today: the day it is.
        review_folder: where signed forms stand in a checkout; ``None`` where there is none.
    """

    settings: Callable[[Mapping[str, object]], Settings]
    knowledge: Callable[[Settings], Knowledge]
    compile_knowledge: Callable[[Path], str]
    prove: Callable[[Knowledge, CaseFormat, Callable[[str], None]], Proof]
    store: Callable[[Settings], CaseStore]
    serve: Callable[[Settings, Knowledge], None]
    today: Callable[[], date]
    review_folder: Callable[[], Path | None]


class Session:
    """One run of one command: its settings, and what is loaded only when needed."""

    def __init__(
        self, wiring: Wiring, settings: Settings, *, as_json: bool, on: date | None
    ) -> None:
        """Keep what was asked for."""
        self.wiring = wiring
        self.settings = settings
        self.as_json = as_json
        self.on = on

    @cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge, loaded once; language and place have to be in it.

        Raises:
            SettingsRefusedError: they are not.
        """
        knowledge = self.wiring.knowledge(self.settings)
        self.settings.check("language", knowledge.texts)
        self.settings.check("place", knowledge.triage.places)
        return knowledge

    @cached_property
    def case_format(self) -> CaseFormat:
        """The case format of this knowledge."""
        return CaseFormat(self.knowledge)

    @cached_property
    def printer(self) -> GuidePrinter:
        """The printer of guides in the language set."""
        return GuidePrinter(self.knowledge, self.settings.language)
