"""A second look at a finished plan, which knows nothing of how plans are made."""

from milium.engine.auditing.audit import audit

__all__ = ["audit"]
