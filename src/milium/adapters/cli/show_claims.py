"""Cards of ingredients and labels, and a shelf, in the terminal: 80 columns."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from milium.adapters.cli.show_guide import WIDTH
from milium.app.formats.claims import (
    ClaimJson,
    IngredientAnswerJson,
    KnownListJson,
    ListedJson,
    NamedForJson,
    NamedJson,
    ProductCardJson,
    ShelfJson,
    UseJson,
)
from milium.app.formats.guide import SourceJson, VersionsJson
from milium.app.texts import Texts
from milium.domain.messages import say

_NAMES_SHOWN = 6
_CALM = ("keep", "not_known_yet")


class ClaimsScreen:
    """Writes cards to a console."""

    def __init__(self, console: Console, texts: Texts) -> None:
        """Keep where to write and the texts of the language."""
        self._console = console
        self._texts = texts

    def ingredient(self, answer: IngredientAnswerJson) -> None:
        """The card of one ingredient."""
        card = answer.card
        same = card.name.upper() == card.inci
        self._heading(card.name if same else f"{card.name} ({card.inci})")
        if not card.known:
            self._paragraph(self._texts.text("card.nothing_known"))
        self._paragraph(f"{card.question} {card.answer}", style="bold")
        self._paragraph(card.advice)
        self._weighed(card.weighed)
        self._section("card.what_it_is", card.what_it_is)
        self._claims("card.who_says_so", card.who_says_so)
        self._claims("card.against", card.against)
        if card.who_says_so and not card.against:
            self._section("card.against", [self._texts.text("card.none_against")])
        self._claims("card.helps", card.helps)
        self._claims("card.tests", card.tests)
        if not card.medicine:
            self._lists(card.lists, card.lists_text)
        self._claims("card.other", card.other)
        self._section("card.unknown", card.unknown)
        self._section("card.hides", _some(card.names))
        self._end(answer.sources, answer.versions)

    def product(self, card: ProductCardJson) -> None:
        """The card of a label."""
        self._heading(card.title)
        self._paragraph(card.answer, style="bold")
        if card.problem:
            self._paragraph(card.problem)
        if card.weighed:
            nothing = [self._texts.text("card.product.nothing_first")]
            self._section("card.product.leave_out", card.leave_out_first or nothing)
            self._weighed(card.weighed, lines=False)
            self._section("card.product.counts", [each.text for each in card.counts])
            nobody = self._texts.text("card.product.nobody")
            self._claims("card.product.said", card.said)
            self._section("card.product.said", [] if card.said else [nobody])
            rows = [each.text for each in card.lists]
            not_zero = self._texts.text("card.not_zero")
            self._section("card.lists", [*rows, card.lists_text, not_zero])
        self._section("card.product.pack", [f"{each.text} [{each.grade}]" for each in card.pack])
        self._section("card.unknown", card.unknown)
        self._end(card.sources, card.versions)

    def named_for(self, listed: NamedForJson) -> None:
        """Everything somebody names for a topic."""
        self._paragraph(listed.intro, style="bold")
        titles = {source.id: source.title for source in listed.sources}
        if listed.topic == "milia" and listed.named:
            self._heading(self._texts.text("claimed.cause"))
        for each in listed.named:
            self._named(each, titles)
        if listed.helps:
            self._heading(self._texts.text("claimed.help"))
        for each in listed.helps:
            self._named(each, titles)
        self._end((), listed.versions)

    def known(self, listed: KnownListJson) -> None:
        """Every ingredient that something is known or claimed of, one a line."""
        for row in listed.known:
            self._console.print(Text(f"{row.name}: {', '.join(row.topics)}"))
        self._end((), listed.versions)

    def shelf(self, shelf: ShelfJson) -> None:
        """A shelf."""
        self._heading(self._texts.text("shelf.title"))
        if not shelf.products:
            self._paragraph(self._texts.text("shelf.empty"))
        for product in shelf.products:
            self._paragraph(f"{product.name}: {product.verdict_text}", style="bold")
            self._bullets([product.line, *(each.text for each in product.pack)])
        zones = shelf.lines[: len(shelf.zones) + bool(shelf.open)]
        rest = shelf.lines[len(zones) :]
        self._section("shelf.zones", zones)
        if len(shelf.products) > 1:
            self._shared(shelf)
        self._section("shelf.doubled", rest[: len(shelf.doubled)])
        self._section("shelf.hidden", rest[len(shelf.doubled) :])
        self._section("shelf.ask", shelf.asked_for)
        self._end(shelf.sources, shelf.versions)

    def _shared(self, shelf: ShelfJson) -> None:
        names = {product.product: product.name for product in shelf.products}
        rows = [
            self._texts.say(
                say(
                    "shelf.shared_row",
                    ingredient=each.name,
                    names=", ".join(names[product] for product in each.products),
                )
            )
            for each in shelf.shared
            if each.noted
        ]
        nothing = self._texts.text("shelf.nothing_shared")
        self._section("shelf.shared", rows or [nothing])

    def _named(self, named: NamedJson, titles: dict[str, str]) -> None:
        self._paragraph("")
        self._paragraph(f"{named.question} {named.answer} [{named.best_grade}]", style="bold")
        founded = [claim for claim in named.who_says_so if claim.grade != "D"]
        opinions = [claim for claim in named.who_says_so if claim.grade == "D"]
        self._bullets(f"{claim.text} [{claim.grade}]" for claim in founded)
        if opinions:
            who = _titles(opinions, titles)
            self._bullets([self._texts.say(say("claimed.who", sources=who))])
        if named.against:
            sources = _titles(named.against, titles)
            self._bullets([self._texts.say(say("claimed.against", sources=sources))])
        uses = {use.use: use.verdict_text for use in named.weighed}
        if named.medicine:
            self._bullets([self._texts.text("card.medicine")])
        if uses:
            where = say("claimed.where", eye=uses["at_the_eye"], washed=uses["washed_off"])
            self._bullets([self._texts.say(where)])
        hidden = ", ".join((named.inci, *_some(named.names)))
        self._bullets([self._texts.say(say("claimed.names", names=hidden))])

    def _lists(self, lists: Sequence[ListedJson], agreement: str) -> None:
        row = "card.list_row"
        on_one = any(each.popular and each.on_it for each in lists)
        popular = [each for each in lists if each.popular and on_one]
        others = [each for each in lists if not each.popular and each.on_it]
        for heading, found in (("card.lists", popular), ("card.other_lists", others)):
            rows = [self._texts.say(say(row, list=each.name, grade=each.text)) for each in found]
            more = [agreement, self._texts.text("card.not_zero")] if heading == "card.lists" else []
            self._section(heading, [*rows, *more])

    def _weighed(self, uses: Sequence[UseJson], *, lines: bool = True) -> None:
        rows = [
            self._texts.say(say("card.use.row", use=use.text, verdict=use.verdict_text))
            for use in uses
        ]
        said = [use.line for use in uses if lines and use.verdict not in _CALM]
        self._section("card.weighed", [*rows, *said])

    def _claims(self, heading: str, claims: Iterable[ClaimJson]) -> None:
        self._section(heading, [f"{claim.text} [{claim.grade}]" for claim in claims])

    def _section(self, heading: str, lines: Sequence[str]) -> None:
        if lines:
            self._console.print()
            self._console.print(Text(self._texts.text(heading), style="cyan"))
            self._bullets(lines)

    def _end(self, sources: Iterable[SourceJson], versions: VersionsJson) -> None:
        rows = [
            f"{source.title} ({source.authors}{f', {source.year}' if source.year else ''})"
            for source in sources
        ]
        if rows:
            self._console.print()
            self._console.print(Text("Sources", style="cyan"))
            self._bullets(rows)
        self._paragraph("")
        self._paragraph(
            "Letters say how good the evidence is: A several trials or a regulator's text, "
            "B one trial or a guideline, C case reports, D opinion. "
            "No clinician has reviewed these sentences yet. "
            f"Milium {versions.engine}, knowledge {versions.knowledge}."
        )

    def _heading(self, text: str) -> None:
        self._console.print()
        self._console.print(Text(text.upper(), style="bold cyan"))

    def _paragraph(self, text: str, style: str = "") -> None:
        for line in wrap(text, WIDTH - 2) or [""]:
            self._console.print(Text(line, style=style))

    def _bullets(self, texts: Iterable[str]) -> None:
        for text in dict.fromkeys(texts):
            for n, line in enumerate(wrap(text, WIDTH - 6)):
                self._console.print(Text(("  - " if n == 0 else "    ") + line))


def _some(names: Sequence[str]) -> list[str]:
    return list(names[:_NAMES_SHOWN])


def _titles(claims: Iterable[ClaimJson], titles: dict[str, str]) -> str:
    cited = (citation.source for claim in claims for citation in claim.citations)
    return "; ".join(dict.fromkeys(titles.get(source, source) for source in cited))
