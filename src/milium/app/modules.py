"""Leaving out the parts of a guide that are switched off, here or at its place."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from milium.domain.courses import Course, MilestoneKind
from milium.domain.guide import Guide
from milium.domain.modules import Module
from milium.domain.skin_types import SkinType
from milium.domain.triage import Impression, Likeness, Place

ABOUT_A_PLAN = frozenset({MilestoneKind.CHECK_IN, MilestoneKind.FORK})
"""The only dates a switch takes away; on all others somebody trained should look."""


def modules_off(place: Place, here: Collection[str]) -> tuple[Module, ...]:
    """What is off: at the place or here; neither switches on what the other switched off."""
    return tuple(each for each in Module if each in place.modules_off or each.value in here)


def leave_out(guide: Guide, off: Collection[Module]) -> Guide:
    """The guide without these parts; the safety answer of triage stays as it is.

    The plan is not made in the first place, because the course hangs on it.
    """
    for module in off:
        guide = _without(guide, module)
    return replace(guide, modules_off=tuple(off))


def _without(guide: Guide, module: Module) -> Guide:
    match module:
        case Module.SOUNDS_LIKE:
            nothing = Impression(Likeness.CANNOT_TELL, (), (), ())
            return replace(guide, triage=replace(guide.triage, impression=nothing))
        case Module.CHOICES:
            return replace(guide, choices=())
        case Module.PRODUCTS:
            return replace(guide, products=())
        case Module.SKIN_TYPE:
            return replace(guide, skin_type=SkinType({}, ""), skin_page=())
        case Module.PLAN:
            return replace(guide, regimen=None)
        case Module.COURSE:
            dates = tuple(each for each in guide.course.milestones if each.kind not in ABOUT_A_PLAN)
            return replace(guide, course=Course((), dates, guide.course.book_now))
        case _:
            assert_never(module)
