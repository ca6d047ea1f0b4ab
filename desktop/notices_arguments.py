"""The command line of ``mizumado notices``."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.rules.batch_criteria import ALL_EXCLUSIONS, BATCHED, CHOSEN_EXCLUSIONS, BatchCriteria
from db.rules.paper import Exclusion, PaperKind, PaperLanguage
from db.rules.periods import Cycle
from desktop.format import LanguageCode

if TYPE_CHECKING:
    from collections.abc import Sequence

PASSWORD_VARIABLE: Final = "MIZUMADO_PASSWORD"  # noqa: S105 the name of the variable


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; ends the program with 2 and a line about what is wrong."""
    parser = argparse.ArgumentParser(
        prog="mizumado notices",
        description="Issue a batch of notices without a window. The password of the staff account "
        f"is asked for, or read from the environment variable {PASSWORD_VARIABLE}.",
    )
    _add_place(parser)
    _add_criteria(parser)
    options = parser.parse_args(arguments)
    if not options.database:
        parser.error("name the database by --database or MIZUMADO_DATABASE")
    if not (options.list or options.dry_run or options.folder):
        parser.error("say where the files go by --folder, or ask for --dry-run or --list")
    if not options.list and options.resume is None and options.kind is None:
        parser.error("say which notices by --kind, or which batch by --resume")
    return options


def criteria_of(
    options: argparse.Namespace, today: dt.date, office_id: int | None
) -> BatchCriteria:
    """What the notices are to be about."""
    return BatchCriteria(
        kind=PaperKind(options.kind),
        issued_on=options.issued_on or today,
        language=PaperLanguage(options.paper),
        office_id=office_id,
        cycle=Cycle(options.cycle) if options.cycle else None,
        due_from=options.due_from,
        due_to=options.due_to,
        minimum_yen=options.minimum,
        exclude=ALL_EXCLUSIONS - {Exclusion(code) for code in options.include},
        limit_on=options.limit_on,
        seen_to=options.seen_to,
    )


def _add_place(parser: argparse.ArgumentParser) -> None:
    database = os.environ.get("MIZUMADO_DATABASE")
    what = "sqlite:////folder/mizumado.db or postgresql+psycopg://user@host/name"
    parser.add_argument("--database", metavar="URL", default=database, help=what)
    parser.add_argument("--staff", metavar="ID", required=True, help="a supervisor's login ID")
    parser.add_argument("--folder", metavar="DIR", type=Path, help="where the files go")
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--dry-run", action="store_true", help="count, and change nothing")
    acts.add_argument("--resume", metavar="N", type=int, help="go on with batch number N")
    acts.add_argument("--list", action="store_true", help="show the batches there are")
    languages = [code.value for code in LanguageCode]
    parser.add_argument("--language", choices=languages, default="ja", help="of what is said")


def _add_criteria(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which notices")
    group.add_argument("--kind", choices=[kind.value for kind in BATCHED])
    group.add_argument("--office", metavar="CODE", help="which office issues them (default: yours)")
    group.add_argument("--cycle", choices=[cycle.value for cycle in Cycle], help="months read in")
    group.add_argument("--due-from", metavar="DAY", type=dt.date.fromisoformat)
    group.add_argument("--due-to", metavar="DAY", type=dt.date.fromisoformat)
    group.add_argument("--minimum", metavar="YEN", type=int, default=0, help="arrears at least")
    group.add_argument("--issued-on", metavar="DAY", type=dt.date.fromisoformat)
    group.add_argument("--limit-on", metavar="DAY", type=dt.date.fromisoformat)
    group.add_argument("--seen-to", metavar="DAY", type=dt.date.fromisoformat)
    group.add_argument("--paper", choices=[code.value for code in PaperLanguage], default="ja")
    group.add_argument(
        "--include",
        action="append",
        default=[],
        choices=[why.value for why in CHOSEN_EXCLUSIONS],
        help="write also to those who are usually left out (may be given again)",
    )
