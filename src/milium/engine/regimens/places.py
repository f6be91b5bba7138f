"""Where each sort of step may go on this person, by the ladder of each zone."""

from dataclasses import dataclass

from milium.domain.triage import HomeCare, Rung, Zone

FACE_AREAS = frozenset({"face", "forehead", "cheek", "nose", "chin"})
"""Words of the finding ``area`` that are on the face; the zones at the eye are not among them."""

BONE_OR_FACE = frozenset({Zone.FACE, Zone.EYE_BONE})


@dataclass(frozen=True, slots=True)
class Places:
    """Zones in the order of the drawing; empty where the ladder does not go that far.

    Attributes:
        gentle: where washing, moisturiser and sunscreen may go, the eye bone among them.
        off_the_eyes: the same without the zones at the eye.
        acid: where an acid that is washed off may go; never a zone at the eye.
        retinoid: where a retinoid may go; only ever the face (the cosmetic kinds are for the face,
            and body lotions have a lower limit, Regulation (EU) 2024/996).
        bump_for_retinoid: there is a bump on the face; over the eye bone no retinoid may go.
        bump: there is a bump outside the lids.
    """

    gentle: tuple[Zone, ...]
    off_the_eyes: tuple[Zone, ...]
    acid: tuple[Zone, ...]
    retinoid: tuple[Zone, ...]
    bump_for_retinoid: bool
    bump: bool

    def where_used(self, areas: tuple[str, ...]) -> tuple[Zone, ...]:
        """The main zones of the plan a product is used on today; all of them while not known."""
        if not areas:
            return self.off_the_eyes
        on = {Zone.FACE: bool(FACE_AREAS & set(areas)), Zone.BODY: Zone.BODY.value in areas}
        return tuple(zone for zone in self.off_the_eyes if on[zone])


def find_places(home_care: HomeCare) -> Places:
    """Where things may go; a zone the ladder says nothing of is a zone where nothing may go.

    The body is part of a plan only when a bump is surely there; the face is, unless every bump is
    surely on the body.
    """
    bumps = [frozenset(care.zones) for care in home_care.lesions]
    on_body = [zones == {Zone.BODY} for zones in bumps]
    mains = tuple(
        zone
        for zone, wanted in (
            (Zone.FACE, not on_body or not all(on_body)),
            (Zone.BODY, any(on_body)),
        )
        if wanted
    )
    gentle = _allowed(home_care, mains, Rung.GENTLE)
    eyes = (Zone.EYE_BONE,) if Zone.FACE in gentle else ()
    return Places(
        gentle=_allowed(home_care, eyes, Rung.GENTLE) + gentle,
        off_the_eyes=gentle,
        acid=_allowed(home_care, mains, Rung.WASH_OFF_ACID),
        retinoid=_allowed(home_care, mains[:1] if Zone.FACE in mains else (), Rung.LOW_RETINOID),
        bump_for_retinoid=any(Zone.FACE in zones for zones in bumps),
        bump=any(zones & (BONE_OR_FACE | {Zone.BODY}) for zones in bumps),
    )


def may_be_spotted(home_care: HomeCare) -> bool:
    """Whether some bump surely lies on the face, off the zones at the eye, with every rung open."""
    return any(
        set(care.zones) == {Zone.FACE} and care.rung is Rung.LOW_RETINOID
        for care in home_care.lesions
    )


def _allowed(home_care: HomeCare, zones: tuple[Zone, ...], rung: Rung) -> tuple[Zone, ...]:
    if home_care.person < rung:
        return ()
    return tuple(zone for zone in zones if home_care.zones.get(zone, Rung.NOTHING) >= rung)
