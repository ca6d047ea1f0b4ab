"""Starts the program: arguments, logging and the last net for errors, nothing else."""

from __future__ import annotations

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from desktop import settings as desk_settings
from desktop.app import App, issue_notices, make_application, render_tour
from desktop.errors import sentence
from desktop.settings import Memory, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0, or 2 when the settings are wrong."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["notices"]:
        return issue_notices(given[1:])
    options = _parser().parse_args(given)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # a new practice town is no news
    app = make_application(sys.argv[:1])
    sys.excepthook = _log_unexpected
    if options.tour:
        return render_tour(app, Path(options.tour))
    try:
        settings = _settings(options)
    except RuleBroken as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 2
    program = App(app, settings, Memory())
    program.start()
    return app.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mizumado",
        description="The service counter of a water bureau, on the desk.",
        epilog="mizumado notices --help tells how to issue notices without a window.",
    )
    parser.add_argument("--database", metavar="URL", help="the database to work on")
    parser.add_argument(
        "--practice", action="store_true", help="work on a fictional town, whatever is configured"
    )
    parser.add_argument("--language", choices=("ja", "en"), help="the language to start in")
    parser.add_argument(
        "--tour", metavar="DIR", help="draw every screen into DIR from a real contact, and stop"
    )
    return parser


def _settings(options: argparse.Namespace) -> Settings:
    settings = desk_settings.load(desk_settings.config_file())
    if options.database:
        settings = replace(settings, database=options.database)
    if options.practice:
        settings = replace(settings, database="")
    if options.language:
        settings = replace(settings, language=options.language)
    return settings


def _log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    logging.getLogger(__name__).critical("unexpected", exc_info=(kind, error, trace))


if __name__ == "__main__":
    sys.exit(main())
