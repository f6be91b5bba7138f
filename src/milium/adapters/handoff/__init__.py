"""What is handed on to other programs: files for a calendar."""

from milium.adapters.handoff.calendar import calendar_file

__all__ = ["calendar_file"]
