"""``mizumado-db restore``: brings a backup back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.cli.arguments import actor
from db.cli.stopping import told_to_stop
from db.exchange.restore import restore
from db.exchange.watch import Watch
from db.rules.periods import in_japan

if TYPE_CHECKING:
    import argparse

    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "bring a backup back, into a new database or in the place of one"
    parser = commands.add_parser("restore", parents=[shared], help=about)
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the backup, its manifest beside it"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put it in the place of a database with customers, which is kept under another name",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Restore the backup, and say what became of what was there."""
    with told_to_stop() as stopped:
        restored = restore(
            arguments.file,
            arguments.database,
            replace=arguments.replace,
            by=actor(),
            now=arguments.now,
            watch=Watch(stopped=stopped.is_set),
        )
    facts = restored.backup.manifest
    made = f"{in_japan(facts.made_at):%Y-%m-%d %H:%M} in Japan"
    print(f"Restored and checked: {sum(facts.rows.values()):,} rows, backed up {made}.")
    if restored.kept_as is not None:
        print(f"What was there before is kept as {restored.kept_as}.")
    return 0
