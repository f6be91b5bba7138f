"""The app under uvicorn on this machine's loopback."""

import logging
import socket
from collections.abc import Callable

from fastapi import FastAPI

from milium.adapters.web.desk import desk_in
from milium.app.settings import Settings

LOOPBACK = "127.0.0.1"
WAITING = 128


class PortTakenError(RuntimeError):
    """Another program listens there; the message says what to do."""


def serve(app: FastAPI, settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve the app until it is stopped (Ctrl-C, or SIGTERM).

    Args:
        app: what ``create_app`` made.
        settings: ``port``; 0 takes a free one.
        announce: told the addresses once they answer.

    Raises:
        PortTakenError: the port is in use.
    """
    import uvicorn  # noqa: PLC0415 - a browser host has no uvicorn

    class Server(uvicorn.Server):
        """Announces itself once it listens."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                for line in _addresses(listening, desk_in(app).key):
                    announce(line)

    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ws="none",
        lifespan="off",
    )
    with _listen(settings.port) as listening:
        Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    # with its protocol named, asyncio sends at once: without, each answer waits 40 ms for an ACK
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        message = (
            f"port {port} can't be used ({error.strerror}); perhaps Milium already runs there. "
            "Stop that, or choose another with --port N (0 takes a free one)"
        )
        raise PortTakenError(message) from error
    return listening


def _addresses(listening: socket.socket, key: str) -> tuple[str, str]:
    base = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
    return (
        f"Milium is open at {base}/ (stop it with Ctrl-C)",
        f"All cases kept here, only by this address: {base}/cases?key={key}",
    )
