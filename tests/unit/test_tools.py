"""The development tools, each against a small folder of its own."""

import importlib.util
import re
import shutil
import zipfile
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import run
from tools import check, dead_code, lock, size_ratchet, stages, system, wheel
from tools.outcomes import Outcome, from_exit_code, from_junit, total


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def function(lines: int) -> str:
    return "def long():\n" + "    x = 1\n" * (lines - 1)


@pytest.mark.parametrize(("lines", "found"), [(39, {}), (40, {}), (41, {"src/a.py::long": 41})])
def test_a_function_has_at_most_40_lines(tmp_path: Path, lines: int, found: dict[str, int]) -> None:
    write(tmp_path / "src/a.py", function(lines))

    assert size_ratchet.oversized(tmp_path) == found


@pytest.mark.parametrize(("lines", "found"), [(400, {}), (401, {"tools/b.py": 401})])
def test_a_module_has_at_most_400_lines(tmp_path: Path, lines: int, found: dict[str, int]) -> None:
    write(tmp_path / "tools/b.py", "x = 1\n" * lines)

    assert size_ratchet.oversized(tmp_path) == found


def test_a_method_is_named_with_its_class(tmp_path: Path) -> None:
    body = "".join(f"    {line}\n" for line in function(50).splitlines())
    write(tmp_path / "run.py", f"class Long:\n{body}")

    assert size_ratchet.oversized(tmp_path) == {"run.py::Long.long": 50}


def test_what_the_baseline_allows_is_no_complaint() -> None:
    assert size_ratchet.complaints({"a.py": 500}, {"a.py": 500}) == ()


@pytest.mark.parametrize(
    ("found", "allowed", "words"),
    [
        ({"a.py": 500}, {}, "a.py: 500 lines, at most 400: split it"),
        ({"a.py::f": 50}, {}, "a.py::f: 50 lines, at most 40: split it"),
        ({"a.py": 500}, {"a.py": 450}, "a.py: 500 lines, at most 450: split it"),
        ({"a.py": 430}, {"a.py": 450}, "write 430 there"),
        ({}, {"a.py": 450}, "take its line out"),
    ],
)
def test_the_size_baseline_may_only_shrink(
    found: dict[str, int], allowed: dict[str, int], words: str
) -> None:
    (complaint,) = size_ratchet.complaints(found, allowed)

    assert complaint.endswith(words)


def test_the_size_baseline_is_read_without_its_comments(tmp_path: Path) -> None:
    path = write(tmp_path / "size.txt", "# why\n\nsrc/a.py::long name 50\nsrc/b.py 410\n")

    assert size_ratchet.read_baseline(path) == {"src/a.py::long name": 50, "src/b.py": 410}


def test_an_unused_function_is_found_and_a_field_is_not(tmp_path: Path) -> None:
    write(
        tmp_path / "src/a.py",
        "class A:\n    field: int = 1\n\n\ndef lost() -> A:\n    return A()\n",
    )

    assert dead_code.unused(tmp_path) == ("src/a.py lost",)


@pytest.mark.parametrize(
    ("found", "allowed", "words"),
    [
        (("a.py f",), {}, "nothing uses it: take it out"),
        ((), {"a.py f": "hatchling"}, "is used by now"),
        (("a.py f",), {"a.py f": ""}, "say in"),
    ],
)
def test_the_dead_code_baseline_may_only_shrink(
    found: tuple[str, ...], allowed: dict[str, str], words: str
) -> None:
    (complaint,) = dead_code.complaints(found, allowed)

    assert words in complaint


JUNIT = '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'


def test_a_pytest_report_is_counted(tmp_path: Path) -> None:
    assert from_junit(write(tmp_path / "report.xml", JUNIT)) == Outcome(3, 3, 3)


@pytest.mark.parametrize("text", ["", "<testsuites"])
def test_a_broken_report_counts_nothing(tmp_path: Path, text: str) -> None:
    assert from_junit(write(tmp_path / "report.xml", text)) == Outcome()
    assert from_junit(tmp_path / "absent.xml") == Outcome()


def test_outcomes_add_up() -> None:
    outcomes = [Outcome(3, 1, 2), Outcome(left_out="browser"), from_exit_code(0), from_exit_code(4)]

    assert total(outcomes) == Outcome(4, 2, 2, "browser")
    assert total([Outcome(left_out="a"), Outcome(left_out="b")]).left_out == "a; b"


@pytest.mark.parametrize(
    ("outcome", "code", "said"),
    [
        (Outcome(5, 0, 1), 0, "tests: 5 passed, 0 failed, 1 skipped\n"),
        (Outcome(5, 1), 1, "tests: 5 passed, 1 failed, 0 skipped\n"),
        (Outcome(), 1, "tests: 0 passed, 0 failed, 0 skipped\n"),
        (
            Outcome(5, left_out="browser tests"),
            0,
            "left out: browser tests\ntests: 5 passed, 0 failed, 0 skipped\n",
        ),
    ],
)
def test_the_last_line_sums_up(
    capsys: pytest.CaptureFixture[str], outcome: Outcome, code: int, said: str
) -> None:
    assert check.close(outcome) == code
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(("ci", "failed"), [("true", 1), ("", 0)])
def test_in_ci_what_is_left_out_has_failed(
    monkeypatch: pytest.MonkeyPatch, ci: str, failed: int
) -> None:
    monkeypatch.setenv("CI", ci)
    stage = stages.Stage("browser", lambda _: Outcome(left_out="no chromium"))

    assert check.timed(stage, stages.Options()).failed == failed


def test_a_pytest_run_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:cacheprovider")
    body = (
        "import pytest\ndef test_a(): pass\ndef test_b(): assert 0\ndef test_c(): pytest.skip()\n"
    )
    path = write(tmp_path / "test_made_up.py", body)

    assert stages.pytest(str(path)) == Outcome(1, 1, 1)
    assert stages.pytest("--no-such-option", str(path)) == Outcome(failed=1)
    assert stages.pytest(str(path), "-k", "nothing").left_out == "tests: no such test found"
    assert stages.pytest(folder="tests/absent").left_out.startswith("tests/absent: there is no")


def test_the_quick_run_has_no_browser() -> None:
    quick = {stage.name for stage in stages.running_stages(stages.Options()) if stage.quick}

    assert quick == {"tests"}


def test_long_tests_run_only_when_asked_for() -> None:
    short, long = (
        [stage.name for stage in stages.running_stages(stages.Options(long=each))]
        for each in (False, True)
    )

    assert short[-1] == "bench"
    assert long == [*short, "long", "evaluator mutants"]


def test_nothing_is_installed_where_nothing_lacks() -> None:
    assert system.provide({"chromium": lambda: True}, yes=True) == ""


def test_what_lacks_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(tmp_path / "apt-get", "#!/bin/sh\n").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)

    said = system.provide({"chromium": lambda: False, "font": lambda: True}, yes=False)

    assert said.startswith("this system lacks chromium; this line installs it: ")
    assert said.endswith("apt-get install -y --no-install-recommends chromium")


def test_packages_of_a_lock_are_read() -> None:
    text = "click==8.5.1 \\\n    --hash=sha256:00\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n"

    assert lock.names(text) == {"click", "colorama"}


def test_an_address_in_a_lock_is_found() -> None:
    assert lock.addresses("a==1\n--find-links file:///x\n") == ("--find-links file:///x",)


def test_what_the_locks_do_not_pin_is_named(tmp_path: Path) -> None:
    project = '[project]\ndependencies = ["click>=8", "rich"]\n[dependency-groups]\ndev = ["Uv"]\n'
    write(tmp_path / "pyproject.toml", project)
    write(tmp_path / "requirements.lock", "click==8.5.1\n")
    write(tmp_path / "requirements-dev.lock", "click==8.5.1\nrich==15\n")

    assert lock.missing(tmp_path) == ("requirements.lock: rich", "requirements-dev.lock: uv")


def test_a_wheel_without_the_compiled_knowledge_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr("milium/__init__.py", "")

    with pytest.raises(wheel.WheelError, match=r"_compiled\.json"):
        wheel.complete(tmp_path / "a.whl")


@pytest.mark.parametrize(
    ("value", "ci"), [("true", True), ("1", True), ("false", False), ("", False)]
)
def test_ci_is_told_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, value: str, *, ci: bool
) -> None:
    monkeypatch.setenv("CI", value)

    assert run.in_ci() is ci


@pytest.fixture
def module(tmp_path: Path) -> ModuleType:
    """run.py, loaded from a folder of its own."""
    shutil.copy(run.__file__, tmp_path)
    spec = importlib.util.spec_from_file_location("run_copy", tmp_path / "run.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize("change", ["version", "lock", "none"])
def test_an_install_fits_one_python_version_and_one_lock(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    module.LOCKS["app"].write_text("tiny==1.0\n")
    module.PYTHON.parent.mkdir(parents=True)
    module.PYTHON.touch()
    module.stamp("app").write_text(module.print_of("app"))

    match change:
        case "version":
            other = SimpleNamespace(cache_tag="cpython-399")
            monkeypatch.setattr(module.sys, "implementation", other)
        case "lock":
            module.LOCKS["app"].write_text("tiny==1.1\n")
        case _:
            pass

    assert module.fits("app") is (change == "none")


@pytest.mark.parametrize(
    ("says", "complaint"),
    [
        ('echo a note >&2; echo \'{"when": "no_rush"}\'', None),
        ("echo no json", "printed no JSON: no json"),
        ("echo '[]'", "printed no object"),
        ("echo out of order; exit 1", "out of order"),
    ],
)
def test_the_installed_program_must_print_a_guide(
    tmp_path: Path, says: str, complaint: str | None
) -> None:
    write(tmp_path / "milium", f"#!/bin/sh\n{says}\n").chmod(0o755)

    if complaint is None:
        wheel.guide_of(tmp_path, tmp_path)
    else:
        with pytest.raises(wheel.WheelError, match=re.escape(complaint)):
            wheel.guide_of(tmp_path, tmp_path)
