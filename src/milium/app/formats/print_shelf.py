"""A shelf in words of one language, as its published JSON."""

from collections.abc import Iterable, Iterator

from milium.app.formats.claims import (
    DoubledJson,
    HiddenJson,
    SharedJson,
    ShelfJson,
    VerdictJson,
    ZoneLoadJson,
)
from milium.app.formats.print_claims import ClaimsPrinter
from milium.app.formats.print_evidence import print_source, print_versions
from milium.app.formats.print_reasons import print_reasons
from milium.app.formats.print_verdict import VerdictLines
from milium.app.shelf import Doubled, Hidden, Shared, ShelfReport, ZoneLoad
from milium.app.texts import Texts
from milium.domain.evidence import Source
from milium.domain.guide import Guide, JudgedProduct
from milium.domain.ids import ProductId, SourceId
from milium.domain.knowledge import Knowledge
from milium.domain.messages import say
from milium.engine.exposure import pack_sayings


class ShelfPrinter:
    """Prints a shelf in one language."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Keep the knowledge and the texts of the language."""
        self._knowledge = knowledge
        self._language = language
        self.texts = Texts(knowledge.texts, language)
        self._lines = VerdictLines(knowledge, self.texts)

    def shelf(self, report: ShelfReport, guide: Guide) -> ShelfJson:
        """The whole shelf."""
        claims = ClaimsPrinter(self._knowledge, self._language, on=guide.as_of)
        products = [self._verdict(each, guide, claims) for each in report.products]
        names = {each.product.id: self._name(each) for each in report.products}
        printed = ShelfJson(
            products=products,
            shared=[_shared(each, claims.name(each.ingredient)) for each in report.shared],
            zones=[self._zone(each) for each in report.zones],
            open=list(report.open),
            doubled=[self._doubled(each) for each in report.doubled],
            hidden=[_hidden(each) for each in report.hidden],
            asked_for=[self.texts.text(f"shelf.ask.{each}") for each in report.asked_for],
            lines=[],
            sources=[print_source(source) for source in self._sources(products)],
            versions=print_versions(guide.versions),
        )
        return printed.model_copy(update={"lines": list(self._told(printed, report, names))})

    def _zone(self, load: ZoneLoad) -> ZoneLoadJson:
        return ZoneLoadJson(
            zone=load.zone.value,
            name=self.texts.text(f"zone.{load.zone.value}"),
            left_on=list(load.left_on),
            rich=list(load.rich),
        )

    def _doubled(self, double: Doubled) -> DoubledJson:
        return DoubledJson(
            active=double.active,
            name=self.texts.text(f"active.{double.active}"),
            products=list(double.products),
        )

    def _verdict(self, each: JudgedProduct, guide: Guide, claims: ClaimsPrinter) -> VerdictJson:
        verdict = each.verdict
        kind = verdict.kind.name.lower()
        said = pack_sayings(f"{each.product.name}\n{each.product.label}", self._knowledge.exposure)
        return VerdictJson(
            product=each.product.id,
            name=self._name(each),
            verdict=kind,
            verdict_text=self.texts.text(f"verdict.{kind}"),
            line=self._lines.line(verdict, self._name(each)),
            decided_by=list(verdict.decided_by),
            reasons=print_reasons(verdict.reasons, self.texts),
            unknown=list(verdict.unknown),
            questions=self._lines.questions(verdict),
            asks=list(verdict.asks),
            pack=claims.sayings(said),
            versions=print_versions(guide.versions),
        )

    def _name(self, each: JudgedProduct) -> str:
        return each.product.name or self.texts.text("exposure.unnamed_product")

    def _sources(self, products: Iterable[VerdictJson]) -> list[Source]:
        """What stands behind a sentence about a product, by id in order."""
        cited = {
            citation.source
            for product in products
            for citations in (
                *(reason.citations for reason in product.reasons),
                *(saying.citations for saying in product.pack),
            )
            for citation in citations
        }
        return [self._knowledge.sources[SourceId(each)] for each in sorted(cited)]

    def _told(
        self, printed: ShelfJson, report: ShelfReport, names: dict[ProductId, str]
    ) -> Iterator[str]:
        """The shelf in sentences, for readers that show no tables."""
        for load in printed.zones:
            listed = ", ".join(names[ProductId(each)] for each in load.left_on)
            yield self.texts.say(
                say(
                    "shelf.zone_row",
                    zone=load.name,
                    left_on=len(load.left_on),
                    rich=len(load.rich),
                    names=listed,
                )
            )
        if report.open:
            listed = ", ".join(names[each] for each in report.open)
            yield self.texts.say(say("shelf.zone_open", names=listed))
        for double in report.doubled:
            listed = ", ".join(names[each] for each in double.products)
            active = self.texts.text(f"active.{double.active}")
            yield self.texts.say(say("shelf.doubled_row", active=active, names=listed))
        yield from (self._hides(each, names) for each in report.hidden)

    def _hides(self, hidden: Hidden, names: dict[ProductId, str]) -> str:
        row = "shelf.hidden_asks" if hidden.ingredient is None else "shelf.hidden_row"
        return self.texts.say(
            say(
                row,
                product=names[hidden.product],
                ingredient=hidden.text,
                position=hidden.position,
            )
        )


def _shared(shared: Shared, name: str) -> SharedJson:
    return SharedJson(
        ingredient=shared.ingredient,
        name=name,
        products=list(shared.products),
        noted=shared.noted,
    )


def _hidden(hidden: Hidden) -> HiddenJson:
    return HiddenJson(
        product=hidden.product,
        ingredient=hidden.ingredient,
        text=hidden.text,
        position=hidden.position,
    )
