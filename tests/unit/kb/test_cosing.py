"""The European Commission's export as a table of names: it adds, and takes nothing over."""

import gzip
from pathlib import Path

import pytest

from milium.domain.knowledge import Knowledge
from milium.kb import KnowledgeError, cosing_table, with_overlay
from milium.kb import cosing as imports
from tests.builders.knowledge import loaded, tiny_files

HEADER = "inci_name,cas_number,einecs_number,function\n"
FULL = (
    "File creation date: 30/12/2020\n\nIngredients\n"
    'COSING Ref No,INCI name,INN name,Restriction\n1,Foo Seed Oil,,\n2,"1,9-FOODIOL",,\n'
)


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return loaded(tiny_files(), tmp_path / "knowledge")


def export(folder: Path, data: bytes | str) -> Path:
    path = folder / "export.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        HEADER + 'Foo Seed Oil,1,2,Emollient\n"1,9-FOODIOL",,,\n',
        FULL,
        gzip.compress(FULL.encode()),
        "\ufeff" + FULL,
    ],
)
def test_new_names_become_a_table_of_ones_own(
    data: bytes | str, knowledge: Knowledge, tmp_path: Path
) -> None:
    table = cosing_table(export(tmp_path, data), knowledge)

    assert (table.names, table.new, table.known, table.asking) == (2, 2, 0, 0)
    assert table.text.splitlines() == [
        "id,inci,names",
        "cosing-foo-seed-oil,FOO SEED OIL,",
        'cosing-1-9-foodiol,"1,9-FOODIOL",',
    ]


def test_the_table_is_an_overlay(knowledge: Knowledge, tmp_path: Path) -> None:
    table = cosing_table(export(tmp_path, FULL), knowledge)
    mine = tmp_path / "mine.csv"
    mine.write_text(table.text, "utf-8")

    more = with_overlay(knowledge, mine)

    assert "FOO SEED OIL" in more.vocabulary.by_name
    assert more.triage is knowledge.triage
    assert more.edition.overlays[0].startswith("mine.csv+")


def test_known_names_are_left_out(knowledge: Knowledge, tmp_path: Path) -> None:
    path = export(tmp_path, HEADER + "RETINOL,,,\nFOO,,,\n\n,,,\nretinol,,,\n")

    table = cosing_table(path, knowledge)

    assert (table.names, table.new, table.known, table.asking) == (2, 1, 1, 0)


def test_two_names_with_one_id_get_two(knowledge: Knowledge, tmp_path: Path) -> None:
    table = cosing_table(export(tmp_path, HEADER + "FOO-1,,,\nFOO 1,,,\n***A***,,,\n"), knowledge)

    assert [line.split(",")[0] for line in table.text.splitlines()[1:]] == [
        "cosing-foo-1", "cosing-foo-1-2", "cosing-a",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "has no column 'INCI name'"),
        ("a,b\n" * 60, "has no column 'INCI name'"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"\x1f\x8b\x08broken", "can't be read"),
        (HEADER + "a" * 200_000 + "\n", "is no row of a table"),
    ],
)
def test_what_is_no_export_is_refused(
    data: bytes | str, says: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    with pytest.raises(KnowledgeError, match=says):
        cosing_table(export(tmp_path, data), knowledge)


def test_a_file_that_is_not_there_is_refused(knowledge: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="can't be read"):
        cosing_table(tmp_path / "nowhere.csv", knowledge)


def test_a_packed_file_is_never_unpacked_without_end(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "MAX_BYTES", 1000)

    with pytest.raises(KnowledgeError, match="is larger than"):
        cosing_table(export(tmp_path, gzip.compress(b"a" * 2000)), knowledge)
