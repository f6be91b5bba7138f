"""Reading one entry of a knowledge file: typed keys, everything unknown refused, by name."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from typing import NoReturn, TypeVar

from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import SourceId
from milium.kb.strict_yaml import Tree

_LONGEST_WORD = 60

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class KnowledgeError(ValueError):
    """An entry of the knowledge is wrong; the message names file, entry, key and mend."""


class Entry:
    """One mapping of a knowledge file, whose keys are taken one by one.

    Args:
        tree: the mapping as read.
        where: file and entry, for errors (``triage/eye.yaml: 'lid-bump'``).
    """

    def __init__(self, tree: Tree, where: str) -> None:
        """Keep the keys still to be taken."""
        if not isinstance(tree, dict):
            message = f"{where}: should be a mapping of keys to values"
            raise KnowledgeError(message)
        self.where = where
        self._left: dict[str, Tree] = dict(tree)
        self._taken: list[str] = []

    def fail(self, problem: str) -> NoReturn:
        """Refuse the entry."""
        message = f"{self.where}: {problem}"
        raise KnowledgeError(message)

    def tree(self, key: str) -> Tree:
        """Whatever stands under the key, ``None`` when absent."""
        self._taken.append(key)
        return self._left.pop(key, None)

    def text(self, key: str, default: str | None = None) -> str:
        """The text under the key; without a default it has to be there."""
        found = self.tree(key)
        if found is None and default is not None:
            return default
        if not isinstance(found, str):
            self.fail(f"'{key}' should be text; add '{key}: ...'")
        return found

    def optional(self, key: str, read: Callable[[str], T]) -> T | None:
        """The value under the key read by a function, ``None`` when absent."""
        found = self.tree(key)
        if found is None:
            return None
        if not isinstance(found, str):
            self.fail(f"'{key}' should be text")
        return self._read(key, found, read)

    def value(self, key: str, read: Callable[[str], T]) -> T:
        """The value under the key read by a function that raises ``ValueError``."""
        return self._read(key, self.text(key), read)

    def _read(self, key: str, text: str, read: Callable[[str], T]) -> T:
        try:
            return read(text)
        except (ValueError, ArithmeticError, re.error) as error:
            self.fail(f"'{key}: {text}' can't be read ({str(error) or type(error).__name__})")

    def flag(self, key: str) -> bool:
        """Whether ``yes`` stands under the key; absent is no."""
        word = self.text(key, "no")
        if word not in {"yes", "no"}:
            self.fail(f"'{key}' should be yes or no, not '{word}'")
        return word == "yes"

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """The member of an enumeration named under the key (by value, or by name for numbers)."""
        word = self.text(key, member_word(default) if default is not None else None)
        return self.member(key, word, kind)

    def member(self, key: str, word: str, kind: type[E]) -> E:
        """The member of an enumeration that a word names."""
        members = {member_word(member): member for member in kind}
        if word not in members:
            self.fail(
                f"'{key}' should be one of {', '.join(members)}, not '{word}'{near(word, members)}"
            )
        return members[word]

    def words(self, key: str) -> tuple[str, ...]:
        """The list of words under the key; absent is empty."""
        found = self.tree(key)
        if found is None:
            return ()
        if not isinstance(found, list):
            self.fail(f"'{key}' should be a list; write '{key}: [...]'")
        words = tuple(word for word in found if isinstance(word, str))
        if len(words) < len(found):
            self.fail(f"'{key}' should hold words only")
        return words

    def numbers(self, key: str, read: Callable[[str], int]) -> tuple[int, ...]:
        """The list of numbers under the key, each read by a function; absent is empty."""
        return tuple(self._read(key, word, read) for word in self.words(key))

    def mapping(self, key: str) -> Mapping[str, str]:
        """The mapping of words to words under the key; absent is empty."""
        found = self.tree(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            self.fail(f"'{key}' should be a mapping")
        words = {name: word for name, word in found.items() if isinstance(word, str)}
        if len(words) < len(found):
            self.fail(f"'{key}' should hold words only")
        return words

    def entries(self, key: str) -> tuple["Entry", ...]:
        """The list of mappings under the key; absent is empty."""
        found = self.tree(key)
        if found is None:
            return ()
        if not isinstance(found, list):
            self.fail(f"'{key}' should be a list of entries")
        return tuple(Entry(each, f"{self.where}, {key} {n}") for n, each in enumerate(found, 1))

    def entry(self, key: str) -> "Entry":
        """The mapping under the key."""
        return Entry(self.tree(key), f"{self.where}, {key}")

    def evidence(self) -> Evidence:
        """Grade and citations, which every statement carries; signatures come from ``reviews/``."""
        grade = self.choice("grade", Grade)
        citations = self._citations()
        if self.tree("reviewed") is not None:
            self.fail(
                "'reviewed' stays null here; a signature stands in reviews/ with the content it was"
                " given for: milium knowledge review-import FORM"
            )
        return Evidence(grade, citations, reviewed=None)

    def cited(self, known: Iterable[str]) -> tuple[Citation, ...]:
        """The citations alone, each of a source that is known; at least one."""
        citations = self._citations()
        for citation in citations:
            if citation.source not in known:
                self.fail(f"cites '{citation.source}', not in sources/; add it")
        return citations

    def _citations(self) -> tuple[Citation, ...]:
        citations = tuple(
            Citation(SourceId(each.text("source")), each.done(each.text("locator", "")))
            for each in self.entries("citations")
        )
        if not citations:
            self.fail("has no citation; add one under 'citations'")
        return citations

    def done(self, value: T) -> T:
        """The value given, once every key has been taken; refuses a key nobody asked for."""
        if self._left:
            key = next(iter(self._left))
            self.fail(
                f"unknown key '{key}'; allowed: {', '.join(self._taken)}{near(key, self._taken)}"
            )
        return value


def member_word(member: Enum) -> str:
    """The word a member is written with: its value, or its name in lower case for numbers."""
    return member.value if isinstance(member.value, str) else member.name.lower()


def near(word: str, allowed: Iterable[str]) -> str:
    """A hint at the nearest allowed word, or nothing; nothing is near a very long word."""
    if len(word) > _LONGEST_WORD:
        return ""
    found = get_close_matches(word, list(allowed), n=1)
    return f" (did you mean '{found[0]}'?)" if found else ""
