"""The commands. Each takes ``--json``, ``--lang``, ``--as-of`` and ``--home``."""

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from textwrap import fill
from typing import Any, NoReturn, TypeVar, cast

import click
from pydantic import BaseModel
from rich.console import Console

from milium import __version__
from milium.adapters.cli.files import case_from, each_line
from milium.adapters.cli.show_guide import WIDTH, GuideScreen
from milium.adapters.cli.wiring import Session, Wiring
from milium.app.formats import CaseRefusedError, problem_json
from milium.app.formats.fields import read_day
from milium.app.formats.next import print_next
from milium.app.guide import make_guide
from milium.app.interview import Interview, Part
from milium.app.settings import MODULES, SettingsRefusedError
from milium.domain.cases import Case
from milium.domain.guide import Guide
from milium.kb import KnowledgeError

REFUSED = 2
F = TypeVar("F", bound=Callable[..., Any])


def console() -> Console:
    """Where people read: 80 columns at most, colour only on a terminal that wants it."""
    return Console(width=min(WIDTH, Console().width), highlight=False, soft_wrap=False)


def common(command: F) -> F:
    """Give a command the options every command has, and a ``Session`` in their place."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
    @click.option("--lang", metavar="LANG", help="Language of the answer, two letters.")
    @click.option("--as-of", metavar="DATE", help="The day to answer for (2026-11-23).")
    @click.option("--home", metavar="DIR", help="The folder your data stand in.")
    @wraps(command)
    def run(
        wiring: Wiring,
        *,
        as_json: bool,
        lang: str | None,
        as_of: str | None,
        home: str | None,
        **given: Any,  # noqa: ANN401
    ) -> None:
        try:
            on = None if as_of is None else _day(as_of)
            settings = wiring.settings({"language": lang, "home": home})
            command(Session(wiring, settings, as_json=as_json, on=on), **given)
        except (CaseRefusedError, SettingsRefusedError) as error:
            refuse(error, as_json=as_json)

    return cast("F", click.pass_obj(run))


def refuse(error: Exception, *, as_json: bool) -> NoReturn:
    """Say what was wrong and stop with exit code 2."""
    if as_json:
        click.echo(problem_json("Refused", 422, error).model_dump_json(indent=2))
    else:
        click.echo(str(error), err=True)
    sys.exit(REFUSED)


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise CaseRefusedError.one("", f"--as-of: {error}") from None


def print_json(published: BaseModel) -> None:
    """One published object, the same bytes as over HTTP."""
    click.echo(published.model_dump_json(indent=2))


def answer(case: Case, session: Session) -> Guide:
    """The guide of a case, for the day asked for or the day its answers were given."""
    return make_guide(
        case,
        session.knowledge,
        on=session.on or case.as_of,
        modules_off=session.settings.modules_off,
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="milium")
def cli() -> None:
    """Milium: get through milia safely, and keep them from coming back."""


def modules(command: F) -> F:
    """Give a command that answers the option to leave parts out."""
    told = f"Parts to leave out, by comma: {', '.join(MODULES)}."
    return click.option("--modules-off", metavar="LIST", help=told)(command)


def without(session: Session, modules_off: str | None) -> Session:
    """The session with these parts left out, where any are named."""
    if modules_off is not None:
        flags = {"modules_off": modules_off}
        session.settings = session.settings.changed(flags, "--modules-off")
    return session


@cli.command()
@click.option("--port", metavar="N", help="The port on this machine; 0 takes a free one.")
@modules
@common
def serve(session: Session, port: str | None, modules_off: str | None) -> None:
    """Start the web app on this machine and print its address."""
    chosen = without(session, modules_off).settings
    settings = chosen.changed({} if port is None else {"port": port}, "--port")
    session.wiring.serve(settings, session.knowledge)


@cli.command()
@click.argument("file", required=False)
@click.option("--jsonl", nargs=2, metavar="IN OUT", help="Many cases, one JSON object a line.")
@modules
@common
def guide(
    session: Session, file: str | None, jsonl: tuple[str, str] | None, modules_off: str | None
) -> None:
    """A complete guide for the case in FILE (YAML or JSON; - reads standard input)."""
    without(session, modules_off)
    if jsonl:
        each_line(*jsonl, session, lambda case: session.printer.guide(answer(case, session)))
        return
    published = session.printer.guide(answer(case_from(wanted(file), session), session))
    if session.as_json:
        print_json(published)
    else:
        GuideScreen(console(), session.printer.texts).show(published)


@cli.command()
@click.argument("file", required=False)
@click.option("--jsonl", nargs=2, metavar="IN OUT", help="Many cases, one JSON object a line.")
@click.option("--next", "ask_next", is_flag=True, help="Only the next question worth asking.")
@modules
@common
def triage(
    session: Session,
    file: str | None,
    jsonl: tuple[str, str] | None,
    modules_off: str | None,
    *,
    ask_next: bool,
) -> None:
    """Only how soon, who, which door and how far home care may go, for the case in FILE."""
    without(session, modules_off)
    if ask_next:
        show_next(session, case_from(wanted(file), session))
        return
    if jsonl:
        each_line(*jsonl, session, lambda c: session.printer.triage_answer(answer(c, session)))
        return
    published = session.printer.triage_answer(answer(case_from(wanted(file), session), session))
    if session.as_json:
        print_json(published)
        return
    texts = published.triage.texts
    lines = [f"{texts.when}: {texts.action}", published.notice]
    reasons = (f.reason for f in published.triage.fired)
    lines += [f"- {reason.text} [{reason.grade}, {reason.entry}]" for reason in reasons]
    for line in lines:
        click.echo(fill(line, WIDTH, subsequent_indent="  " * line.startswith("-")))


def show_next(session: Session, case: Case, part: Part = Part.SAFETY) -> None:
    """The question of a part to ask now, with its options; or that there is none."""
    interview = Interview(session.knowledge, session.case_format, session.printer.texts)
    found = print_next(interview, case, on=session.on or case.as_of, part=part)
    if session.as_json:
        print_json(found)
    elif found.question is None:
        click.echo("No further answer could change anything.")
    else:
        click.echo(fill(found.question.question, WIDTH))
        for option in found.question.options:
            click.echo(f"- {option.word}: {option.text}")


def wanted(file: str | None) -> str:
    """The file named.

    Raises:
        CaseRefusedError: none was.
    """
    if file is None:
        problem = "which case? name a file, or - for standard input"
        raise CaseRefusedError.one("", problem)
    return file


@cli.command()
@common
def settings(session: Session) -> None:
    """What is set, and where your data stand."""
    chosen = session.settings
    shown = {
        "home": str(chosen.home),
        "port": chosen.port,
        "language": chosen.language,
        "place": chosen.place,
        "modules_off": list(chosen.modules_off),
        "overlays": list(chosen.overlays),
        "knowledge": session.knowledge.edition.version,
    }
    if session.as_json:
        click.echo(json.dumps(shown, indent=2))
        return
    for name, value in shown.items():
        click.echo(f"{name}: {', '.join(value) if isinstance(value, list) else value}")


@cli.group()
def knowledge() -> None:
    """The knowledge: check it, compile it."""


@knowledge.command("check")
@common
def knowledge_check(session: Session) -> None:
    """Read every entry, refuse what is wrong, print the version."""
    _compile(session, session.settings.home / "cache" / "checked.json")


@knowledge.command("compile")
@click.option("--out", required=True, metavar="PATH", help="The file to write.")
@common
def knowledge_compile(session: Session, out: str) -> None:
    """Write the compiled knowledge to PATH."""
    _compile(session, Path(out))


def _compile(session: Session, out: Path) -> None:
    try:
        click.echo(session.wiring.compile_knowledge(out))
    except (KnowledgeError, OSError) as error:
        refuse(error, as_json=session.as_json)
