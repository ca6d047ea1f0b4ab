"""A PostgreSQL server of the tests' own, reachable through a socket in a short temporary folder."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "32MB",
    # whoever cleans up by themselves takes time that nobody counts on, and so does compiling
    "autovacuum": "off",
    "checkpoint_timeout": "1d",
    "jit": "off",
}
# Waits until the test process is gone, however it went: its end of the pipe then closes.
_WATCH = 'cat >/dev/null; "$@" >/dev/null 2>&1; exec rm -rf "$folder"'


class PostgresServer:
    """Makes and drops databases on the tests' own server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)

    def url(self, name: str) -> str:
        """Say where the database ``name`` is, as the program is told it."""
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder}"

    def create(self, *, template: str = "template1") -> str:
        """Make a database as a copy of the database ``template`` and give the name it got."""
        name = f"test_{next(self._numbers)}"
        # copying files is the quicker way for a template this small
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)
        return name

    @contextlib.contextmanager
    def database(self, *, template: str = "template1") -> Iterator[str]:
        """Give the URL of a new database that is removed when left."""
        name = self.create(template=template)
        yield self.url(name)
        self.drop(name)

    def drop(self, name: str) -> None:
        """Remove the database ``name``, cutting off whoever still uses it."""
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def connect(self, name: str = "postgres", **more: str) -> psycopg.Connection:
        """Connect to the database ``name`` as the server's owner; each statement commits."""
        where = {"host": str(self._folder), "user": "postgres", "dbname": name}
        return psycopg.connect(**where, **more, autocommit=True)

    def _run(self, statement: str, *names: str) -> None:
        with self.connect() as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextlib.contextmanager
def running_server(kept: Path | None = None) -> Iterator[PostgresServer]:
    """Start a server; stop it and remove every trace when left, even by a killed process.

    What it stores in the folder ``kept`` stays, and is there again the next time.
    """
    programs = server_programs()
    # A socket's path may have 107 bytes at most, so the folder is not one of pytest's long ones.
    folder = Path(tempfile.mkdtemp(prefix="mz", dir="/tmp"))
    data = kept or folder / "data"
    as_owner = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        shutil.chown(data.parent, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]
    control = [*as_owner, str(programs / "pg_ctl"), "-D", str(data)]
    watch = subprocess.Popen(
        ["sh", "-c", _WATCH, "sh", *control, "-m", "fast" if kept else "immediate", "stop"],
        stdin=subprocess.PIPE,
        cwd="/",
        env={**os.environ, "folder": str(folder)},
        start_new_session=True,  # an interrupt at the keyboard must not end it before its work
    )
    try:
        initialise = [*as_owner, str(programs / "initdb"), "-D", str(data)]
        if not data.exists():
            _call(*initialise, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "--no-sync")
        options = "".join(f" -c {name}='{value}'" for name, value in _SETTINGS.items())
        _call(*control, "-w", "-l", str(folder / "log"), "-o", f"-k {folder}{options}", "start")
        yield PostgresServer(folder)
    finally:
        watch.communicate()


def server_programs() -> Path:
    """Find the newest server's programs; without a server the tests fail, they never skip."""
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not found and (elsewhere := shutil.which("initdb")):
        found = [Path(elsewhere).resolve().parent]
    if not found:
        raise RuntimeError("no PostgreSQL server on this machine: run `sh installer/test` once")
    return max(found, key=_version)


def _version(programs: Path) -> float:
    name = programs.parent.name  # /usr/lib/postgresql/17/bin
    return float(name) if name.replace(".", "", 1).isdigit() else 0


def _call(*command: str) -> None:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd="/", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[-1]}: {done.stdout}{done.stderr}")
