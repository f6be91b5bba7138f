"""Sources, and what an answer was made with, as published JSON."""

from milium.app.formats.guide import SourceJson, VersionsJson
from milium.domain.evidence import Source
from milium.domain.guide import Versions


def print_source(source: Source) -> SourceJson:
    """A source with how it was read."""
    return SourceJson(
        id=source.id,
        kind=source.kind,
        title=source.title,
        authors=source.authors,
        year=source.year,
        identifier=source.identifier,
        url=source.url,
        read=source.read,
        note=source.note,
    )


def print_versions(versions: Versions) -> VersionsJson:
    """What an answer was made with."""
    return VersionsJson(
        engine=versions.engine,
        knowledge=versions.knowledge,
        overlays=list(versions.overlays),
        checked_on=versions.checked_on,
        valid_until=versions.valid_until,
        expired=versions.expired,
    )
