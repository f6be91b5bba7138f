"""What the browser tests need of the system: Debian's Chromium and a font."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import run

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path.home() / ".local/share/fonts",
)


def has_browser() -> bool:
    """Whether Chromium is there under the name that the tests start."""
    return shutil.which("chromium") is not None


def has_font() -> bool:
    """Whether any outline font is installed."""
    return any(
        path.suffix in {".ttf", ".otf", ".ttc"}
        for folder in FONT_FOLDERS
        for path in folder.rglob("*")
    )


NEEDS: Mapping[str, Callable[[], bool]] = MappingProxyType(
    {"chromium": has_browser, "fonts-dejavu-core": has_font}
)


def provide(needs: Mapping[str, Callable[[], bool]] = NEEDS, *, yes: bool) -> str:
    """Install what is lacking, where we may; gives what still stands in the way, or nothing."""
    lacking = [package for package, there in needs.items() if not there()]
    if not lacking:
        return ""
    try:
        run.install_system(lacking, yes=yes)
    except run.SetupError as error:
        return str(error)
    still = [package for package in lacking if not needs[package]()]
    return f"installed {', '.join(still)}, yet it cannot be found" if still else ""
