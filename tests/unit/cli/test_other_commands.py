"""``settings``, ``serve`` and ``knowledge``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from milium.adapters.cli import Wiring, cli
from milium.kb import KnowledgeError
from tests.unit.cli.conftest import Run, World


def test_the_settings_are_shown_a_line_each(run: Run, world: World) -> None:
    shown = dict(line.split(": ", 1) for line in run("settings").stdout.splitlines())

    assert list(shown) == [
        "home", "port", "language", "place", "modules_off", "overlays", "knowledge",
    ]  # fmt: skip
    assert (shown["home"], shown["port"]) == (str(world.home), "8100")
    assert shown["knowledge"] == world.knowledge.edition.version


def test_the_settings_as_json_are_one_object(run: Run, world: World) -> None:
    shown = json.loads(run("settings", "--json").stdout)

    assert (shown["home"], shown["port"], shown["overlays"]) == (str(world.home), 8100, [])


def test_a_flag_is_a_setting(run: Run, tmp_path: Path) -> None:
    shown = json.loads(run("settings", "--json", "--home", tmp_path / "other").stdout)

    assert shown["home"] == str(tmp_path / "other")


@pytest.mark.parametrize(("arguments", "port"), [((), 8100), (("--port", "0"), 0)])
def test_serve_starts_the_server_with_its_settings(
    arguments: tuple[str, ...], port: int, run: Run, world: World
) -> None:
    assert run("serve", *arguments).exit_code == 0
    assert [settings.port for settings in world.served] == [port]


def test_serve_may_leave_parts_out(run: Run, world: World) -> None:
    assert run("serve", "--modules-off", "plan,course", "--port", "0").exit_code == 0
    assert [(each.modules_off, each.port) for each in world.served] == [(("plan", "course"), 0)]


def test_the_knowledge_is_compiled_where_it_was_asked(
    run: Run, world: World, tmp_path: Path
) -> None:
    answer = run("knowledge", "compile", "--out", tmp_path / "out.json")

    assert answer.stdout.strip() == world.knowledge.edition.version
    assert world.compiled == [tmp_path / "out.json"]


def test_checking_the_knowledge_prints_its_version(run: Run, world: World) -> None:
    answer = run("knowledge", "check")

    assert (answer.exit_code, answer.stdout.strip()) == (0, world.knowledge.edition.version)


@pytest.mark.parametrize(
    "error", [KnowledgeError("a.yaml: 'x' is wrong"), PermissionError(13, "Permission denied")]
)
def test_wrong_knowledge_or_a_closed_folder_is_told_with_exit_two(
    error: Exception, world: World
) -> None:
    def compile_knowledge(_: Path) -> str:
        raise error

    wiring = Wiring(**{**vars(world.wiring()), "compile_knowledge": compile_knowledge})

    answer = CliRunner().invoke(cli, ["knowledge", "compile", "--out", "x"], obj=wiring)

    assert answer.exit_code == 2
    assert ("is wrong" in answer.stderr) or ("Permission denied" in answer.stderr)


@pytest.mark.parametrize(
    "command",
    ["", "serve", "guide", "triage", "settings", "case", "case new", "case check", "case schema",
     "case export", "knowledge", "knowledge check", "knowledge compile"],
)  # fmt: skip
def test_every_command_says_what_it_is_for(command: str, run: Run) -> None:
    answer = run(*command.split(), "--help")

    assert answer.exit_code == 0
    assert max(map(len, answer.stdout.splitlines())) <= 80
    has_common = command and command not in {"case", "knowledge"}
    for option in ("--json", "--lang", "--as-of", "--home"):
        assert (option in answer.stdout) is bool(has_common)


def test_the_version_is_the_engines(run: Run) -> None:
    assert run("--version").exit_code == 0
