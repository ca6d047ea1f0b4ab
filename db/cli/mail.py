"""``mizumado-db mail``: sends the mails that are due, and empties what need not be kept."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import TYPE_CHECKING, Final

from db.cli.arguments import actor, opened
from db.cli.sentences import sentence
from db.cli.stopping import told_to_stop
from db.commands.member_withdrawal import erase_due
from db.errors import OutOfReach
from db.mail.delivery import Delivered, deliver
from db.mail.settings import PASSWORD_VARIABLE
from db.rules.mail_delivery import MailProblem
from db.rules.member_words import MailState

if TYPE_CHECKING:
    import threading

    from db.cli.arguments import Commands
    from db.engine import Database

_LONGEST_BETWEEN: Final = 86_400
_OUT_OF_REACH: Final = {
    MailProblem.NOT_TRUSTED: "The mail server's certificate cannot be trusted, or it offers no "
    "TLS. Check mail.host, mail.port and mail.security.",
    MailProblem.LOGIN_REFUSED: f"The mail server refuses the login. Check mail.user and "
    f"{PASSWORD_VARIABLE}.",
}
_UNREACHABLE: Final = (
    "The mail server does not answer. Check the network, mail.host, mail.port and mail.security."
)


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "send the mails to members that are due"
    parser = commands.add_parser("mail", parents=[shared], help=about)
    parser.add_argument(
        "--every",
        type=seconds,
        metavar="SECONDS",
        help="go on, and look again after so many seconds (default: send once)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Send what is due, and erase whom nobody may keep.

    1 if a mail's fate is unclear, one was given up, or no server was reached.
    """
    with opened(arguments) as database, told_to_stop() as stopped:
        # what is being sent is finished first: cut off, its fate would be unclear
        if arguments.every is None:
            return _round(arguments, database, stopped)
        return _rounds(arguments, database, stopped)


def seconds(text: str) -> int:
    """A whole number of seconds up to a day; raises as argparse expects."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= _LONGEST_BETWEEN:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {_LONGEST_BETWEEN}")
    return int(text)


def _rounds(arguments: argparse.Namespace, database: Database, stopped: threading.Event) -> int:
    worst = 0
    while not stopped.is_set():
        try:
            worst = max(worst, _round(arguments, database, stopped))
        except OutOfReach as error:
            print(sentence(error), file=sys.stderr, flush=True)
        stopped.wait(arguments.every)
    return worst


def _round(arguments: argparse.Namespace, database: Database, stopped: threading.Event) -> int:
    with database.writing() as session:
        erase_due(session, arguments.clock())  # of withdrawn members, whose time is over
    delivered = deliver(
        database,
        password=os.environ.get(PASSWORD_VARIABLE),
        by=actor(),
        clock=arguments.clock,
        wanted=lambda: not stopped.is_set(),
    )
    _tell(delivered)
    return 1 if delivered.unclear or delivered.failed or delivered.out_of_reach else 0


def _tell(delivered: Delivered) -> None:
    sent, waiting = delivered.states[MailState.SENT], delivered.states[MailState.QUEUED]
    print(f"Mails sent: {sent}; to be tried again: {waiting}", flush=True)
    if delivered.out_of_reach is not None:
        told = _OUT_OF_REACH.get(delivered.out_of_reach, _UNREACHABLE)
        print(told, file=sys.stderr, flush=True)
    for mail_id in delivered.failed:
        print(f"Mail {mail_id} was given up; its member's page says why.", file=sys.stderr)
    for mail_id in delivered.unclear:
        told = f"Nobody knows whether mail {mail_id} arrived. It is not sent again; "
        print(f"{told}ask the member, or look into the mail server's log.", file=sys.stderr)
