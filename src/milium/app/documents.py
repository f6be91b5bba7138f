"""Case documents as bytes: bounded, decoded, read; and printed again."""

import json

import yaml

from milium.app.formats.case import MAX_BYTES, CaseFormat
from milium.app.formats.problems import CaseRefusedError
from milium.domain.cases import Case
from milium.kb import Tree, UnreadableDocumentError, parse_json, parse_yaml


def read_document(data: bytes, name: str) -> Tree:
    """The structure of a YAML or JSON document.

    Args:
        data: the bytes as they came.
        name: what the document is called in errors; ``.json`` or a leading brace means JSON.

    Raises:
        CaseRefusedError: too large, not UTF-8, or no document we read.
    """
    if len(data) > MAX_BYTES:
        problem = f"{name}: is {len(data):,} bytes; a case has at most {MAX_BYTES:,}"
        raise CaseRefusedError.one("", problem)
    try:
        text = data.decode("utf-8-sig")
        is_json = name.endswith(".json") or text.lstrip().startswith("{")
        return parse_json(text, name) if is_json else parse_yaml(text, name)
    except UnicodeDecodeError as error:
        problem = f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8 text"
        raise CaseRefusedError.one("", problem) from error
    except UnreadableDocumentError as error:
        raise CaseRefusedError.one("", str(error)) from error


def read_case(data: bytes, name: str, case_format: CaseFormat, *, place: str) -> Case:
    """The case in a document; ``place`` where it names none.

    Raises:
        CaseRefusedError: listing every problem.
    """
    tree = read_document(data, name)
    if isinstance(tree, dict) and tree.get("place") is None:
        tree = {**tree, "place": place}
    return case_format.read(tree)


def case_yaml(case: Case, case_format: CaseFormat) -> str:
    """The complete document of a case as YAML."""
    printed = case_format.print(case)
    return yaml.safe_dump(printed, sort_keys=False, allow_unicode=True, width=100)


def case_json(case: Case, case_format: CaseFormat) -> str:
    """The complete document of a case as JSON."""
    return json.dumps(case_format.print(case), ensure_ascii=False, indent=2)
