"""What use cases need from the world, as Protocols; adapters fill them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Offload(Protocol):
    """Runs a blocking call: in a thread under a server, in place inside a browser."""

    async def __call__(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The call's result."""


@dataclass(frozen=True, slots=True)
class StoredCase:
    """One case as kept.

    Attributes:
        key: the random key that reaches it; whoever holds it may read and change it.
        document: the case file as JSON text.
        asked: ids of the questions answered or passed, in order (``question`` or
            ``question.lesion``), so that Back knows the way.
        revision: rises by one with each change.
    """

    key: str
    document: str
    asked: tuple[str, ...]
    revision: int
    changed_at: datetime


class CaseNotFoundError(LookupError):
    """No case has this key."""


class CaseChangedError(RuntimeError):
    """Somebody else (another tab) changed the case since it was read; read it again."""


class CaseStore(Protocol):
    """Where cases live from the first page on; what it acknowledged is on disk."""

    async def create(self, document: str) -> StoredCase:
        """A new case with a fresh random key."""

    async def read(self, key: str) -> StoredCase:
        """The case with this key.

        Raises:
            CaseNotFoundError: there is none.
        """

    async def write(self, case: StoredCase) -> StoredCase:
        """The case changed, if its revision is still the one kept.

        Raises:
            CaseNotFoundError: there is none.
            CaseChangedError: the revision kept is another.
        """

    async def delete(self, key: str) -> None:
        """Forget the case; not an error when there is none."""

    async def list(self) -> Sequence[StoredCase]:
        """All cases, the last changed first."""

    async def delete_all(self) -> int:
        """Forget everything; how many cases that were."""
