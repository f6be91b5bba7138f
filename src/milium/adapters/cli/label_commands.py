"""``label``: a list of ingredients read; ``vocabulary``: more names to read it by."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from pydantic import BaseModel

from milium.adapters.cli.claims_commands import show_label_card
from milium.adapters.cli.commands import cli, common, print_json, refuse
from milium.adapters.cli.files import answer_lines, bytes_of
from milium.adapters.cli.wiring import Session
from milium.app.formats import MAX_BYTES, CaseRefusedError, problem_json
from milium.app.formats.label import LabelPrinter
from milium.app.labels import explanation_lines, reading_lines
from milium.domain.knowledge import Knowledge
from milium.engine.labels import explain_label, read_label
from milium.kb import KnowledgeError, UnreadableDocumentError, cosing_table, parse_json

IMPORTED = "vocabulary"
"""The folder under the home folder that holds imported tables of names."""


@cli.command()
@click.argument("file", required=False)
@click.option("--text", metavar="TEXT", help="The label itself, instead of a file.")
@click.option("--explain", is_flag=True, help="Show every stage of the reading.")
@click.option("--claims", is_flag=True, help="A card: what is known of what is in it.")
@click.option("--jsonl", nargs=2, metavar="IN OUT", help="Many labels, one JSON object a line.")
@common
def label(
    session: Session,
    file: str | None,
    text: str | None,
    jsonl: tuple[str, str] | None,
    *,
    explain: bool,
    claims: bool,
) -> None:
    """Read the list of ingredients in FILE (text or HTML; - reads standard input).

    With --jsonl each line of IN is {"id": ..., "label": "..."}.
    """
    on = session.on or session.wiring.today()
    printer = LabelPrinter(session.knowledge, session.settings.language, on=on)
    if jsonl:
        read = _explained if explain else _read
        answer_lines(*jsonl, "labels", lambda line: _line(line, session.knowledge, printer, read))
        return
    given = _given(file, text)
    if claims:
        reading = read_label(given, session.knowledge.vocabulary)
        show_label_card(session, reading)
    elif explain:
        explained = printer.explanation(explain_label(given, session.knowledge.vocabulary))
        _show(session, explained, explanation_lines(explained))
    else:
        published = printer.reading(read_label(given, session.knowledge.vocabulary))
        _show(session, published, reading_lines(published))


def _show(session: Session, published: BaseModel, lines: Iterable[str]) -> None:
    if session.as_json:
        print_json(published)
        return
    for line in lines:
        click.echo(line)


def _given(file: str | None, text: str | None) -> str:
    """The label itself.

    Raises:
        CaseRefusedError: none was given, or the file is no text we read.
    """
    if (file is None) == (text is None):
        problem = "which label? name a file, - for standard input, or give --text"
        raise CaseRefusedError.one("", problem)
    return _decoded(bytes_of(file), file) if file is not None else text or ""


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        problem = f"{name}: is larger than {MAX_BYTES:,} bytes; a label is a page of text at most"
        raise CaseRefusedError.one("", problem)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8 text"
        raise CaseRefusedError.one("", problem) from error


def _read(given: str, knowledge: Knowledge, printer: LabelPrinter) -> BaseModel:
    return printer.reading(read_label(given, knowledge.vocabulary))


def _explained(given: str, knowledge: Knowledge, printer: LabelPrinter) -> BaseModel:
    return printer.explanation(explain_label(given, knowledge.vocabulary))


def _line(
    line: bytes,
    knowledge: Knowledge,
    printer: LabelPrinter,
    read: Callable[[str, Knowledge, LabelPrinter], BaseModel],
) -> str:
    line_id: object = None
    try:
        text = _decoded(line, "line")
        tree = parse_json(text, "line")
        if not isinstance(tree, dict) or not isinstance(tree.get("label"), str):
            raise CaseRefusedError.one("", 'should be {"id": ..., "label": "..."}')
        line_id = json.loads(text).get("id")
        answered = read(str(tree["label"]), knowledge, printer).model_dump(mode="json")
        result: dict[str, object] = {"id": line_id, "result": answered}
    except (CaseRefusedError, UnreadableDocumentError) as error:
        problem = problem_json("This label can't be read", 422, error)
        result = {"id": line_id, "error": problem.model_dump(mode="json")}
    return json.dumps(result, ensure_ascii=True, separators=(",", ":"))


@cli.group()
def vocabulary() -> None:
    """The names labels are read by: add more of them."""


@vocabulary.command("import")
@click.argument("file")
@common
def vocabulary_import(session: Session, file: str) -> None:
    """Add the names of FILE, the European Commission's CosIng export (CSV, also gzipped).

    The table is kept in the home folder and read with every label from now on. It adds names and
    never changes a rule; its hash stands in the versions of every answer.
    """
    try:
        table = cosing_table(Path(file), session.knowledge)
    except KnowledgeError as error:
        refuse(error, as_json=session.as_json)
    target = session.settings.home / IMPORTED / "cosing.csv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(table.text, encoding="utf-8", newline="")
    shown = {
        "file": str(target),
        "names": table.names,
        "new": table.new,
        "known_already": table.known,
        "left_to_a_person": table.asking,
    }
    if session.as_json:
        click.echo(json.dumps(shown, indent=2))
        return
    for name, value in shown.items():
        click.echo(f"{name.replace('_', ' ')}: {value}")
