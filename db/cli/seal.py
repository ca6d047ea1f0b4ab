"""``mizumado-db seal``: seals the audit and prints the anchor for the daily sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.cli.arguments import opened
from db.commands.seals import seal
from db.queries.audit import audit_state

if TYPE_CHECKING:
    import argparse

    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "seal the audit events so far and print the anchor"
    commands.add_parser("seal", parents=[shared], help=about).set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Seal what is not sealed yet; the anchor is the last seal's, new or not."""
    with opened(arguments) as database, database.writing() as session:
        before = audit_state(session)
        seal(session, now=arguments.now)
        after = audit_state(session)
    print(f"Events sealed now: {after.sealed - before.sealed}")
    if after.anchor is None:
        print("There is nothing to seal yet.")
    else:
        print(f"Anchor: {after.anchor}")
        print("Keep it outside the database: print it on the daily sheet.")
    return 0
