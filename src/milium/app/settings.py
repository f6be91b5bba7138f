"""One frozen ``Settings``: defaults < HOME/settings.toml < MILIUM_* < flags, read in ``main``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from milium.domain.modules import Module
from milium.kb import near


class SettingsRefusedError(ValueError):
    """A setting is unknown or can't be what it says; the message names where it stands."""


_HIGHEST_PORT = 65535
MODULES = tuple(module.value for module in Module)
"""What can be switched off; triage can't, because everything else rests on it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    Attributes:
        home: the folder all the person's data stand in, and nothing else does.
        port: the loopback port of ``serve``; 0 takes a free one.
        language: of the texts, two letters.
        place: the country whose doors and numbers are shown when a case names none.
        modules_off: parts switched off here, of ``MODULES``.
        overlays: files that add names to the vocabulary.
    """

    home: Path
    port: int = 8100
    language: str = "en"
    place: str = "ELSEWHERE"
    modules_off: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()

    def check(self, name: str, allowed: Iterable[str]) -> None:
        """Refuse a setting that names nothing there is.

        Raises:
            SettingsRefusedError: its value is not among the allowed ones.
        """
        value, known = getattr(self, name), list(allowed)
        if value not in known:
            message = f"{name}: there is no '{value}'{near(value, known)}"
            raise SettingsRefusedError(f"{message}. Allowed: {', '.join(known)}")

    def changed(self, values: Mapping[str, object], where: str) -> "Settings":
        """The settings with these values put in.

        Args:
            values: by setting name, as text or as TOML gave them.
            where: what to call their origin in errors.

        Raises:
            SettingsRefusedError: a name is unknown or a value can't be read.
        """
        names = [field.name for field in fields(self)]
        read: dict[str, object] = {}
        for name, value in values.items():
            if name not in names:
                message = f"{where}: there is no setting '{name}'{near(name, names)}"
                raise SettingsRefusedError(f"{message}. Allowed: {', '.join(names)}")
            read[name] = _read(name, value, where)
        return replace(self, **cast("dict[str, Any]", read))


def _read(name: str, value: object, where: str) -> object:
    match name:
        case "home":
            return Path(str(value)).expanduser()
        case "port":
            return _port(value, where)
        case "modules_off":
            return _modules(_listed(value), where)
        case "overlays":
            return _listed(value)
        case _:
            return str(value)


def _listed(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list | tuple) else str(value).split(",")
    return tuple(str(each).strip() for each in listed if str(each).strip())


def _modules(names: tuple[str, ...], where: str) -> tuple[str, ...]:
    for name in names:
        if name not in MODULES:
            message = f"{where}: there is no module '{name}'{near(name, MODULES)}"
            raise SettingsRefusedError(f"{message}. Allowed: {', '.join(MODULES)}")
    return names


def _port(value: object, where: str) -> int:
    text = str(value)
    fits = text.isascii() and text.isdigit() and len(text) <= len(str(_HIGHEST_PORT))
    if not fits or int(text) > _HIGHEST_PORT:
        message = f"{where}: port '{value}' should be a number from 0 to 65535"
        raise SettingsRefusedError(message)
    return int(text)
