"""The composition root: the one place that wires ports to adapters and builds ``Settings``."""

import asyncio
import io
import os
import secrets
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import platformdirs

from milium.adapters.cli import MissingPartError, Wiring, cli
from milium.app.formats.case import CaseFormat
from milium.app.ports import CaseStore
from milium.app.settings import Settings, SettingsRefusedError
from milium.domain.answers import Answer, Chosen, Known
from milium.domain.cases import Case
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Invariant, Proof
from milium.kb import (
    KnowledgeError,
    Tree,
    checkout_reviews,
    compile_knowledge,
    load_invariants,
    load_knowledge,
    with_home_reviews,
    with_overlay,
)

P = ParamSpec("P")
T = TypeVar("T")
PREFIX = "MILIUM_"
OUR_FAULT = 1


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; the exit code says who has to act (see DESIGN 6)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that can't show a sign shows "?"
            stream.reconfigure(errors="replace")
    try:
        cli.main(args=arguments, obj=WIRING, prog_name="milium")
    except (KnowledgeError, RuntimeError) as error:  # RuntimeError: a port in use, a locked store
        _warn(str(error))
        sys.exit(OUR_FAULT)


def read_settings(flags: Mapping[str, object]) -> Settings:
    """Defaults < HOME/settings.toml < MILIUM_* < flags.

    Raises:
        SettingsRefusedError: a setting is unknown or can't be what it says.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    environment = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX)
    }
    default = Path(platformdirs.user_data_dir("milium", appauthor=False))
    home = Path(str(given.get("home") or environment.get("home") or default)).expanduser()
    file = home / "settings.toml"
    settings = Settings(home=home).changed(_toml(file), str(file))
    return settings.changed(environment, "the environment").changed(given, "the command line")


def _toml(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        message = f"{path}: can't be read ({error}); mend it or move it away"
        raise SettingsRefusedError(message) from error


def _knowledge(settings: Settings) -> Knowledge:
    """The knowledge with the person's own names and the review forms that stand at home."""
    knowledge = load_knowledge(settings.home / "cache")
    imported = sorted((settings.home / "vocabulary").glob("*.csv"))
    for overlay in (*map(Path, settings.overlays), *imported):
        knowledge = with_overlay(knowledge, overlay)
    return with_home_reviews(knowledge, settings.home)


async def _offload(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """A blocking call in a thread; the browser host runs it in place."""
    return await asyncio.to_thread(call, *args, **kwargs)


def _store(settings: Settings) -> CaseStore:
    from milium.adapters.store import SqlCaseStore  # noqa: PLC0415 - only where a store is needed

    return SqlCaseStore(settings.home / "cases.sqlite", _offload)


def _serve(settings: Settings, knowledge: Knowledge) -> None:
    from milium.adapters.web import create_app, serve  # noqa: PLC0415 - the web only for serve
    from milium.adapters.web.audit import forbid_outbound  # noqa: PLC0415

    connections = forbid_outbound(lambda address: _warn(f"refused a connection to {address}"))
    app = create_app(
        knowledge=knowledge,
        settings=settings,
        store=_store(settings),
        offload=_offload,
        today=date.today,
        key=secrets.token_urlsafe(32),
        connections=lambda: connections.opened,
    )
    serve(app, settings, lambda line: print(line, flush=True))  # noqa: T201 - its one output


def _prove(knowledge: Knowledge, case_format: CaseFormat, progress: Callable[[str], None]) -> Proof:
    """The proof, which needs z3.

    Raises:
        MissingPartError: z3 is not installed.
    """
    try:
        from milium.adapters.proving.prove import Prover  # noqa: PLC0415 - z3 only for this
    except ModuleNotFoundError as error:
        message = "knowledge prove needs z3; install it with: pip install milium[proof]"
        raise MissingPartError(message) from error

    def read_case(invariant: Invariant) -> Case:
        body = {"milium": "1", "as_of": "2026-11-23", **invariant.case}
        case = case_format.read(cast("Tree", body))
        told: dict[FindingId, Answer] = {
            FindingId("knowledge_expired"): Known("no"),
            FindingId("words_mention"): Chosen(frozenset(), complete=True),
        }
        return replace(case, answers={**told, **case.answers})

    invariants = load_invariants(knowledge)
    return Prover(knowledge.triage, invariants, read_case).prove(progress=progress)


def _warn(line: str) -> None:
    sys.stderr.write(f"{line}\n")


WIRING = Wiring(
    settings=read_settings,
    knowledge=_knowledge,
    compile_knowledge=compile_knowledge,
    prove=_prove,
    store=_store,
    serve=_serve,
    today=date.today,
    review_folder=checkout_reviews,
)
"""What the commands stand on when a person runs them."""
