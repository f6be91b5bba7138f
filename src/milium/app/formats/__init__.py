"""Strict reading and printing of the case file and of every published JSON."""

from milium.app.formats.case import MAX_BYTES, CaseFormat
from milium.app.formats.guide import GuideJson, TriageAnswerJson
from milium.app.formats.print_guide import GuidePrinter
from milium.app.formats.problems import CaseRefusedError, Problem, ProblemJson, problem_json

__all__ = [
    "MAX_BYTES",
    "CaseFormat",
    "CaseRefusedError",
    "GuideJson",
    "GuidePrinter",
    "Problem",
    "ProblemJson",
    "TriageAnswerJson",
    "problem_json",
]
