"""Databases that a test may replace, and what is in them."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from db.commands.audit import Actor
from db.commands.search_keys import refresh
from db.engine import Database, open_engine
from db.exchange.backup import back_up
from tests.factories import add_contract, add_customer

BY = Actor(None, "mizumado-db test@here")
on_a_file = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""For what is done with files, to which the kind of database makes no difference."""

NOW = dt.datetime(2024, 9, 18, 17, 30, tzinfo=dt.UTC)


@contextlib.contextmanager
def opened(url):
    """Open the database at ``url`` for a moment, so that it can be replaced afterwards."""
    database = Database(open_engine(url))
    try:
        yield database
    finally:
        database.dispose()


def fill(url, customers=3):
    """Put some customers with contracts into the database."""
    with opened(url) as database, database.writing() as session:
        made = [
            add_contract(session, add_customer(session, f"山田 {number}", note="水" * 200))
            for number in range(customers)
        ]
        refresh(session, made)


def backed_up(url, folder, **more):
    """Make a backup of the database at ``url``, and give the path of its file."""
    with opened(url) as database:
        return back_up(database, folder, **{"by": BY, "now": NOW} | more).backup.file


def names(url):
    """Give the names of the customers in the database at ``url``."""
    return column(url, "SELECT name FROM customer ORDER BY id")


def events(url):
    """Give the kinds of the events that the database at ``url`` remembers."""
    return column(url, "SELECT kind FROM audit_event ORDER BY id")


def column(url, question):
    """Give the first column of what is asked of the database at ``url``."""
    with opened(url) as database, database.reading() as session:
        return session.scalars(text(question)).all()


def run(url, *statements):
    """Say statements in the database at ``url``, in one transaction."""
    with opened(url) as database, database.writing() as session:
        for statement in statements:
            session.execute(text(statement))


def is_file(url):
    return url.startswith("sqlite")


def file_of(url):
    return Path(make_url(url).database)


class Databases:
    """Those that one test makes and replaces, of one kind."""

    def __init__(self, kind, *, folder, template, server):
        self.kind, self._folder, self._template, self._server = kind, folder, template, server

    def new(self, name="water", *, empty=False):
        """Say where a new database is; one that is not there yet if it is to be ``empty``."""
        if self.kind == "sqlite":
            file = self._folder / f"{name}.db"
            if not empty:
                file.write_bytes(self._template.read_bytes())
            return f"sqlite:///{file}"
        if empty:
            return self._server.url(f"fresh_{name}")
        return self._server.url(self._server.create(template=self._template))

    def all(self):
        """Give the names of all databases there are, other tests' own included."""
        if self.kind == "sqlite":
            return {file.name for file in self._folder.iterdir() if file.is_file()}
        with self._server.connect() as link:
            return {name for (name,) in link.execute("SELECT datname FROM pg_database")}

    def remove(self, before):
        """Remove the databases on the server that there were not ``before``."""
        if self.kind == "postgresql":
            for name in self.all() - before:
                self._server.drop(name)
