"""The command line."""

from milium.adapters.cli import (
    bench_commands,
    case_commands,
    claims_commands,
    label_commands,
    proof_commands,
    review_commands,
    type_commands,
)
from milium.adapters.cli.commands import cli
from milium.adapters.cli.wiring import MissingPartError, Wiring

__all__ = [
    "MissingPartError",
    "Wiring",
    "bench_commands",
    "case_commands",
    "claims_commands",
    "cli",
    "label_commands",
    "proof_commands",
    "review_commands",
    "type_commands",
]
