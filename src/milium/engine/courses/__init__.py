"""How long it may take: bands, dated looks, and when to book."""

from milium.engine.courses.projection import project_course

__all__ = ["project_course"]
