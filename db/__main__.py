"""``mizumado-db``: looks after the database without a window."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import io
import sys
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from db.cli import backup, check, demo, exporting, importing, mail, restore, seal, staff, upgrade
from db.cli.arguments import shared_arguments
from db.cli.sentences import sentence
from db.errors import OutOfReach, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; 0 if it is done, 1 if not or something was found, 2 if misused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a name that the terminal cannot show must not stop the work
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if not parsed.database:
        parser.error("name the database with --database URL or in MIZUMADO_DATABASE")
    parsed.clock = functools.partial(dt.datetime.now, dt.UTC)
    parsed.now = parsed.clock()
    try:
        return int(parsed.run(parsed))
    except (RuleBroken, OutOfReach) as error:
        told = sentence(error)
    except SQLAlchemyError as error:
        told = f"The database refused: {str(error).splitlines()[0]}"
    except KeyboardInterrupt:
        told = "Stopped; what was under way was not stored."
    print(told, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mizumado-db", description="Looks after the database of Mizumado."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in (upgrade, demo, staff, importing, exporting, mail, backup, restore, check, seal):
        module.add_to(commands, shared_arguments())
    return parser


if __name__ == "__main__":
    sys.exit(main())
