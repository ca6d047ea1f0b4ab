"""``mizumado-db staff``: the accounts of those who work at the counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.cli.arguments import actor, opened
from db.commands.accounts import (
    Issued,
    NewStaff,
    create_account,
    make_one_use,
    reset_account,
    unlock_account,
)
from db.rules.periods import in_japan
from db.rules.words import Role

if TYPE_CHECKING:
    import argparse

    from db.cli.arguments import Commands


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand with its own three."""
    acts = commands.add_parser("staff", help="create, unlock or reset an account").add_subparsers(
        metavar="ACT", required=True
    )
    create = acts.add_parser("create", parents=[shared], help="make an account and its office")
    _add_description(create)
    create.set_defaults(run=run_create)
    unlock = acts.add_parser("unlock", parents=[shared], help="end a lock before its time")
    unlock.set_defaults(run=run_unlock)
    reset = acts.add_parser("reset", parents=[shared], help="give a one-time password")
    reset.set_defaults(run=run_reset)
    for act in (create, unlock, reset):
        act.add_argument("login_id", metavar="LOGIN_ID", help="such as suzuki")


def run_create(arguments: argparse.Namespace) -> int:
    """Make the account and show its initial password, once."""
    new = NewStaff(
        arguments.login_id,
        arguments.name,
        arguments.latin_name,
        Role(arguments.role),
        arguments.office,
        arguments.office_name,
        arguments.office_latin_name,
    )
    secret = make_one_use()
    with opened(arguments) as database, database.writing() as session:
        issued = create_account(session, new, secret=secret, by=actor(), now=arguments.now)
    print(f"Made the account {issued.login_id} ({new.role}) in office {new.office_code}.")
    _show("Initial", issued)
    return 0


def run_unlock(arguments: argparse.Namespace) -> int:
    """Let somebody try again before the lock ends by itself."""
    with opened(arguments) as database, database.writing() as session:
        unlock_account(session, arguments.login_id, by=actor(), now=arguments.now)
    print(f"{arguments.login_id} can sign in again.")
    return 0


def run_reset(arguments: argparse.Namespace) -> int:
    """Replace a forgotten password and show the one-time password, once."""
    secret = make_one_use()
    with opened(arguments) as database, database.writing() as session:
        issued = reset_account(
            session, arguments.login_id, secret=secret, by=actor(), now=arguments.now
        )
    _show("One-time", issued)
    return 0


def _add_description(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help="as on paper: 鈴木 一")
    parser.add_argument("--latin-name", required=True, help="SUZUKI Hajime")
    parser.add_argument("--role", required=True, choices=[str(role) for role in Role])
    parser.add_argument("--office", required=True, metavar="CODE", help="the office's code")
    parser.add_argument("--office-name", default="", help="for an office that is new")
    parser.add_argument("--office-latin-name", default="", help="for an office that is new")


def _show(kind: str, issued: Issued) -> None:
    until = in_japan(issued.expires_at)
    print(f"{kind} password: {issued.password}")
    print(f"It is shown only now, is good until {until:%Y-%m-%d %H:%M} in Japan")
    print("and has to be changed at the first sign-in.")
