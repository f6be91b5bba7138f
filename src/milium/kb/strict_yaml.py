"""YAML and JSON read as bare structure: mappings, lists and text; types come from a schema.

The loader resolves no yes/no/on/off, number, date, octal or sexagesimal, and refuses duplicate
keys, anchors, aliases, tags, control characters and anything deeper than ``MAX_DEPTH``. The same
document as JSON gives the same structure: its numbers stay as written, ``true`` and ``false`` are
refused because an answer is a word. ``null``, ``~`` and nothing at all are "absent".
"""

import json
import re
from collections.abc import Hashable
from typing import Any, NoReturn, cast

import yaml

Tree = str | None | list["Tree"] | dict[str, "Tree"]

MAX_DEPTH = 40
"""Deeper than any case or knowledge file, shallower than the recursion limit."""

# Printable characters of YAML 1.1 (section 4.1), which leaves out surrogates and controls.
_NO_TEXT = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = 60
_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})


class UnreadableDocumentError(ValueError):
    """The text is no document we read; the message says what, where and what to do."""


def parse_yaml(text: str, name: str) -> Tree:
    """The structure of one YAML document.

    Args:
        text: the document.
        name: what it is called in errors (a file name).

    Raises:
        UnreadableDocumentError: not YAML, or YAML of a kind we refuse.
    """
    loader = _Loader(_clean(text, name))
    try:
        node = loader.get_single_node()
        return None if node is None else loader.tree(node, MAX_DEPTH)
    except yaml.YAMLError as error:
        raise UnreadableDocumentError(_where(error, name)) from error
    except RecursionError as error:
        message = f"{name}: nested deeper than {MAX_DEPTH}; flatten it"
        raise UnreadableDocumentError(message) from error
    finally:
        loader.dispose()


def parse_json(text: str, name: str) -> Tree:
    """The structure of one JSON document, with its numbers as written.

    Raises:
        UnreadableDocumentError: not JSON, or JSON with a duplicate key, a boolean or NaN.
    """
    try:
        found = json.loads(
            _clean(text, name),
            parse_int=str,
            parse_float=str,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
        return _without_booleans(found, MAX_DEPTH)
    except json.JSONDecodeError as error:
        message = f"{name}: line {error.lineno}, column {error.colno}: not JSON ({error.msg})"
        raise UnreadableDocumentError(message) from error
    except RecursionError as error:
        message = f"{name}: nested deeper than {MAX_DEPTH}; flatten it"
        raise UnreadableDocumentError(message) from error
    except ValueError as error:
        message = f"{name}: {error}"
        raise UnreadableDocumentError(message) from error


def _clean(text: str, name: str) -> str:
    text = text.removeprefix("\ufeff")
    problem = _bad_character(text)
    if problem:
        message = f"{name}: {problem}"
        raise UnreadableDocumentError(message)
    return text


def _bad_character(text: str) -> str:
    """What is wrong with a character that no text has a place for, written plainly or escaped."""
    bad = _NO_TEXT.search(text)
    if bad is None:
        return ""
    return f"holds a control character (U+{ord(bad[0]):04X}); save it again as plain text"


def _where(error: yaml.YAMLError, name: str) -> str:
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    at = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return f"{name}: {at}{problem or 'not YAML'}"


class _Loader(yaml.SafeLoader):
    """PyYAML's scanner and parser; the tree is ours, so nothing is resolved or constructed."""

    def tree(self, node: yaml.Node, depth: int) -> Tree:
        if depth == 0:
            _refuse(node, f"nested deeper than {MAX_DEPTH}; flatten it")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.tree(each, depth - 1) for each in node.value]
        text = cast("str", node.value)
        if problem := _bad_character(text):
            _refuse(node, problem)
        return None if _is_plain(node) and text in _ABSENT else text

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                _refuse(key, "a key must be a word")
            if problem := _bad_character(key.value):
                _refuse(key, problem)
            if key.value in found:
                _refuse(key, f"the key '{key.value[:_SHOWN]}' stands here twice; keep one")
            found[key.value] = self.tree(value, depth - 1)
        return found

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:  # noqa: ANN401
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            problem = "anchors and aliases are not used here; write the value out"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        if getattr(event, "tag", None) is not None:
            problem = "tags are not used here; remove it"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


# Plain scalars keep the default tag: nothing is a number, a date or a boolean.
_Loader.yaml_implicit_resolvers = {}


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None


def _refuse(node: yaml.Node, problem: str) -> NoReturn:
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _refuse_constant(word: str) -> NoReturn:
    message = f"{word} is not a number"
    raise ValueError(message)


def _unique(pairs: list[tuple[str, Hashable]]) -> dict[str, Hashable]:
    found: dict[str, Hashable] = {}
    for key, value in pairs:
        if key in found:
            message = f"the key '{key[:_SHOWN]}' stands there twice; keep one"
            raise ValueError(message)
        found[key] = value
    return found


def _without_booleans(found: object, depth: int) -> Tree:
    if depth == 0:
        message = f"nested deeper than {MAX_DEPTH}; flatten it"
        raise ValueError(message)
    if isinstance(found, bool):
        message = 'true and false are not used here; write "yes" or "no"'
        raise ValueError(message)  # noqa: TRY004 - a wrong document, not a wrong call
    if isinstance(found, str) and (problem := _bad_character(found)):
        raise ValueError(problem)
    if isinstance(found, dict):
        return {
            cast("str", _without_booleans(key, depth)): _without_booleans(value, depth - 1)
            for key, value in found.items()
        }
    if isinstance(found, list):
        return [_without_booleans(value, depth - 1) for value in found]
    return cast("str | None", found)
