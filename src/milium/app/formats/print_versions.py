"""What an answer was made with, as published JSON."""

from milium.app.formats.guide import VersionsJson
from milium.domain.guide import Versions


def print_versions(versions: Versions) -> VersionsJson:
    """The versions of an answer."""
    return VersionsJson(
        engine=versions.engine,
        knowledge=versions.knowledge,
        overlays=list(versions.overlays),
        checked_on=versions.checked_on,
        valid_until=versions.valid_until,
        expired=versions.expired,
    )
