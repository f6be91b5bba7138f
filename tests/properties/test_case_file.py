"""Laws of the case file: nothing told is lost, and YAML and JSON say the same."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from milium.app.documents import case_json, case_yaml, read_case, read_document
from milium.app.formats.case import CaseFormat
from milium.app.formats.problems import CaseRefusedError
from milium.domain.cases import Case
from tests.builders.formats import cases

Shape = Any
ANYTHING = st.recursive(
    st.none() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def validator(case_format: CaseFormat) -> Draft202012Validator:
    return Draft202012Validator(case_format.schema())


@given(data=st.data())
def test_what_is_written_is_read_back_equal_from_yaml_and_from_json(
    data: st.DataObject, case_format: CaseFormat
) -> None:
    case = data.draw(cases(case_format))

    as_yaml = case_yaml(case, case_format).encode()
    as_json = case_json(case, case_format).encode()

    assert _read(as_yaml, "case.yaml", case_format) == case
    assert _read(as_json, "case.json", case_format) == case


@given(data=st.data())
def test_whatever_is_written_fits_the_published_schema(
    data: st.DataObject, case_format: CaseFormat, validator: Draft202012Validator
) -> None:
    case = data.draw(cases(case_format))

    printed = json.loads(case_json(case, case_format))

    assert [error.message for error in validator.iter_errors(printed)] == []


@settings(max_examples=80)
@given(data=st.data())
def test_one_thing_changed_is_read_or_refused_and_the_schema_is_no_looser_than_the_reader(
    data: st.DataObject, case_format: CaseFormat, validator: Draft202012Validator
) -> None:
    document = json.loads(case_json(data.draw(cases(case_format)), case_format))
    _change(document, data.draw(st.sampled_from(list(_places(document)))), data.draw(ANYTHING))
    fits = validator.is_valid(document)

    try:
        _read(json.dumps(document).encode(), "case.json", case_format)
    except CaseRefusedError as refused:
        assert refused.problems
        assert all(problem.detail for problem in refused.problems)
        assert not fits or not _is_structural(refused)


@given(data=st.binary(max_size=200), name=st.sampled_from(["case.yaml", "case.json", "-"]))
def test_any_bytes_at_all_are_read_or_refused(
    data: bytes, name: str, case_format: CaseFormat
) -> None:
    try:
        _read(data, name, case_format)
    except CaseRefusedError as refused:
        assert refused.problems


@given(text=st.text(max_size=100), name=st.sampled_from(["case.yaml", "case.json"]))
def test_any_text_at_all_is_a_document_or_refused(text: str, name: str) -> None:
    try:
        read_document(text.encode("utf-8", "surrogatepass"), name)
    except CaseRefusedError as refused:
        assert refused.problems


def _read(data: bytes, name: str, case_format: CaseFormat) -> Case:
    return read_case(data, name, case_format, place="ELSEWHERE")


def _places(tree: Shape, way: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Every place in a document but the whole of it, and but what stands under ``x-``."""
    inside: Iterator[tuple[int | str, Shape]] = iter(
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for key, value in inside:
        if not str(key).startswith("x-"):
            yield (*way, key)
            yield from _places(value, (*way, key))


def _change(document: Shape, way: tuple[int | str, ...], value: object) -> None:
    for step in way[:-1]:
        document = document[step]
    document[way[-1]] = value


def _is_structural(refused: CaseRefusedError) -> bool:
    """Whether a schema could have said so too: words, keys and shapes, not what is text to JSON."""
    beyond = (
        "no day",
        "no amount",
        "no type",
        "stands there twice",
        "control character",
        "decimals",
    )
    return not any(part in problem.detail for problem in refused.problems for part in beyond)
