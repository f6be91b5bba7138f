"""Skin type on four axes from answers to our own items, each axis with its own uncertainty."""

from milium.engine.skin_types.typing import type_skin

__all__ = ["type_skin"]
