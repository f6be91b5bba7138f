"""A skin type in the terminal: each axis with its bar, then what it means."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from milium.app.formats.guide import AxisJson, SourceJson, TypeLineJson
from milium.app.formats.skin import PageAxisJson, TypeJson, TypePageJson
from milium.app.texts import Texts
from milium.domain.messages import say

CELLS = 20
CERTAIN = 100
_WIDTH = 78


class SkinScreen:
    """Writes skin types and pages about them to a console."""

    def __init__(self, console: Console, texts: Texts) -> None:
        """Keep where to write and the texts of the language."""
        self._console = console
        self._texts = texts

    def show(self, found: TypeJson) -> None:
        """A person's type; while something has to happen now, only that."""
        if found.action is not None:
            self._says(self._texts.text("skin-type.now"))
            self._says(found.action, style="bold")
            self._says(found.notice)
            return
        for line in (*found.about, found.notice):
            self._says(line)
        if not found.skin_type.axes:  # switched off, as the line above says
            return
        if not any(axis.answered for axis in found.skin_type.axes):
            self._says(self._texts.text("skin-type.none"))
            return
        self.axes(found.skin_type.axes)
        self.letters(found.skin_type.letters, found.skin_type.axes)
        self.page(found.skin_type.page)
        self._says("")
        self._says(found.again)
        self._sources(found.sources)

    def show_page(self, found: TypePageJson) -> None:
        """The page of one of the sixteen types."""
        self._says(found.letters, style="bold")
        for line in (*found.about, found.notice):
            self._says(line)
        for axis in found.axes:
            self._name(axis)
            self._says(axis.text, indent="  ")
        self.page(found.page)
        self._sources(found.sources)

    def axes(self, axes: Iterable[AxisJson]) -> None:
        """Each axis: its name, the bar, how sure that is, what would settle it."""
        for axis in axes:
            self._name(axis)
            if axis.answered:
                self._says(bar(axis), indent="  ")
            for line in (axis.chance, axis.text, axis.settle, axis.hint):
                if line is not None:
                    self._says(line, indent="  ")

    def letters(self, letters: str, axes: Iterable[AxisJson]) -> None:
        """The four letters, or that there are none and why that does no harm."""
        if letters:
            self._says("")
            self._says(self._texts.say(say("skin-type.letters", letters=letters)))
        elif any(axis.answered for axis in axes):
            self._says("")
            self._says(self._texts.text("skin-type.no_letters"))

    def page(self, lines: Sequence[TypeLineJson]) -> None:
        """What it means, topic by topic, each line with its grade."""
        if lines:
            self._says("")
            heading = self._texts.text("skin-type.page")
            self._console.print(Text(heading.upper(), style="bold cyan"))
        for topic, group in groupby(lines, key=lambda line: line.topic_name):
            self._says(topic, style="bold")
            for line in group:
                self._says(f"- {line.reason.text} [{line.reason.grade}]", indent="  ")

    def _sources(self, sources: Iterable[SourceJson]) -> None:
        self._says("")
        for source in sources:
            year = f", {source.year}" if source.year else ""
            self._says(f"- {source.title} ({source.authors}{year})", indent="  ")

    def _name(self, axis: AxisJson | PageAxisJson) -> None:
        self._says("")
        self._says(axis.name, style="bold")

    def _says(self, text: str, *, indent: str = "", style: str = "") -> None:
        hanging = indent + "  " * text.startswith("- ")
        for line in wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=hanging) or [""]:
            self._console.print(Text(line, style=style))


def bar(axis: AxisJson) -> str:
    """The probability as a bar between the two sides, and in figures: no colour needed."""
    filled = round(axis.high * CELLS / CERTAIN)
    cells = "#" * filled + "-" * (CELLS - filled)
    likelier = axis.high_name if axis.high >= CERTAIN - axis.high else axis.low_name
    chance = max(axis.high, CERTAIN - axis.high)
    return f"{axis.high_name} [{cells}] {axis.low_name}: {chance} of {CERTAIN} for {likelier}"
