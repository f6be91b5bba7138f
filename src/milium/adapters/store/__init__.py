"""Where cases live: in one SQLite file, or in memory."""

from typing import TYPE_CHECKING, Any

from milium.adapters.store.memory import MemoryCaseStore

if TYPE_CHECKING:
    from milium.adapters.store.sql import SqlCaseStore, StoreRefusedError

__all__ = ["MemoryCaseStore", "SqlCaseStore", "StoreRefusedError"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """The SQL store on first use: inside a browser there is no SQLAlchemy to import."""
    if name in {"SqlCaseStore", "StoreRefusedError"}:
        from milium.adapters.store import sql  # noqa: PLC0415 - see above

        return getattr(sql, name)
    message = f"module '{__name__}' has no '{name}'"
    raise AttributeError(message)
