"""Laws of the loader: JSON and YAML give one tree, and nothing but a refusal ever comes out."""

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from milium.kb import Tree, UnreadableDocumentError, parse_json, parse_yaml

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n"),
    max_size=12,
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.none() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)
YAMLISH = st.text("ab: -[]{}&*!|>'\"#?%@`,\n\t\\~x0123", max_size=60)


@given(tree=TREES)
def test_a_tree_written_as_json_is_read_back(tree: Tree) -> None:
    assert parse_json(json.dumps(tree), "a file") == tree
    assert parse_json(json.dumps(tree, ensure_ascii=False), "a file") == tree


@given(tree=TREES)
def test_a_tree_written_as_yaml_is_read_back(tree: Tree) -> None:
    for flow in (True, False):
        text = yaml.dump(
            tree, Dumper=Plain, allow_unicode=True, default_flow_style=flow, sort_keys=False
        )

        assert parse_yaml(text, "a file") == tree


@given(tree=TREES)
def test_json_is_yaml(tree: Tree) -> None:
    text = json.dumps(tree, ensure_ascii=False)

    assert parse_yaml(text, "a file") == parse_json(text, "a file")


@given(text=YAMLISH | st.text(max_size=60))
def test_any_text_is_a_tree_or_refused_with_the_name_of_the_file(text: str) -> None:
    for parse in (parse_yaml, parse_json):
        try:
            found = parse(text, "a file")
        except UnreadableDocumentError as refused:
            assert str(refused).startswith("a file: ")
        else:
            assert _is_tree(found)


@given(number=st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_is_the_text_it_was_written_as(number: float) -> None:
    written = json.dumps(number)

    assert parse_json(written, "a file") == parse_yaml(written, "a file") == written


class Plain(yaml.SafeDumper):
    """Writes no anchors, however often a part stands there."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def _is_tree(found: object) -> bool:
    if isinstance(found, dict):
        return all(isinstance(key, str) and _is_tree(value) for key, value in found.items())
    if isinstance(found, list):
        return all(map(_is_tree, found))
    return found is None or isinstance(found, str)
