"""The compiled form: used when it is true, ignored when it is not, never in the way."""

import json
from pathlib import Path

import pytest

from milium.domain.ids import MessageId
from milium.kb import KnowledgeError, compile_knowledge, load_knowledge, second_hand
from milium.kb import load as loading
from milium.kb.read import hash_of, knowledge_files, knowledge_root
from tests.builders.knowledge import changed, tiny_files, write


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny knowledge on disk, standing where the package's own would."""
    folder = write(tiny_files(), tmp_path / "knowledge")
    for module in (loading, second_hand):
        monkeypatch.setattr(module, "knowledge_root", lambda: folder)
    return folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder standing where the installed package would."""
    folder = tmp_path / "package"
    folder.mkdir()
    monkeypatch.setattr(loading, "files", lambda _: folder)
    return folder


def never_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(_: object) -> None:
        pytest.fail("YAML was parsed although its hash was known")

    monkeypatch.setattr(loading, "read_raw", parse)


def kept(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.exists() else []


@pytest.mark.usefixtures("root")
def test_yaml_is_parsed_only_when_its_hash_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "home" / "cache"
    first = load_knowledge(cache)
    never_parses(monkeypatch)

    again = load_knowledge(cache)

    assert again == first
    assert [path.name for path in kept(cache)] == [
        f"knowledge-{first.edition.version.split('+')[1]}.json"
    ]


def test_a_changed_file_is_parsed_again(root: Path, tmp_path: Path) -> None:
    before = load_knowledge(tmp_path / "cache")
    write(changed("text/en/all.yaml", "action.go", to="Go."), root)

    after = load_knowledge(tmp_path / "cache")

    assert after.texts["en"][MessageId("action.go")] == "Go."
    assert after.edition.version != before.edition.version
    assert len(kept(tmp_path / "cache")) == 2


@pytest.mark.usefixtures("root")
def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    before = kept(tmp_path)

    load_knowledge(None)

    assert kept(tmp_path) == before


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'"text"', b"\xff\xfe", b"null", b'{"colections": {}}', b"{}",
     b'{"content_hash": "HASH"}', b'{"collections": [], "content_hash": "HASH"}'],
)  # fmt: skip
@pytest.mark.usefixtures("root")
def test_a_damaged_cache_is_ignored_and_mended(damage: bytes, tmp_path: Path) -> None:
    whole = load_knowledge(tmp_path / "cache")
    (path,) = kept(tmp_path / "cache")
    good = path.read_bytes()
    path.write_bytes(damage.replace(b"HASH", whole.edition.version.split("+")[1].encode()))

    assert load_knowledge(tmp_path / "cache") == whole
    assert path.read_bytes() == good


@pytest.mark.usefixtures("root")
def test_a_cache_of_other_contents_is_ignored(tmp_path: Path) -> None:
    whole = load_knowledge(tmp_path / "cache")
    (path,) = kept(tmp_path / "cache")
    stale = {**json.loads(path.read_bytes()), "content_hash": "000000000000"}
    stale["texts"]["en"]["action.go"] = "Stay."
    path.write_text(json.dumps(stale), encoding="utf-8")

    assert load_knowledge(tmp_path / "cache") == whole


@pytest.mark.usefixtures("root")
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should", encoding="utf-8")

    found = load_knowledge(tmp_path / "taken" / "cache")

    assert found.edition.version.startswith("1.2.3+")


@pytest.mark.usefixtures("root")
def test_writing_the_cache_leaves_nothing_half_written_behind(tmp_path: Path) -> None:
    load_knowledge(tmp_path / "cache")
    (path,) = kept(tmp_path / "cache")
    path.unlink()
    path.mkdir()

    load_knowledge(tmp_path / "cache")

    assert kept(tmp_path / "cache") == [path]


def test_a_wrong_knowledge_is_never_kept(root: Path, tmp_path: Path) -> None:
    write(changed("text/en/all.yaml", "action.go", to=...), root)

    with pytest.raises(KnowledgeError, match="no text for 'action.go'"):
        load_knowledge(tmp_path / "cache")
    assert kept(tmp_path / "cache") == []


@pytest.mark.usefixtures("root")
def test_what_is_compiled_loads_as_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = compile_knowledge(tmp_path / "out.json")
    cache = tmp_path / "cache"
    cache.mkdir()
    (tmp_path / "out.json").rename(cache / f"knowledge-{version.split('+')[1]}.json")
    whole = load_knowledge(None)
    never_parses(monkeypatch)

    assert load_knowledge(cache) == whole
    assert version == whole.edition.version


def test_wrong_knowledge_does_not_compile(root: Path, tmp_path: Path) -> None:
    write(changed("text/en/all.yaml", "action.go", to=...), root)

    with pytest.raises(KnowledgeError, match="no text for 'action.go'"):
        compile_knowledge(tmp_path / "out.json")
    assert not (tmp_path / "out.json").exists()


@pytest.mark.usefixtures("root")
def test_compiling_into_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")

    with pytest.raises((OSError, KnowledgeError)):
        compile_knowledge(tmp_path / "taken" / "out.json")


@pytest.mark.usefixtures("root")
def test_the_packaged_form_is_used_when_its_hash_fits(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load_knowledge(None)
    compile_knowledge(package / loading.COMPILED)
    never_parses(monkeypatch)

    assert load_knowledge(None) == whole


def test_the_packaged_form_of_other_contents_is_ignored(root: Path, package: Path) -> None:
    compile_knowledge(package / loading.COMPILED)
    write(changed("text/en/all.yaml", "action.go", to="Go."), root)

    assert load_knowledge(None).texts["en"][MessageId("action.go")] == "Go."


def test_the_hash_changes_with_any_path_or_byte_and_with_nothing_else() -> None:
    files = {"a.yaml": b"1", "b.yaml": b"2"}

    assert hash_of(files) == hash_of(dict(files))
    assert len(hash_of(files)) == 12
    others = [
        {"a.yaml": b"1", "c.yaml": b"2"},
        {"a.yaml": b"12", "b.yaml": b""},
        {"a.yaml": b"1", "b.yaml": b"3"},
        {"a.yaml": b"1"},
        {"a.yaml1": b"", "b.yaml": b"2"},
    ]
    assert len({hash_of(files), *map(hash_of, others)}) == 6


def test_only_data_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/x.yaml", "a/y.csv", "z.yaml", "a/readme.md", "a/n/m.yaml", "code.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    found = knowledge_files(tmp_path)

    assert list(found) == ["a/n/m.yaml", "a/y.csv", "b/x.yaml", "z.yaml"]
    assert found["a/n/m.yaml"] == b"a/n/m.yaml"


def test_the_package_holds_what_this_repository_holds() -> None:
    assert "edition.yaml" in knowledge_files(knowledge_root())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text/en/zz.yaml": {"action.go": "Again."}},
         "text/en/zz.yaml: 'action.go' is written in another file of this language too"),
        ({"text/en/zz.yaml": {"x.y": ["a"]}}, "text/en/zz.yaml: 'x.y' should be a sentence"),
        ({"text/en/zz.yaml": {"x.y": None}}, "text/en/zz.yaml: 'x.y' should be a sentence"),
    ],
)  # fmt: skip
def test_texts_that_are_no_flat_mapping_are_refused(
    change: dict[str, object], said: str, root: Path
) -> None:
    write(change, root)

    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(None)

    assert str(caught.value) == said


def test_each_language_has_its_own_texts(root: Path) -> None:
    write({"text/de/all.yaml": {"action.go": "Geh."}}, root)

    found = load_knowledge(None).texts

    assert found["de"] == {"action.go": "Geh."}
    assert found["en"][MessageId("action.go")] == "A sentence."
