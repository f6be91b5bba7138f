"""Loading the knowledge: YAML is parsed only when its content hash is new."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from milium.domain.knowledge import Knowledge
from milium.kb.build import build_knowledge
from milium.kb.checks import check_knowledge
from milium.kb.read import RawKnowledge, hash_of, knowledge_files, knowledge_root, read_raw
from milium.kb.second_hand import check_second_hand

COMPILED = "_compiled.json"
"""The name the compiled knowledge has inside the wheel, next to this module."""


def load_knowledge(cache: Path | None) -> Knowledge:
    """The knowledge, from its compiled form where that is still true.

    Args:
        cache: a folder the compiled form may be kept in; ``None`` keeps nothing.

    Raises:
        KnowledgeError: an entry is wrong.
    """
    contents = knowledge_files(knowledge_root())
    content_hash = hash_of(contents)
    kept = cache / f"knowledge-{content_hash}.json" if cache else None
    raw = _packaged(content_hash) or _kept(kept, content_hash)
    if raw is not None:
        return build_knowledge(raw)
    raw = read_raw(contents)
    knowledge = build_knowledge(raw)
    check_knowledge(knowledge)
    if kept is not None:
        with suppress(OSError):  # a cache that can't be written costs time, not the answer
            _keep(raw, kept)
    return knowledge


def compile_knowledge(out: Path) -> str:
    """Write the checked, compiled knowledge to a file; returns its version.

    Raises:
        KnowledgeError: an entry is wrong.
        OSError: the file can't be written.
    """
    raw = read_raw(knowledge_files(knowledge_root()))
    knowledge = build_knowledge(raw)
    check_knowledge(knowledge)
    check_second_hand(knowledge)
    _keep(raw, out)
    return knowledge.edition.version


def _packaged(content_hash: str) -> RawKnowledge | None:
    compiled = files("milium.kb") / COMPILED
    return _parsed(compiled.read_bytes(), content_hash) if compiled.is_file() else None


def _kept(path: Path | None, content_hash: str) -> RawKnowledge | None:
    if path is None:
        return None
    try:
        return _parsed(path.read_bytes(), content_hash)
    except OSError:
        return None


def _parsed(data: bytes, content_hash: str) -> RawKnowledge | None:
    """The raw knowledge out of its compiled form; ``None`` when damaged or of other contents."""
    try:
        found = json.loads(data)
    except ValueError:
        return None
    shape = {"collections": dict, "names": list, "texts": dict, "content_hash": str}
    whole = isinstance(found, dict) and found.keys() == shape.keys()
    if not whole or any(not isinstance(found[key], kind) for key, kind in shape.items()):
        return None
    raw = RawKnowledge(**found)
    return raw if raw.content_hash == content_hash and raw.collections else None


def _keep(raw: RawKnowledge, path: Path) -> None:
    """Write the compiled form whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    data = json.dumps(asdict(raw), ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
