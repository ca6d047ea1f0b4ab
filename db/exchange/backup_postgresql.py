"""Dumping a PostgreSQL database while desks write to it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from db.errors import RuleBroken
from db.exchange.postgresql_programs import Server, carry_out, program, running
from db.exchange.snapshot import Snapshot, snapshot_of
from db.queries.audit import check_audit
from db.rules.backup_rule import BackupStage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.engine import Database
    from db.exchange.watch import Watch

_COPY: Final = re.compile(rb'COPY public\."?([^" (]+)"? \(.*FROM stdin;\n')
_END: Final = b"\\.\n"
_LINES_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Dumped:
    """What the dump has to hold, and whether the audit was untouched in that moment."""

    snapshot: Snapshot
    audit_sound: bool
    server: Server


def dump_postgresql(database: Database, half: Path, watch: Watch) -> Dumped:
    """Dump the database into ``half`` as it is at one moment, which its rows are counted at too.

    Raises ``backup.no_program``, ``backup.program_failed`` and ``backup.folder_full``.
    """
    with database.reading() as session:
        moment = _one_moment(session)
        server = Server(database.engine, server_major(session))
        words = ("--format=custom", f"--snapshot={moment}", f"--file={half}")
        command = [program("pg_dump", server.major), *words, f"--dbname={server.address}"]
        snapshot = snapshot_of(session)
        carry_out(
            command, server=server, folder=half.parent, stage=BackupStage.COPYING, watch=watch
        )
        watch.tell(BackupStage.CHECKING)
        return Dumped(snapshot, not check_audit(session), server)


def check_dump(half: Path, dumped: Dumped, watch: Watch) -> None:
    """Read the whole dump back, and go on only if it has every row of every table.

    Raises ``backup.not_equal`` when a count differs, ``backup.program_failed`` for a broken dump.
    """
    server = dumped.server
    command = [program("pg_restore", server.major), "--data-only", "--file=-", str(half)]
    with running(command, server=server, folder=half.parent) as process:
        rows = _rows_in(process.stdout or (), watch)
        process.wait()
    if rows != dumped.snapshot.rows:
        raise RuleBroken("backup.not_equal", file=dumped.snapshot.place)


def server_major(session: Session) -> int:
    """The server's version, as its programs are numbered: 15."""
    return int(session.scalar(text("SHOW server_version_num")) or 0) // 10_000


def _one_moment(session: Session) -> str:
    session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    # a dump may take longer than a server lets a reader rest
    session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    return str(session.scalar(text("SELECT pg_export_snapshot()")))


def _rows_in(lines: Iterable[bytes], watch: Watch) -> dict[str, int]:
    rows: Counter[str] = Counter()
    table = None
    for number, line in enumerate(lines):
        if number % _LINES_AT_ONCE == 0:
            watch.tell(BackupStage.CHECKING)
        if table is None:
            if begun := _COPY.fullmatch(line):
                table = begun[1].decode()
                rows[table] = 0
        elif line == _END:
            table = None
        else:
            rows[table] += 1
    return dict(rows)
