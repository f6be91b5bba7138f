"""Cards of ingredients and labels, in words of one language, as their published JSON."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from pydantic import BaseModel

from milium.app.claims import (
    HELP,
    MILIA,
    IngredientCard,
    Listed,
    ProductCard,
    Tally,
    flags,
)
from milium.app.formats.claims import (
    ClaimJson,
    CountsJson,
    IngredientAnswerJson,
    IngredientCardJson,
    KnownJson,
    KnownListJson,
    ListedJson,
    NamedForJson,
    NamedJson,
    PackSayingJson,
    ProductCardJson,
    TallyJson,
    UseJson,
)
from milium.app.formats.guide import SourceJson, VersionsJson
from milium.app.formats.print_evidence import print_source, print_versions
from milium.app.formats.print_reasons import print_citations
from milium.app.formats.print_verdict import VerdictLines
from milium.app.imagined import Use
from milium.app.naming import plain_name
from milium.app.texts import Texts
from milium.app.versions import make_versions
from milium.domain.evidence import Grade
from milium.domain.exposure import Claim, ClassRule, PackSaying, Stance, VerdictKind
from milium.domain.ids import IngredientId, SourceId
from milium.domain.knowledge import Knowledge
from milium.domain.messages import Message, say


class ClaimsPrinter:
    """Prints what is known of ingredients and labels in one language."""

    def __init__(self, knowledge: Knowledge, language: str, *, on: date) -> None:
        """Keep the knowledge, the texts of the language and the day of the answer."""
        self.texts = Texts(knowledge.texts, language)
        self._knowledge = knowledge
        self._on = on
        self._lines = VerdictLines(knowledge, self.texts)

    def ingredient(self, card: IngredientCard) -> IngredientAnswerJson:
        """One card with its sources."""
        printed = self.card(card)
        return IngredientAnswerJson(
            card=printed, sources=self._sources(printed), versions=self.versions()
        )

    def named_for(
        self, topic: str, named: Sequence[IngredientCard], helps: Sequence[IngredientCard]
    ) -> NamedForJson:
        """Everything named for a topic, and what is said to help."""
        printed = [self._named(card, topic) for card in named]
        helping = [self._named(card, HELP) for card in helps]
        return NamedForJson(
            topic=topic,
            intro=self.texts.text("claimed.intro" if printed else "claimed.nobody"),
            named=printed,
            helps=helping,
            sources=self._sources(*printed, *helping),
            versions=self.versions(),
        )

    def known(self) -> KnownListJson:
        """Every ingredient that something is known or claimed of."""
        ingredients = self._knowledge.vocabulary.ingredients
        claims = self._knowledge.exposure.claims
        rows = [
            KnownJson(
                ingredient=each,
                inci=ingredients[each].inci,
                name=plain_name(ingredients[each]),
                topics=sorted({claim.topic for claim in found}),
            )
            for each, found in claims.items()
        ]
        return KnownListJson(
            known=sorted(rows, key=lambda row: row.name),
            named_only=len(ingredients) - len(rows),
            versions=self.versions(),
        )

    def card(self, card: IngredientCard) -> IngredientCardJson:
        """One card."""
        ingredient = card.ingredient
        return IngredientCardJson(
            ingredient=ingredient.id,
            inci=ingredient.inci,
            name=plain_name(ingredient),
            names=list(ingredient.names),
            known=card.known,
            medicine=card.medicine,
            standing=card.standing.value,
            question=self._question(card, MILIA),
            answer=self.texts.text(f"card.answer.{card.standing.value}"),
            what_it_is=self._what_it_is(card.classes),
            who_says_so=self._claims(card.who_says_so),
            against=self._claims(card.against),
            helps=self._claims(card.helps),
            tests=self._claims(card.tests),
            lists=[self._listed(each) for each in card.lists],
            lists_text=self.texts.say(_agreement(card.lists)),
            other=self._claims(card.other),
            weighed=[self.use(use) for use in card.uses],
            unknown=self._unknown(card),
            advice=self.texts.text("card.medicine" if card.medicine else "card.kind"),
        )

    def product(self, card: ProductCard) -> ProductCardJson:
        """The card of a label."""
        uses = [self.use(use) for use in card.uses]
        first = [
            line
            for use, line in zip(card.uses, uses, strict=True)
            if use.verdict.kind >= VerdictKind.NOT_ROUND_THE_EYES
        ]
        printed = ProductCardJson(
            title=self.texts.text("card.product.title"),
            answer=self.texts.text("card.product.answer" if card.read else "card.product.unread"),
            quality=card.reading.quality.value,
            problem=None if card.reading.problem is None else self.texts.text(card.reading.problem),
            recognised=card.recognised,
            unread=card.unread,
            leave_out_first=list(dict.fromkeys(line.line for line in first)),
            weighed=uses,
            counts=sorted(self._counts(card), key=lambda each: each.position),
            said=self._claims(card.said),
            lists=[self._tally(each, card) for each in card.lists],
            lists_text=self.texts.say(_spread(card.lists)),
            pack=self.sayings(card.sayings),
            unknown=self._unread(card),
            sources=[],
            versions=self.versions(),
        )
        return printed.model_copy(update={"sources": self._sources(printed)})

    def use(self, use: Use) -> UseJson:
        """One imagined use."""
        kind = use.verdict.kind.name.lower()
        return UseJson(
            use=use.name,
            text=self.texts.text(f"card.use.{use.name}"),
            verdict=kind,
            verdict_text=self.texts.text(f"verdict.{kind}"),
            decided_by=list(use.verdict.decided_by),
            line=self._lines.line(use.verdict, self.texts.text("exposure.unnamed_product")),
        )

    def sayings(self, sayings: Iterable[PackSaying]) -> list[PackSayingJson]:
        """What a pack says of itself."""
        return [
            PackSayingJson(
                claim=each.claim.id,
                words=each.words,
                text=self.texts.say(say(each.claim.because, phrase=each.words)),
                grade=each.claim.evidence.grade.value,
                citations=print_citations(each.claim.evidence),
            )
            for each in sayings
        ]

    def versions(self) -> VersionsJson:
        """What the answer is made with."""
        return print_versions(make_versions(self._knowledge.edition, on=self._on))

    def claim(self, claim: Claim) -> ClaimJson:
        """One claim in words."""
        return ClaimJson(
            id=claim.id,
            ingredient=claim.ingredient,
            topic=claim.topic,
            stance=claim.stance.value,
            text=self._said(claim),
            lowest=claim.lowest,
            highest=claim.highest,
            model=self.texts.text(f"model.{claim.model}"),
            vehicle=self.texts.text(f"vehicle.{claim.vehicle}") if claim.vehicle else None,
            percent=None if claim.percent is None else claim.percent / 100,
            grade=claim.evidence.grade.value,
            citations=print_citations(claim.evidence),
            reviewed=claim.evidence.reviewed.by if claim.evidence.reviewed else None,
        )

    def name(self, ingredient: IngredientId) -> str:
        """The name people use."""
        return plain_name(self._knowledge.vocabulary.ingredients[ingredient])

    def _claims(self, claims: Iterable[Claim]) -> list[ClaimJson]:
        return [self.claim(claim) for claim in claims]

    def _said(self, claim: Claim) -> str:
        lists = self._knowledge.exposure.lists
        held = next((each for each in lists if each.holds(claim)), None)
        values = {
            "name": self.name(claim.ingredient),
            "list": self.texts.text(f"list.{held.id}.name") if held else "",
            "grade": self._range(claim.lowest, claim.highest),
            "percent": f"{(claim.percent or 0) / 100:g}",
        }
        return self.texts.say(say(claim.message, **values))

    def _range(self, lowest: int | None, highest: int | None) -> str:
        if lowest is None or highest is None:
            return ""
        if lowest == highest:
            return str(lowest)
        return self.texts.say(say("card.range", lowest=lowest, highest=highest))

    def _question(self, card: IngredientCard, topic: str) -> str:
        asked = "card.about.help" if topic == HELP else "card.about.milia"
        return self.texts.say(say(asked, name=plain_name(card.ingredient)))

    def _what_it_is(self, classes: Iterable[ClassRule]) -> list[str]:
        return [line for rule in classes for line in self._class(rule)]

    def _class(self, rule: ClassRule) -> Iterator[str]:
        """What it counts as, and from where in a list."""
        counts = [
            self.texts.say(say("card.counts_within", within=rule.within))
            if rule.within
            else self.texts.text("card.counts_anywhere")
        ]
        if rule.within and rule.or_percent is not None:
            percent = f"{rule.or_percent / 100:g}"
            counts.append(self.texts.say(say("card.counts_percent", percent=percent)))
        what = self.texts.text(f"class.{rule.id}")
        yield f"{what[0].upper()}{what[1:]}. {' '.join(counts)}"

    def _listed(self, listed: Listed) -> ListedJson:
        claim = listed.claim
        return ListedJson(
            id=listed.list.id,
            name=self.texts.text(f"list.{listed.list.id}.name"),
            about=self.texts.text(f"list.{listed.list.id}.about"),
            popular=listed.list.popular,
            on_it=claim is not None,
            lowest=claim.lowest if claim else None,
            highest=claim.highest if claim else None,
            text=self._grade(listed),
        )

    def _grade(self, listed: Listed) -> str:
        claim = listed.claim
        if claim is None:
            grades = listed.list.flags_from is not None
            return self.texts.text("card.grade.none" if grades else "card.grade.not_named")
        if claim.lowest is None:
            return self.texts.text("card.grade.named")
        return self.texts.say(say("card.grade", grade=self._range(claim.lowest, claim.highest)))

    def _unknown(self, card: IngredientCard) -> list[str]:
        lines = [self._said(claim) for claim in card.unknown]
        if not lines:
            lines.append(self.texts.text("card.unknown.milia"))
        if not card.tested_on_people:
            lines.append(self.texts.text("card.unknown.people"))
        return [*lines, self.texts.text("card.unknown.amount")]

    def _named(self, card: IngredientCard, topic: str) -> NamedJson:
        naming, against = card.who_says_so, _tested(card.against)
        if topic == HELP:
            naming = tuple(c for c in card.helps if c.stance is not Stance.AGAINST)
            against = tuple(c for c in card.helps if c.stance is Stance.AGAINST)
        if topic not in {HELP, MILIA}:
            naming = tuple(claim for claim in _every(card) if claim.topic == topic)
        helping = topic == HELP
        answer = "card.answer.help" if helping else f"card.answer.{card.standing.value}"
        return NamedJson(
            ingredient=card.ingredient.id,
            inci=card.ingredient.inci,
            name=plain_name(card.ingredient),
            names=list(card.ingredient.names),
            what_it_is=self._what_it_is(card.classes),
            medicine=card.medicine,
            best_grade=_best(naming),
            question=self._question(card, topic),
            answer=self.texts.text(answer),
            who_says_so=self._claims(naming),
            against=self._claims(against),
            weighed=[self.use(use) for use in card.uses],
        )

    def _counts(self, card: ProductCard) -> Iterator[CountsJson]:
        for exposure in card.counts:
            for ingredient, position in zip(exposure.ingredients, exposure.positions, strict=False):
                values: dict[str, str | int] = {
                    "ingredient": self.name(ingredient),
                    "position": position,
                    "class": self.texts.text(f"class.{exposure.ingredient_class}"),
                }
                yield CountsJson(
                    ingredient_class=exposure.ingredient_class,
                    ingredient=ingredient,
                    position=position,
                    text=self.texts.say(say("card.product.counts_row", **values)),
                )

    def _tally(self, tally: Tally, card: ProductCard) -> TallyJson:
        names = [self.name(each) for each in tally.flagged]
        values: dict[str, str | int] = {
            "list": self.texts.text(f"list.{tally.list.id}.name"),
            "graded": tally.graded,
            "count": card.recognised,
            "flagged": len(names),
            "names": ", ".join(names),
        }
        row = "card.product.lists_row_names" if names else "card.product.lists_row"
        return TallyJson(
            id=tally.list.id,
            name=str(values["list"]),
            graded=tally.graded,
            flagged=list(tally.flagged),
            text=self.texts.say(say(row, **values)),
        )

    def _unread(self, card: ProductCard) -> list[str]:
        if not card.read:
            return []
        count = len(card.reading.entries)
        read = say("card.product.unknown", unread=card.unread, count=count, bare=card.bare)
        return [self.texts.say(read), self.texts.text("card.unknown.amount")]

    def _sources(self, *printed: BaseModel) -> list[SourceJson]:
        """Every source cited in what is printed, by id in order."""
        cited = {source for each in printed for source in _cited(each.model_dump())}
        sources = self._knowledge.sources
        return [print_source(sources[SourceId(each)]) for each in sorted(cited)]


def _cited(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        if tree.keys() == {"source", "locator"}:
            yield tree["source"]
        for each in tree.values():
            yield from _cited(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from _cited(each)


def _every(card: IngredientCard) -> Iterator[Claim]:
    listed = (each.claim for each in card.lists if each.claim)
    yield from (*card.who_says_so, *card.tests, *card.against, *listed, *card.other, *card.helps)


def _tested(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that rest on more than an opinion."""
    return tuple(claim for claim in claims if claim.evidence.grade is not Grade.D)


def _best(claims: Sequence[Claim]) -> Literal["A", "B", "C", "D"]:
    return min((claim.evidence.grade.value for claim in claims), default="D")


def _agreement(listed: Sequence[Listed]) -> Message:
    """How far the popular lists agree on one ingredient."""
    popular = [each for each in listed if each.list.popular and each.claim]
    if not popular:
        return say("card.lists.none")
    lowest = [each.claim.lowest for each in listed if each.claim and each.claim.lowest is not None]
    highest = [
        each.claim.highest for each in listed if each.claim and each.claim.highest is not None
    ]
    low, high = min(lowest, default=0), max(highest, default=0)
    if high - low > 1:
        return say("card.lists.disagree", lowest=low, highest=high)
    if len(popular) == 1:
        return say("card.lists.one")
    warned = {
        each.claim is not None and flags(each.list, each.claim)
        for each in listed
        if each.list.popular
    }
    return say("card.lists.names" if len(warned) > 1 else "card.lists.agree")


def _spread(tallies: Sequence[Tally]) -> Message:
    """How far the popular lists agree on a label."""
    counts = [len(each.flagged) for each in tallies]
    if any(each.flagged != tallies[0].flagged for each in tallies):
        return say("card.product.lists_differ", lowest=min(counts), highest=max(counts))
    return say("card.product.lists_close")
