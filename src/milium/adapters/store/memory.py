"""Cases in memory, gone when the program ends: for the browser host and for tests."""

from collections.abc import Sequence
from dataclasses import replace

from milium.adapters.store.keys import fresh_key, now
from milium.app.ports import CaseChangedError, CaseNotFoundError, StoredCase


class MemoryCaseStore:
    """A ``CaseStore`` that keeps nothing on disk."""

    def __init__(self) -> None:
        """Begin empty."""
        self._cases: dict[str, StoredCase] = {}

    async def create(self, document: str) -> StoredCase:
        """A new case with a fresh random key."""
        case = StoredCase(fresh_key(), document, (), 1, now())
        self._cases[case.key] = case
        return case

    async def read(self, key: str) -> StoredCase:
        """The case with this key; raises ``CaseNotFoundError``."""
        if key not in self._cases:
            raise CaseNotFoundError("there is no case with this key")
        return self._cases[key]

    async def write(self, case: StoredCase) -> StoredCase:
        """The case changed; raises ``CaseNotFoundError`` or ``CaseChangedError``."""
        kept = await self.read(case.key)
        if kept.revision != case.revision:
            raise CaseChangedError("the case was changed meanwhile; read it again")
        changed = replace(case, revision=case.revision + 1, changed_at=now())
        self._cases[case.key] = changed
        return changed

    async def delete(self, key: str) -> None:
        """Forget the case; not an error when there is none."""
        self._cases.pop(key, None)

    async def list(self) -> Sequence[StoredCase]:
        """All cases, the last changed first."""
        return tuple(
            sorted(self._cases.values(), key=lambda case: (case.changed_at, case.key), reverse=True)
        )

    async def delete_all(self) -> int:
        """Forget everything; how many cases that were."""
        count = len(self._cases)
        self._cases.clear()
        return count
