"""Every refusal of the loader, and what it reads as it stands."""

import pytest

from milium.kb import Tree, UnreadableDocumentError, parse_json, parse_yaml
from milium.kb.strict_yaml import MAX_DEPTH


def refusal(text: str, *, json: bool = False) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        (parse_json if json else parse_yaml)(text, "a file")
    return str(caught.value)


@pytest.mark.parametrize(
    "word",
    ["yes", "no", "on", "off", "Yes", "NO", "true", "False", "y", "017", "0o17", "0x1F", "12:30",
     "2026-11-23", "1e3", ".inf", ".nan", "1_000", "-5", "3.10", "=", "<<"],
)  # fmt: skip
def test_a_plain_word_stays_the_text_it_is(word: str) -> None:
    assert parse_yaml(f"key: {word}", "a file") == {"key": word}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_absent(word: str) -> None:
    assert parse_yaml(f"key: {word}", "a file") == {"key": None}


@pytest.mark.parametrize("quoted", ["''", '""', "'~'", '"null"'])
def test_quoted_nothing_is_text(quoted: str) -> None:
    assert parse_yaml(f"key: {quoted}", "a file") == {"key": quoted[1:-1]}


@pytest.mark.parametrize("block", ["|", ">"])
def test_a_block_that_says_null_is_text(block: str) -> None:
    assert parse_yaml(f"key: {block}-\n  null\n", "a file") == {"key": "null"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_absent(text: str) -> None:
    assert parse_yaml(text, "a file") is None


def test_lists_and_mappings_keep_their_order() -> None:
    assert parse_yaml("b: [2, 1]\na: {c: d}\n", "a file") == {"b": ["2", "1"], "a": {"c": "d"}}


def test_the_byte_order_mark_is_not_part_of_the_first_key() -> None:
    assert parse_yaml("\ufeffkey: word", "a file") == {"key": "word"}
    assert parse_json('\ufeff{"key": "word"}', "a file") == {"key": "word"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1", "line 1, column 4: anchors and aliases"),
        ("a: &x [1]\nb: *x", "line 1, column 4: anchors and aliases"),
        ("a: *x", "line 1, column 4: anchors and aliases"),
        ("&x a: 1", "anchors and aliases"),
        ("a: !!python/object:os.system {}", "line 1, column 4: tags are not used"),
        ("a: !!str 1", "tags are not used"),
        ("a: ! 1", "tags are not used"),
        ("a: !mine [1]", "tags are not used"),
        ("a: 1\nb: 2\na: 3", "line 3, column 1: the key 'a' stands here twice"),
        ("a: {b: 1, 'b': 2}", "the key 'b' stands here twice"),
        ("? [a, b]\n: 1", "a key must be a word"),
        ("a: 1\n---\nb: 2", "line 2, column 1: but found another document"),
        ("a: [1", "line 1, column 6"),
        ("a: 1\n\tb: 2", "a file: line 2"),
        ("a: \x00", "control character (U+0000)"),
        ("a: \x1b[31m", "control character (U+001B)"),
        ("a: \x7f", "control character (U+007F)"),
    ],
)
def test_what_we_do_not_read_is_refused_with_its_place(text: str, said: str) -> None:
    message = refusal(text)

    assert message.startswith("a file: ")
    assert said in message


@pytest.mark.parametrize("text", ["a: \x80", "a: \x9b31m", "a: \ufffe", "a: \uffff", "a: \ud800"])
def test_a_character_yaml_has_no_place_for_is_refused_by_name(text: str) -> None:
    assert refusal(text).startswith("a file: ")


@pytest.mark.parametrize(
    "escaped", ["\\0", "\\x1b[31m", "\\e", "\\x7f", "\\u009b", "\\ud800", "\\a"]
)
def test_an_escaped_control_character_is_refused_like_a_plain_one(escaped: str) -> None:
    assert refusal(f'a: "{escaped}"').startswith("a file: ")


@pytest.mark.parametrize("escaped", ["\\u0000", "\\u001b[31m", "\\b", "\\u009b", "\\ud800"])
def test_an_escaped_control_character_in_json_is_refused_like_a_plain_one(escaped: str) -> None:
    assert refusal(f'{{"a": "{escaped}"}}', json=True).startswith("a file: ")


@pytest.mark.parametrize("text", ['"a\\tb\\nc"', '"\\u00e9"'])
def test_ordinary_escapes_are_read_alike_in_yaml_and_json(text: str) -> None:
    assert parse_yaml(f"[{text}]", "a file") == parse_json(f"[{text}]", "a file")


@pytest.mark.parametrize("over", [0, 1, 10, 100_000])
def test_a_document_is_at_most_forty_levels_deep(over: int) -> None:
    # a value at level n sits inside n - 1 lists
    lists = MAX_DEPTH - 1 + over
    text = "[" * lists + "x" + "]" * lists

    if over == 0:
        assert parse_yaml(text, "a file") == parse_json(text.replace("x", '"x"'), "a file")
        return
    assert "deeper" in refusal(text) or "RecursionError" in refusal(text)
    assert refusal(text.replace("x", '"x"'), json=True).startswith("a file: ")


def test_a_mapping_counts_as_a_level_like_a_list() -> None:
    text = '{"a":' * MAX_DEPTH + '"x"' + "}" * MAX_DEPTH

    assert f"deeper than {MAX_DEPTH}" in refusal(text)
    assert f"deeper than {MAX_DEPTH}" in refusal(text, json=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": true}', 'write "yes" or "no"'),
        ('{"a": [false]}', 'write "yes" or "no"'),
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        ('{"a": 1, "b": 2, "a": 3}', "the key 'a' stands there twice"),
        ('{"a": {"b": 1, "b": 1}}', "the key 'b' stands there twice"),
        ('{"a": 1', "line 1, column 8: not JSON"),
        ('{"a": 1} {"b": 2}', "line 1, column 10: not JSON"),
        ("{'a': 1}", "not JSON"),
        ("", "not JSON"),
        ('{"a": "\x00"}', "control character (U+0000)"),
    ],
)
def test_json_that_is_no_case_is_refused_with_its_place(text: str, said: str) -> None:
    message = refusal(text, json=True)

    assert message.startswith("a file: ")
    assert said in message


@pytest.mark.parametrize("number", ["1", "1.50", "-3", "1e5", "9" * 5000, "38.20"])
def test_a_json_number_stays_as_it_is_written(number: str) -> None:
    assert parse_json(f'{{"a": {number}, "b": null}}', "a file") == {"a": number, "b": None}


@pytest.mark.parametrize(
    ("yaml", "json"),
    [
        ("a: 1.50\nb: [x, ~]\nc: {d: no}", '{"a": 1.50, "b": ["x", null], "c": {"d": "no"}}'),
        ("[]", "[]"),
        ("word", '"word"'),
        ("", "null"),
    ],
)
def test_the_same_document_gives_the_same_tree(yaml: str, json: str) -> None:
    tree: Tree = parse_yaml(yaml, "a file")

    assert tree == parse_json(json, "a file")


def test_an_escaped_control_character_in_a_key_is_refused_like_a_plain_one() -> None:
    with pytest.raises(UnreadableDocumentError, match="control character"):
        parse_yaml('{"a\\x1b": b}', "x.yaml")
