"""A label as read, and how it was read, as published JSON."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from pydantic import BaseModel, ConfigDict

from milium.app.formats.guide import VersionsJson
from milium.app.formats.print_evidence import print_versions
from milium.app.texts import Texts
from milium.app.versions import make_versions
from milium.domain.ids import IngredientId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Explanation, LabelEntry, LabelReading, ReadPart, Vocabulary

_PERCENT = 100  # percents are kept in hundredths


class _Published(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class LabelEntryJson(_Published):
    """One entry; ``start`` and ``end`` count characters of the label as given.

    ``method``: exact, alias, structural, segmented, family, fuzzy or unknown. ``confidence`` runs
    from 0 to 100. ``percent`` is as printed. ``family`` is what an unlisted name looks like.
    """

    text: str
    start: int
    end: int
    ingredient: str | None
    inci: str | None
    family: str | None
    method: str
    confidence: int
    section: str
    position: int
    percent: float | None


class SectionJson(_Published):
    """A part of the list: ``active``, ``base`` or ``may_contain``, from where to where."""

    section: str
    start: int
    end: int
    entries: int


class LabelJson(_Published):
    """What ``milium label --json`` prints; its keys only ever grow.

    ``quality``: good, partial, not_a_list or empty; ``problem`` says why it is not good.
    """

    entries: list[LabelEntryJson]
    sections: list[SectionJson]
    quality: str
    problem: str | None
    versions: VersionsJson


class StagePieceJson(_Published):
    """One stretch between two separators; ``kept``: it is an entry."""

    text: str
    start: int
    end: int
    ingredient: str | None
    inci: str | None
    family: str | None
    method: str
    confidence: int
    prose: bool
    kept: bool


class StagePartJson(_Published):
    """From one heading to the next; ``section`` null: the heading opens no list."""

    section: str | None
    headed: bool
    start: int
    end: int
    pieces: list[StagePieceJson]


class LabelExplainedJson(_Published):
    """What ``milium label --explain --json`` prints; ``seen`` is the text without markup."""

    seen: str
    parts: list[StagePartJson]
    label: LabelJson


class LabelPrinter:
    """Prints readings in one language, with the versions of one day."""

    def __init__(self, knowledge: Knowledge, language: str, *, on: date) -> None:
        """What stays the same from label to label."""
        self._vocabulary = knowledge.vocabulary
        self.texts = Texts(knowledge.texts, language)
        self._versions = print_versions(make_versions(knowledge.edition, on=on))

    def reading(self, reading: LabelReading) -> LabelJson:
        """The reading of one label."""
        return LabelJson(
            entries=[_entry(entry, self._vocabulary) for entry in reading.entries],
            sections=list(_sections(reading)),
            quality=reading.quality.value,
            problem=None if reading.problem is None else self.texts.text(reading.problem),
            versions=self._versions,
        )

    def explanation(self, explanation: Explanation) -> LabelExplainedJson:
        """The reading of one label with every stage."""
        return LabelExplainedJson(
            seen=explanation.seen,
            parts=[_part(part, self._vocabulary) for part in explanation.parts],
            label=self.reading(explanation.reading),
        )


def _entry(entry: LabelEntry, vocabulary: Vocabulary) -> LabelEntryJson:
    return LabelEntryJson(
        text=entry.text,
        start=entry.start,
        end=entry.end,
        ingredient=entry.ingredient,
        inci=_inci(entry.ingredient, vocabulary),
        family=entry.family,
        method=entry.method.value,
        confidence=entry.confidence,
        section=entry.section.value,
        position=entry.position,
        percent=None if entry.percent is None else entry.percent / _PERCENT,
    )


def _inci(ingredient: IngredientId | None, vocabulary: Vocabulary) -> str | None:
    return None if ingredient is None else vocabulary.ingredients[ingredient].inci


def _sections(reading: LabelReading) -> Iterator[SectionJson]:
    for section, run in groupby(reading.entries, key=lambda entry: entry.section):
        entries = list(run)
        yield SectionJson(
            section=section.value,
            start=entries[0].start,
            end=entries[-1].end,
            entries=len(entries),
        )


def _part(part: ReadPart, vocabulary: Vocabulary) -> StagePartJson:
    return StagePartJson(
        section=None if part.section is None else part.section.value,
        headed=part.headed,
        start=part.start,
        end=part.end,
        pieces=[
            StagePieceJson(
                text=piece.text,
                start=piece.start,
                end=piece.end,
                ingredient=piece.ingredient,
                inci=_inci(piece.ingredient, vocabulary),
                family=piece.family,
                method=piece.method.value,
                confidence=piece.confidence,
                prose=piece.prose,
                kept=piece.kept,
            )
            for piece in part.pieces
        ],
    )
