"""Unlocking a desk, which only the password of whoever is signed in there does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit import Actor
from db.commands.desk_lock import record_unlocked
from db.guard.sign_in import SignInRefused, confirm

if TYPE_CHECKING:
    import datetime as dt

    from db.engine import Database
    from db.queries.staff import StaffFacts


def unlock(
    database: Database, staff: StaffFacts, password: str, *, desk: str, now: dt.datetime
) -> SignInRefused | None:
    """Unlock the desk and record it; None when it is done.

    A wrong password is counted, locks and is returned as at sign-in, and so is that of an account
    which was closed meanwhile. Raises RuleBroken ``password.unreadable`` and OutOfReach.
    """
    outcome = confirm(database, staff.login_id, password, desk=desk, now=now)
    if isinstance(outcome, SignInRefused):
        return outcome
    with database.writing() as session:
        record_unlocked(session, by=Actor(outcome, desk), now=now)
    return None
