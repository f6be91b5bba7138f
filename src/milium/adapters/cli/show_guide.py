"""A guide in the terminal: 80 columns, what to do first, colour never alone."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from milium.adapters.cli.show_skin import SkinScreen
from milium.app.formats.guide import GuideJson, ReasonJson
from milium.app.reviewed import reviewed_entries
from milium.app.texts import Texts
from milium.app.tonight import tonight_lines
from milium.domain.messages import say

WIDTH = 80
_URGENT = ("now", "same_day", "within_a_week", "within_2_weeks")
_EVENINGS_SHOWN = 12


class GuideScreen:
    """Writes a guide to a console, section by section."""

    def __init__(self, console: Console, texts: Texts) -> None:
        """Keep where to write and the texts of the language."""
        self._console = console
        self._texts = texts

    def show(self, guide: GuideJson) -> None:
        """The whole guide; while something has to happen now, only that."""
        if guide.versions.expired:
            self._paragraph(self._texts.text("expired"), style="bold")
        self._action(guide)
        if guide.triage.when == "now":
            return
        self._tonight(guide)
        self._impression(guide)
        self._choices(guide)
        self._products(guide)
        self._skin(guide)
        self._plan(guide)
        self._course(guide)
        self._changes(guide)
        self._sources(guide)

    def _action(self, guide: GuideJson) -> None:
        texts = guide.triage.texts
        style = "bold red" if guide.triage.when in _URGENT else "bold green"
        self._console.rule(Text(f"{texts.when}", style=style))
        self._paragraph(texts.action, style="bold")
        self._paragraph(guide.notice)
        if guide.triage.when == "now":
            self._bullets(texts.tonight)
        self._contacts(guide)
        if texts.who and guide.triage.when not in {"now", "nothing_needed"}:
            self._paragraph(f"Who can help: {', '.join(texts.who)}.")
        if guide.referral.script and guide.triage.when != "now":
            self._paragraph("On the phone you can say:")
            self._bullets(guide.referral.script)

    def _contacts(self, guide: GuideJson) -> None:
        """Whom to contact: first the door, then whoever else; the emergency number last."""
        for place, contact in enumerate(guide.referral.contacts):
            name = f"{contact.name}: {contact.phone}" if contact.phone else contact.name
            if guide.triage.door == "nobody" or guide.triage.when == "now":
                self._paragraph(name[:1].upper() + name[1:])
                continue
            if not place:
                line = say("contact.first", name=name)
            elif contact.door == "emergency":
                line = say("contact.if-worse", name=name)
            else:
                line = say("contact.also", name=name)
            self._paragraph(self._texts.say(line))

    def _tonight(self, guide: GuideJson) -> None:
        lines, more = tonight_lines(guide)
        if lines:
            self._heading("Tonight")
            self._bullets(lines)
        if more:
            self._heading("Because of what you told us")
            self._bullets(more)

    def _left_out(self, guide: GuideJson, module: str, heading: str) -> bool:
        """Whether the part is switched off; then one sentence stands in its stead."""
        said = next((off.text for off in guide.modules_off if off.module == module), None)
        if said is not None:
            self._heading(heading)
            self._paragraph(said)
        return said is not None

    def _impression(self, guide: GuideJson) -> None:
        texts = guide.triage.texts
        self._heading("What it sounds like")
        if guide.triage.bump_when in _URGENT:
            self._paragraph("Whatever it is called, it needs a look, because:")
            grades = {each.reason.text: each.reason.grade for each in guide.triage.fired}
            self._bullets(f"{line} [{grades[line]}]" for line in texts.because)
            return
        self._paragraph(texts.sounds_like)
        if texts.speaks_for:
            self._paragraph("What speaks for it:")
            self._reasons(texts.speaks_for)
        if texts.speaks_against:
            self._paragraph("What speaks against it:")
            self._reasons(texts.speaks_against)
        looks = [look for look in texts.looks if "milia" not in look.id]
        if looks:
            self._paragraph("It can also look like:")
            self._bullets(f"{look.name}. {look.summary}" for look in looks)
        self._paragraph("Why this answer:")
        self._bullets(
            dict.fromkeys(f"{f.reason.text} [{f.reason.grade}]" for f in guide.triage.fired)
        )

    def _choices(self, guide: GuideJson) -> None:
        choices = guide.triage.texts.choices
        if self._left_out(guide, "choices", "Your four choices"):
            return
        if not any(choice.open for choice in choices):
            return
        self._heading("Your four choices")
        for choice in choices:
            if choice.open:
                self._paragraph(f"{choice.name}. {choice.text} [{choice.grade}]")
            else:
                self._paragraph(f"{choice.name}: not for you now. {choice.because}")

    def _products(self, guide: GuideJson) -> None:
        if self._left_out(guide, "products", "What is in your bathroom") or not guide.products:
            return
        self._heading("What is in your bathroom")
        for product in guide.products:
            self._paragraph(f"{product.name}: {product.verdict_text}", style="bold")
            self._reasons(product.reasons)
            if not product.reasons:
                self._bullets([product.line])
            if product.problem:
                self._bullets([product.problem])
            read = sum(entry.ingredient is not None for entry in product.entries)
            if product.entries:
                self._bullets([f"{read} of {len(product.entries)} ingredients recognised."])

    def _skin(self, guide: GuideJson) -> None:
        if self._left_out(guide, "skin_type", "Skin type"):
            return
        if not any(axis.answered for axis in guide.skin_type.axes):
            return
        self._heading("Skin type")
        screen = SkinScreen(self._console, self._texts)
        screen.axes(guide.skin_type.axes)
        screen.letters(guide.skin_type.letters, guide.skin_type.axes)
        screen.page(guide.skin_type.page)

    def _plan(self, guide: GuideJson) -> None:
        regimen = guide.regimen
        if self._left_out(guide, "plan", "Your plan") or regimen is None or not regimen.steps:
            return
        self._heading("Your plan")
        for step in regimen.steps:
            choice = f" ({self._texts.text('your-choice')})" if step.option else ""
            self._paragraph(f"{step.order}. {step.slot_name}: {step.name}{choice}", style="bold")
            if step.look_for:
                self._bullets([step.look_for])
            self._reasons(step.reasons)
        for medicine in regimen.by_leaflet:
            self._paragraph(f"{medicine.name}: by its leaflet", style="bold")
            self._reasons(medicine.reasons)
        self._bullets(regimen.conflicts)
        if regimen.calendar:
            self._paragraph("Evenings for the slowly started step:")
            shown = regimen.calendar[:_EVENINGS_SHOWN]
            days = [f"{self._texts.weekday(e.on)} {self._texts.day(e.on)}" for e in shown]
            self._bullets(days)
            left = len(regimen.calendar) - len(shown)
            if left:
                self._bullets(
                    [f"and {left} more; the last on {self._texts.day(regimen.calendar[-1].on)}"]
                )
        if any(step.ramp for step in regimen.steps):
            self._paragraph("Is this normal?")
            self._bullets(f"{state.look} {state.advice}" for state in regimen.irritation)

    def _course(self, guide: GuideJson) -> None:
        course = guide.course
        off = self._left_out(guide, "course", "How long it may take")
        if not off and (course.expectations or course.milestones):
            self._heading("How long it may take")
        self._reasons(course.expectations)
        for milestone in course.milestones:
            self._paragraph(f"{self._texts.day(milestone.on)}: {milestone.reason.text}")
            self._bullets(milestone.choices)
        if course.book_now:
            self._paragraph(course.book_now)

    def _changes(self, guide: GuideJson) -> None:
        shown = [change for change in guide.changes_if if change.shown]
        if shown:
            self._heading("What would change this answer")
        for when, group in groupby(shown, key=lambda change: change.when):
            self._paragraph(f"{self._texts.text(f'when.{when}')}, if you answered:")
            self._bullets(f"{change.label}: “{change.answer}”" for change in group)
        if len(guide.changes_if) > len(shown):
            self._paragraph("`--json` lists every other answer that would change it.")
        missing = list(dict.fromkeys(each.text for each in guide.triage.unknown_that_matter))
        if missing:
            self._paragraph("Not known yet, and it could matter: " + ", ".join(missing) + ".")

    def _sources(self, guide: GuideJson) -> None:
        self._heading("Sources")
        self._paragraph(
            "Letters say how good the evidence is: A several trials or a regulator's text, "
            "B one trial or a guideline, C case reports, D opinion. " + " ".join(_reviews(guide))
        )
        for source in guide.sources:
            year = f", {source.year}" if source.year else ""
            self._bullets([f"{source.title} ({source.authors}{year})"])
        versions = guide.versions
        self._paragraph(
            f"Milium {versions.engine}, knowledge {versions.knowledge}, checked "
            f"{self._texts.day(versions.checked_on)}, valid until "
            f"{self._texts.day(versions.valid_until)}."
        )

    def _heading(self, text: str) -> None:
        self._console.print()
        self._console.print(Text(text.upper(), style="bold cyan"))

    def _paragraph(self, text: str, style: str = "") -> None:
        for line in wrap(text, WIDTH - 2) or [""]:
            self._console.print(Text(line, style=style))

    def _bullets(self, texts: Iterable[str]) -> None:
        for text in texts:
            lines = wrap(text, WIDTH - 6)
            for n, line in enumerate(lines):
                self._console.print(Text(("  - " if n == 0 else "    ") + line))

    def _reasons(self, reasons: Iterable[ReasonJson]) -> None:
        self._bullets(dict.fromkeys(f"{r.text} [{r.grade}]" for r in reasons))


def _reviews(guide: GuideJson) -> Iterator[str]:
    """Who has reviewed which entries of this guide; nobody, where nobody has."""
    signed, unsigned = reviewed_entries(guide)
    for who, entries in signed.items():
        yield f"Reviewed by {who}: {', '.join(entries)}."
    if unsigned:
        yield f"No clinician has reviewed {'the other' if signed else 'these'} sentences yet."
