"""The hook under every connection: this machine only, and everything is remembered."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from milium.adapters.web.audit import OutboundRefusedError

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import socket
from milium.adapters.web.audit import OutboundRefusedError, forbid_outbound
told = []
connections = forbid_outbound(told.append)
listening = socket.create_server(("127.0.0.1", 0))
socket.create_connection(listening.getsockname()).close()
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 9))
except OutboundRefusedError:
    pass
print(len(connections.opened), connections.refused, told)
"""


@pytest.mark.parametrize(
    ("family", "address"),
    [(socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))],
)
def test_a_connection_to_another_machine_is_refused(
    family: socket.AddressFamily, address: tuple[str, int]
) -> None:
    with socket.socket(family) as reaching, pytest.raises(OutboundRefusedError):
        reaching.connect(address)


def test_a_name_elsewhere_is_not_even_looked_up() -> None:
    with pytest.raises(OutboundRefusedError):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_may_be_reached(host: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.create_connection((host, listening.getsockname()[1])) as reached,
    ):
        assert reached.getpeername() == listening.getsockname()


def test_what_was_opened_and_what_was_refused_are_remembered() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )

    # our own address was looked up and connected to: one connection
    assert result.stdout.strip() == "1 ('192.0.2.1:9',) ['192.0.2.1:9']"
