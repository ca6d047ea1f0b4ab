"""``mizumado-db export``: writes what is stored as the billing host's files."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from db.cli.arguments import actor, opened
from db.errors import RuleBroken
from db.exchange.exporting import export_files
from db.exchange.layout_files import load_layouts
from db.exchange.layouts import ENCODINGS
from db.exchange.member_changes import export_member_changes
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "write the database as the billing host's files, or what changed among members"
    parser = commands.add_parser("export", parents=[shared], help=about)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is there")
    parser.add_argument(
        "--kind",
        action="append",
        choices=[str(kind) for kind in FileKind],
        help="only this kind; several times for several (default: all)",
    )
    parser.add_argument(
        "--format", choices=ENCODINGS, help="the encoding (default: that of each layout)"
    )
    parser.add_argument("--layouts", type=Path, metavar="DIR", help="the bureau's own layouts")
    parser.add_argument(
        "--members",
        action="store_true",
        help="write instead what changed among the portal's members since the last such file",
    )
    parser.add_argument(
        "--since",
        type=day,
        metavar="DAY",
        help="with --members: since the beginning of this day in Japan",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name each with its records."""
    if not arguments.folder.is_dir():
        raise RuleBroken("export.no_folder", folder=str(arguments.folder), why="no such folder")
    shared = {"by": actor(), "now": arguments.now}
    try:
        with opened(arguments) as database:
            if arguments.members:
                written = export_member_changes(
                    database,
                    arguments.folder,
                    since=arguments.since,
                    encoding=arguments.format or "cp932",
                    **shared,
                )
            else:
                written = export_files(
                    database,
                    arguments.folder,
                    layouts=load_layouts(arguments.layouts),
                    kinds=[FileKind(kind) for kind in arguments.kind or FileKind],
                    encoding=arguments.format,
                    **shared,
                )
    except OSError as error:
        told = {"folder": str(arguments.folder), "why": error.strerror}
        raise RuleBroken("export.no_folder", **told) from error
    for file in written:
        print(f"{file.path}: {file.rows:,} records")
    return 0


def day(text: str) -> dt.date:
    """A day like 2024-09-18; raises as argparse expects."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2024-09-18") from None
