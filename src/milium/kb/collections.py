"""The collections of the knowledge as entries, each taken by exactly one builder."""

from collections.abc import Iterator

from milium.kb.entries import Entry, KnowledgeError
from milium.kb.read import RawKnowledge
from milium.kb.strict_yaml import Tree

_UNIQUE = ("id", "axis", "slot")
_NAMES = ("id", "axis", "slot", "door", "ingredient", "text")


class Collections:
    """Hands out collections by name and tells at the end which ones nobody took."""

    def __init__(self, raw: RawKnowledge) -> None:
        """Keep what is still to be taken."""
        self._raw = raw.collections
        self._taken: set[str] = set()

    def entries(self, name: str) -> Iterator[Entry]:
        """Every entry of a collection; ids are checked to be unique.

        Raises:
            KnowledgeError: an id stands there twice.
        """
        self._taken.add(name)
        seen: dict[str, str] = {}
        for path, tree in self._raw.get(name, []):
            entry_id = _first(tree, _UNIQUE)
            if entry_id in seen:
                message = f"{path}: '{entry_id}' is in {seen[entry_id]} too; ids are unique"
                raise KnowledgeError(message)
            if entry_id:
                seen[entry_id] = path
            label = _first(tree, _NAMES)
            yield Entry(tree, f"{path}: '{label}'" if label else f"{path}: an entry")

    def single(self, name: str) -> tuple[str, Tree]:
        """The one value of a collection that is not a list, with its file."""
        self._taken.add(name)
        found = self._raw.get(name, [])
        if len(found) != 1:
            message = f"{name}: should stand exactly once in the knowledge, not {len(found)} times"
            raise KnowledgeError(message)
        return found[0]

    def value(self, name: str) -> Entry:
        """A single value wrapped as an entry with the one key ``value``."""
        path, tree = self.single(name)
        return Entry({"value": tree}, f"{path}: {name.split('.')[1]}")

    def words(self, name: str) -> tuple[str, ...]:
        """A collection that is a plain list of texts."""
        self._taken.add(name)
        return tuple(str(tree) for _, tree in self._raw.get(name, []))

    def done(self) -> None:
        """Refuse collections nobody reads.

        Raises:
            KnowledgeError: there is one.
        """
        left = sorted(set(self._raw) - self._taken)
        if left:
            path = self._raw[left[0]][0][0] if self._raw[left[0]] else left[0]
            message = f"{path}: nobody reads '{left[0]}'; see docs/reference/knowledge-format.md"
            raise KnowledgeError(message)


def _first(tree: Tree, names: tuple[str, ...]) -> str:
    """The first of these keys an entry has, ``""`` for none."""
    if isinstance(tree, dict):
        return next((str(tree[name]) for name in names if name in tree), "")
    return ""
