"""``milium case new``: one question at a time in the terminal, back and "not sure" allowed."""

from collections.abc import Callable, Iterator
from datetime import date

from rich.console import Console

from milium.app.formats.answers import NOT_SURE_WORD
from milium.app.interview import AnswerRefusedError, Interview, Page, Part, Shape
from milium.app.ticks import NONE_WORD
from milium.domain.cases import Case

BACK, HELP, STOP = "b", "?", "q"
_KEYS = f"({HELP} how to look, {BACK} back, {STOP} stop and keep what you have)"


class Conversation:
    """Asks in the terminal until nothing more can change, or the person stops."""

    def __init__(self, interview: Interview, console: Console, read: Callable[[], str]) -> None:
        """Keep whom to ask through; ``read`` gives one typed line."""
        self._interview = interview
        self._console = console
        self._read = read

    def run(self, case: Case, *, on: date) -> Case:
        """The case with every question answered that was asked."""
        before: list[tuple[Case, Page]] = []
        while (page := self._interview.next_page(case, Part.SAFETY, (), on=on)) is not None:
            typed = self._ask(page, can_go_back=bool(before))
            if typed == STOP:
                return case
            if typed == BACK:
                case = before.pop()[0] if before else case
                continue
            try:
                after = self._interview.take(case, page.id, _given(page, typed), on=on)
            except AnswerRefusedError as error:
                self._console.print(str(error), markup=False)
                continue
            before.append((case, page))
            case = after
        return case

    def _ask(self, page: Page, *, can_go_back: bool) -> str:
        self._console.print()
        self._console.print(page.heading, style="bold", markup=False)
        for line in _choices(page):
            self._console.print(line, markup=False)
        self._console.print(_KEYS if can_go_back else _KEYS.replace(f"{BACK} back, ", ""))
        while True:
            self._console.print("> ", end="")
            typed = self._read().strip()
            if typed != HELP:
                return typed
            self._console.print(f"{page.how}\n{page.why}\n{page.plain}", markup=False)


def _choices(page: Page) -> list[str]:
    match page.shape:
        case Shape.ONE | Shape.SEVERAL:
            numbered = list(_numbered(page))
            none = ["  0  None of these, or nothing else"] if page.shape is Shape.SEVERAL else []
            several = ["  (several: numbers with commas)"] if page.shape is Shape.SEVERAL else []
            return [*numbered, *none, "  n  Not sure", *several]
        case Shape.NUMBER:
            return [f"  a number from {page.lowest} to {page.highest}, or n for not sure"]
        case Shape.SPAN:
            return ["  like 3 weeks, 5 months or 34 years, or n for not sure"]


def _numbered(page: Page) -> Iterator[str]:
    group = ""
    for n, option in enumerate(page.options, 1):
        if option.group not in {"", group}:
            yield f"  {option.group}:"
        group = option.group
        yield f"  {n}  {option.text}"


def _given(page: Page, typed: str) -> dict[str, list[str]]:
    """What a front end would send for what was typed."""
    if typed == "n":
        return {"answer": [NOT_SURE_WORD]}
    if page.shape is Shape.SPAN:
        number, _, unit = typed.partition(" ")
        return {"answer": [number], "unit": [unit if unit.endswith("s") else f"{unit}s"]}
    if page.shape is Shape.NUMBER:
        return {"answer": [typed]}
    return {"answer": [_word(page, part.strip()) for part in typed.split(",") if part.strip()]}


def _word(page: Page, typed: str) -> str:
    if typed == "0" and page.shape is Shape.SEVERAL:
        return NONE_WORD
    if typed == "n":
        return NOT_SURE_WORD
    numbered = {str(n): option.word for n, option in enumerate(page.options, 1)}
    return numbered.get(typed, typed)
