"""What both stores need: a fresh key and the time."""

import secrets
from datetime import UTC, datetime

KEY_BYTES = 32


def fresh_key() -> str:
    """A key nobody can guess (256 random bits)."""
    return secrets.token_urlsafe(KEY_BYTES)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
