"""The API: the same answers as the command line, refusals in one shape, no foreign hands."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from milium.adapters.cli import cli
from milium.adapters.store import MemoryCaseStore
from milium.adapters.web.casework import COOKIE
from milium.app.documents import case_json, read_case
from milium.app.formats import CaseFormat
from milium.app.formats.guide import GuideJson
from milium.domain.knowledge import Knowledge
from milium.main import WIRING
from tests.contract.asgi import HOST, client

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LABEL = "<b>Ingredients:</b> Aqua, Retinol 0.3%, Foo-12"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
KEYS = {
    "as_of", "triage", "skin_type", "products", "regimen", "course", "referral", "changes_if",
    "sources", "versions", "notice", "modules_off",
}  # fmt: skip


def asked(
    knowledge: Knowledge, ask: Callable[[httpx.AsyncClient], Awaitable[httpx.Response]]
) -> httpx.Response:
    async def run() -> httpx.Response:
        async with client(knowledge) as browser:
            return await ask(browser)

    return asyncio.run(run())


def guide_of(knowledge: Knowledge, body: bytes | str) -> httpx.Response:
    return asked(knowledge, lambda browser: browser.post("/api/v1/guide", content=body))


def test_a_label_over_http_is_what_the_command_line_prints(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    words = ["label", "--text", LABEL, "--json", "--home", str(tmp_path)]
    words += ["--as-of", "2026-11-23"]

    over_http = asked(knowledge, lambda browser: browser.post("/api/v1/label", content=LABEL))
    in_the_terminal = CliRunner().invoke(cli, words, obj=WIRING)

    assert over_http.status_code == 200
    assert over_http.text == in_the_terminal.stdout


def test_a_label_that_is_no_text_is_refused(knowledge: Knowledge) -> None:
    answer = asked(knowledge, lambda browser: browser.post("/api/v1/label", content=b"\xff"))

    assert (answer.status_code, answer.json()["title"]) == (422, "This label can't be read")


def test_ten_examples_are_here() -> None:
    assert len(NAMES) == 10


@pytest.mark.parametrize("name", NAMES)
def test_api_and_command_line_print_the_same_bytes(
    name: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    path = EXAMPLES / f"{name}.yaml"
    words = ["guide", str(path), "--json", "--home", str(tmp_path)]

    over_http = guide_of(knowledge, path.read_bytes())
    in_the_terminal = CliRunner().invoke(cli, words, obj=WIRING)

    assert over_http.status_code == 200
    assert over_http.text == in_the_terminal.stdout
    assert set(over_http.json()) == KEYS
    assert GuideJson.model_validate_json(over_http.text).notice == "This is not a diagnosis."


@pytest.mark.parametrize("name", ["baby", "cheek"])
def test_next_question_is_the_same_over_http_and_in_the_terminal(
    name: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    path = EXAMPLES / f"{name}.yaml"
    words = ["triage", str(path), "--next", "--json", "--home", str(tmp_path)]

    over_http = asked(knowledge, lambda b: b.post("/api/v1/triage/next", content=path.read_bytes()))
    in_the_terminal = CliRunner().invoke(cli, words, obj=WIRING)

    assert over_http.status_code == 200
    assert over_http.text == in_the_terminal.stdout


SKIN = b"""milium: 1
as_of: 2026-11-23
place: GB
skin: {known_type: DRNT, answers: {first-oil: within_hours, cheek-shine: clearly}}
"""


@pytest.mark.parametrize("more", [(), ("--next",)], ids=["type", "next"])
def test_skin_type_is_the_same_over_http_and_in_the_terminal(
    more: tuple[str, ...], knowledge: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(SKIN)
    day = "2026-12-01"
    words = ["type", str(path), *more, "--as-of", day, "--json", "--home", str(tmp_path)]
    address = f"/api/v1/type{'/next' if more else ''}?on={day}"

    over_http = asked(knowledge, lambda browser: browser.post(address, content=SKIN))
    in_the_terminal = CliRunner().invoke(cli, words, obj=WIRING)

    assert over_http.status_code == 200
    assert over_http.text == in_the_terminal.stdout


@pytest.mark.parametrize("address", ["/api/v1/type", "/api/v1/type/next"])
def test_a_skin_type_of_what_is_no_case_is_refused(address: str, knowledge: Knowledge) -> None:
    answer = asked(knowledge, lambda browser: browser.post(address, content=b"milium: 1\nskn: {}"))

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert any("skn" in each["path"] for each in answer.json()["problems"])


def test_next_question_of_nothing_known_is_asked_with_its_options(knowledge: Knowledge) -> None:
    answer = asked(
        knowledge,
        lambda b: b.post("/api/v1/triage/next", content=b"milium: 1\nas_of: 2026-11-23\n"),
    )

    question = answer.json()["question"]
    assert question["options"]
    assert question["shape"] in {"one", "several", "number", "span"}
    assert question["question"].endswith("?")


def test_next_question_of_no_case_is_refused(knowledge: Knowledge) -> None:
    answer = asked(knowledge, lambda b: b.post("/api/v1/triage/next", content=b"[]"))

    assert answer.status_code == 422
    assert answer.json()["title"] == "This case can't be read"


def test_yaml_and_json_of_a_case_are_answered_the_same(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    yaml = (EXAMPLES / "cheek.yaml").read_bytes()
    case = read_case(yaml, "cheek.yaml", case_format, place="GB")

    assert guide_of(knowledge, yaml).text == guide_of(knowledge, case_json(case, case_format)).text


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 422, "mapping"),
        (b"[]", 422, "mapping"),
        (b"milium: 2\nas_of: 2026-11-23", 422, "version 2"),
        (b"milium: 1\nas_of: 2026-11-23\nperson: {size: 1}", 422, "person.size"),
        (b"milium: 1\nas_of: 2026-11-23\nwords: \x00", 422, "control character"),
        (b"a: &a [*a]", 422, "anchors"),
        (b"[" * 100_000, 422, "deeper"),
        (b"{" * 100_000, 422, ""),
        (b"\xff\xfe", 422, "UTF-8"),
        (b"9" * 900_000, 422, "mapping"),
        (b"milium: 1\nas_of: 2026-11-23\nlesions: [{count: " + b"9" * 5000 + b"}]", 422, "count"),
        (b"x" * 10_000_000, 413, ""),
    ],
    ids=[
        "empty",
        "list",
        "future",
        "unknown key",
        "NUL",
        "bomb",
        "deep list",
        "deep mapping",
        "not UTF-8",
        "no mapping",
        "huge number",
        "ten megabytes",
    ],
)
def test_hostile_bodies_are_refused_in_one_shape(
    body: bytes, status: int, said: str, knowledge: Knowledge
) -> None:
    answer = guide_of(knowledge, body)

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert said in answer.text
    assert {"type", "title", "status", "detail"} <= set(answer.json())


def test_a_foreign_host_is_refused(knowledge: Knowledge) -> None:
    answer = asked(knowledge, lambda b: b.get("/", headers={"Host": "evil.example"}))

    assert answer.status_code in {400, 421}


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_foreign_page_changes_nothing(headers: dict[str, str], knowledge: Knowledge) -> None:
    store = MemoryCaseStore()

    async def run() -> int:
        async with client(knowledge, store) as browser:
            form = {"door": "bumps", "place": "GB"}
            answer = await browser.post("/start", data=form, headers=headers)
        assert not list(await store.list())
        return answer.status_code

    assert asyncio.run(run()) == 403


def test_own_page_begins_a_case_behind_a_strict_cookie(knowledge: Knowledge) -> None:
    form = {"door": "bumps", "place": "GB"}
    origin = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}

    answer = asked(knowledge, lambda b: b.post("/start", data=form, headers=origin))

    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "access-control-allow-origin" not in answer.headers


def test_the_list_of_cases_needs_the_one_time_key(knowledge: Knowledge) -> None:
    without = asked(knowledge, lambda b: b.get("/cases"))
    wrong = asked(knowledge, lambda b: b.get("/cases?key=guess"))
    right = asked(knowledge, lambda b: b.get("/cases?key=one-time-key"))

    assert without.status_code == wrong.status_code == 403
    assert right.status_code in {200, 303}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_once_that_it_is_no_diagnosis(
    name: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = read_case((EXAMPLES / f"{name}.yaml").read_bytes(), name, case_format, place="GB")
    pages = ("/", "/guide", "/check", "/shelf", "/settings", "/question/age", "/question/site.1")

    async def run() -> dict[str, int]:
        store = MemoryCaseStore()
        kept = await store.create(case_json(case, case_format))
        async with client(knowledge, store) as browser:
            browser.cookies.set(COOKIE, kept.key)
            texts = {page: (await browser.get(page)).text for page in pages}
        return {page: text.count("This is not a diagnosis.") for page, text in texts.items()}

    assert asyncio.run(run()) == dict.fromkeys(pages, 1)


def test_the_schema_of_the_case_file_is_served(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    answer = asked(knowledge, lambda b: b.get("/api/v1/case/schema"))

    assert json.loads(answer.text) == json.loads(json.dumps(case_format.schema()))
