"""The table of cases, and bringing an older file up to it."""

from pathlib import Path

import sqlalchemy as sa

NEWEST = "v0001"
"""The last step under ``migrations/versions``."""

CASES = sa.Table(
    "cases",
    sa.MetaData(),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("asked", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("changed_at", sa.String, nullable=False),
)


class StoreRefusedError(RuntimeError):
    """The file can't be used; the message names it and says what to do."""


def bring_up_to_date(engine: sa.Engine, path: Path) -> None:
    """Apply the steps the file lacks; Alembic is imported only when there is one.

    Raises:
        StoreRefusedError: the file is damaged, or of a newer Milium; it was left as it is.
    """
    try:
        with engine.connect() as connection:
            found = _version(connection)
    except sa.exc.DatabaseError as error:
        message = f"{path}: can't be read as Milium's store; move it away to begin a new one"
        raise StoreRefusedError(message) from error
    if found != NEWEST:
        _upgrade(engine, path, found)


def _version(connection: sa.Connection) -> str:
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found or "")


def _upgrade(engine: sa.Engine, path: Path, found: str) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import and seldom needed
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        message = (
            f"{path}: was written by a newer Milium (step '{found}'; this one knows '{NEWEST}'). "
            "Get a newer Milium; the file was left as it is"
        )
        raise StoreRefusedError(message) from error
