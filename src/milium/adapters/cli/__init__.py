"""The command line."""

from milium.adapters.cli import case_commands
from milium.adapters.cli.commands import cli
from milium.adapters.cli.wiring import Wiring

__all__ = ["Wiring", "case_commands", "cli"]
