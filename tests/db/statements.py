"""Counts what a unit of work asks the database."""

from __future__ import annotations

from contextlib import contextmanager

from sqlalchemy import event


@contextmanager
def statements_of(database):
    """Yield the list that fills with the SQL sent meanwhile, BEGIN and pings left out."""
    sent = []

    def note(_connection, _cursor, statement, *_more):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
