"""What is told of a damaged file: where its newest good backup is, and how to bring it back."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.exchange.backup_files import newest_good, usual_folder
from db.rules.periods import in_japan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.exchange.backup_files import Backup

# a file whose first page is gone is no database any more, unless its backups say that it was one
_DAMAGED: Final = frozenset({"database.damaged", "database.not_a_database"})


@contextmanager
def naming_backup(file: Path) -> Iterator[None]:
    """Tell that a file is damaged as ``database.damaged_backed_up`` when it has a good backup.

    The facts are the ``file``, the ``backup``, when it was ``made`` and the ``command``.
    """
    try:
        yield
    except RuleBroken as error:
        backup = _newest(file.resolve()) if error.code in _DAMAGED else None
        if backup is None:
            raise
        raise RuleBroken(
            "database.damaged_backed_up",
            file=str(file),
            backup=backup.file.name,
            made=f"{in_japan(backup.manifest.made_at):%Y-%m-%d %H:%M}",
            command=_command(backup, file.resolve()),
        ) from error


def _newest(file: Path) -> Backup | None:
    folders = dict.fromkeys([usual_folder(file), *_set_folder(file)])
    found = [good for folder in folders if (good := newest_good(folder, str(file))) is not None]
    return max(found, key=lambda backup: backup.manifest.made_at, default=None)


def _set_folder(file: Path) -> list[Path]:
    uri = f"{file.as_uri()}?mode=ro&immutable=1"
    question = "SELECT value FROM setting WHERE name = 'backup.folder' AND value <> ''"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as link:
            return [Path(str(folder)) for (folder,) in link.execute(question)]
    except sqlite3.Error:
        return []  # the part with the settings may be what is damaged


def _command(backup: Backup, file: Path) -> str:
    words = ("mizumado-db", "restore", str(backup.file), "--replace")
    return shlex.join([*words, "--database", f"sqlite:///{file}"])
