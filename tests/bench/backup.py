"""A backup that is checked, made while a desk writes, against the bare copy of the database's own.

The peer is ``VACUUM INTO`` on SQLite and ``pg_dump`` on PostgreSQL: neither checks what it wrote.
A desk writes all the time; its longest wait is compared with the longest when nobody backs up.
"""

from __future__ import annotations

import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from db.engine import Database, open_engine
from db.exchange.backup_drill import drill
from db.exchange.postgresql_programs import Server, program
from db.upgrade import upgrade
from tests.bench.bulk_town import fill
from tests.bench.report import alone, times_as_much
from tests.db.backup_help import BY, NOW, backed_up
from tests.postgres import running_server

QUIET_S = 3
TARGET = 2


def arguments(parser):
    """Take the size of the town, and the kinds of database."""
    parser.add_argument("--customers", type=int, default=20_000, help="in the town")
    kinds = ["sqlite", "postgresql"]
    parser.add_argument("--database", choices=kinds, action="append", help="one kind only")
    parser.set_defaults(kinds=kinds)


def measure(options):
    """Back up, copy barely and try out a town on each kind of database."""
    figures = []
    for kind in options.database or options.kinds:
        with town(kind, options.customers) as (url, folder):
            figures += _figures(f"{options.customers:,} customers, {kind}", url, folder)
    return figures


def _figures(what, url, folder):
    quiet, _ = _while_written(url, lambda: time.sleep(QUIET_S))
    stall, (seconds, file) = _while_written(url, lambda: _timed(lambda: backed_up(url, folder)))
    bare, _ = _timed(lambda: _copy_barely(url, folder))
    database = Database(open_engine(url))
    trying, drilled = _timed(lambda: drill(database, file, by=BY, now=NOW))
    hundreds = _bytes_of(database) / 100_000_000
    database.dispose()
    assert not drilled.differing  # the town has no index for its search
    return [
        times_as_much(
            f"backup of {what}",
            seconds,
            "s",
            peer="bare copy",
            peer_value=bare,
            at_most=TARGET,
        ),
        alone(f"backup of {what}, per 100 MB", seconds / hundreds, "s"),
        times_as_much(
            f"longest write meanwhile, {what}",
            stall * 1000,
            "ms",
            peer="when nobody backs up",
            peer_value=quiet * 1000,
        ),
        alone(f"drill of {what}, per 100 MB", trying / hundreds, "s"),
    ]


def _timed(act):
    began = time.perf_counter()
    done = act()
    return time.perf_counter() - began, done


def _while_written(url, act):
    """Do something while a desk writes; gives its longest wait in seconds, and what was done."""
    longest, over = 0.0, threading.Event()

    def write():
        nonlocal longest
        database = Database(open_engine(url))
        while not over.is_set():
            began = time.perf_counter()
            with database.writing() as session:
                session.execute(text("UPDATE customer SET version = version + 1 WHERE id = 1"))
            longest = max(longest, time.perf_counter() - began)
            time.sleep(0.005)
        database.dispose()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = act()
    finally:
        over.set()
        writer.join()
    return longest, done


def _copy_barely(url, folder):
    database = Database(open_engine(url))
    copy = folder / "bare"
    if url.startswith("sqlite"):
        with database.engine.connect() as link:
            link.connection.execute(f"VACUUM INTO '{copy}'")
    else:
        server = Server(database.engine, 0)
        command = [program("pg_dump", 0), "--format=custom", f"--file={copy}"]
        subprocess.run([*command, f"--dbname={server.address}"], check=True)
    database.dispose()
    copy.unlink()


def _bytes_of(database):
    sizes = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    with database.reading() as session:
        return session.scalar(text(sizes[database.engine.dialect.name]))


@contextmanager
def town(kind, customers):
    """Fill a database of its own; gives its address and a folder for backups."""
    with tempfile.TemporaryDirectory() as name, running_server() as server:
        folder = Path(name)
        url = f"sqlite:///{folder}/town.db" if kind == "sqlite" else server.url(server.create())
        upgrade(url)
        database = Database(open_engine(url))
        fill(database, customers)
        database.dispose()
        yield url, folder
