"""What is stored of the accounts, each act as work for one transaction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.commands.staff import (
    NewStaff,
    StaffChanges,
    change_staff,
    create_staff,
    disable_staff,
    reset_password,
    unlock_staff,
)
from db.queries.staff_accounts import office_of, offices, staff_list
from desktop.screens.staff_accounts.account_card import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.queries.staff_accounts import OfficeLine, StaffLine
    from desktop.desk import Desk

    Found = tuple[tuple[StaffLine, ...], tuple[OfficeLine, ...]]
    Work = Callable[[Session], object]


def found(session: Session, *, colleagues_of: int | None) -> Found:
    """The accounts, of one's own office only where somebody's colleagues are asked for."""
    office_id = None if colleagues_of is None else office_of(session, colleagues_of)
    return staff_list(session, office_id=office_id), offices(session)


def storing(desk: Desk, typed: NewStaff | StaffChanges, line: StaffLine | None) -> Work:
    """Making the account, or changing the one it was loaded from; a new one gives Issued."""
    by, now = desk.actor, desk.now
    if isinstance(typed, NewStaff):
        return partial(create_staff, new=typed, by=by, now=now)
    if line is None:
        raise ValueError("changes of no account")
    return partial(
        change_staff,
        staff_id=line.staff_id,
        changes=typed,
        version=line.version,
        by=by,
        now=now,
    )


def doing(desk: Desk, act: Act, line: StaffLine) -> Work:
    """Unlocking, resetting (which gives Issued) or disabling the account."""
    by, now = desk.actor, desk.now
    if act is Act.UNLOCK:
        return partial(unlock_staff, login_id=line.login_id, by=by, now=now)
    if act is Act.RESET:
        return partial(reset_password, login_id=line.login_id, by=by, now=now)
    staff_id, version = line.staff_id, line.version
    return partial(disable_staff, staff_id=staff_id, version=version, by=by, now=now)
