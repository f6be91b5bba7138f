"""The knowledge files as they stand: collections by folder and key, texts, and a content hash."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable

from milium.kb.entries import KnowledgeError
from milium.kb.strict_yaml import Tree, parse_yaml

_COLUMNS = ("id", "inci", "names")
_ENDINGS = (".yaml", ".csv")
PROOF = "proof"
"""The folder of what the knowledge is proved and measured by; no part of what is known."""


@dataclass(frozen=True, slots=True)
class RawKnowledge:
    """Everything in the knowledge package, read but not yet understood.

    Attributes:
        collections: by ``folder.key`` (``triage.rules``), each entry with the file it stands in.
        names: rows of ``ingredients/names.csv``.
        texts: by language, message id to sentence.
        content_hash: the first 12 hexadecimal digits of the SHA-256 over paths and contents.
    """

    collections: dict[str, list[tuple[str, Tree]]] = field(default_factory=dict)
    names: list[dict[str, str]] = field(default_factory=list)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    content_hash: str = ""


def knowledge_root() -> Traversable:
    """The folder of the knowledge package."""
    return files("milium_knowledge")


def knowledge_files(root: Traversable) -> dict[str, bytes]:
    """Every data file by its path inside the package, in order, without ``proof/``."""
    found = sorted(_walk(root, ""))
    return {path: data for path, data in found if not path.startswith(f"{PROOF}/")}


def proof_files(root: Traversable, folder: str) -> dict[str, bytes]:
    """The files of one folder of ``proof/``, by path inside the package, in order."""
    inside = root / PROOF / folder
    return dict(sorted(_walk(inside, f"{PROOF}/{folder}/"))) if inside.is_dir() else {}


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        path = f"{prefix}{each.name}"
        if each.is_dir():
            yield from _walk(each, f"{path}/")
        elif each.name.endswith(_ENDINGS):
            yield path, each.read_bytes()


def hash_of(contents: dict[str, bytes]) -> str:
    """Twelve hexadecimal digits that change with any path or byte."""
    digest = hashlib.sha256()
    for path, data in contents.items():
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:12]


def read_raw(contents: dict[str, bytes]) -> RawKnowledge:
    """All files as collections, names and texts.

    Raises:
        KnowledgeError: a file is not the shape its folder asks for.
        UnreadableDocumentError: a file is not YAML we read.
    """
    raw = RawKnowledge(content_hash=hash_of(contents))
    for path, data in contents.items():
        text = _text(path, data)
        if path.endswith(".csv"):
            raw.names.extend(_rows(path, text))
            continue
        tree = parse_yaml(text, path)
        if not isinstance(tree, dict):
            message = f"{path}: should be a mapping of collections"
            raise KnowledgeError(message)
        if path.startswith("text/"):
            _add_texts(raw, path, tree)
        else:
            _add_collections(raw, path, tree)
    return raw


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8"
        raise KnowledgeError(message) from error


def _rows(path: str, text: str) -> list[dict[str, str]]:
    table = csv.DictReader(io.StringIO(text))
    if table.fieldnames != list(_COLUMNS):
        message = f"{path}: the first line should be {','.join(_COLUMNS)}"
        raise KnowledgeError(message)
    return list(table)


def _add_texts(raw: RawKnowledge, path: str, tree: dict[str, Tree]) -> None:
    texts = raw.texts.setdefault(path.split("/")[1], {})
    for message_id, sentence in tree.items():
        if message_id in texts:
            message = f"{path}: '{message_id}' is written in another file of this language too"
            raise KnowledgeError(message)
        if not isinstance(sentence, str):
            message = f"{path}: '{message_id}' should be a sentence"
            raise KnowledgeError(message)
        texts[message_id] = sentence


def _add_collections(raw: RawKnowledge, path: str, tree: dict[str, Tree]) -> None:
    folder = path.split("/", maxsplit=1)[0] if "/" in path else ""
    for key, value in tree.items():
        collection = raw.collections.setdefault(f"{folder}.{key}", [])
        if isinstance(value, list):
            collection.extend((path, each) for each in value)
        else:
            collection.append((path, value))
