"""The socket the server listens on."""

import socket
from pathlib import Path

import pytest
from fastapi import FastAPI

from milium.adapters.web import PortTakenError, serve
from milium.adapters.web.serving import _listen
from milium.app.settings import Settings


def test_answers_are_sent_at_once() -> None:
    with _listen(0) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # asyncio sets TCP_NODELAY only then


def test_only_this_machine_can_reach_it() -> None:
    with _listen(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(PortTakenError, match=rf"port {port} .*--port N"):
            serve(FastAPI(), Settings(home=Path("home"), port=port), print)
