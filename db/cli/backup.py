"""``mizumado-db backup``: copies the database while desks write, or tries a backup out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.cli.arguments import actor, opened
from db.cli.check import print_faults
from db.cli.sentences import sentence
from db.cli.stopping import told_to_stop
from db.errors import OutOfReach, RuleBroken
from db.exchange.backup import back_up, folder_of
from db.exchange.backup_drill import drill
from db.exchange.backup_files import backups_in
from db.exchange.snapshot import full_place
from db.exchange.watch import Watch
from db.queries.backup_settings import backup_settings
from db.rules.backup_rule import is_missed, next_due, read_time

if TYPE_CHECKING:
    import datetime as dt
    import threading

    from db.cli.arguments import Commands
    from db.engine import Database

_AS_SET: Final = object()
_LONGEST_WAIT_S: Final = 60
_UNTIL_NEXT_TRY_S: Final = 900


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "copy the database while desks write, checked and with a manifest"
    parser = commands.add_parser("backup", parents=[shared], help=about)
    parser.add_argument(
        "--folder",
        type=Path,
        help="where backups are (default: the setting backup.folder, else backups beside the file)",
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--every-day",
        type=_time,
        nargs="?",
        const=_AS_SET,
        metavar="HH:MM",
        help="go on, and make one every day at that time in Japan, or at the one that is set in "
        "backup.time; at once if it is overdue",
    )
    way.add_argument(
        "--drill",
        type=Path,
        metavar="FILE",
        help="restore that backup where nobody works, check and count it, and remove it",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make a backup, one every day, or try one out.

    1 if the audit was changed, anything is wrong with the one tried out, or the last one of every
    day failed.
    """
    with opened(arguments, thorough=False) as database, told_to_stop() as stopped:
        if arguments.drill is not None:
            return _drill(arguments, database, stopped)
        if arguments.every_day is not None:
            return _every_day(arguments, database, stopped)
        return _once(arguments, database, stopped)


def _time(text: str) -> dt.time:
    try:
        return read_time(text)
    except RuleBroken as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 2:30") from error


def _once(arguments: argparse.Namespace, database: Database, stopped: threading.Event) -> int:
    made = back_up(
        database,
        arguments.folder,
        by=actor(),
        now=arguments.clock(),
        watch=Watch(stopped=stopped.is_set),
    )
    facts = made.backup.manifest
    size = f"{facts.size:,} bytes, {sum(facts.rows.values()):,} rows"
    print(f"Backed up and checked: {made.backup.file} ({size})", flush=True)
    for name in made.removed:
        print(f"Removed, as it need not be kept: {name}", flush=True)
    if facts.audit_sound:
        return 0
    told = "The audit was changed after it was sealed: see `mizumado-db check`. The backup is kept."
    print(told, file=sys.stderr, flush=True)
    return 1


def _every_day(arguments: argparse.Namespace, database: Database, stopped: threading.Event) -> int:
    with database.reading() as session:
        settings = backup_settings(session)
    at = settings.at if arguments.every_day is _AS_SET else arguments.every_day
    if at is None:
        raise RuleBroken("backup.no_time")
    last, code = _last(database, arguments.folder or folder_of(database.engine.url, settings)), 0
    print(f"Backing up every day at {at:%H:%M} in Japan, until stopped.", flush=True)
    while not stopped.is_set():
        now, wait = arguments.clock(), _LONGEST_WAIT_S
        if is_missed(last, at, now=now):
            try:
                code, last = _once(arguments, database, stopped), now
            except (OutOfReach, RuleBroken) as error:
                code, wait = _failed(error, stopped), _UNTIL_NEXT_TRY_S
            database.dispose()  # a connection kept until tomorrow would hinder a restoring
        # looked at again each minute: a computer that slept, or whose clock was set, is not late
        due = next_due(at, after=arguments.clock()) - arguments.clock()
        stopped.wait(min(due.total_seconds(), wait))
    return code


def _failed(error: OutOfReach | RuleBroken, stopped: threading.Event) -> int:
    if stopped.is_set():
        return 0
    print(sentence(error), file=sys.stderr, flush=True)
    return 1


def _last(database: Database, folder: Path | None) -> dt.datetime | None:
    if folder is None:
        return None
    made = backups_in(folder, database=full_place(database.engine.url))
    return made[0].manifest.made_at if made else None


def _drill(arguments: argparse.Namespace, database: Database, stopped: threading.Event) -> int:
    watch = Watch(stopped=stopped.is_set)
    drilled = drill(database, arguments.drill, by=actor(), now=arguments.now, watch=watch)
    facts = drilled.backup.manifest
    print(f"Restored for practice and removed again: {drilled.backup.file}")
    print(f"Rows: {'as backed up' if not drilled.differing else 'differing'}", flush=True)
    for each in drilled.differing:
        print(f"  {each.table}: {each.expected} were backed up, {each.found} came back")
    print_faults(drilled.faults)
    print(f"Made by Mizumado {facts.program} at revision {facts.revision}")
    return 1 if drilled.found else 0
