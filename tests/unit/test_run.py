"""run.py, started for real in a small project of its own, with one tiny package to install."""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, time
command, *rest = sys.argv[1:]
if command == "echo":
    print(sys.stdin.read(), end="")
elif command == "exit":
    sys.exit(int(rest[0]))
elif command == "wait":
    print("ready", flush=True)
    time.sleep(60)
else:
    import tiny
    print(tiny.NAME, sys.argv[1:])
"""

pytestmark = [
    pytest.mark.xdist_group("run"),
    pytest.mark.skipif(os.name == "nt", reason="signals and folders are POSIX here"),
]


@dataclass(frozen=True, slots=True)
class Tree:
    """A small project with its own run.py, and the environment to start it in."""

    root: Path
    env: dict[str, str]

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(self.root / "run.py"), *words]

    def start(self, *words: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env={**self.env, **env},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def begin(self, *words: str) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.command(*words), env=self.env, stdout=pipe, stderr=pipe, text=True
        )

    def forget_development_tools(self) -> None:
        (self.venv / "installed-dev").unlink(missing_ok=True)

    def tiny(self) -> Path:
        return next(self.venv.glob("lib/*/site-packages")) / "tiny.py"

    def stamps(self) -> set[str]:
        return {path.name for path in self.venv.glob("install*")}


def make_tree(root: Path) -> Tree:
    (root / "src" / "milium").mkdir(parents=True)
    (root / "src" / "milium" / "__init__.py").touch()
    (root / "src" / "milium" / "__main__.py").write_text(PROGRAM)
    (root / "bench").mkdir()
    (root / "bench" / "speed.py").write_text("import sys; print('speed', sys.argv[1:])")
    shutil.copy(ROOT / "run.py", root)
    line = make_wheel(root / "wheels")
    (root / "requirements.lock").write_text(line)
    (root / "requirements-dev.lock").write_text(line)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(root / "wheels"),
    }
    return Tree(root, env)


def make_wheel(folder: Path) -> str:
    """Make a wheel of one module; gives its line in a lock."""
    info = "tiny-1.0.dist-info"
    files = {
        "tiny.py": "NAME = 'tiny'\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in files.items())
    folder.mkdir()
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": record + f"{info}/RECORD,,\n"}.items():
            archive.writestr(name, text)
    return f"tiny==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@pytest.fixture
def bare(tmp_path: Path) -> Tree:
    """A project that was never started."""
    return make_tree(tmp_path / "project")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A project that was started once; what a test breaks in it, the next start mends."""
    tree = make_tree(tmp_path_factory.mktemp("made") / "project")
    first = tree.start("hello")
    assert (first.returncode, first.stdout) == (0, "tiny ['hello']\n"), first.stderr
    assert "run.py: setting up in .venv, once" in first.stderr
    return tree


def test_no_word_starts_the_server(made: Tree) -> None:
    assert made.start().stdout == "tiny ['serve']\n"


def test_words_reach_the_program_unchanged(made: Tree) -> None:
    words = ["guide", "a b.yaml", "--yes", "-x", "", "*"]

    assert made.start(*words).stdout == f"tiny {words!r}\n"


def test_exit_code_is_the_programs(made: Tree) -> None:
    assert made.start("exit", "7").returncode == 7


def test_input_is_the_programs(made: Tree) -> None:
    assert made.start("echo", stdin="one\ntwo\n").stdout == "one\ntwo\n"


def test_signals_are_the_programs(made: Tree) -> None:
    with made.begin("wait") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=10) == -signal.SIGTERM


def test_a_later_start_says_nothing_and_changes_nothing(made: Tree) -> None:
    def state() -> dict[str, int]:
        files = [path for path in made.root.rglob("*") if "__pycache__" not in path.parts]
        return {str(path): path.lstat().st_mtime_ns for path in files}

    before = state()

    later = made.start("hello", PIP_FIND_LINKS="/nowhere")

    assert (later.stdout, later.stderr) == ("tiny ['hello']\n", "")
    assert state() == before


def test_a_later_start_needs_no_pip(made: Tree) -> None:
    pip = next(made.venv.glob("lib/*/site-packages/pip"))
    pip.rename(pip.with_name("pip_away"))
    try:
        assert made.start("hello").returncode == 0
    finally:
        pip.with_name("pip_away").rename(pip)


def test_a_later_start_adds_less_than_a_tenth_of_a_second(made: Tree) -> None:
    python = str(made.venv / "bin" / "python")

    def fastest(command: list[str]) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run(command, env=made.env, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        return min(times)

    with_it = fastest(made.command("hello"))
    without = fastest([python, "-P", "-m", "milium", "hello"])

    assert with_it - without < 0.1


def test_development_tools_are_installed_only_for_development(made: Tree) -> None:
    made.forget_development_tools()
    made.start("hello")
    assert made.stamps() == {"installed-app"}

    measured = made.start("bench", "speed", "--json")

    assert measured.stdout == "speed ['--json']\n"
    assert "installing the development tools" in measured.stderr
    assert made.stamps() == {"installed-app", "installed-dev"}


def test_proving_knowledge_installs_the_development_tools(made: Tree) -> None:
    made.forget_development_tools()

    made.start("knowledge", "prove")

    assert made.stamps() == {"installed-app", "installed-dev"}


def test_bench_without_a_name_lists_the_measurements(made: Tree) -> None:
    listed = made.start("bench")
    unknown = made.start("bench", "sped")

    assert (listed.returncode, listed.stdout) == (0, "")
    assert "speed" in listed.stderr
    assert unknown.returncode == 2
    assert "no measurement 'sped'; there are: speed" in unknown.stderr


def test_a_set_up_killed_halfway_is_made_again(bare: Tree) -> None:
    with bare.begin("hello") as process:
        while not bare.venv.exists():
            time.sleep(0.01)
        process.kill()

    again = bare.start("hello")

    assert process.returncode == -signal.SIGKILL
    assert again.stdout == "tiny ['hello']\n"


def test_an_install_that_broke_off_is_made_again(made: Tree) -> None:
    made.forget_development_tools()
    made.tiny().unlink()
    (made.venv / "installed-app").rename(made.venv / "installing-app")

    again = made.start("hello")

    assert again.stdout == "tiny ['hello']\n"
    assert made.stamps() == {"installed-app"}


def test_broken_development_tools_are_installed_again(made: Tree) -> None:
    made.start("bench", "speed")
    made.tiny().unlink()
    (made.venv / "installed-dev").rename(made.venv / "installing-dev")

    made.start("bench", "speed")

    assert made.tiny().exists()
    assert made.stamps() == {"installed-app", "installed-dev"}


def test_a_wrong_hash_stops_the_start_until_the_lock_is_mended(made: Tree) -> None:
    lock = made.root / "requirements.lock"
    good = lock.read_text()
    lock.write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")

    wrong = made.start("hello")
    left = made.stamps()
    lock.write_text(good)
    mended = made.start("hello")

    assert (wrong.returncode, wrong.stdout) == (3, "")
    assert "run.py: could not install" in wrong.stderr
    assert left == {"installing-app"}
    assert mended.stdout == "tiny ['hello']\n"


def test_a_package_without_a_hash_is_refused(bare: Tree) -> None:
    (bare.root / "requirements.lock").write_text("tiny==1.0\n")

    refused = bare.start("hello")

    assert refused.returncode == 3
    assert "hash" in refused.stderr.lower()


def test_a_changed_lock_sets_up_again(made: Tree) -> None:
    with (made.root / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")

    assert "setting up" in made.start("hello").stderr
    assert made.start("hello").stderr == ""


def test_of_two_starts_at_once_one_waits(bare: Tree) -> None:
    both = [bare.begin("hello") for _ in range(2)]
    said = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert [out for out, _ in said] == ["tiny ['hello']\n"] * 2
    assert sum("setting up in .venv" in err for _, err in said) == 1
    assert sum("another start is setting up; waiting" in err for _, err in said) == 1


def test_a_missing_lock_is_named(bare: Tree) -> None:
    (bare.root / "requirements.lock").unlink()

    done = bare.start("hello")

    assert done.returncode == 3
    assert "requirements.lock is missing" in done.stderr


def without_ensurepip(tree: Tree, **programs: str) -> dict[str, str]:
    """The environment of a Debian without python3-venv, with only these system programs."""
    (tree.root / "patch").mkdir()
    (tree.root / "patch" / "sitecustomize.py").write_text(
        "import sys; sys.modules['ensurepip'] = None"
    )
    (tree.root / "bin").mkdir()
    for name, script in programs.items():
        path = tree.root / "bin" / name.replace("_", "-")
        path.write_text(f'#!/bin/sh\necho "{path.name} $*" >> {tree.root}/asked\n{script}\n')
        path.chmod(0o755)
    return {"PATH": str(tree.root / "bin"), "PYTHONPATH": str(tree.root / "patch")}


PACKAGE = f"python3.{sys.version_info.minor}-venv"
APT_LINE = f"apt-get install -y --no-install-recommends {PACKAGE}"


@pytest.mark.parametrize("word", ["hello", "test"])
def test_without_ensurepip_it_prints_the_line_that_installs_it(bare: Tree, word: str) -> None:
    done = bare.start(word, **without_ensurepip(bare, apt_get="", sudo=""))

    assert (done.returncode, done.stdout) == (3, "")
    assert f"lacks {PACKAGE}; this line installs it: " in done.stderr
    assert done.stderr.endswith(APT_LINE + "\n")
    assert not (bare.root / "asked").exists()


@pytest.mark.parametrize("words", [("--yes", "hello"), ("test", "--yes"), ("--yes", "test")])
def test_with_yes_it_installs_ensurepip_itself(bare: Tree, words: tuple[str, ...]) -> None:
    env = without_ensurepip(bare, apt_get="exit 100", sudo='shift; exec "$@"')

    done = bare.start(*words, **env)

    asked = (bare.root / "asked").read_text()
    assert "apt-get update -qq\n" in asked
    assert f"apt-get -qq install -y --no-install-recommends {PACKAGE}\n" in asked
    assert done.returncode == 3
    assert f"could not install {PACKAGE}; try: " in done.stderr


def test_in_ci_it_installs_ensurepip_itself(bare: Tree) -> None:
    env = without_ensurepip(bare, apt_get="", sudo='shift; exec "$@"')

    done = bare.start("hello", CI="true", **env)

    assert "apt-get -qq install" in (bare.root / "asked").read_text()
    assert done.stdout == "tiny ['hello']\n"


def test_a_yes_of_the_program_installs_nothing(bare: Tree) -> None:
    env = without_ensurepip(bare, apt_get="", sudo="")

    bare.start("hello", "--yes", **env)

    assert not (bare.root / "asked").exists()


def test_without_apt_it_names_what_is_lacking(bare: Tree) -> None:
    done = bare.start("--yes", "hello", **without_ensurepip(bare))

    assert done.returncode == 3
    assert f"this system lacks {PACKAGE}; on Debian: " in done.stderr


def test_an_older_python_is_told_what_is_needed(bare: Tree) -> None:
    script = bare.root / "run.py"
    script.write_text(script.read_text().replace("OLDEST = (3, 11)", "OLDEST = (3, 99)"))

    done = bare.start("hello")

    assert done.returncode == 1
    assert done.stderr.startswith("run.py: Milium needs Python 3.11 or newer; this is 3.")
    assert not bare.venv.exists()
