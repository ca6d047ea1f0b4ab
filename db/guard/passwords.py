"""Choosing a new password, which needs the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands import staff as accounts
from db.commands.audit import Actor
from db.guard.sign_in import SignInRefused, confirm

if TYPE_CHECKING:
    import datetime as dt

    from db.engine import Database
    from db.queries.staff import StaffFacts


def change_password(
    database: Database,
    staff: StaffFacts,
    *,
    current: str,
    new: str,
    desk: str,
    now: dt.datetime,
) -> SignInRefused | None:
    """Give a staff member the password they chose; None when it is done.

    A wrong ``current`` is counted as at sign-in and returned. Raises RuleBroken ``password.…`` for
    a password that will not do (db.rules.passwords) or that is the present one.
    """
    outcome = confirm(database, staff.login_id, current, desk=desk, now=now)
    if isinstance(outcome, SignInRefused):
        return outcome
    by = Actor(outcome, desk)
    with database.writing() as session:
        accounts.change_password(session, staff.login_id, current=current, new=new, by=by, now=now)
    return None
