#!/usr/bin/env python3
"""Set Milium up beside this file and run it. Needs nothing but Python 3.11 or newer.

    python3 run.py                      start the app on this machine
    python3 run.py guide CASE.yaml      a guide in the terminal (any `milium` command works)
    python3 run.py test [--quick | --long | pytest arguments]
    python3 run.py bench [NAME ...]     run a measurement, or list them
    python3 run.py lock                 write both lock files anew

`--yes` as the first word lets it install what the system lacks, where it may.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCKS = {"app": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST = (3, 11)
MISSING = 3  # exit code: something has to be installed first
ADMIN_PATH = ":/usr/local/sbin:/usr/sbin:/sbin"  # where dpkg looks for its helpers
PIP = ("-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check")


class SetupError(Exception):
    """The set-up cannot go on; the text says what to do."""


def main(argv: list[str]) -> int:
    """Set up and become the command that argv names; comes back only with an exit code."""
    try:
        yes = argv[:1] == ["--yes"]
        return start(argv[1:] if yes else argv, yes=yes)
    except (SetupError, OSError) as error:
        say(str(error))
        return MISSING
    except KeyboardInterrupt:
        say("stopped; the next start begins the set-up again")
        return 130


def start(words: list[str], *, yes: bool) -> int:
    """Make sure of what the words need, then run them."""
    name, rest = (words[0], words[1:]) if words else ("serve", ())
    if name in {"test", "lock"}:
        ensure("app", "dev", yes=yes or "--yes" in rest)
        module, more = (
            ("tools.lock", ()) if name == "lock" else ("tools.check", ["--yes"][: int(yes)])
        )
        become(PYTHON, "-m", module, *more, *rest, cwd=ROOT)
    if name == "bench":
        return bench(rest, yes=yes)
    proving = [name, *rest[:1]] == ["knowledge", "prove"]
    ensure("app", *["dev"][: int(proving)], yes=yes)
    return become(PYTHON, "-P", "-m", "milium", name, *rest)


def bench(words: Sequence[str], *, yes: bool) -> int:
    """Run the measurement named first, or list what there is; 2 if the name is unknown."""
    names = sorted(path.stem for path in ROOT.glob("bench/[!_]*.py"))
    if words and words[0] in names:
        ensure("app", "dev", yes=yes)
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        become(PYTHON, ROOT / "bench" / f"{words[0]}.py", *words[1:], env={"PYTHONPATH": path})
    known = "there are: " + ", ".join(names) if names else "there are none yet"
    say(f"no measurement {words[0]!r}; {known}" if words else f"measurements: {known}")
    return 2 if words else 0


def ensure(*wanted: str, yes: bool = False) -> None:
    """Make `.venv` hold what the wanted locks list; instant when their stamps fit."""
    if all(fits(name) for name in wanted):
        return
    with only_one() as handle:
        if not fits("app"):
            make_venv(handle, yes=yes)
        for name in wanted:
            if not fits(name):
                install(name, handle)


def fits(name: str) -> bool:
    """Whether the last install of this lock went through, for this Python and this folder."""
    wanted = print_of(name)
    try:
        return PYTHON.exists() and stamp(name).read_text("utf-8") == wanted
    except OSError:
        return False


def stamp(name: str) -> Path:
    """Where the sign of a finished install is; it is written last."""
    return VENV / f"installed-{name}"


def print_of(name: str) -> str:
    """A fingerprint of the lock, the Python version (3.11, not 3.11.2) and the folder."""
    try:
        lock = LOCKS[name].read_bytes()
    except OSError as error:
        message = f"{LOCKS[name].name} is missing beside run.py: fetch the whole project again"
        raise SetupError(message) from error
    about = f"{sys.implementation.cache_tag} {sys.platform} {ROOT}\n".encode()
    return hashlib.sha256(about + lock).hexdigest()


@contextlib.contextmanager
def only_one() -> Iterator[int]:
    """Hold the set-up to one start at a time; gives the handle that keeps it held."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as file:
        try:
            hold(file.fileno(), wait=False)
        except OSError:
            say("another start is setting up; waiting for it")
            hold(file.fileno(), wait=True)
        yield file.fileno()


def hold(handle: int, *, wait: bool) -> None:
    """Lock the open file; it is let go when the last process that has it open ends."""
    if WINDOWS:  # pragma: no cover
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def make_venv(handle: int, *, yes: bool) -> None:
    """Make `.venv` from nothing, with `src` on its path; nothing is built."""
    if not has("ensurepip"):
        install_system([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], yes=yes)
    say("setting up in .venv, once; this takes about half a minute")
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    call([base, "-m", "venv", VENV], handle, complaint="cannot make .venv")
    code = (
        "import os, pathlib, sysconfig as s; at = s.get_path('purelib');"
        f"pathlib.Path(at, 'milium.pth').write_text(os.path.relpath({str(ROOT / 'src')!r}, at))"
    )
    call([PYTHON, "-c", code], handle, complaint="cannot write into .venv")


def install(name: str, handle: int) -> None:
    """Install a lock's files, each checked against its hash, and stamp it."""
    begun = VENV / f"installing-{name}"
    again = ("--force-reinstall",) if begun.exists() else ()  # the last one broke off
    if name == "dev":
        say("installing the development tools; this takes about a minute")
    begun.touch()
    command = [PYTHON, *PIP, *again, "--no-deps", "--require-hashes", "-r", LOCKS[name]]
    call(command, handle, complaint="could not install; is there a network? Then start it again")
    begun.write_text(print_of(name), "utf-8")
    begun.replace(stamp(name))


def has(module: str) -> bool:
    """Whether this Python can import the module, looked up anew."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def install_system(packages: Sequence[str], *, yes: bool) -> None:
    """Install Debian packages where we may; otherwise raise with the one line that does."""
    apt, root = shutil.which("apt-get"), not WINDOWS and os.geteuid() == 0
    words, names = (
        ["apt-get", "install", "-y", "--no-install-recommends", *packages],
        ", ".join(packages),
    )
    line = " ".join(words if root else ["sudo", *words])
    if not apt:
        raise SetupError(f"this system lacks {names}; on Debian: {line}")
    sudo = [] if root else [shutil.which("sudo") or "", "-n"]
    may = (yes or in_ci()) and (root or (sudo[0] and call([*sudo, "true"]) == 0))
    if not may:
        raise SetupError(f"this system lacks {names}; this line installs it: {line}")
    say(f"installing {names}")
    call([*sudo, apt, "update", "-qq"])
    call([*sudo, apt, "-qq", *words[1:]], complaint=f"could not install {names}; try: {line}")


def in_ci() -> bool:
    """Whether this is a CI run, where nothing may be left out."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def call(command: Sequence[str | Path], *handles: int, complaint: str = "") -> int:
    """Run a program without input, its words on stderr; failing raises the complaint, if any.

    The handles stay open in it, so the set-up stays locked until the last child has ended.
    """
    import subprocess  # noqa: PLC0415 - costs a later start 10 ms

    path = os.environ.get("PATH", os.defpath) + ADMIN_PATH
    env = {**os.environ, "PATH": path, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno(),
        env=env,
        pass_fds=() if WINDOWS else handles,
        check=False,
    )
    if done.returncode != 0 and complaint:
        raise SetupError(complaint)
    return done.returncode


def become(
    *command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> NoReturn:
    """Turn into the command: its input, output, signals and exit code are its own."""
    words = [str(word) for word in command]
    os.environ.update(env or {})
    if cwd is not None:
        os.chdir(cwd)
    sys.stderr.flush()
    if WINDOWS:  # pragma: no cover - there execv leaves the terminal to the wrong process
        import subprocess  # noqa: PLC0415

        sys.exit(subprocess.run(words, check=False).returncode)  # noqa: S603
    os.execv(words[0], words)  # noqa: S606 - our own words, no shell


def say(words: str) -> None:
    """Say something of our own, never on stdout: that is the command's."""
    print(f"run.py: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit("run.py: Milium needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(main(sys.argv[1:]))
