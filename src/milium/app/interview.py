"""One question a page, for every front end: what to ask, in which words, taking the answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import assert_never

from milium.app.formats.answers import NOT_SURE_WORD, UNITS, print_answer, read_answer
from milium.app.formats.case import CaseFormat
from milium.app.texts import Texts
from milium.app.ticks import NONE_WORD, read_ticks, tick_text, ticks_of
from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.findings import Finding, FindingKind, Question
from milium.domain.ids import FindingId, ItemId, LesionId
from milium.domain.knowledge import Knowledge
from milium.engine.skin_types import next_item
from milium.engine.triage import findings_that_could_matter, next_question

HABITS = ("habits", "wishes")


class AnswerRefusedError(ValueError):
    """What was given answers nothing; the text says what to do."""


class Part(Enum):
    """The parts of the interview; the answer comes after the first."""

    SAFETY = "safety"
    HABITS = "habits"
    SKIN = "skin"


class Shape(Enum):
    """How a page is answered."""

    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, with its words and whether it is chosen now.

    ``group`` heads it and what follows on a long list; ``""`` where there is no heading.
    """

    word: str
    text: str
    chosen: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One question as it is shown.

    Attributes:
        id: ``site.1``, ``age``, ``skin.shine-by-noon``: stable, for addresses and for Back.
        plain: a second, plainer wording, for after "not sure".
        options: what can be chosen (ONE, SEVERAL); units of time (SPAN).
        number: the number given so far (NUMBER, SPAN), or ``""``.
        not_sure: "not sure" was chosen.
    """

    id: str
    part: Part
    shape: Shape
    heading: str
    how: str
    why: str
    plain: str
    short: str
    options: tuple[Option, ...]
    number: str
    lowest: str
    highest: str
    answered: bool
    not_sure: bool
    answer_text: str


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a page is about: a question of the knowledge for the person or a bump, or an item."""

    id: str
    part: Part
    findings: tuple[Finding, ...]
    question: Question | None
    lesion: LesionId | None

    @property
    def is_list(self) -> bool:
        """Whether it asks several things at once."""
        return self.question is not None and len(self.question.findings) > 1


class Interview:
    """Asks the questions of one knowledge in one language."""

    def __init__(self, knowledge: Knowledge, case_format: CaseFormat, texts: Texts) -> None:
        """Keep what questions and words are looked up in."""
        self._knowledge = knowledge
        self._format = case_format
        self._texts = texts

    def next_page(self, case: Case, part: Part, asked: Sequence[str], *, on: date) -> Page | None:
        """The page to show now in this part, ``None`` when it has nothing more to ask.

        Args:
            case: what is known so far.
            part: the part of the interview.
            asked: ids of pages already shown and passed; never shown again by themselves.
            on: the day of the interview.
        """
        match part:
            case Part.SAFETY:
                topic = self._next_safety(case, on=on)
            case Part.HABITS:
                topic = next(
                    (t for t in self._habits(case, on=on) if self._open(t, case, asked)), None
                )
            case Part.SKIN:
                topic = self._next_item(case)
            case _:
                assert_never(part)
        return None if topic is None else self._page(topic, case)

    def page(self, case: Case, page_id: str, *, on: date) -> Page:
        """The page with this id, with what was answered so far.

        Raises:
            KeyError: there is no such page for this case.
        """
        return self._page(self._topic(page_id, case, on=on), case)

    def answered_pages(self, case: Case, *, on: date) -> tuple[Page, ...]:
        """Every page with an answer, "not sure" included, for check-your-answers."""
        pages = (self._page(topic, case) for topic in self._topics(case, on=on))
        return tuple(page for page in pages if page.answered)

    def take(
        self, case: Case, page_id: str, given: Mapping[str, Sequence[str]], *, on: date
    ) -> Case:
        """The case with the page answered.

        Args:
            case: what is known so far.
            page_id: the page.
            given: ``answer`` (words ticked, or a number) and, for a span, ``unit``.
            on: the day of the interview; what could not matter on it is not on the page.

        Raises:
            AnswerRefusedError: nothing was chosen, or it can't be read.
            KeyError: there is no such page for this case.
        """
        topic = self._topic(page_id, case, on=on)
        return _with_answers(case, topic, self._read(topic, given))

    def _next_safety(self, case: Case, *, on: date) -> _Topic | None:
        ask = next_question(case, self._knowledge.triage, on=on)
        return None if ask is None else self._of_question(ask.question, ask.lesion, case, on=on)

    def _next_item(self, case: Case) -> _Topic | None:
        rules = self._knowledge.skin_types
        item = next_item(case.skin, rules, known_type=case.known_type)
        return None if item is None else self._of_item(item)

    def _of_question(
        self, question: Question, lesion: LesionId | None, case: Case, *, on: date
    ) -> _Topic:
        """A page; of a list only what could matter to this person and bump, or was answered."""
        findings = tuple(self._format.findings[finding] for finding in question.findings)
        page_id = f"{question.id}.{lesion}" if lesion else str(question.id)
        part = Part.HABITS if findings[0].section in HABITS else Part.SAFETY
        whole = _Topic(page_id, part, findings, question, lesion)
        if not whole.is_list:
            return whole
        matter = findings_that_could_matter(question, lesion, case, self._knowledge.triage, on=on)
        shown = tuple(
            finding
            for finding, answer in zip(findings, _answers(whole, case), strict=True)
            if finding.id in matter or _is_answered([answer])
        )
        return replace(whole, findings=shown or findings)

    def _of_item(self, item: ItemId) -> _Topic:
        return _Topic(f"skin.{item}", Part.SKIN, (self._format.items[item],), None, None)

    def _habits(self, case: Case, *, on: date) -> Iterator[_Topic]:
        for question in self._knowledge.triage.asking.questions:
            topic = self._of_question(question, None, case, on=on)
            if topic.part is Part.HABITS:
                yield topic

    def _topics(self, case: Case, *, on: date) -> Iterator[_Topic]:
        for question in self._knowledge.triage.asking.questions:
            for lesion in (each.id for each in _lesions(case)) if question.lesion else (None,):
                yield self._of_question(question, lesion, case, on=on)
        yield from (self._of_item(item) for item in self._format.items)

    def _topic(self, page_id: str, case: Case, *, on: date) -> _Topic:
        return {topic.id: topic for topic in self._topics(case, on=on)}[page_id]

    def _open(self, topic: _Topic, case: Case, asked: Sequence[str]) -> bool:
        return topic.id not in asked and not _is_answered(_answers(topic, case))

    def _page(self, topic: _Topic, case: Case) -> Page:
        answers = _answers(topic, case)
        first = topic.findings[0]
        several = topic.is_list or first.kind is FindingKind.WORDS
        return Page(
            id=topic.id,
            part=topic.part,
            shape=_shape(first, several=several),
            heading=self._text(topic, "question"),
            how=self._text(topic, "how"),
            why=self._text(topic, "why"),
            plain=self._text(topic, "plain"),
            short=self._short(topic),
            options=self._options(topic, answers),
            number=_number(first, answers[0]),
            lowest=_number(first, Known(first.lowest)),
            highest=_number(first, Known(first.highest)),
            answered=_is_answered(answers),
            not_sure=any(_has_not_sure(answer) for answer in answers),
            answer_text=self._answer_text(topic, answers),
        )

    def _text(self, topic: _Topic, part: str) -> str:
        if topic.question is None:
            names = [f"item.{topic.findings[0].id}.{part}"]
        elif topic.is_list:
            names = [f"question.{topic.question.id}.{part}"]
        else:
            names = [f"finding.{topic.findings[0].id}.{part}"]
        return next((self._texts.text(name) for name in names if name in self._texts), "")

    def _short(self, topic: _Topic) -> str:
        if topic.question is None:
            return self._text(topic, "question")
        return self._texts.text(f"question.{topic.question.id}.short")

    def _options(self, topic: _Topic, answers: Sequence[Answer]) -> tuple[Option, ...]:
        if topic.question is not None and topic.is_list:
            given = dict(zip(topic.findings, answers, strict=True))
            return tuple(
                Option(
                    f"{finding.id}.{word}",
                    tick_text(finding, word, self._texts),
                    _is(given[finding], word),
                    self._group(finding, topic),
                )
                for finding, word in ticks_of(topic.findings, topic.question.no_tick)
            )
        finding, answer = topic.findings[0], answers[0]
        if finding.kind is FindingKind.SPAN:
            unit = _span_unit(finding, answer)
            return tuple(
                Option(word, self._texts.text(f"unit.{word}"), word == unit) for word in UNITS
            )
        return tuple(
            Option(word, self._word(topic, word), _is(answer, word)) for word in finding.words
        )

    def _group(self, finding: Finding, topic: _Topic) -> str:
        """The heading over the ticks of a finding that is a list itself, among others."""
        alone = len(topic.findings) == 1 or finding.kind is not FindingKind.WORDS
        return "" if alone else self._texts.text(f"finding.{finding.id}.short")

    def _word(self, topic: _Topic, word: str) -> str:
        kind = "item" if topic.question is None else "word"
        return self._texts.text(f"{kind}.{topic.findings[0].id}.{word}")

    def _answer_text(self, topic: _Topic, answers: Sequence[Answer]) -> str:
        chosen = [option.text for option in self._options(topic, answers) if option.chosen]
        if topic.findings[0].kind in {FindingKind.NUMBER, FindingKind.SPAN}:
            number = _number(topic.findings[0], answers[0])
            chosen = [" ".join([number, *chosen])] if number else []
        if any(_has_not_sure(answer) for answer in answers):
            chosen.append(self._texts.text("word.not_sure"))
        return ", ".join(chosen) or self._texts.text("word.none_of_these")

    def _read(self, topic: _Topic, given: Mapping[str, Sequence[str]]) -> tuple[Answer, ...]:
        words = [word.strip() for word in given.get("answer", ()) if word.strip()]
        if not words:
            raise AnswerRefusedError(self._texts.text("interview.nothing_chosen"))
        finding = topic.findings[0]
        try:
            if topic.question is not None and topic.is_list:
                return read_ticks(topic.findings, words, topic.question.no_tick)
            return (read_answer(finding)(_tree(finding, words, given)),)
        except ValueError as error:
            raise AnswerRefusedError(str(error)) from error


def _tree(finding: Finding, words: list[str], given: Mapping[str, Sequence[str]]) -> object:
    """What the case file would hold for what was given."""
    if finding.kind is FindingKind.WORDS:
        members = [word for word in words if word not in {NONE_WORD, NOT_SURE_WORD}]
        return members if NONE_WORD in words else [*members, NOT_SURE_WORD]
    if finding.kind is FindingKind.SPAN and words[0] != NOT_SURE_WORD:
        unit = next(iter(given.get("unit", ())), "")
        return {"value": words[0], "unit": unit}
    return words[0]


def _with_answers(case: Case, topic: _Topic, answers: tuple[Answer, ...]) -> Case:
    given = {f.id: answer for f, answer in zip(topic.findings, answers, strict=True)}
    if topic.question is None:
        return replace(case, skin={**case.skin, ItemId(topic.findings[0].id): answers[0]})
    if topic.lesion is None:
        return replace(case, answers={**case.answers, **given})
    return replace(
        case,
        lesions=tuple(
            replace(lesion, answers={**lesion.answers, **given})
            if lesion.id == topic.lesion
            else lesion
            for lesion in _lesions(case)
        ),
    )


def _lesions(case: Case) -> tuple[Lesion, ...]:
    return case.lesions or (Lesion(LesionId("1"), {}),)


def _answers(topic: _Topic, case: Case) -> tuple[Answer, ...]:
    if topic.question is None:
        return (case.skin.get(ItemId(topic.findings[0].id), UNKNOWN),)
    here: Mapping[FindingId, Answer] = case.answers
    if topic.lesion is not None:
        here = next(each.answers for each in _lesions(case) if each.id == topic.lesion)
    return tuple(here.get(finding.id, UNKNOWN) for finding in topic.findings)


def _is_answered(answers: Sequence[Answer]) -> bool:
    return any(not isinstance(answer, Unknown) or answer.asked for answer in answers)


def _has_not_sure(answer: Answer) -> bool:
    match answer:
        case Unknown(asked):
            return asked
        case Chosen(complete=complete):
            return not complete
        case _:
            return False


def _is(answer: Answer, word: str) -> bool:
    match answer:
        case Known(value):
            return value == word
        case Chosen(members):
            return word in members
        case Contradictory(values):
            return word in values
        case Unknown():
            return False


def _shape(finding: Finding, *, several: bool) -> Shape:
    match finding.kind:
        case FindingKind.WORD | FindingKind.WORDS:
            return Shape.SEVERAL if several else Shape.ONE
        case FindingKind.NUMBER:
            return Shape.NUMBER
        case FindingKind.SPAN:
            return Shape.SPAN
        case _:
            assert_never(finding.kind)


def _number(finding: Finding, answer: Answer) -> str:
    if not isinstance(answer, Known) or not isinstance(answer.value, int):
        return ""
    printed = print_answer(finding, answer)
    number = printed["value"] if isinstance(printed, dict) else printed
    return f"{number:g}" if isinstance(number, float) else str(number)


def _span_unit(finding: Finding, answer: Answer) -> str:
    printed = print_answer(finding, answer)
    return str(printed["unit"]) if isinstance(printed, dict) else ""
