"""``mizumado-db demo``: fills an empty database with a fictional town to practise with."""

from __future__ import annotations

import argparse
import datetime as dt
import time
from typing import TYPE_CHECKING

from tqdm import tqdm

from db.cli.arguments import opened
from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from db.demo.practice import CUSTOMERS, SEED
from db.demo.town import fill
from db.guard.opening import upgrade_database
from db.rules.periods import TOKYO, day_in_japan

if TYPE_CHECKING:
    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "fill an empty database with a fictional town"
    parser = commands.add_parser("demo", parents=[shared], help=about)
    parser.add_argument(
        "--customers", type=int, default=CUSTOMERS, help="how many (default: %(default)s)"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=SEED,
        help="the same number gives the same town (default: %(default)s)",
    )
    parser.add_argument(
        "--as-of",
        type=day_or_instant,
        metavar="DAY",
        help="2024-09-18, or 2024-09-18T18:13 in Japan: when the last delivery came "
        "(default: today)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the tables if there are none, fill them, and say how to sign in."""
    upgrade_database(arguments.database)
    began = time.monotonic()
    as_of = arguments.as_of or day_in_japan(arguments.now)
    with (
        opened(arguments) as database,
        tqdm(total=arguments.customers, unit=" customers", disable=None) as bar,
    ):

        def progress(done: int, _of: int) -> None:
            bar.update(done - bar.n)

        fill(
            database,
            customers=arguments.customers,
            seed=arguments.seed,
            as_of=as_of,
            progress=progress,
        )
    seconds = time.monotonic() - began
    print(f"The town has {arguments.customers} customers, made in {seconds:.1f} s.")
    print(f"Sign in as {PRACTICE_ID} with the password {PRACTICE_PASSWORD}.")
    return 0


def day_or_instant(text: str) -> dt.date | dt.datetime:
    """A day, or a moment in Japan if a time is given; raises as argparse expects."""
    try:
        if "T" not in text and " " not in text:
            return dt.date.fromisoformat(text)
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is neither a day like 2024-09-18 nor a time like 2024-09-18T18:13"
        raise argparse.ArgumentTypeError(message) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=TOKYO)
