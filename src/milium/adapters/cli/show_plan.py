"""A plan in the terminal: what to do first, then the months with their evenings."""

from calendar import Calendar
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from milium.adapters.cli.show_guide import WIDTH
from milium.app.formats.guide import EveningJson, ReasonJson
from milium.app.formats.plan import PlanJson, PlanStepJson
from milium.app.texts import Texts

USED, FREE = "*", " "
_WEEK = range(1, 8)


class PlanScreen:
    """Writes a plan to a console."""

    def __init__(self, console: Console, texts: Texts) -> None:
        """Keep where to write and the texts of the language."""
        self._console = console
        self._texts = texts

    def show(self, plan: PlanJson) -> None:
        """The whole plan; while something has to happen now, only that."""
        if plan.versions.expired:
            self._paragraph(self._texts.text("expired"), style="bold")
        if plan.feels:
            self._heading("Is this normal?")
            self._paragraph(plan.feels.look)
            self._paragraph(plan.feels.reason.text, style="bold")
        self._paragraph(plan.action, style="bold")
        self._paragraph(plan.notice)
        if plan.when in {"now", "same_day"}:
            self._bullets(f"{each.name}: {each.phone}".rstrip(": ") for each in plan.contacts)
        self._asked(plan)
        self._heading("Tonight")
        self._bullets(plan.tonight)
        if plan.when == "now":
            return
        self._steps(plan)
        self._months(plan)
        self._course(plan)
        self._beside(plan)
        self._to_note(plan)

    def _asked(self, plan: PlanJson) -> None:
        """The answers to why not this, and to what else there is."""
        if plan.why_not:
            self._heading("Why not this")
            self._paragraph(plan.why_not.text)
        for number, other in enumerate(plan.alternatives, 1):
            self._heading(f"Another plan, {number}")
            self._paragraph(other.text)
            self._bullets(f"{step.slot_name}: {step.name}" for step in other.steps)

    def _steps(self, plan: PlanJson) -> None:
        for title, half in (("Morning", "am"), ("Evening", "pm")):
            steps = [step for step in plan.steps if step.slot.startswith(half)]
            if steps:
                self._heading(title)
            for step in steps:
                self._step(step)

    def _step(self, step: PlanStepJson) -> None:
        dated = " (on the evenings marked below)" if step.nights == "dated" else ""
        choice = f" ({self._texts.text('your-choice')})" if step.option else ""
        name = f"{step.order}. {step.slot_name}: {step.name}{choice}{dated}"
        self._paragraph(name, style="bold")
        self._bullets([step.look_for] if step.look_for else [])
        self._reasons(step.reasons)

    def _months(self, plan: PlanJson) -> None:
        if plan.calendar:
            self._heading("Your evenings")
        for line in month_lines(plan.calendar, self._texts):
            self._console.print(Text(line))
        if plan.progress:
            day = self._texts.day(plan.progress.next_check_in)
            self._paragraph(f"Next, note how your skin feels: {day}.")

    def _course(self, plan: PlanJson) -> None:
        course = plan.course
        if course.expectations or course.milestones:
            self._heading("How long it may take")
        self._reasons(course.expectations)
        for milestone in course.milestones:
            self._paragraph(f"{self._texts.day(milestone.on)}: {milestone.reason.text}")
            self._bullets(milestone.choices)
        if course.book_now:
            self._paragraph(course.book_now)

    def _beside(self, plan: PlanJson) -> None:
        """What is left out, what goes on by its leaflet, and wishes that collide."""
        for title, products in (
            ("Left out", plan.rejected),
            ("Used by their leaflet", plan.by_leaflet),
        ):
            if products:
                self._heading(title)
            for product in products:
                self._paragraph(product.name, style="bold")
                self._reasons(product.reasons)
        if plan.conflicts:
            self._heading("Wishes that do not fit together")
            self._bullets(plan.conflicts)

    def _to_note(self, plan: PlanJson) -> None:
        if plan.ask:
            self._heading("Answer again, or for the first time")
            self._bullets(plan.ask)
        if plan.to_note:
            self._heading("To go on from here another day")
            self._paragraph("Once you begin, add under `diary:` in your case file:")
        for line in plan.to_note:
            keys = ", ".join(f"{key}: {value}" for key, value in line.items())
            self._console.print(Text(f"  - {{{keys}}}"))

    def _heading(self, text: str) -> None:
        self._console.print()
        self._console.print(Text(text.upper(), style="bold cyan"))

    def _paragraph(self, text: str, style: str = "") -> None:
        for line in wrap(text, WIDTH - 2):
            self._console.print(Text(line, style=style))

    def _bullets(self, texts: Iterable[str]) -> None:
        for text in texts:
            for n, line in enumerate(wrap(text, WIDTH - 6)):
                self._console.print(Text(("  - " if n == 0 else "    ") + line))

    def _reasons(self, reasons: Iterable[ReasonJson]) -> None:
        self._bullets(dict.fromkeys(f"{r.text} [{r.grade}]" for r in reasons))


def month_lines(evenings: Iterable[EveningJson], texts: Texts) -> Iterator[str]:
    """A grid for each month that has an evening, weeks from Monday; evenings have a star."""
    heads = "".join(f"{texts.text(f'weekday.{day}')[:2]:>4} " for day in _WEEK)
    for (year, month), found in groupby(evenings, key=lambda each: (each.on.year, each.on.month)):
        used = {each.on.day for each in found}
        yield ""
        yield f"{texts.text(f'month.{month}')} {year}"
        yield heads.rstrip()
        for week in Calendar().monthdayscalendar(year, month):
            yield "".join(_cell(day, marked=day in used) for day in week).rstrip()


def _cell(day: int, *, marked: bool) -> str:
    return f"{day or '':>4}{USED if marked else FREE}"
