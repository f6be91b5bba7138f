"""What the SQLite store promises beyond the contract of every store."""

import asyncio
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from milium.adapters.store import SqlCaseStore, StoreRefusedError
from milium.app.ports import CaseChangedError
from tests.contract.asgi import in_place


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_and_the_folders_made_for_it_are_their_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "cases.sqlite"

    asyncio.run(SqlCaseStore(path, in_place).create("{}"))

    assert [mode(each) for each in (path, path.parent, path.parent.parent)] == [0o600, 0o700, 0o700]
    assert all(mode(each) == 0o600 for each in path.parent.iterdir())


def test_a_file_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    path.touch(mode=0o644)

    asyncio.run(SqlCaseStore(path, in_place).create("{}"))

    assert mode(path) == 0o600


def test_nothing_touches_the_disk_before_the_first_case(tmp_path: Path) -> None:
    SqlCaseStore(tmp_path / "home" / "cases.sqlite", in_place)

    assert list(tmp_path.iterdir()) == []


def test_a_second_start_finds_what_the_first_one_kept(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    kept = asyncio.run(SqlCaseStore(path, in_place).create("kept"))

    assert asyncio.run(SqlCaseStore(path, in_place).read(kept.key)) == kept


def test_it_writes_ahead_and_waits_for_the_disk(tmp_path: Path) -> None:
    store = SqlCaseStore(tmp_path / "cases.sqlite", in_place)

    with store._open().connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]

    assert found == ["wal", 2, 1]


def test_what_was_deleted_is_in_no_file_any_more(tmp_path: Path) -> None:
    store = SqlCaseStore(tmp_path / "cases.sqlite", in_place)

    async def steps() -> None:
        case = await store.create("something very private")
        await store.delete(case.key)

    asyncio.run(steps())

    assert all(b"very private" not in each.read_bytes() for each in tmp_path.iterdir())


def test_two_programs_on_one_file_see_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    one, other = SqlCaseStore(path, in_place), SqlCaseStore(path, in_place)

    async def steps() -> None:
        case = await one.create("{}")
        await other.write(replace(case, document="other"))
        with pytest.raises(CaseChangedError):
            await one.write(replace(case, document="one"))

    asyncio.run(steps())


def test_a_file_that_is_no_store_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    path.write_bytes(b"these are my holiday notes, not a database" * 100)

    with pytest.raises(StoreRefusedError, match=r"cases\.sqlite.*move it away"):
        asyncio.run(SqlCaseStore(path, in_place).create("{}"))

    assert path.read_bytes().startswith(b"these are my holiday notes")


def test_a_file_of_a_newer_milium_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    asyncio.run(SqlCaseStore(path, in_place).create("{}"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'v9999'")
    connection.close()

    with pytest.raises(StoreRefusedError, match=r"newer Milium.*v9999"):
        asyncio.run(SqlCaseStore(path, in_place).list())


def test_closing_lets_go_and_the_next_call_opens_again(tmp_path: Path) -> None:
    store = SqlCaseStore(tmp_path / "cases.sqlite", in_place)

    async def steps() -> None:
        case = await store.create("{}")
        await store.close()
        await store.close()
        assert await store.read(case.key) == case

    asyncio.run(steps())
