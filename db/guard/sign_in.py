"""Signing in: the one way from an ID and a password to a database that may be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.commands import sign_in as steps
from db.commands.passwords import password_fits
from db.guard.opening import open_database
from db.queries.staff import StaffFacts
from db.rules.passwords import prehash
from db.rules.sign_in import Refusal, SignInRefused

if TYPE_CHECKING:
    import datetime as dt

    from db.engine import Database

__all__ = ["Refusal", "SignInRefused", "SignedIn", "StaffFacts", "confirm", "sign_in"]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, and the database they now use."""

    database: Database
    staff: StaffFacts


def sign_in(
    url: str, login_id: str, password: str, *, desk: str, now: dt.datetime
) -> SignedIn | SignInRefused:
    """Sign in at ``url``; being turned away is counted and recorded although it fails.

    Raises RuleBroken ``database.…`` (db.guard.opening) and ``password.unreadable``, and
    OutOfReach; then nothing was counted, or the try counts as a failure.
    """
    database = open_database(url, thorough=False)
    try:
        outcome = _let_in(database, login_id, password, desk=desk, now=now)
    except BaseException:
        database.dispose()
        raise
    if isinstance(outcome, SignInRefused):
        database.dispose()
        return outcome
    return SignedIn(database, outcome)


def confirm(
    database: Database, login_id: str, password: str, *, desk: str, now: dt.datetime
) -> int | SignInRefused:
    """Check the password of somebody who works already, and give their id.

    Wrong ones count, and lock, as at sign-in. Raises as ``sign_in`` does.
    """
    outcome = _check(database, login_id, password, desk=desk, now=now)
    if not isinstance(outcome, SignInRefused):
        with database.writing() as session:
            steps.forget_failures(session, outcome)
    return outcome


def _let_in(
    database: Database, login_id: str, password: str, *, desk: str, now: dt.datetime
) -> StaffFacts | SignInRefused:
    outcome = _check(database, login_id, password, desk=desk, now=now)
    if isinstance(outcome, SignInRefused):
        return outcome
    with database.writing() as session:
        return steps.admit(session, outcome, desk=desk, now=now)


def _check(
    database: Database, login_id: str, password: str, *, desk: str, now: dt.datetime
) -> int | SignInRefused:
    prehash(password)  # what cannot be read is no try
    with database.writing() as session:
        tried = steps.take_try(session, login_id, now=now)
    # between two transactions: hashing takes a quarter of a second, and SQLite has one writer
    fits = tried.locked_until is None and password_fits(password, tried.password_hash)
    if fits and tried.staff_id is not None:
        return tried.staff_id
    with database.writing() as session:
        return steps.refuse(session, tried, desk=desk, now=now)
