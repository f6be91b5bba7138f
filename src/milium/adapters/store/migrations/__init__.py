"""How an older file of cases becomes a newer one (Alembic)."""
