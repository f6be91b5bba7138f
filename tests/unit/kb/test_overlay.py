"""A person's own table of names: it adds, it never changes."""

from pathlib import Path

import pytest

from milium.domain.ids import IngredientId
from milium.domain.knowledge import Knowledge
from milium.engine.labels import read_label
from milium.kb import KnowledgeError, with_overlay
from milium.kb import overlay as overlays
from tests.builders.knowledge import loaded, tiny_files

HEADER = "id,inci,names\n"


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return loaded(tiny_files(), tmp_path / "knowledge")


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "mine.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def found(knowledge: Knowledge, label: str) -> list[str | None]:
    return [entry.ingredient for entry in read_label(label, knowledge.vocabulary).entries]


def test_a_new_ingredient_is_recognised_by_each_of_its_names(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = table(tmp_path, HEADER + "foo-oil,Foo Seed Oil,Foo oil|Huile de foo\n")

    more = with_overlay(knowledge, path)

    label = "Foo Seed Oil, Foo oil, Huile de foo, Retinol"
    assert found(more, label) == ["foo-oil", "foo-oil", "foo-oil", "retinol"]
    assert found(knowledge, "Foo Seed Oil, Retinol") == [None, "retinol"]


def test_a_known_ingredient_gains_names_and_keeps_its_id(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = table(tmp_path, HEADER + "my-retinol,RETINOL,Vitamin A1\n")

    more = with_overlay(knowledge, path)

    assert found(more, "Vitamin A1, Retinol") == ["retinol", "retinol"]
    assert "my-retinol" not in more.vocabulary.ingredients


def test_a_name_that_is_taken_stays_with_its_ingredient(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = table(tmp_path, HEADER + "harmless,Harmless,Retinol\n")

    more = with_overlay(knowledge, path)

    assert more.vocabulary.by_name["RETINOL"] == IngredientId("retinol")


def test_its_name_and_hash_stand_in_the_edition(knowledge: Knowledge, tmp_path: Path) -> None:
    first = with_overlay(knowledge, table(tmp_path, HEADER + "a,A oil,\n"))
    second = with_overlay(knowledge, table(tmp_path, HEADER + "b,B oil,\n"))

    assert knowledge.edition.overlays == ()
    assert [label.split("+")[0] for label in first.edition.overlays] == ["mine.csv"]
    assert first.edition.overlays != second.edition.overlays


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,inci\na,b\n", "the first line should be id,inci,names"),
        (HEADER + ",Foo,\n", "line 2: needs an id and an INCI name"),
        (HEADER + "a,Foo,\nb,,\n", "line 3: needs an id and an INCI name"),
        (b"id,inci,names\n\xff,a,b\n", "is no table in UTF-8"),
        (HEADER + 'a,"Foo" bar,\n', "is no table in UTF-8"),
        (HEADER + "lanolin,Retinyl Something,\n", "line 2: the id 'lanolin' is taken"),
    ],
)
def test_what_is_no_table_of_names_is_refused(
    text: str | bytes, said: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    with pytest.raises(KnowledgeError, match=said):
        with_overlay(knowledge, table(tmp_path, text))


def test_a_table_that_is_not_there_is_refused_by_name(knowledge: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.csv: can't be opened"):
        with_overlay(knowledge, tmp_path / "none.csv")


def test_a_table_of_any_size_is_not_read(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlays, "MAX_BYTES", 20)

    with pytest.raises(KnowledgeError, match="is larger than 20 bytes"):
        with_overlay(knowledge, table(tmp_path, HEADER + "a,A oil,A\n"))
