"""A rule, look-alike or hazard in plain English, as a specialist reads it; Markdown lines."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from milium.app.formats.answers import print_answer
from milium.app.texts import Texts
from milium.domain.answers import Known
from milium.domain.conditions import ALWAYS, NEVER, All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.evidence import Evidence, Source
from milium.domain.exposure import ExposureRule
from milium.domain.findings import Finding
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.messages import Message, say
from milium.domain.reviews import Hazard, Judged, ZoneCap
from milium.domain.triage import Effect, Feature, Look, Rule
from milium.kb import spoken

LANGUAGE = "en"
"""A fingerprint is taken over the English sentences, so these are what is printed."""
INDENT = "  "


class ReviewWords:
    """Says what an entry does, from the same data that the engines run on."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the texts, findings and sources."""
        self.texts = Texts(knowledge.texts, LANGUAGE)
        self._knowledge = knowledge
        self._findings = knowledge.triage.asking.findings
        self._sources = knowledge.sources

    def lines(self, entry: Judged, controls: Iterable[str] = ()) -> Iterator[str]:
        """The lines of an entry; ``controls`` says what holds against a hazard."""
        match entry:
            case Rule():
                yield from self._rule(entry)
            case ExposureRule():
                yield from self._product_rule(entry)
            case Look():
                yield from self._look(entry)
            case ZoneCap():
                yield self.texts.text("review.kind.zone")
                yield ""
                yield "- " + self._say(
                    "review.cap",
                    zone=self.texts.text(f"zone.{entry.zone.value}"),
                    rung=self.texts.text(f"rung.{entry.rung.name.lower()}"),
                )
            case Hazard():
                yield from self._hazard(entry, controls)
            case _:
                assert_never(entry)

    def _rule(self, rule: Rule) -> Iterator[str]:
        yield self.texts.text(f"review.kind.rule.{rule.scope.value}")
        yield from self._condition("review.applies", rule.when)
        yield self.texts.text(f"review.open.{rule.when_possible.value}")
        yield from self._head("review.does")
        yield from self._effect(rule.effect)
        yield from self._head("review.reads")
        if rule.effect.action is not None:
            yield from self._quote("review.action", rule.effect.action)
        yield from self._quote("review.because", rule.because)
        for each in rule.effect.tonight:
            yield from self._quote("review.tonight", each)
        yield from self._evidence(rule.evidence)

    def _product_rule(self, rule: ExposureRule) -> Iterator[str]:
        yield self.texts.text("review.kind.rule.product")
        yield from self._condition("review.applies", rule.when)
        if rule.unless != NEVER:
            yield from self._condition("review.unless", rule.unless)
        yield self.texts.text(f"review.open.{'act' if rule.acts_when_possible else 'ask'}")
        yield from self._head("review.does")
        verdict = self.texts.text(f"verdict.{rule.verdict.name.lower()}")
        yield "- " + self._say("review.verdict", verdict=verdict)
        if rule.keeps_out:
            yield "- " + self.texts.text("review.keeps-out")
        yield from self._head("review.reads")
        blanks = {"product": "…", "ingredient": "…"}
        said = self.texts.say(say(rule.because, **blanks))
        yield "- " + self._say("review.because", text=said)
        yield from self._evidence(rule.evidence)

    def _look(self, look: Look) -> Iterator[str]:
        yield self.texts.text("review.kind.look")
        yield ""
        name, text = self.texts.text(look.name), self.texts.text(look.summary)
        yield "- " + self._say("review.summary", name=name, text=text)
        yield from self._condition("review.shown", look.shown_when)
        if look.like_when != NEVER:
            yield from self._condition("review.like", look.like_when)
        if look.unlike_when != NEVER:
            yield from self._condition("review.unlike", look.unlike_when)
        yield from self._features("review.for", look.speaks_for)
        yield from self._features("review.against", look.speaks_against)
        yield from self._evidence(look.evidence)

    def _features(self, head: str, features: tuple[Feature, ...]) -> Iterator[str]:
        for feature in features:
            says = self.texts.text(feature.message)
            yield ""
            yield self._say(head, weight="+" * feature.weight, says=says)
            yield ""
            yield from self._tests(feature.when, 0)

    def _hazard(self, hazard: Hazard, controls: Iterable[str]) -> Iterator[str]:
        yield self.texts.text("review.kind.hazard")
        yield ""
        yield f"**{hazard.hazard}**"
        yield ""
        yield "- " + self._say("review.harmed", text=hazard.harmed)
        yield "- " + self._say("review.cause", text=hazard.cause)
        yield "- " + self._say("review.severity", text=hazard.severity)
        yield from ("- " + self._say("review.held", text=control) for control in controls)
        yield "- " + self._say("review.remains", text=hazard.remains)

    def _effect(self, effect: Effect) -> Iterator[str]:
        text = self.texts.text
        if effect.when is not None:
            when = text(f"when.{effect.when.name.lower()}")
            yield "- " + self._say("review.when", when=when)
        if effect.door is not None:
            yield "- " + self._say("review.door", door=text(f"door.{effect.door.value}"))
        for head, listed in (("review.who", effect.who), ("review.not-who", effect.not_who)):
            if listed:
                names = ", ".join(text(f"profession.{who}.name") for who in listed)
                yield "- " + self._say(head, who=names)
        if effect.rung is not None:
            rung = text(f"rung.{effect.rung.name.lower()}")
            who = text(f"review.lifted.{effect.lifted_by.name.lower()}")
            yield "- " + self._say("review.rung", rung=rung, who=who)

    def _condition(self, head: str, condition: Condition) -> Iterator[str]:
        yield from self._head(head)
        yield from self._tests(condition, 0)
        yield ""

    def _tests(self, condition: Condition, depth: int) -> Iterator[str]:
        """One line a test, nested as the condition is."""
        before = INDENT * depth + "- "
        match condition:
            case All(parts) | AnyOf(parts):
                if not parts:
                    yield before + self.texts.text(_empty(condition))
                elif len(parts) == 1:
                    yield from self._tests(parts[0], depth)
                else:
                    yield before + self.texts.text(_listed(condition))
                    for part in parts:
                        yield from self._tests(part, depth + 1)
            case Not(In() as test):
                yield before + self._in("review.is-not", test)
            case Not(part):
                yield before + self.texts.text("review.not")
                yield from self._tests(part, depth + 1)
            case In():
                yield before + self._in("review.is", condition)
            case AtLeast():
                yield before + self._bound("review.at-least", condition)
            case AtMost():
                yield before + self._bound("review.at-most", condition)
            case _:
                assert_never(condition)

    def _in(self, head: str, test: In) -> str:
        finding = self._findings[test.finding]
        ordered = [word for word in finding.words if word in test.values]
        words = [self._word(finding.id, word) for word in ordered or sorted(test.values)]
        said = words[0]
        for word in words[1:]:
            said = self._say("review.or", first=said, second=word)
        return self._say(head, finding=_named(finding), words=said)

    def _word(self, finding: FindingId, word: str) -> str:
        ids = (f"word.{finding}.{word}", f"class.{word}")
        said = next((self.texts.text(each) for each in ids if each in self.texts), None)
        return self._say("review.quoted", word=word.replace("_", " ") if said is None else said)

    def _bound(self, head: str, test: AtLeast | AtMost) -> str:
        finding = self._findings[test.finding]
        printed = print_answer(finding, Known(test.value))
        if isinstance(printed, dict):
            printed = f"{printed['value']} {self.texts.text('unit.' + str(printed['unit']))}"
        return self._say(head, finding=_named(finding), bound=str(printed))

    def _evidence(self, evidence: Evidence) -> Iterator[str]:
        yield ""
        yield self._say("review.grade", grade=evidence.grade.value)
        yield ""
        for citation in evidence.citations:
            source = self._sources[citation.source]
            if citation.locator:
                said = self._say(
                    "review.source",
                    title=source.title,
                    about=_about(source),
                    locator=citation.locator,
                )
            else:
                said = self._say("review.source.bare", title=source.title, about=_about(source))
            yield f"- {said}"

    def _head(self, message: str) -> Iterator[str]:
        yield ""
        yield f"**{self.texts.text(message)}**"
        yield ""

    def _quote(self, message: str, said: str) -> Iterator[str]:
        """The sentence, and those that stand for it when it is spoken to somebody."""
        yield "- " + self._say(message, text=self.texts.text(said))
        for name in spoken(said, self._knowledge):
            who = self.texts.text(f"word.answering_for.{name.partition('@')[2]}")
            yield "  - " + self._say("review.voice", who=who, text=self.texts.text(name))

    def _say(self, message: str, **values: str) -> str:
        filled: Message = say(message, **values)
        return self.texts.say(filled)


def _named(finding: Finding) -> str:
    return finding.id.replace("_", " ")


def _listed(condition: All | AnyOf) -> str:
    return "review.all" if isinstance(condition, All) else "review.any"


def _empty(condition: All | AnyOf) -> str:
    return "review.always" if condition == ALWAYS else "review.never"


def _about(source: Source) -> str:
    told = [each for each in (source.authors, str(source.year or ""), source.identifier) if each]
    return f" ({', '.join(told)})" if told else ""
