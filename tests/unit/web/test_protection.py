"""Who may ask, how much, and what every answer carries."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from milium.adapters.web.protection import HEADERS
from milium.app.formats import MAX_BYTES
from milium.domain.knowledge import Knowledge
from tests.contract.asgi import HOST, app_of, client

OWN = f"http://{HOST}"
FORM = {"door": "bumps", "place": "GB"}


def status_of(knowledge: Knowledge, method: str, path: str, **how: object) -> int:
    async def run() -> int:
        async with client(knowledge) as browser:
            return (await browser.request(method, path, **how)).status_code  # type: ignore[arg-type]

    return asyncio.run(run())


@pytest.mark.parametrize("host", [HOST, "localhost:8100", "[::1]:8100", "LOCALHOST:8100"])
def test_its_own_names_are_answered(host: str, knowledge: Knowledge) -> None:
    assert status_of(knowledge, "GET", "/", headers={"Host": host}) == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8100", "127.0.0.1", "127.0.0.1:8101", "localhost", ""]
)
def test_any_other_name_is_refused(host: str, knowledge: Knowledge) -> None:
    assert status_of(knowledge, "GET", "/", headers={"Host": host}) == 421


def test_a_host_that_was_allowed_is_answered(knowledge: Knowledge) -> None:
    async def run() -> int:
        transport = httpx.ASGITransport(app=app_of(knowledge, hosts=["clinic.example"]))
        async with httpx.AsyncClient(transport=transport, base_url="http://clinic.example") as b:
            return (await b.get("/")).status_code

    assert asyncio.run(run()) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": OWN},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": OWN},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
def test_our_own_forms_and_programs_may_change_things(
    headers: dict[str, str], knowledge: Knowledge
) -> None:
    assert status_of(knowledge, "POST", "/start", data=FORM, headers=headers) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8101"},
        {"Origin": f"https://{HOST}"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": OWN},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ],
)
def test_nobody_else_may(headers: dict[str, str], knowledge: Knowledge) -> None:
    assert status_of(knowledge, "POST", "/start", data=FORM, headers=headers) == 403


@pytest.mark.parametrize("path", ["/", "/nowhere", "/settings", "/api/v1/health", "/openapi.json"])
def test_every_answer_carries_the_strict_headers(path: str, knowledge: Knowledge) -> None:
    async def run() -> httpx.Headers:
        async with client(knowledge) as browser:
            return (await browser.get(path)).headers

    headers = asyncio.run(run())

    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers


def test_a_body_is_counted_when_its_length_was_not_announced(knowledge: Knowledge) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * (MAX_BYTES // 10)

    assert status_of(knowledge, "POST", "/api/v1/guide", content=endless()) == 413


@pytest.mark.parametrize(("size", "expected"), [(MAX_BYTES, 422), (MAX_BYTES + 1, 413)])
def test_a_body_may_be_a_million_bytes_and_not_one_more(
    size: int, expected: int, knowledge: Knowledge
) -> None:
    assert status_of(knowledge, "POST", "/api/v1/guide", content=b"x" * size) == expected
