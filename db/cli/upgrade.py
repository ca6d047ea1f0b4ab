"""``mizumado-db upgrade``: makes a database, or brings it up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.guard.opening import upgrade_database

if TYPE_CHECKING:
    import argparse

    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "make the database's tables, or bring them up to date"
    commands.add_parser("upgrade", parents=[shared], help=about).set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Bring the database to the revision of this program, and say so."""
    revision = upgrade_database(arguments.database)
    print(f"The database is at revision {revision}, the newest.")
    return 0
