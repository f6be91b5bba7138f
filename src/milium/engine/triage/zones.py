"""Where a bump is, by the one drawing of the zones at the eye."""

from typing import assert_never

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known, Unknown
from milium.domain.ids import FindingId
from milium.domain.triage import TriageRules, Zone

LIDS = frozenset({Zone.LASH_LINE, Zone.LID_SKIN})


def possible_zones(answers: Answers, rules: TriageRules) -> tuple[Zone, ...]:
    """Every zone the bump may be in, in the order of the drawing; all of them when unknown.

    The zone a person names narrows what the site allows; where the two contradict each other, all
    zones either of them allows remain.
    """
    named = {Zone(word) for word in _words(answers.get(FindingId("eye_zone"), UNKNOWN))}
    sited = {
        zone
        for site in _words(answers.get(FindingId("site"), UNKNOWN))
        for zone in rules.site_zones[site]
    }
    both = named & sited if named and sited else set()
    zones = both or named | sited or set(Zone)
    return tuple(zone for zone in Zone if zone in zones)


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
