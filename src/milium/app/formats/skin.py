"""The published JSON of a skin type by itself, and of one of the composed pages."""

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from milium.app.formats.guide import (
    SkinTypeJson,
    SourceJson,
    TypeLineJson,
    VersionsJson,
)
from milium.app.formats.print_evidence import print_source, print_versions
from milium.app.formats.print_guide import GuidePrinter, asker_of
from milium.app.formats.problems import CaseRefusedError, shown
from milium.domain.evidence import Evidence
from milium.domain.guide import Guide
from milium.domain.knowledge import Knowledge
from milium.domain.messages import say
from milium.domain.modules import Module
from milium.domain.triage import Rung, When
from milium.engine.skin_types import compose_page, letters_of, sides_of


class TypeJson(BaseModel):
    """The skin type of a case.

    Attributes:
        action: what has to happen first, while something has to happen now; else ``null``.
        again_on: from when the answers are to be asked again.
        about: what to know before reading on; first of all that knowledge is out of date, if so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: date
    action: str | None
    skin_type: SkinTypeJson
    again_on: date
    again: str
    about: list[str]
    sources: list[SourceJson]
    versions: VersionsJson
    notice: str


class PageAxisJson(BaseModel):
    """One axis of a page: its name and what the side says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    axis: str
    name: str
    text: str


class TypePageJson(BaseModel):
    """The page of one of the sixteen types, for nobody in particular."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    letters: str
    axes: list[PageAxisJson]
    page: list[TypeLineJson]
    about: list[str]
    sources: list[SourceJson]
    notice: str


def print_type(guide: Guide, knowledge: Knowledge, printer: GuidePrinter) -> TypeJson:
    """The skin type of a guide's case, when to ask again, and what it rests on."""
    printer = printer.speaking_to(asker_of(guide))
    rules, texts = knowledge.skin_types, printer.texts
    again_on = guide.case.as_of + timedelta(days=rules.again.after_days)
    again = (
        texts.text("skin-type.due")
        if guide.as_of > again_on
        else texts.say(say("skin-type.again", on=again_on))
    )
    evidence = (rules.again.evidence, *(line.reason.evidence for line in guide.skin_page))
    urgent = guide.triage.when is When.NOW
    expired = ["expired"] if guide.versions.expired else []
    about = [*expired, "skin-type.uncalibrated", "skin-type.page_notice"]
    if Module.SKIN_TYPE in guide.modules_off:
        about = ["module.skin_type.off"]
    return TypeJson(
        as_of=guide.as_of,
        action=texts.say(guide.triage.action) if urgent else None,
        skin_type=printer.skin.skin_type(guide.skin_type, guide.skin_page),
        again_on=again_on,
        again=again,
        about=[texts.text(each) for each in about],
        sources=_sources(evidence, knowledge),
        versions=print_versions(guide.versions),
        notice=texts.say(guide.notice),
    )


def print_page(
    letters: str, knowledge: Knowledge, printer: GuidePrinter, *, on: date
) -> TypePageJson:
    """The page of a type in letters, ours or from elsewhere, as far as home care ever goes.

    Raises:
        CaseRefusedError: the letters are no type.
    """
    rules, texts = knowledge.skin_types, printer.texts
    sides = sides_of(letters, rules.axes)
    if not sides:
        pairs = ", ".join(f"{axis.high}/{axis.low}" for axis in rules.axes)
        problem = f"{shown(letters)} is no type; four letters, one of each: {pairs}"
        raise CaseRefusedError.one("page", problem)
    expired = on > knowledge.edition.valid_until
    lines = compose_page(sides, Rung.GENTLE if expired else Rung.LOW_RETINOID, rules)
    about = [*(["expired"] if expired else []), "skin-type.page_notice", "skin-type.page_limits"]
    return TypePageJson(
        letters=letters_of(sides, rules.axes),
        axes=[
            PageAxisJson(
                axis=axis.value, name=printer.skin.name(axis), text=printer.skin.side(axis, side)
            )
            for axis, side in sides.items()
        ],
        page=printer.skin.page(lines),
        about=[texts.text(each) for each in about],
        sources=_sources((line.reason.evidence for line in lines), knowledge),
        notice=texts.text("notice"),
    )


def _sources(evidence: Iterable[Evidence], knowledge: Knowledge) -> list[SourceJson]:
    cited = {citation.source for each in evidence for citation in each.citations}
    return [print_source(knowledge.sources[source]) for source in sorted(cited)]
