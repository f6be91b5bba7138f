"""``milium case``: begin, check, describe and export case files."""

import asyncio
import json
import sys
from pathlib import Path

import click
from rich.console import Console

from milium.adapters.cli.ask import Conversation
from milium.adapters.cli.commands import cli, common, console
from milium.adapters.cli.files import case_from
from milium.adapters.cli.wiring import Session
from milium.app.documents import case_json, case_yaml, read_case
from milium.app.formats import CaseRefusedError
from milium.app.interview import Interview
from milium.app.ports import CaseNotFoundError, StoredCase
from milium.domain.cases import Case
from milium.domain.ids import PlaceId


@cli.group()
def case() -> None:
    """Case files: everything one person told Milium, in one document."""


@case.command()
@click.argument("file")
@common
def new(session: Session, file: str) -> None:
    """Ask one question at a time and write the case to FILE."""
    path = Path(file)
    if path.exists():
        problem = f"{file}: is there already; choose another name"
        raise CaseRefusedError.one("", problem)
    if not path.parent.is_dir():
        problem = f"{file}: there is no folder '{path.parent}'; make it first"
        raise CaseRefusedError.one("", problem)
    on = session.on or session.wiring.today()
    begun = Case(as_of=on, place=PlaceId(session.settings.place), answers={}, lesions=())
    interview = Interview(session.knowledge, session.case_format, session.printer.texts)
    screen = Console(stderr=True, highlight=False) if session.as_json else console()
    done = Conversation(interview, screen, _line).run(begun, on=on)
    path.write_text(case_yaml(done, session.case_format), encoding="utf-8")
    if session.as_json:
        click.echo(case_json(done, session.case_format))
    else:
        screen.print(f"Written to {file}. Next: milium guide {file}")


def _line() -> str:
    """One typed line; the end of input stops the conversation and keeps what was said."""
    return sys.stdin.readline() or "q"


@case.command()
@click.argument("file")
@common
def check(session: Session, file: str) -> None:
    """Read FILE and list everything wrong with it."""
    read = case_from(file, session)
    shown = {"file": file, "lesions": len(read.lesions), "products": len(read.shelf)}
    if session.as_json:
        click.echo(json.dumps(shown, indent=2))
    else:
        click.echo(f"{file}: reads well ({len(read.lesions)} bumps, {len(read.shelf)} products)")


@case.command()
@common
def schema(session: Session) -> None:
    """The JSON Schema of the case file."""
    click.echo(json.dumps(session.case_format.schema(), indent=2))


@case.command()
@click.option("--key", metavar="KEY", help="Which case; the last changed one without.")
@common
def export(session: Session, key: str | None) -> None:
    """Print a case kept by the web app as a case file."""
    stored = asyncio.run(_stored(session, key))
    name = "the stored case"
    read = read_case(stored.document.encode(), name, session.case_format, place="ELSEWHERE")
    printed = case_json if session.as_json else case_yaml
    click.echo(printed(read, session.case_format))


async def _stored(session: Session, key: str | None) -> StoredCase:
    store = session.wiring.store(session.settings)
    try:
        if key is not None:
            return await store.read(key)
        return (await store.list())[0]
    except (CaseNotFoundError, IndexError):
        problem = "there is no such case here; start one with 'serve' or 'case new'"
        raise CaseRefusedError.one("", problem) from None
