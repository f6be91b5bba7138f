"""Reading case files and streams of cases, writing results."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from pydantic import BaseModel
from rich.console import Console
from rich.progress import Progress

from milium.adapters.cli.wiring import Session
from milium.app.documents import read_case
from milium.app.formats import MAX_BYTES, CaseRefusedError, problem_json
from milium.domain.cases import Case
from milium.kb import UnreadableDocumentError, parse_json

STANDARD_INPUT = "-"
LONGEST_LINE = 4 * MAX_BYTES  # a longer one is answered in pieces, each with an error


def case_from(path: str, session: Session) -> Case:
    """The case in a file, or on standard input for ``-``.

    Raises:
        CaseRefusedError: it can't be read; names the file.
    """
    return read_case(bytes_of(path), path, session.case_format, place=session.settings.place)


def bytes_of(path: str) -> bytes:
    """The bytes of a file or of standard input, never more than one too many.

    Raises:
        CaseRefusedError: there is no such file, or it can't be opened.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        problem = f"{path}: can't be opened ({error.strerror or error}); check the name"
        raise CaseRefusedError.one("", problem) from error


def each_line(
    source: str, target: str, session: Session, answer: Callable[[Case], BaseModel]
) -> None:
    """One ``{id, case}`` a line in, ``{id, result}`` or ``{id, error}`` out, in the same order.

    A bad line never stops the run; progress is shown on standard error.
    """
    answer_lines(source, target, "cases", lambda line: _answer_line(line, session, answer))


def answer_lines(source: str, target: str, what: str, answer: Callable[[bytes], str]) -> None:
    """Each line answered, in the same order, one at a time; progress on standard error.

    Args:
        source, target: files, or ``-`` for standard input and output.
        what: what stands in the lines, for the progress and for errors.
        answer: a line to the line it is answered with.

    Raises:
        CaseRefusedError: a file can't be opened, or both are the same.
    """
    if STANDARD_INPUT not in {source, target} and Path(source).resolve() == Path(target).resolve():
        problem = f"{target}: is the file the {what} come from; write to another"
        raise CaseRefusedError.one("", problem)
    lines = sys.stdin.buffer if source == STANDARD_INPUT else _open(source, "rb")
    with lines:
        out = sys.stdout if target == STANDARD_INPUT else _open(target, "w")
        with out, Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(what, total=None)
            while line := lines.readline(LONGEST_LINE):
                if line.strip():
                    out.write(answer(line) + "\n")
                    progress.advance(task)


def _open(path: str, mode: str) -> IO[Any]:
    """The file, opened.

    Raises:
        CaseRefusedError: it can't be opened.
    """
    try:
        return Path(path).open(mode, encoding=None if "b" in mode else "utf-8")
    except OSError as error:
        problem = f"{path}: can't be opened ({error.strerror or error}); check the name"
        raise CaseRefusedError.one("", problem) from error


def _answer_line(line: bytes, session: Session, answer: Callable[[Case], BaseModel]) -> str:
    line_id: object = None
    try:
        text = line[: MAX_BYTES + 1].decode()
        tree = parse_json(text, "line")
        if not isinstance(tree, dict):
            raise CaseRefusedError.one("", 'should be {"id": ..., "case": {...}}')
        line_id = json.loads(text).get("id")
        case = session.case_format.read(tree.get("case"))
        result: dict[str, object] = {"id": line_id, "result": answer(case).model_dump(mode="json")}
    except (CaseRefusedError, UnreadableDocumentError, UnicodeDecodeError) as error:
        problem = problem_json("This case can't be read", 422, error)
        result = {"id": line_id, "error": problem.model_dump(mode="json")}
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))
