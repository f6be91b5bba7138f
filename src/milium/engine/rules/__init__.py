"""The one rule language: evaluate it, see what it mentions. Nobody else evaluates a ``when``."""

from milium.engine.rules.aging import case_on
from milium.engine.rules.evaluate import evaluate, evaluate_answer, evaluate_clearing
from milium.engine.rules.mentions import mentions
from milium.engine.rules.thresholds import other_answers
from milium.engine.rules.worlds import worlds

__all__ = [
    "case_on",
    "evaluate",
    "evaluate_answer",
    "evaluate_clearing",
    "mentions",
    "other_answers",
    "worlds",
]
