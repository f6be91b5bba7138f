"""What every store of cases promises; the same tests for each of them."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from milium.adapters.store import MemoryCaseStore, SqlCaseStore
from milium.app.ports import CaseChangedError, CaseNotFoundError, CaseStore
from tests.contract.asgi import in_place


@pytest.fixture(params=["memory", "sql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CaseStore:
    if request.param == "memory":
        return MemoryCaseStore()
    return SqlCaseStore(tmp_path / "home" / "cases.sqlite", in_place)


def test_a_new_case_is_read_back_as_it_was_given(store: CaseStore) -> None:
    async def steps() -> None:
        created = await store.create('{"milium": 1}')

        assert await store.read(created.key) == created
        assert (created.document, created.asked, created.revision) == ('{"milium": 1}', (), 1)

    asyncio.run(steps())


def test_keys_are_long_and_never_the_same(store: CaseStore) -> None:
    async def steps() -> None:
        keys = {(await store.create("{}")).key for _ in range(20)}

        assert len(keys) == 20
        assert all(len(key) >= 43 for key in keys)

    asyncio.run(steps())


def test_a_change_raises_the_revision_and_is_read_back(store: CaseStore) -> None:
    async def steps() -> None:
        created = await store.create("{}")

        changed = await store.write(
            replace(created, document='{"a": "ü"}', asked=("age", "site.1"))
        )

        assert changed.revision == 2
        assert await store.read(created.key) == changed
        assert changed.asked == ("age", "site.1")

    asyncio.run(steps())


def test_a_change_of_what_was_changed_meanwhile_is_refused(store: CaseStore) -> None:
    async def steps() -> None:
        created = await store.create("{}")
        changed = await store.write(replace(created, document="first"))

        with pytest.raises(CaseChangedError):
            await store.write(replace(created, document="second"))
        assert await store.read(created.key) == changed

    asyncio.run(steps())


def test_an_unknown_key_is_not_found(store: CaseStore) -> None:
    async def steps() -> None:
        gone = await store.create("{}")
        await store.delete(gone.key)

        with pytest.raises(CaseNotFoundError):
            await store.read(gone.key)
        with pytest.raises(CaseNotFoundError):
            await store.write(gone)
        await store.delete(gone.key)

    asyncio.run(steps())


def test_cases_are_listed_last_changed_first(store: CaseStore) -> None:
    async def steps() -> None:
        first, second = await store.create("1"), await store.create("2")
        await store.write(replace(first, document="1 again"))

        assert [case.document for case in await store.list()] == ["1 again", "2"]
        assert second in await store.list()

    asyncio.run(steps())


def test_deleting_all_says_how_many_and_leaves_none(store: CaseStore) -> None:
    async def steps() -> None:
        await store.create("1")
        await store.create("2")

        assert await store.delete_all() == 2
        assert await store.list() == ()
        assert await store.delete_all() == 0

    asyncio.run(steps())
