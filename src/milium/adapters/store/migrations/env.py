"""Runs the steps on the connection it was given; Alembic loads this file itself."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
