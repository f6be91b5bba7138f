"""Cases in one SQLite file; what it acknowledged is on disk."""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa

from milium.adapters.store.files import make_private
from milium.adapters.store.keys import fresh_key, now
from milium.adapters.store.schema import CASES, StoreRefusedError, bring_up_to_date
from milium.app.ports import CaseChangedError, CaseNotFoundError, Offload, StoredCase

__all__ = ["SqlCaseStore", "StoreRefusedError"]

P = ParamSpec("P")
T = TypeVar("T")

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged answer survives a crash, of the machine too
    "secure_delete=ON",  # what was deleted is overwritten
)


class SqlCaseStore:
    """A ``CaseStore`` in a file only its owner may read."""

    def __init__(self, path: Path, offload: Offload) -> None:
        """Keep where the file is; it is made on first use.

        Args:
            path: the database file.
            offload: runs the blocking calls.
        """
        self._path = path
        self._offload = offload
        self._opening = threading.Lock()
        self._engine: sa.Engine | None = None

    async def create(self, document: str) -> StoredCase:
        """A new case with a fresh random key."""
        return await self._run(_create, document)

    async def read(self, key: str) -> StoredCase:
        """The case with this key; raises ``CaseNotFoundError``."""
        return await self._run(_read, key)

    async def write(self, case: StoredCase) -> StoredCase:
        """The case changed; raises ``CaseNotFoundError`` or ``CaseChangedError``."""
        return await self._run(_write, case)

    async def delete(self, key: str) -> None:
        """Forget the case; not an error when there is none."""
        await self._run(_delete, key)
        await self._offload(self._empty_log)

    async def list(self) -> Sequence[StoredCase]:
        """All cases, the last changed first."""
        return await self._run(_list)

    async def delete_all(self) -> int:
        """Forget everything; how many cases that were."""
        count = await self._run(_delete_all)
        await self._offload(self._empty_log)
        return count

    async def close(self) -> None:
        """Let go of the file; it opens again when needed."""
        await self._offload(self._close)

    async def _run(self, work: Callable[..., T], /, *args: object) -> T:
        return await self._offload(self._in_transaction, work, *args)

    def _in_transaction(self, work: Callable[..., T], *args: object) -> T:
        with self._open().begin() as connection:
            return work(connection, *args)

    def _empty_log(self) -> None:
        """Empty the write-ahead log, where what was deleted would stand a little longer."""
        with self._open().connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _open(self) -> sa.Engine:
        with self._opening:
            if self._engine is None:
                make_private(self._path)
                engine = sa.create_engine(sa.URL.create("sqlite", database=str(self._path)))
                sa.event.listen(engine, "connect", _set_pragmas)
                bring_up_to_date(engine, self._path)
                self._engine = engine
            return self._engine

    def _close(self) -> None:
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None


def _set_pragmas(connection: sa.engine.interfaces.DBAPIConnection, _: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _create(connection: sa.Connection, document: str) -> StoredCase:
    case = StoredCase(fresh_key(), document, (), 1, now())
    connection.execute(CASES.insert().values(key=case.key, **_columns(case)))
    return case


def _read(connection: sa.Connection, key: str) -> StoredCase:
    row = connection.execute(sa.select(CASES).where(CASES.c.key == key)).one_or_none()
    if row is None:
        raise CaseNotFoundError("there is no case with this key")
    return _stored(row)


def _write(connection: sa.Connection, case: StoredCase) -> StoredCase:
    changed = replace(case, revision=case.revision + 1, changed_at=now())
    still = sa.and_(CASES.c.key == case.key, CASES.c.revision == case.revision)
    done = connection.execute(CASES.update().where(still).values(**_columns(changed)))
    if done.rowcount == 0:
        _read(connection, case.key)
        raise CaseChangedError("the case was changed meanwhile; read it again")
    return changed


def _delete(connection: sa.Connection, key: str) -> None:
    connection.execute(CASES.delete().where(CASES.c.key == key))


def _list(connection: sa.Connection) -> tuple[StoredCase, ...]:
    newest_first = sa.select(CASES).order_by(CASES.c.changed_at.desc(), CASES.c.key.desc())
    return tuple(_stored(row) for row in connection.execute(newest_first))


def _delete_all(connection: sa.Connection) -> int:
    return connection.execute(CASES.delete()).rowcount


def _columns(case: StoredCase) -> dict[str, str | int]:
    return {
        "document": case.document,
        "asked": json.dumps(case.asked),
        "revision": case.revision,
        "changed_at": case.changed_at.isoformat(timespec="microseconds"),
    }


def _stored(row: sa.Row[Any]) -> StoredCase:
    key, document, asked, revision, changed_at = tuple(row)
    return StoredCase(
        key=key,
        document=document,
        asked=tuple(json.loads(asked)),
        revision=revision,
        changed_at=datetime.fromisoformat(changed_at),
    )
