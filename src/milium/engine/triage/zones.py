"""Where a bump is, by the one drawing of the zones at the eye."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known, Unknown
from milium.domain.ids import FindingId
from milium.domain.triage import TriageRules, Zone

LIDS = frozenset({Zone.LASH_LINE, Zone.LID_SKIN})
ALL_ZONES = frozenset(Zone)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a bump may lie.

    Attributes:
        may: every zone some reading of the answers leaves, in the order of the drawing.
        surely: the zones some reading of the answers leaves alone.
    """

    may: tuple[Zone, ...]
    surely: frozenset[Zone]


def whereabouts(answers: Answers, rules: TriageRules) -> Whereabouts:
    """Every zone the bump may be in; all of them when nothing is known.

    The zone a person names narrows what the site allows; where the two contradict each other, all
    zones either of them allows remain. Contradicting sites or zones are read one by one, so that
    one more answer never takes a zone away.
    """
    readings = list(_readings(answers, rules))
    may = frozenset[Zone]().union(*readings)
    surely = frozenset(zone for each in readings if len(each) == 1 for zone in each)
    return Whereabouts(tuple(zone for zone in Zone if zone in may), surely)


def _readings(answers: Answers, rules: TriageRules) -> Iterator[frozenset[Zone]]:
    sites = _words(answers.get(FindingId("site"), UNKNOWN)) or (None,)
    zones = _words(answers.get(FindingId("eye_zone"), UNKNOWN)) or (None,)
    for site in sites:
        sited = ALL_ZONES if site is None else frozenset(rules.site_zones[site])
        for word in zones:
            named = ALL_ZONES if word is None else frozenset({Zone(word)})
            yield sited & named or sited | named


def _words(answer: Answer) -> tuple[str, ...]:
    match answer:
        case Known(value):
            return (str(value),)
        case Contradictory(values):
            return tuple(str(value) for value in values)
        case Unknown() | Chosen():
            return ()
        case _:
            assert_never(answer)
