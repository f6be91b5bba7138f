"""Every way an entry of the knowledge can be wrong is refused by file, entry, key and mend."""

from collections.abc import Callable
from enum import Enum, IntEnum
from pathlib import Path

import pytest

from milium.domain.evidence import Citation, Grade
from milium.domain.ids import SourceId
from milium.kb import KnowledgeError, near
from milium.kb.entries import Entry, member_word
from tests.builders.knowledge import changed, evidence, loaded, tiny_files

RULES = ("triage/rules.yaml", "rules", 0)


class Word(Enum):
    RED = "red"
    BLUE = "blue"


class Number(IntEnum):
    FIRST_ONE = 1


def entry(**tree: object) -> Entry:
    return Entry(tree, "a.yaml: 'x'")  # type: ignore[arg-type]


def test_the_tiny_knowledge_is_valid(tmp_path: Path) -> None:
    knowledge = loaded(tiny_files(), tmp_path)

    assert [rule.id for rule in knowledge.triage.rules] == ["newborn-fever"]


@pytest.mark.parametrize("tree", [None, "text", ["a"]])
def test_an_entry_that_is_no_mapping_is_refused(tree: object) -> None:
    with pytest.raises(KnowledgeError, match=r"^a\.yaml: should be a mapping of keys to values$"):
        Entry(tree, "a.yaml")  # type: ignore[arg-type]


def test_text_that_is_missing_is_refused_and_a_default_stands_in() -> None:
    assert entry().text("key", "default") == "default"
    assert entry(key="").text("key", "default") == ""
    with pytest.raises(KnowledgeError, match="^a.yaml: 'x': 'key' should be text; add 'key: ...'"):
        entry().text("key")


@pytest.mark.parametrize("read", ["text", "optional", "flag"])
def test_a_list_where_text_belongs_is_refused(read: str) -> None:
    found = entry(key=["a"])
    readers: dict[str, Callable[[], object]] = {
        "text": lambda: found.text("key", "default"),
        "optional": lambda: found.optional("key", int),
        "flag": lambda: found.flag("key"),
    }

    with pytest.raises(KnowledgeError, match="'key' should be text"):
        readers[read]()


def test_an_optional_value_may_be_absent_and_must_be_readable() -> None:
    assert entry().optional("key", int) is None
    assert entry(key="3").optional("key", int) == 3
    with pytest.raises(KnowledgeError, match="'key: three' can't be read"):
        entry(key="three").optional("key", int)


def test_a_value_that_cannot_be_read_says_why_even_when_the_error_is_silent() -> None:
    def silent(_: str) -> int:
        raise ArithmeticError

    with pytest.raises(KnowledgeError, match=r"'key: 3' can't be read \(ArithmeticError\)"):
        entry(key="3").value("key", silent)


def test_a_flag_is_yes_or_no_and_absent_is_no() -> None:
    assert [entry(key="yes").flag("key"), entry(key="no").flag("key"), entry().flag("key")] == [
        True,
        False,
        False,
    ]
    with pytest.raises(KnowledgeError, match="'key' should be yes or no, not 'true'"):
        entry(key="true").flag("key")


def test_a_choice_names_a_member_by_value_or_a_number_by_name() -> None:
    assert entry(key="red").choice("key", Word) is Word.RED
    assert entry(key="first_one").choice("key", Number) is Number.FIRST_ONE
    assert entry().choice("key", Word, Word.BLUE) is Word.BLUE
    assert (member_word(Word.RED), member_word(Number.FIRST_ONE)) == ("red", "first_one")


def test_an_unknown_choice_lists_what_is_allowed_and_the_nearest() -> None:
    said = r"'key' should be one of red, blue, not 'blu' \(did you mean 'blue'\?\)"
    with pytest.raises(KnowledgeError, match=said):
        entry(key="blu").choice("key", Word)
    with pytest.raises(KnowledgeError, match="'key' should be text"):
        entry().choice("key", Word)


@pytest.mark.parametrize("read", ["words", "mapping", "entries"])
def test_what_is_absent_is_empty(read: str) -> None:
    assert len(getattr(entry(), read)("key")) == 0


@pytest.mark.parametrize(
    ("read", "tree", "said"),
    [
        ("words", "a", r"should be a list; write 'key: \[...\]'"),
        ("words", ["a", ["b"]], "'key' should hold words only"),
        ("words", ["a", None], "'key' should hold words only"),
        ("mapping", ["a"], "'key' should be a mapping"),
        ("mapping", {"a": None}, "'key' should hold words only"),
        ("entries", {"a": "b"}, "'key' should be a list of entries"),
        ("entries", ["a"], r"^a.yaml: 'x', key 1: should be a mapping"),
        ("entry", "a", r"^a.yaml: 'x', key: should be a mapping"),
    ],
)
def test_the_wrong_shape_is_refused(read: str, tree: object, said: str) -> None:
    with pytest.raises(KnowledgeError, match=said):
        getattr(entry(key=tree), read)("key")


def test_a_key_nobody_takes_is_refused_with_the_nearest() -> None:
    asked = entry(grad="C")
    asked.optional("grade", str)

    with pytest.raises(KnowledgeError, match=r"unknown key 'grad'; allowed: grade \(did you mean"):
        asked.done(None)


def test_the_nearest_word_is_named_only_when_it_is_near() -> None:
    assert near("chek", ["cheek", "nose"]) == " (did you mean 'cheek'?)"
    assert near("zzz", ["cheek"]) == ""


def test_evidence_is_read_whole() -> None:
    found = entry(**evidence(grade="A")).evidence()

    assert found.grade is Grade.A
    assert found.citations == (Citation(SourceId("a-paper"), "p. 1"),)
    assert found.reviewed is None


def test_a_citation_without_a_locator_has_an_empty_one() -> None:
    found = entry(**evidence(citations=[{"source": "a-paper"}])).evidence()

    assert found.citations == (Citation(SourceId("a-paper"), ""),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"grade": "E"}, "'grade' should be one of A, B, C, D, not 'E'"),
        ({"grade": None}, "'grade' should be text"),
        ({"citations": []}, "has no citation; add one under 'citations'"),
        ({"citations": None}, "has no citation; add one under 'citations'"),
        ({"citations": [{"locator": "p. 1"}]}, "citations 1: 'source' should be text"),
        ({"citations": [{"source": "a-paper", "page": "1"}]}, "unknown key 'page'"),
        ({"reviewed": "no"}, "'reviewed' stays null here; a signature stands in reviews/"),
        ({"reviewed": {"by": "A", "on": "2027-01-31"}}, "milium knowledge review-import FORM"),
    ],
)
def test_evidence_that_does_not_carry_is_refused(
    change: dict[str, object], said: str, tmp_path: Path
) -> None:
    files = changed(*RULES, to={**tiny_files()[RULES[0]][RULES[1]][0], **change})

    with pytest.raises(KnowledgeError) as caught:
        loaded(files, tmp_path)

    assert said in str(caught.value)
    assert str(caught.value).startswith("triage/rules.yaml: 'newborn-fever'")
