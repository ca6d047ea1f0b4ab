"""Lets Alembic run the revisions on the connection that ``db.upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from db.models import Base


def run() -> None:
    """Run the revisions in one transaction, on the connection of the caller."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        transactional_ddl=True,
    )
    context.run_migrations()


run()
