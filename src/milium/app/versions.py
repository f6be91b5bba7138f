"""What an answer was made with."""

from datetime import date

from milium import __version__
from milium.domain.guide import Versions
from milium.domain.knowledge import Edition


def make_versions(edition: Edition, *, on: date) -> Versions:
    """Engine, knowledge and overlays, and whether the knowledge still holds on a day."""
    return Versions(
        engine=__version__,
        knowledge=edition.version,
        overlays=edition.overlays,
        checked_on=edition.checked_on,
        valid_until=edition.valid_until,
        expired=on > edition.valid_until,
    )
