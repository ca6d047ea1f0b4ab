"""One import at a time, whoever starts the second: a lock that ends with its owner's process."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db.engine import reason_of
from db.errors import OutOfReach, RuleBroken
from db.rules.periods import in_japan

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
_WAIT_MS: Final = 4000
_NOTICED_AFTER_MS: Final = 1000
# a server busy with a statement does not look by itself whether anybody still wants it
_NOTICE_DEATH: Final = (
    "SELECT set_config(name, :ms, false) FROM pg_settings"
    " WHERE name = 'client_connection_check_interval'"
)


class Owner(NamedTuple):
    """Who runs an import: a member of staff, or a computer by itself, as others are told."""

    staff_id: int | None
    told: str
    since: dt.datetime


@contextmanager
def only_import(connection: Connection, owner: Owner) -> Iterator[None]:
    """Go on as the only import into this database.

    Raises RuleBroken ``import.running`` with who runs ``by`` and ``since``, and OutOfReach
    ``read_only`` where no file may be made beside the database.
    """
    since = f"{in_japan(owner.since):%Y-%m-%d %H:%M}"
    if connection.dialect.name == "sqlite":
        database = str(connection.engine.url.database)
        with _file_lock(Path(f"{database}-import"), by=owner.told, since=since):
            yield
        return
    if not _take_on_server(connection):
        with connection.begin():
            raise RuleBroken("import.running", **_who_runs(connection))
    with connection.begin():
        # what others see of a session; letters beyond ASCII do not come through
        told = owner.staff_id or owner.told.encode("ascii", "ignore").decode()
        _call(connection, f"{_NAME} {since} {told}")
    try:
        yield
    finally:
        # the connection is closed after a run, and the lock ends with it
        if not connection.closed and not connection.invalidated and not connection.in_transaction():
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


def _take_on_server(connection: Connection) -> bool:
    """Take the lock, which a server keeps for a moment when its owner was killed."""
    try:
        with connection.begin():
            connection.execute(text(_NOTICE_DEATH), {"ms": str(_NOTICED_AFTER_MS)})
            connection.execute(text(f"SET LOCAL lock_timeout = {_WAIT_MS}"))
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
    except OperationalError as error:
        if reason_of(error.orig) != "locked":
            raise
        return False
    return True


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
    day, time, by = (*known.removeprefix(_NAME).split(maxsplit=2), "", "", "")[:3]
    if by.isdigit():
        name = text("SELECT name FROM staff WHERE id = :id")
        by = connection.scalar(name, {"id": int(by)}) or by
    return {"by": by, "since": f"{day} {time}".strip()}


@contextmanager
def _file_lock(place: Path, *, by: str, since: str) -> Iterator[None]:
    try:
        file = place.open("a+b")
    except OSError as error:
        raise OutOfReach("read_only") from error
    with file:
        if not _take(file):
            raise RuleBroken("import.running", **_told(file))
        told = {"by": by, "since": since}
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
