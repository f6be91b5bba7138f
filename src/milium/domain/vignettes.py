"""MiliaBench: described people with the truth about them, and how a tool's answers compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from milium.domain.ids import ConditionId, ProfessionId, SourceId
from milium.domain.triage import Rung, When, Zone


class Difficulty(Enum):
    """How hard a vignette is meant to be."""

    PLAIN = "plain"
    HARD = "hard"
    ADVERSARIAL = "adversarial"


@dataclass(frozen=True, slots=True)
class CareRange:
    """The lowest rung that is no needless refusal, and the highest that is allowed."""

    at_least: Rung
    at_most: Rung


@dataclass(frozen=True, slots=True)
class VignetteTruth:
    """What a careful clinician would accept.

    Attributes:
        when: the right urgency, then the others that are accepted.
        sounds_like: conditions any of which is right; none where naming is not the point.
        care: home care in each zone in which there is a bump.
        who: professions any of which would be right; none where nobody is needed.
    """

    when: tuple[When, ...]
    sounds_like: tuple[ConditionId, ...]
    care: Mapping[Zone, CareRange]
    who: tuple[ProfessionId, ...]


@dataclass(frozen=True, slots=True)
class Vignette:
    """One described person.

    Attributes:
        told: in the person's own words.
        case: the body of the case file.
        ordinary: an everyday case in which more urgency would be needless fear.
        held_out: in the fifth, chosen by hash of the id, nobody looks at while tuning.
    """

    id: str
    told: str
    case: Mapping[str, object]
    truth: VignetteTruth
    ordinary: bool
    difficulty: Difficulty
    tags: tuple[str, ...]
    sources: tuple[SourceId, ...]
    held_out: bool


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What some tool answered to one vignette; ``when`` is ``None`` where it gave no answer."""

    when: When | None
    conditions: tuple[ConditionId, ...]
    zones: Mapping[Zone, Rung]
    who: tuple[ProfessionId, ...]


@dataclass(frozen=True, slots=True)
class PeerFigure:
    """A figure another tool published, on cases of its own."""

    tool: str
    measure: str
    percent: str
    note: str
    source: str
