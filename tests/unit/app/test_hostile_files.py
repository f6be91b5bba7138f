"""Hostile case files: a clear refusal, soon, and never a crash."""

import json

import pytest

from milium.app.documents import read_case
from milium.app.formats.case import MAX_BYTES, CaseFormat
from milium.app.formats.problems import CaseRefusedError
from milium.domain.cases import Case
from tests.builders.formats import HEAD


def read(data: str | bytes, case_format: CaseFormat, name: str = "a.yaml") -> Case:
    encoded = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    return read_case(encoded, name, case_format, place="ELSEWHERE")


def refusal(data: str | bytes, case_format: CaseFormat, name: str = "a.yaml") -> str:
    with pytest.raises(CaseRefusedError) as caught:
        read(data, case_format, name)
    assert all(problem.detail for problem in caught.value.problems)
    return str(caught.value)


def json_case(**more: object) -> str:
    return json.dumps({"milium": 1, "as_of": "2026-11-23", **more})


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 10_000_000])
def test_a_file_over_the_limit_is_refused_unread(size: int, case_format: CaseFormat) -> None:
    data = HEAD.encode() + b"#" * (size - len(HEAD))

    assert refusal(data, case_format) == f"a.yaml: is {size:,} bytes; a case has at most 1,000,000"


def test_a_file_at_the_limit_is_read(case_format: CaseFormat) -> None:
    data = HEAD.encode() + b"#" * (MAX_BYTES - len(HEAD))

    assert read(data, case_format).place == "GB"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(case_format: CaseFormat) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert "line 1, column 4: anchors and aliases" in refusal(bomb, case_format)


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_very_deep_file_is_refused(name: str, opening: str, case_format: CaseFormat) -> None:
    assert refusal(opening * 100_000, case_format, name)


@pytest.mark.parametrize(
    "word",
    ["a\x00b", "a\x1b[31mb", "a\x7fb", "a\x9b31mb", "a\ufffeb", "a\ud800b"],
)
def test_a_control_character_or_half_a_pair_is_refused_however_written(
    word: str, case_format: CaseFormat
) -> None:
    escaped = json_case(words=word)
    plain = escaped.replace(json.dumps(word), f'"{word}"')

    for name in ("a.yaml", "a.json"):
        assert refusal(escaped, case_format, name)
        assert refusal(plain, case_format, name)


def test_a_byte_order_mark_is_no_part_of_the_file(case_format: CaseFormat) -> None:
    assert read(b"\xef\xbb\xbf" + HEAD.encode(), case_format) == read(HEAD, case_format)
    marked = b"\xef\xbb\xbf" + json_case().encode()
    assert read(marked, case_format, "a.json") == read(json_case(), case_format, "a.json")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-32"])
def test_a_file_in_another_encoding_is_refused_with_what_to_do(
    encoding: str, case_format: CaseFormat
) -> None:
    data = f'{HEAD}words: "caf\u00e9"\n'.encode(encoding)

    assert "is not UTF-8; save the file as UTF-8 text" in refusal(data, case_format)


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2", "milium: this file is of version 2; this Milium reads up to 1"),
        ("999", "milium: this file is of version 999"),
        ("9" * 5000, "milium: "),
        ("0", "milium: should be 1"),
        ("-1", "milium: should be 1"),
        ("1.0", "milium: should be 1"),
        ("one", "milium: should be 1"),
        ("\u00b2", "milium: should be 1"),
        ("[1]", "milium: should be 1"),
        ("~", "milium: should be 1"),
    ],
)
def test_a_version_we_do_not_know_is_refused_by_name(
    version: str, said: str, case_format: CaseFormat
) -> None:
    assert refusal(f"milium: {version}\nas_of: 2026-11-23\n", case_format).startswith(said)


def test_a_newer_version_is_the_only_thing_said_of_a_newer_file(case_format: CaseFormat) -> None:
    said = refusal("milium: 2\nnew_section: {}\n", case_format)

    assert "Get a newer Milium; the file was left as it is" in said
    assert "new_section" not in said


HUGE = "9" * 5000
NUMBERS = [HUGE, f"-{HUGE}", "1e999999", "1e400000", "-1e999999", "1e-999999", ".inf", "nan", "NaN",
           "inf", "-5", "0x1F", "0o17", "\u0663e9", "twelve", "", "[1, [2]]", "{}"]  # fmt: skip


@pytest.mark.parametrize("number", [n for n in NUMBERS if n])
@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("lesions: [{{size_mm: {}}}]", "lesions.1.size_mm"),
        ("lesions: [{{count: {}}}]", "lesions.1.count"),
        ("person: {{age: {{value: {}, unit: days}}}}", "person.age"),
        ("person: {{fever: {}}}", "person.fever"),
        ("wishes: {{max_steps: {}}}", "wishes.max_steps"),
    ],
)
def test_a_number_that_is_none_is_refused_soon_and_in_short(
    number: str, line: str, path: str, case_format: CaseFormat
) -> None:
    said = refusal(HEAD + line.format(number), case_format)

    assert said.startswith(f"{path}: ")
    assert "sys." not in said
    assert "base 10" not in said
    assert len(said) < 1000


@pytest.mark.parametrize(
    "amount", [HUGE, "1e999999", "-5", "-0.01", "100000.01", "12.505", "nan", "inf", "x", "[]"]
)
def test_an_amount_that_is_none_is_refused(amount: str, case_format: CaseFormat) -> None:
    said = refusal(f"{HEAD}wishes: {{budget: {{amount: {amount}, currency: GBP}}}}", case_format)

    assert said.startswith("wishes.budget.amount: ")
    assert "write a number of 0 or more, like 40 or 12.50" in said
    assert len(said) < 1000


@pytest.mark.parametrize(
    ("steps", "fits"), [("0", False), ("1", True), ("20", True), ("21", False), ("400", False)]
)
def test_an_evening_has_one_to_twenty_steps(
    steps: str,
    fits: bool,
    case_format: CaseFormat,
) -> None:
    text = f"{HEAD}wishes: {{max_steps: {steps}}}"

    if fits:
        assert read(text, case_format).wishes.max_steps == int(steps)
    else:
        assert "whole number of steps from 1 to 20" in refusal(text, case_format)


@pytest.mark.parametrize(
    "day",
    ["yes", "2026-13-01", "2026-02-30", "23.11.2026", "12:30", "2026", "0000-00-00", HUGE, "[]",
     "2026-11-23T10:00:00", "99999-01-01"],
)  # fmt: skip
def test_a_day_that_is_none_is_refused(day: str, case_format: CaseFormat) -> None:
    said = refusal(f"milium: 1\nas_of: {day}\n", case_format)

    assert said.startswith("as_of: ")
    assert said.endswith("is no day; write it as 2026-11-23")


def test_a_doubled_key_among_many_is_found_soon(case_format: CaseFormat) -> None:
    keys = "".join(f'"a{n}": 1, ' for n in range(30_000))

    assert "'a29999' stands there twice" in refusal(f'{{{keys}"a29999": 1}}', case_format, "a.json")


def test_thousands_of_unknown_keys_are_refused_soon(case_format: CaseFormat) -> None:
    keys = "".join(f"key{n}: a\n" for n in range(5_000))

    assert "there is no such key" in refusal(HEAD + keys, case_format)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lesions:\n" + "- {}\n" * 51, "lesions: holds too many; at most 50 fit"),
        ("shelf:\n" + "- {name: a}\n" * 201, "shelf: holds too many; at most 200 fit"),
        (f"words: {'a' * 10_001}", "words: is 10001 characters long; at most 10000 fit"),
        (f"shelf: [{{name: {'a' * 201}}}]", "shelf.1.name: is 201 characters long; at most 200"),
        (f"shelf: [{{name: a, label: {'a' * 20_001}}}]", "shelf.1.label: is 20001 characters"),
        ("wishes: {avoid: [" + "a," * 51 + "]}", "wishes.avoid: holds too many; at most 50 fit"),
    ],
)
def test_there_is_an_end_to_everything(line: str, said: str, case_format: CaseFormat) -> None:
    assert said in refusal(HEAD + line, case_format)


@pytest.mark.parametrize(
    "line",
    [
        "lesions:\n" + "- {}\n" * 50,
        "shelf:\n" + "- {name: a}\n" * 200,
        f"words: {'a' * 10_000}",
        f"shelf: [{{name: {'a' * 200}, label: {'a' * 20_000}}}]",
    ],
)
def test_as_much_as_fits_is_read(line: str, case_format: CaseFormat) -> None:
    assert read(HEAD + line, case_format).place == "GB"


def test_a_word_as_long_as_the_file_is_refused_in_short(case_format: CaseFormat) -> None:
    said = refusal(f"{HEAD}lesions: [{{site: {'a' * 900_000}}}]", case_format)

    assert len(said) < 2000
