"""The ladder of home care as its published JSON."""

from milium.app.formats.guide import HomeCareJson, HomeRetinoidJson, LesionCareJson
from milium.domain.triage import HomeCare, Rung


def print_home_care(care: HomeCare) -> HomeCareJson:
    """The ladder for the person, per zone and per bump."""
    return HomeCareJson(
        person=care.person.name.lower(),
        zones={zone.value: rung.name.lower() for zone, rung in care.zones.items()},
        lesions=[
            LesionCareJson(
                id=each.lesion,
                zones=[zone.value for zone in each.zones],
                rung=each.rung.name.lower(),
                because=list(each.because),
                lifted_by=None if each.lifted_by is None else each.lifted_by.name.lower(),
            )
            for each in care.lesions
        ],
        because=list(care.because),
        lifted_by=None if care.lifted_by is None else care.lifted_by.name.lower(),
    )


def print_home_retinoid(care: HomeCare) -> HomeRetinoidJson:
    """Whether any zone allows a cosmetic retinoid, and the rules that say no."""
    allowed = any(rung is Rung.LOW_RETINOID for rung in care.zones.values())
    lowered = (*care.because, *(rule for lesion in care.lesions for rule in lesion.because))
    return HomeRetinoidJson(
        allowed=allowed, because=[] if allowed else [str(r) for r in dict.fromkeys(lowered)]
    )
