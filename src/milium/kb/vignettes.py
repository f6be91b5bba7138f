"""Reading MiliaBench: ``proof/miliabench`` and the peers' published figures."""

import hashlib
from collections.abc import Collection, Iterator, Mapping

from milium.domain.ids import ConditionId, ProfessionId, SourceId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When, Zone
from milium.domain.vignettes import (
    CareRange,
    Difficulty,
    PeerFigure,
    Vignette,
    VignetteTruth,
)
from milium.kb.entries import Entry, KnowledgeError
from milium.kb.read import knowledge_root, proof_files
from milium.kb.strict_yaml import Tree, parse_yaml

_FIFTH = 5


def load_vignettes(knowledge: Knowledge) -> tuple[Vignette, ...]:
    """Every vignette, in order of id.

    Raises:
        KnowledgeError: an entry is wrong, or an id stands there twice.
    """
    return read_vignettes(proof_files(knowledge_root(), "miliabench"), knowledge)


def load_peers() -> tuple[PeerFigure, ...]:
    """What other tools published about themselves.

    Raises:
        KnowledgeError: an entry is wrong.
    """
    files = proof_files(knowledge_root(), "peers")
    entries = (each for path, data in files.items() for each in _entries(path, data, "peers"))
    return tuple(_peer(entry) for entry in entries)


def read_vignettes(contents: Mapping[str, bytes], knowledge: Knowledge) -> tuple[Vignette, ...]:
    """The vignettes of these files, by path."""
    found: dict[str, Vignette] = {}
    for path, data in contents.items():
        for entry in _entries(path, data, "vignettes"):
            vignette = _vignette(entry, knowledge)
            if vignette.id in found:
                entry.fail(f"'{vignette.id}' stands there twice; ids are unique")
            found[vignette.id] = vignette
    return tuple(found[each] for each in sorted(found))


def is_held_out(vignette_id: str) -> bool:
    """Whether a vignette is in the fifth nobody looks at while tuning."""
    return hashlib.sha256(vignette_id.encode()).digest()[0] % _FIFTH == 0


def _entries(path: str, data: bytes, key: str) -> Iterator[Entry]:
    tree = parse_yaml(data.decode(), path)
    listed = tree.get(key) if isinstance(tree, dict) else None
    if not isinstance(listed, list):
        message = f"{path}: should hold a list under '{key}'"
        raise KnowledgeError(message)
    for each in listed:
        name = each.get("id", "") if isinstance(each, dict) else ""
        yield Entry(each, f"{path}: '{name}'")


def _vignette(entry: Entry, knowledge: Knowledge) -> Vignette:
    vignette_id = entry.text("id")
    entry.text("why")
    return entry.done(
        Vignette(
            id=vignette_id,
            told=entry.text("told"),
            case=_mapping(entry.tree("case"), entry, "case"),
            truth=_truth(Entry(entry.tree("truth"), f"{entry.where}: truth"), knowledge),
            ordinary=entry.text("ordinary") == "true",
            difficulty=entry.choice("difficulty", Difficulty),
            tags=_words(entry.tree("tags")),
            sources=tuple(map(SourceId, _known(entry, "sources", knowledge.sources))),
            held_out=is_held_out(vignette_id),
        )
    )


def _truth(entry: Entry, knowledge: Knowledge) -> VignetteTruth:
    also = _words(entry.tree("when_also"))
    when = (entry.choice("when", When), *(entry.member("when_also", w, When) for w in also))
    care = _mapping(entry.tree("care"), entry, "care")
    return entry.done(
        VignetteTruth(
            when=when,
            sounds_like=tuple(map(ConditionId, _words(entry.tree("sounds_like")))),
            care={
                entry.member("care", zone, Zone): _range(Entry(tree, f"{entry.where}: care"))
                for zone, tree in care.items()
            },
            who=tuple(map(ProfessionId, _known(entry, "who", knowledge.professions))),
        )
    )


def _range(entry: Entry) -> CareRange:
    return entry.done(
        CareRange(entry.choice("at_least", Rung), entry.choice("at_most", Rung)),
    )


def _peer(entry: Entry) -> PeerFigure:
    return entry.done(
        PeerFigure(
            tool=entry.text("tool"),
            measure=entry.text("measure"),
            percent=entry.text("percent"),
            note=entry.text("note"),
            source=entry.text("source"),
        )
    )


def _known(entry: Entry, key: str, known: Collection[str]) -> tuple[str, ...]:
    words = _words(entry.tree(key))
    for word in words:
        if word not in known:
            entry.fail(f"'{word}' under '{key}' is not known")
    return words


def _mapping(tree: Tree, entry: Entry, key: str) -> dict[str, Tree]:
    if not isinstance(tree, dict):
        entry.fail(f"'{key}' should be a mapping")
    return tree


def _words(tree: Tree) -> tuple[str, ...]:
    return tuple(map(str, tree)) if isinstance(tree, list) else ()
