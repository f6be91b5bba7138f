"""No request leaves this machine unnoticed: a hook under every connection the program opens."""

import sys
from collections.abc import Callable
from ipaddress import ip_address

_CONNECTING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKING_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class OutboundRefusedError(PermissionError):
    """The program tried to reach another machine; nothing was sent."""


class Connections:
    """What was opened since the hook was set, each address once, in order."""

    def __init__(self) -> None:
        """Begin empty."""
        self._opened: dict[str, None] = {}
        self._refused: dict[str, None] = {}

    def note(self, address: str, *, refused: bool) -> None:
        """Remember an address."""
        (self._refused if refused else self._opened)[address] = None

    @property
    def opened(self) -> tuple[str, ...]:
        """Addresses on this machine that were connected to."""
        return tuple(self._opened)

    @property
    def refused(self) -> tuple[str, ...]:
        """Addresses elsewhere that something tried to reach, and could not."""
        return tuple(self._refused)


def forbid_outbound(on_refused: Callable[[str], None]) -> Connections:
    """Refuse every connection and name look-up beyond this machine, from now to the end.

    An audit hook can't be taken out again, neither by us nor by a library. What it sees is what
    Python opens; a compiled library with its own sockets would pass unseen.

    Args:
        on_refused: told the address before ``OutboundRefusedError`` is raised.

    Returns:
        The record of what was opened and what was refused.
    """
    connections = Connections()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        address = _address(event, arguments)
        if address is None:
            return
        refused = not _is_here(address)
        if refused or event in _CONNECTING:  # looking ourselves up opens nothing
            connections.note(_shown(address), refused=refused)
        if refused:
            on_refused(_shown(address))
            message = f"Milium opens no connection to another machine; {_shown(address)} refused"
            raise OutboundRefusedError(message)

    sys.addaudithook(hook)
    return connections


def _address(event: str, arguments: tuple[object, ...]) -> object:
    """What is being reached, or ``None`` for any other event."""
    if event in _CONNECTING:
        return arguments[1]
    if event in _LOOKING_UP:
        return (arguments[0],) if arguments[0] else None
    return None


def _is_here(address: object) -> bool:
    """A Unix socket, or a loopback address by number or as ``localhost``."""
    if not isinstance(address, tuple):
        return True
    host = _host(address)
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host in {"", "localhost"}


def _host(address: tuple[object, ...]) -> str:
    first = address[0]
    return first.decode("ascii", "replace") if isinstance(first, bytes) else str(first)


def _shown(address: object) -> str:
    if not isinstance(address, tuple):
        return f"unix socket {address!r}"
    return ":".join([_host(address), *(str(part) for part in address[1:2])])
