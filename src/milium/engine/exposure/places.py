"""How far home care may go where a product is used."""

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.triage import HomeCare, Rung, Zone

# Somewhere on the face, nobody said where: the skin over the bone round the eye may be meant, the
# lids are asked about by name.
_ANYWHERE = (Zone.FACE, Zone.EYE_BONE)
_ZONES: dict[str, Zone] = {
    **dict.fromkeys(("face", "forehead", "cheek", "nose", "chin", "lips"), Zone.FACE),
    **{zone.value: zone for zone in (Zone.EYE_BONE, Zone.LID_SKIN, Zone.LASH_LINE)},
    **dict.fromkeys(("body", "hair"), Zone.BODY),
}
_CAPPED = {"lips": Rung.GENTLE}  # the thin skin of the lips takes nothing strong


def rung_here(area: Answer, home_care: HomeCare) -> Rung:
    """The lowest rung of all places the product may be used in.

    Of several places the lowest decides. A place nobody named may be anywhere on the face but the
    lids. A zone that triage gave no rung allows nothing.
    """
    words, complete = _named(area)
    zones = {_ZONES[word] for word in words if word in _ZONES}
    if not complete or not zones:
        zones.update(_ANYWHERE)
    rungs = [home_care.zones.get(zone, Rung.NOTHING) for zone in zones]
    return min(rungs + [_CAPPED[word] for word in words if word in _CAPPED])


def zones_touched(area: Answer) -> frozenset[Zone]:
    """The zones a product is said to touch; empty while nobody said."""
    words, _ = _named(area)
    return frozenset(_ZONES[word] for word in words if word in _ZONES)


def _named(area: Answer) -> tuple[frozenset[str], bool]:
    """The places named, and whether those are all."""
    match area:
        case Known(value):
            return frozenset({str(value)}), True
        case Contradictory(values):
            return frozenset(map(str, values)), True
        case Chosen(members, complete):
            return members, complete
        case _:
            return frozenset(), False


def is_open(answer: Answer) -> bool:
    """Whether the answer leaves something to ask."""
    if isinstance(answer, Chosen):
        return not answer.complete
    return answer == UNKNOWN or isinstance(answer, Contradictory)
