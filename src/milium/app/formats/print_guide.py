"""A guide in words of one language, as its published JSON."""

from milium.app.changes import worth_reading
from milium.app.formats.answers import print_answer
from milium.app.formats.guide import (
    ChangeJson,
    ChoiceJson,
    ContactJson,
    EntryJson,
    FiredJson,
    GuideJson,
    LookJson,
    MissingJson,
    ProductJson,
    ReasonJson,
    ReferralJson,
    TriageAnswerJson,
    TriageJson,
    TriageTextsJson,
)
from milium.app.formats.print_evidence import print_source, print_versions
from milium.app.formats.print_ladder import print_home_care, print_home_retinoid
from milium.app.formats.print_modules import print_modules_off, print_sounds_like
from milium.app.formats.print_plan import print_course, print_regimen
from milium.app.formats.print_reasons import print_citations, print_reason
from milium.app.formats.print_skin import SkinPrinter
from milium.app.formats.print_verdict import VerdictLines
from milium.app.naming import short_name
from milium.app.texts import Texts
from milium.domain.answers import Answer, Known
from milium.domain.evidence import Reason
from milium.domain.exposure import Exposure
from milium.domain.findings import Finding
from milium.domain.guide import Choice, Guide, JudgedProduct, Referral
from milium.domain.ids import FindingId, IngredientId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import LabelEntry
from milium.domain.messages import Message, say
from milium.domain.triage import Change, Likeness, Triage, When

ANSWERING_FOR = FindingId("answering_for")
LOOKED_AT = FindingId("looked_at")


class GuidePrinter:
    """Prints guides in one language."""

    def __init__(self, knowledge: Knowledge, language: str, *, voice: str | None = None) -> None:
        """Keep the knowledge ids are looked up in and the texts of the language.

        ``voice`` is whom the sentences speak to; a guide is always printed to the one who asked.
        """
        self.texts = Texts(knowledge.texts, language, voice=voice)
        self._knowledge = knowledge
        self._findings = knowledge.triage.asking.findings
        self.skin = SkinPrinter(knowledge.skin_types, self.texts)
        self._lines = VerdictLines(knowledge, self.texts)

    def guide(self, guide: Guide) -> GuideJson:
        """The whole guide."""
        if (asker := asker_of(guide)) != self.texts.voice:
            return self.speaking_to(asker).guide(guide)
        return GuideJson(
            as_of=guide.as_of,
            triage=self._triage(guide),
            skin_type=self.skin.skin_type(guide.skin_type, guide.skin_page),
            products=[self._product(each) for each in guide.products],
            regimen=(
                None
                if guide.regimen is None
                else print_regimen(guide.regimen, guide.case.shelf, self.texts)
            ),
            course=print_course(guide.course, self.texts),
            referral=self._referral(guide.referral),
            changes_if=self._changes(guide.triage),
            sources=[print_source(source) for source in guide.sources.values()],
            versions=print_versions(guide.versions),
            notice=self.texts.say(guide.notice),
            modules_off=print_modules_off(guide, self.texts),
        )

    def triage_answer(self, guide: Guide) -> TriageAnswerJson:
        """Only what triage decided."""
        if (asker := asker_of(guide)) != self.texts.voice:
            return self.speaking_to(asker).triage_answer(guide)
        return TriageAnswerJson(
            as_of=guide.as_of,
            triage=self._triage(guide),
            changes_if=self._changes(guide.triage),
            versions=print_versions(guide.versions),
            notice=self.texts.say(guide.notice),
        )

    def speaking_to(self, voice: str | None) -> "GuidePrinter":
        """The same printer, speaking to somebody."""
        return GuidePrinter(self._knowledge, self.texts.language, voice=voice)

    def reason(self, reason: Reason) -> ReasonJson:
        """One reason in words."""
        return print_reason(reason, self.texts)

    def answer(self, finding: Finding, answer: Answer) -> str:
        """An answer as shown to a person."""
        printed = print_answer(finding, answer)
        words = printed if isinstance(printed, list) else [printed]
        return ", ".join(self._word(finding, word) for word in words) or self.texts.text(
            "word.none_of_these"
        )

    def _word(self, finding: Finding, word: object) -> str:
        if isinstance(word, dict):
            return f"{word['value']} {self.texts.text('unit.' + word['unit'])}"
        name = f"word.{finding.id}.{word}"
        if name in self.texts:
            return self.texts.text(name)
        return self.texts.text("word.not_sure") if word in {None, "not_sure"} else str(word)

    def label(self, finding: FindingId) -> str:
        """A short name for a finding ("Bleeding")."""
        return self.texts.say(short_name(finding, self._knowledge))

    def _says(self, messages: tuple[Message, ...]) -> list[str]:
        return [self.texts.say(message) for message in messages]

    def _reasons(self, reasons: tuple[Reason, ...]) -> list[ReasonJson]:
        return [self.reason(reason) for reason in reasons]

    def _triage(self, guide: Guide) -> TriageJson:
        decided = guide.triage
        return TriageJson(
            when=decided.when.name.lower(),
            bump_when=decided.bump_when.name.lower(),
            who=list(decided.who),
            not_who=list(decided.not_who),
            door=decided.door.value,
            disposition=decided.disposition.value,
            settled=decided.settled,
            sounds_like=decided.impression.likeness.value,
            conditions=list(decided.impression.conditions),
            home_care=print_home_care(decided.home_care),
            home_retinoid=print_home_retinoid(decided.home_care),
            fired=[
                FiredJson(
                    rule=f.rule,
                    lesion=f.lesion,
                    when=None if f.when is None else f.when.name.lower(),
                    possible=f.possible,
                    reason=self.reason(f.reason),
                )
                for f in decided.fired
            ],
            unknown_that_matter=[
                MissingJson(
                    finding=m.finding, lesion=m.lesion, text=self.label(m.finding),
                    rules=list(m.rules),
                )
                for m in decided.unknown_that_matter
            ],
            texts=self._triage_texts(guide),
        )  # fmt: skip

    def _triage_texts(self, guide: Guide) -> TriageTextsJson:
        decided, impression = guide.triage, guide.triage.impression
        looks = {look.id: look for look in self._knowledge.triage.looks}
        return TriageTextsJson(
            action=self.texts.say(decided.action),
            when=self.texts.text(f"when.{_how_soon(decided)}"),
            door=self.texts.text(f"door.{decided.door.value}"),
            who=[self.texts.text(f"profession.{who}.name") for who in decided.who],
            not_who=[self.texts.text(f"profession.{who}.name") for who in decided.not_who],
            tonight=self._says(decided.tonight),
            because=self._because(decided),
            sounds_like=print_sounds_like(guide, self.texts),
            speaks_for=self._reasons(impression.speaks_for),
            speaks_against=self._reasons(impression.speaks_against),
            looks=[
                LookJson(
                    id=each,
                    name=self.texts.text(looks[each].name),
                    summary=self.texts.text(looks[each].summary),
                )
                for each in impression.conditions
                if not _is_named(decided)
            ],
            choices=[self._choice(choice) for choice in guide.choices],
        )

    def _because(self, decided: Triage) -> list[str]:
        """The reasons for how soon it is, the most urgent first, each once; never calm ones."""
        urgent = (
            fired.reason.message
            for fired in decided.fired
            if fired.when is not None and fired.when >= min(decided.when, When.WITHIN_8_WEEKS)
        )
        return [self.texts.say(message) for message in dict.fromkeys(urgent)]

    def _choice(self, choice: Choice) -> ChoiceJson:
        return ChoiceJson(
            id=choice.id,
            name=self.texts.say(choice.name),
            text=self.texts.say(choice.text),
            open=choice.open,
            because=None if choice.because is None else self.texts.say(choice.because),
            grade=choice.evidence.grade.value,
            citations=print_citations(choice.evidence),
        )

    def _changes(self, decided: Triage) -> list[ChangeJson]:
        shown = worth_reading(decided, self._findings)
        return [self._change(change, shown=change in shown) for change in decided.changes_if]

    def _change(self, change: Change, *, shown: bool) -> ChangeJson:
        answer = self.answer(self._findings[change.finding], change.answer)
        when = self.texts.text(f"when.{change.when.name.lower()}")
        sentence = say(
            "change.sentence", finding=self.label(change.finding), answer=answer, when=when
        )
        return ChangeJson(
            finding=change.finding,
            lesion=change.lesion,
            answer=answer,
            text=self.texts.say(sentence),
            label=self.label(change.finding),
            when=change.when.name.lower(),
            door=change.door.value,
            person=change.person_rung.name.lower(),
            zones={zone.value: rung.name.lower() for zone, rung in change.zones.items()},
            shown=shown,
        )

    def _product(self, each: JudgedProduct) -> ProductJson:
        verdict, reading = each.verdict, each.reading
        return ProductJson(
            id=each.product.id,
            name=each.product.name,
            verdict=verdict.kind.name.lower(),
            verdict_text=self.texts.text(f"verdict.{verdict.kind.name.lower()}"),
            line=self._lines.line(verdict, each.product.name),
            decided_by=list(verdict.decided_by),
            reasons=self._reasons(verdict.reasons),
            unknown=self._lines.questions(verdict),
            asks=list(verdict.asks),
            product_kind=verdict.product_kind,
            retinoid_tier=verdict.tier,
            quality=reading.quality.value,
            problem=None if reading.problem is None else self.texts.text(reading.problem),
            entries=[self._entry(entry, verdict.exposures) for entry in reading.entries],
            label=reading.label,
        )

    def _entry(self, entry: LabelEntry, exposures: tuple[Exposure, ...]) -> EntryJson:
        return EntryJson(
            text=entry.text,
            start=entry.start,
            end=entry.end,
            ingredient=entry.ingredient,
            inci=self._inci(entry.ingredient),
            method=entry.method.value,
            confidence=entry.confidence,
            section=entry.section.value,
            position=entry.position,
            percent=None if entry.percent is None else entry.percent / 100,
            classes=[
                self.texts.text(f"class.{exposure.ingredient_class}")
                for exposure in exposures
                if entry.ingredient in exposure.ingredients
            ],
        )

    def _inci(self, ingredient: IngredientId | None) -> str | None:
        if ingredient is None:
            return None
        return self._knowledge.vocabulary.ingredients[ingredient].inci

    def _referral(self, referral: Referral) -> ReferralJson:
        return ReferralJson(
            place=referral.place,
            contacts=[
                ContactJson(
                    door=contact.door.value,
                    name=self.texts.text(contact.name),
                    phone=contact.phone,
                )
                for contact in referral.contacts
            ],
            who=[self.texts.text(f"profession.{who}.name") for who in referral.who],
            not_who=[self.texts.text(f"profession.{who}.name") for who in referral.not_who],
            script=self._says(referral.script),
        )


def asker_of(guide: Guide) -> str | None:
    """Who answers, while that is known."""
    asker = guide.case.answers.get(ANSWERING_FOR)
    return str(asker.value) if isinstance(asker, Known) else None


def _is_named(decided: Triage) -> bool:
    """Whether somebody trained called them what they sound like: then nothing else is listed."""
    looked_at = decided.answers.get(LOOKED_AT) == Known("yes")
    return looked_at and decided.impression.likeness is Likeness.LIKE


def _how_soon(decided: Triage) -> str:
    """What stands over the answer: a calm word only once nothing open could make it urgent."""
    if decided.when <= When.NO_RUSH and not decided.settled:
        return "not_settled"
    return decided.when.name.lower()
