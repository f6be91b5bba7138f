"""Reasons and sources as published JSON."""

from collections.abc import Iterable

from milium.app.formats.guide import CitationJson, ReasonJson, SourceJson
from milium.app.texts import Texts
from milium.domain.evidence import Reason, Source


def print_reason(reason: Reason, texts: Texts) -> ReasonJson:
    """One reason in words."""
    return ReasonJson(
        entry=reason.entry,
        text=texts.say(reason.message),
        grade=reason.evidence.grade.value,
        citations=[
            CitationJson(source=c.source, locator=c.locator) for c in reason.evidence.citations
        ],
        reviewed=reason.evidence.reviewed.by if reason.evidence.reviewed else None,
    )


def print_sources(sources: Iterable[Source]) -> list[SourceJson]:
    """Sources as they are listed under an answer."""
    return [
        SourceJson(
            id=s.id, kind=s.kind, title=s.title, authors=s.authors, year=s.year,
            identifier=s.identifier, url=s.url, read=s.read, note=s.note,
        )
        for s in sources
    ]  # fmt: skip
