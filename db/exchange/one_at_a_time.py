"""One import at a time, whoever starts the second: a lock that ends with its owner's process."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from sqlalchemy import text

from db.errors import OutOfReach, RuleBroken

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import Connection

_LOCK: Final = 7_240_918  # the same number for every import into a database
_NAME: Final = "mizumado import"


@contextmanager
def only_import(connection: Connection, *, by: str, now: dt.datetime) -> Iterator[None]:
    """Go on as the only import into this database.

    Raises RuleBroken ``import.running`` with who runs ``by`` and ``since``, and OutOfReach
    ``read_only`` where no file may be made beside the database.
    """
    if connection.dialect.name == "sqlite":
        database = str(connection.engine.url.database)
        with _file_lock(Path(f"{database}-import"), by=by, now=now):
            yield
        return
    with connection.begin():
        taken = connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _LOCK})
        if not taken:
            raise RuleBroken("import.running", **_who_runs(connection))
        # what others see of a session; letters beyond ASCII do not come through
        name = f"{_NAME} {now:%Y-%m-%dT%H:%M}Z {by.encode('ascii', 'ignore').decode()}"
        _call(connection, name)
    try:
        yield
    finally:
        # the connection is closed after a run, and the lock ends with it
        if not connection.closed and not connection.invalidated and not connection.in_transaction():
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


def _call(connection: Connection, name: str) -> None:
    statement = text("SELECT set_config('application_name', :name, false)")
    connection.execute(statement, {"name": name[:63]})


def _who_runs(connection: Connection) -> dict[str, str]:
    names = connection.scalars(
        text(
            "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            " WHERE l.locktype = 'advisory' AND l.objid = :key AND l.granted"
        ),
        {"key": _LOCK},
    ).all()
    known = next((name for name in names if name.startswith(_NAME)), "")
    since, _, by = known.removeprefix(_NAME).strip().partition(" ")
    return {"by": by, "since": since}


@contextmanager
def _file_lock(place: Path, *, by: str, now: dt.datetime) -> Iterator[None]:
    try:
        file = place.open("a+b")
    except OSError as error:
        raise OutOfReach("read_only") from error
    with file:
        if not _take(file):
            raise RuleBroken("import.running", **_told(file))
        told = {"by": by, "since": f"{now:%Y-%m-%dT%H:%M}Z"}
        # the first byte is what is locked; Windows lets nobody read it
        file.truncate(0)
        file.write(b" " + json.dumps(told, ensure_ascii=False).encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _take(file: BinaryIO) -> bool:
    file.seek(0)
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _told(file: BinaryIO) -> dict[str, str]:
    try:
        file.seek(1)
        told = json.loads(file.read(1000))
        return {"by": str(told["by"]), "since": str(told["since"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"by": "", "since": ""}
