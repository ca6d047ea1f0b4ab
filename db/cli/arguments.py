"""What the subcommands of ``mizumado-db`` have in common."""

from __future__ import annotations

import argparse
import getpass
import os
import platform
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from db.commands.audit import Actor
from db.guard.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.engine import Database

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 no public name

_LONGEST_DESK: Final = 60


def shared_arguments() -> argparse.ArgumentParser:
    """What every subcommand takes: the address of the database."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL",
        default=os.environ.get("MIZUMADO_DATABASE"),
        help="sqlite:////folder/mizumado.db or postgresql+psycopg://user@host/name "
        "(default: MIZUMADO_DATABASE)",
    )
    return shared


@contextmanager
def opened(arguments: argparse.Namespace, *, thorough: bool = True) -> Iterator[Database]:
    """The database of the arguments, closed at the end; raises as ``open_database`` does."""
    database = open_database(arguments.database, thorough=thorough)
    try:
        yield database
    finally:
        database.dispose()


def actor() -> Actor:
    """Whom the audit names: nobody of the bureau's staff, but this computer and its user."""
    return Actor(None, f"mizumado-db {_user()}@{platform.node()}"[:_LONGEST_DESK])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in a container
        return "?"
