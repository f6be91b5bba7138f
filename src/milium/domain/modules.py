"""The parts of an answer that can be switched off, here or at a place."""

from enum import Enum


class Module(Enum):
    """A part of the guide; triage is none, because everything else rests on it.

    What a part leaves out never includes how soon, who, which door, the ladder, or a look that
    somebody trained should take.
    """

    SOUNDS_LIKE = "sounds_like"
    CHOICES = "choices"
    PRODUCTS = "products"
    SKIN_TYPE = "skin_type"
    PLAN = "plan"
    COURSE = "course"
