"""The commands of ``mizumado-db``, and what each of them ends with."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import io
import os
import sys
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import SQLAlchemyError

from db.cli import backup, check, demo, exporting, importing, mail, restore, seal, staff, upgrade
from db.cli.arguments import shared_arguments
from db.cli.sentences import sentence
from db.cli.stopping import Ended, interruptible
from db.errors import OutOfReach, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOBODY_READS: Final = 141


def run(arguments: Sequence[str] | None) -> int:
    """Do what the arguments say, and give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a name that the terminal cannot show must not stop the work
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _done(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # as `head` does once it has enough; what is left to say goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    return code


def _done(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if not parsed.database:
        parser.error("name the database with --database URL or in MIZUMADO_DATABASE")
    parsed.clock = functools.partial(dt.datetime.now, dt.UTC)
    parsed.now = parsed.clock()
    code = 1
    try:
        with interruptible():
            return int(parsed.run(parsed))
    except (RuleBroken, OutOfReach) as error:
        told = sentence(error)
    except SQLAlchemyError as error:
        told = f"The database refused: {str(error).splitlines()[0]}"
    except Ended as error:
        told, code = "Stopped; what was under way was not stored.", error.code
    print(told, file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mizumado-db", description="Looks after the database of Mizumado."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in (upgrade, demo, staff, importing, exporting, mail, backup, restore, check, seal):
        module.add_to(commands, shared_arguments())
    return parser
