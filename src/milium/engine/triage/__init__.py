"""From what a person can report to when, who, which door, and what may be done at home."""

from milium.engine.triage.decision import triage
from milium.engine.triage.interview import findings_that_could_matter, next_question

__all__ = ["findings_that_could_matter", "next_question", "triage"]
