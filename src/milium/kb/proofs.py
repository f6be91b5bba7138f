"""Reading what the rules are proved by: ``proof/invariants``."""

from collections.abc import Iterable, Mapping

from milium.domain.conditions import ALWAYS, All
from milium.domain.ids import FindingId, ProfessionId, SourceId
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import (
    Alteration,
    Atom,
    Comparison,
    Direction,
    Fact,
    Invariant,
    Plant,
    Planted,
)
from milium.domain.triage import Door, Rung, When, WhenPossible, Zone
from milium.kb.conditions import Conditions
from milium.kb.entries import Entry, KnowledgeError, member_word
from milium.kb.read import knowledge_root, proof_files
from milium.kb.strict_yaml import Tree, parse_yaml

_ZONES = tuple(zone.value for zone in Zone)
_YES_NO = ("yes", "no")


def load_invariants(knowledge: Knowledge) -> tuple[Invariant, ...]:
    """Every invariant of the knowledge package, in order of file and place.

    Raises:
        KnowledgeError: an entry is wrong, or an id stands there twice.
    """
    return read_invariants(proof_files(knowledge_root(), "invariants"), knowledge)


def read_invariants(contents: Mapping[str, bytes], knowledge: Knowledge) -> tuple[Invariant, ...]:
    """The invariants of these files, by path; what a file assumes, each of its premises does."""
    found: dict[str, Invariant] = {}
    for path, data in contents.items():
        file = parse_yaml(data.decode(), path)
        reader = _Reader(knowledge, file)
        for tree in _listed(file, path):
            each = reader.invariant(Entry(tree, f"{path}: an invariant"))
            if each.id in found:
                message = f"{path}: '{each.id}' stands there twice; ids are unique"
                raise KnowledgeError(message)
            found[each.id] = each
    return tuple(found.values())


def _listed(tree: Tree, path: str) -> Iterable[Tree]:
    listed = tree.get("invariants") if isinstance(tree, dict) else None
    if not isinstance(listed, list):
        message = f"{path}: should hold a list under 'invariants'"
        raise KnowledgeError(message)
    return listed


class _Reader:
    """Reads one file against one knowledge: its findings, professions and sources."""

    def __init__(self, knowledge: Knowledge, file: Tree) -> None:
        self._findings = knowledge.triage.asking.findings
        self._conditions = Conditions(self._findings)
        self._sources = knowledge.sources
        assumed = Entry(
            {"assume": file.get("assume") if isinstance(file, dict) else None}, "assume"
        )
        self._assumed = self._conditions.read_or(assumed, "assume", ALWAYS)
        professions = tuple(knowledge.professions)
        self._allowed: Mapping[Atom, tuple[str, ...]] = {
            **dict.fromkeys(_atoms("when"), tuple(member_word(when) for when in When)),
            **dict.fromkeys(_atoms("person", "bump", "other"), _rungs()),
            **dict.fromkeys((Atom.DOOR_IN, Atom.DOOR_NOT_IN), tuple(d.value for d in Door)),
            **dict.fromkeys((Atom.WHO_ANY, Atom.WHO_NONE, Atom.NOT_WHO_ALL), professions),
            **dict.fromkeys((Atom.ZONES_MAY, Atom.ZONES_SURELY), _ZONES),
            Atom.OTHER_ZONES_SURELY: _ZONES,
        }

    def invariant(self, entry: Entry) -> Invariant:
        """One invariant."""
        invariant_id = entry.text("id")
        entry.where = entry.where.replace("an invariant", f"'{invariant_id}'")
        compared = entry.tree("compare")
        then = self._facts(entry, "then")
        if bool(then) is bool(compared):
            entry.fail("should say either 'then' or 'compare'")
        return entry.done(
            Invariant(
                id=invariant_id,
                says=entry.text("says"),
                condition=self._conditions.read_or(entry, "if", ALWAYS),
                surely=All((self._assumed, self._conditions.read_or(entry, "if_surely", ALWAYS))),
                given=self._facts(entry, "given"),
                then=then,
                comparison=self._comparison(compared, entry) if compared else None,
                case=_mapping(entry, "case"),
                planted=self._planted(entry),
                sources=self._cited(entry),
            )
        )

    def _facts(self, entry: Entry, key: str) -> tuple[Fact, ...]:
        tree = entry.tree(key)
        if tree is None:
            return ()
        if not isinstance(tree, dict):
            entry.fail(f"'{key}' should map atoms to levels or lists")
        return tuple(
            fact
            for name, value in tree.items()
            for fact in self._fact(entry.member(key, name, Atom), value, entry)
        )

    def _fact(self, atom: Atom, value: Tree, entry: Entry) -> Iterable[Fact]:
        if atom in {Atom.ZONE_AT_LEAST, Atom.ZONE_AT_MOST}:
            if not isinstance(value, dict):
                entry.fail(f"'{atom.value}' should map zones to rungs")
            for zone, rung in value.items():
                words = (self._one_of(zone, _ZONES, entry), self._one_of(rung, _rungs(), entry))
                yield Fact(atom, words)
            return
        listed = value if isinstance(value, list) else [value]
        allowed = self._allowed.get(atom, _YES_NO)
        yield Fact(atom, tuple(self._one_of(word, allowed, entry) for word in listed))

    def _one_of(self, word: Tree, allowed: tuple[str, ...], entry: Entry) -> str:
        if not isinstance(word, str) or word not in allowed:
            entry.fail(f"'{word}' should be one of {', '.join(allowed)}")
        return word

    def _comparison(self, tree: Tree, entry: Entry) -> Comparison:
        inner = Entry(tree, f"{entry.where}: compare")
        words = inner.tree("flags") or inner.tree("calm") or {}
        if not isinstance(words, dict):
            entry.fail("'flags' and 'calm' should map findings to lists of words")
        return inner.done(
            Comparison(
                change=inner.choice("change", Alteration),
                words={self._finding(name, entry): _words(each) for name, each in words.items()},
                when=inner.optional("when", Direction),
                person=inner.optional("person", Direction),
                zones=inner.optional("zones", Direction),
                bump=inner.optional("bump", Direction),
            )
        )

    def _finding(self, name: Tree, entry: Entry) -> FindingId:
        return FindingId(self._one_of(name, tuple(self._findings), entry))

    def _planted(self, entry: Entry) -> Planted:
        ((name, tree),) = _mapping(entry, "planted").items()
        plant = entry.member("planted", name, Plant)
        where = f"{entry.where}: planted"
        if plant is Plant.SOFTEN:
            tree = {"reads": tree}
        if plant is Plant.ZONE_CAP and isinstance(tree, dict):
            tree = {"zones": list(tree), "rung": next(iter(tree.values()), None)}
        inner = Entry(_as_tree(tree), where)
        return inner.done(
            Planted(
                plant=plant,
                when=inner.optional("when", lambda word: When[word.upper()]),
                rung=inner.optional("rung", lambda word: Rung[word.upper()]),
                reads=frozenset(
                    self._finding(each, entry) for each in _words(inner.tree("reads") or [])
                ),
                condition=self._conditions.read_or(inner, "if", ALWAYS),
                site=inner.text("site", ""),
                zones=tuple(Zone(each) for each in _words(inner.tree("zones") or [])),
                possible=inner.choice("possible", WhenPossible, WhenPossible.WITHHOLD),
                door=inner.optional("door", Door),
                who=tuple(ProfessionId(each) for each in _words(inner.tree("who") or [])),
            )
        )

    def _cited(self, entry: Entry) -> tuple[SourceId, ...]:
        known = tuple(self._sources)
        return tuple(
            SourceId(self._one_of(each, known, entry)) for each in _words(entry.tree("sources"))
        )


def _atoms(*stems: str) -> tuple[Atom, ...]:
    return tuple(Atom(f"{stem}_at_{bound}") for stem in stems for bound in ("least", "most"))


def _rungs() -> tuple[str, ...]:
    return tuple(member_word(rung) for rung in Rung)


def _mapping(entry: Entry, key: str) -> Mapping[str, object]:
    tree = entry.tree(key)
    if not isinstance(tree, dict) or not tree:
        entry.fail(f"'{key}' should be a mapping")
    return tree


def _words(tree: Tree) -> tuple[str, ...]:
    listed = tree if isinstance(tree, list) else [tree]
    return tuple(map(str, listed))


def _as_tree(tree: object) -> Tree:
    return tree if isinstance(tree, dict | list | str) else None
