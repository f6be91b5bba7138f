"""Skin type on four axes from answers to our own items, each axis with its own uncertainty."""

from milium.engine.skin_types.letters import letters_of, sides_of
from milium.engine.skin_types.pages import compose_page
from milium.engine.skin_types.typing import next_item, type_skin

__all__ = ["compose_page", "letters_of", "next_item", "sides_of", "type_skin"]
