"""The composition root: where a setting comes from, and whose fault an exit code says it is."""

from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from milium import main as program
from milium.app.settings import Settings, SettingsRefusedError
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung
from milium.kb import KnowledgeError

NAMES = "id,inci,names\nmy-oil,Mirabilis Oil,\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, named by the environment."""
    for name in ("PORT", "LANGUAGE", "PLACE", "MODULES_OFF", "OVERLAYS"):
        monkeypatch.delenv(f"MILIUM_{name}", raising=False)
    monkeypatch.setenv("MILIUM_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def toml(home: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (home / "settings.toml").write_bytes(data)


def test_without_anything_the_defaults_hold(home: Path) -> None:
    assert program.read_settings({}) == Settings(home=home)


def test_without_a_home_it_is_the_platforms_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MILIUM_HOME")

    found = program.read_settings({}).home

    assert found == Path(platformdirs.user_data_dir("milium", appauthor=False))


def test_the_file_is_over_the_defaults_the_environment_over_it_and_flags_over_all(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml(home, 'port = 1\nlanguage = "de"\nplace = "DE"\nmodules_off = ["plan"]\n')
    monkeypatch.setenv("MILIUM_LANGUAGE", "fr")
    monkeypatch.setenv("MILIUM_PLACE", "FR")

    found = program.read_settings({"place": "ES", "language": None})

    assert found == Settings(home, 1, "fr", "ES", ("plan",), ())


def test_the_home_of_a_flag_is_where_the_file_is_read(tmp_path: Path, home: Path) -> None:
    toml(home, "port = 1")
    (tmp_path / "other").mkdir()
    toml(tmp_path / "other", "port = 2")

    found = program.read_settings({"home": str(tmp_path / "other")})

    assert (found.home, found.port) == (tmp_path / "other", 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prot = 1", "settings.toml: there is no setting 'prot' (did you mean 'port'?)"),
        ("port = 99999", "settings.toml: port '99999' should be a number from 0 to 65535"),
        ("port = true", "settings.toml: port 'True' should be a number"),
        ("port = ", "settings.toml: can't be read"),
        (b"language = '\xff'", "settings.toml: can't be read"),
    ],
)
def test_a_wrong_file_is_refused_by_name(text: str | bytes, said: str, home: Path) -> None:
    toml(home, text)

    with pytest.raises(SettingsRefusedError) as caught:
        program.read_settings({})

    assert str(home) in str(caught.value)
    assert said in str(caught.value)


def test_a_folder_where_the_file_should_be_is_refused(home: Path) -> None:
    (home / "settings.toml").mkdir()

    with pytest.raises(SettingsRefusedError, match="can't be read"):
        program.read_settings({})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MILIUM_PORT", "http", "the environment: port 'http' should be a number"),
        ("MILIUM_LANGAUGE", "de", "the environment: there is no setting 'langauge' (did you mean"),
        ("MILIUM_MODULES_OFF", "triage", "the environment: there is no module 'triage'"),
    ],
)
def test_a_wrong_environment_is_refused_by_name(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsRefusedError) as caught:
        program.read_settings({})

    assert said in str(caught.value)


def test_a_wrong_flag_is_refused_by_name() -> None:
    with pytest.raises(SettingsRefusedError, match="the command line: port 'x'"):
        program.read_settings({"port": "x"})


def exit_code(*arguments: str) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        program.main(list(arguments))
    return caught.value.code


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge) -> None:
    """The knowledge is there already; reading it anew for each test takes seconds."""
    monkeypatch.setattr(program, "load_knowledge", lambda _: knowledge)


@pytest.mark.usefixtures("loaded")
def test_an_answer_is_exit_nought(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("settings") == 0
    assert "knowledge: " in capsys.readouterr().out


@pytest.mark.usefixtures("loaded")
def test_what_was_refused_is_exit_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("guide", "nowhere.yaml") == 2
    assert capsys.readouterr().err.startswith("nowhere.yaml: can't be opened")


def test_a_plan_that_breaks_a_limit_is_our_fault_exit_one_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], knowledge: Knowledge
) -> None:
    ages = {**knowledge.audit.ages, Rung.GENTLE: 200 * 365}
    broken = replace(knowledge, audit=replace(knowledge.audit, ages=ages))
    monkeypatch.setattr(program, "load_knowledge", lambda _: broken)

    assert exit_code("guide", "examples/cheek.yaml") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "does not keep its own rules (old-enough: am_cleanse" in printed.err


def test_knowledge_that_is_wrong_is_our_fault_and_exit_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(_: Path) -> None:
        raise KnowledgeError("triage/x.yaml: 'y' is wrong")

    monkeypatch.setattr(program, "load_knowledge", wrong)

    assert exit_code("settings") == 1
    assert capsys.readouterr().err == "triage/x.yaml: 'y' is wrong\n"


@pytest.mark.usefixtures("loaded")
def test_the_names_a_person_adds_are_read_and_stand_in_the_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.csv").write_text(NAMES, encoding="utf-8")
    monkeypatch.setenv("MILIUM_OVERLAYS", str(tmp_path / "mine.csv"))

    knowledge = program._knowledge(program.read_settings({}))

    assert "my-oil" in knowledge.vocabulary.ingredients
    assert [label.split("+")[0] for label in knowledge.edition.overlays] == ["mine.csv"]


def test_imported_names_in_the_home_folder_are_read_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "cosing.csv").write_text(NAMES, encoding="utf-8")
    monkeypatch.setenv("MILIUM_HOME", str(tmp_path))

    knowledge = program._knowledge(program.read_settings({}))

    assert "my-oil" in knowledge.vocabulary.ingredients
    assert [label.split("+")[0] for label in knowledge.edition.overlays] == ["cosing.csv"]


@pytest.mark.usefixtures("loaded")
def test_an_overlay_that_is_not_there_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MILIUM_OVERLAYS", "nowhere.csv")

    assert exit_code("settings") in {1, 2}
    assert "nowhere.csv: can't be opened" in capsys.readouterr().err
