"""Calling PostgreSQL's own programs, with the password where no other user sees it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from psycopg.conninfo import make_conninfo

from db.errors import RuleBroken
from db.rules.file_faults import file_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Engine

    from db.exchange.watch import Watch
    from db.rules.backup_rule import BackupStage

_DEBIAN: Final = Path("/usr/lib/postgresql")
_SECRETS: Final = frozenset({"password", "sslpassword"})
_PAUSE_S: Final = 0.1
_MOST_TOLD: Final = 300
_FULL: Final = "No space left on device"


@dataclass(frozen=True, slots=True)
class Server:
    """How to reach one database with PostgreSQL's programs; ``major`` is the server's version."""

    engine: Engine
    major: int

    @property
    def address(self) -> str:
        """What a program is told on its command line: everything but secrets."""
        given = self._connected_with()
        return make_conninfo("", **{name: v for name, v in given.items() if name not in _SECRETS})

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program: the password in it is its own user's alone to see."""
        password = self._connected_with().get("password")
        secret = {"PGPASSWORD": password} if password else {}
        return os.environ | secret | {"LC_MESSAGES": "C"}

    def _connected_with(self) -> dict[str, str]:
        _, given = self.engine.dialect.create_connect_args(self.engine.url)
        # the driver adds objects of its own
        return {n: str(value) for n, value in given.items() if isinstance(value, (str, int))}


def program(name: str, major: int) -> str:
    """Where ``pg_dump`` or ``pg_restore`` is: the oldest that the server's version allows.

    Raises RuleBroken ``backup.no_program`` with the Debian ``package`` that has it.
    """
    beside = [found for found in _DEBIAN.glob(f"*/bin/{name}") if _number(found.parts[-3]) >= major]
    if beside:
        return str(min(beside, key=lambda found: _number(found.parts[-3])))
    elsewhere = shutil.which(name)
    if elsewhere is None or _version(elsewhere) < major:
        raise RuleBroken("backup.no_program", name=name, package=f"postgresql-client-{major}")
    return elsewhere


@contextmanager
def running(
    command: Sequence[str], *, server: Server, folder: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A program under way, ended if left early.

    Raises RuleBroken ``backup.folder_full`` for ``folder``, or ``backup.program_failed`` with the
    program's own words, when it fails.
    """
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(  # noqa: S603 a program of PostgreSQL, found by ``program``
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env=server.environment,
        ) as process,
    ):
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
        if process.returncode:
            told = _told(said, process.returncode)
            if told is None:
                raise RuleBroken("backup.folder_full", folder=str(folder))
            raise RuleBroken("backup.program_failed", name=Path(command[0]).name, why=told)


def carry_out(
    command: Sequence[str], *, server: Server, folder: Path, stage: BackupStage, watch: Watch
) -> None:
    """Let a program run to its end, telling of the stage; raises as ``running`` does."""
    with running(command, server=server, folder=folder) as process:
        while process.returncode is None:
            watch.tell(stage)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PAUSE_S)


def _told(said: IO[bytes], code: int) -> str | None:
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    if any(_FULL in line for line in lines):
        return None
    usual = lines[-1] if lines else f"exit code {code}"
    return next((line for line in lines if "error" in line.lower()), usual)[:_MOST_TOLD]


def _number(version: str) -> int:
    found = re.search(r"\d+", version)
    return int(found[0]) if found else 0


def _version(found: str) -> int:
    try:
        done = subprocess.run(  # noqa: S603 a program found on the path
            [found, "--version"], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise RuleBroken("backup.program_failed", name=found, why=file_fault(error)) from error
    return _number(done.stdout)
