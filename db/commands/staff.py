"""What staff do with accounts, their own and those they are responsible for.

Administrators see to all, supervisors to those of their own office that are no administrators'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from db.commands.accounts import (
    LONGEST_NAME,
    Issued,
    NewStaff,
    account_named,
    create_account,
    make_one_use,
    record_password,
    reset_account,
    unlock_account,
)
from db.commands.audit import record
from db.commands.passwords import hash_password
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Office, Staff
from db.rules.field_text import filled
from db.rules.passwords import prehash, problems
from db.rules.periods import day_in_japan
from db.rules.permissions import Action, may
from db.rules.sign_in import fold_login_id
from db.rules.words import EventKind, PasswordKind, Role

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

__all__ = [
    "Issued",
    "NewStaff",
    "StaffChanges",
    "change_password",
    "change_staff",
    "create_staff",
    "disable_staff",
    "reset_password",
    "sign_out",
    "unlock_staff",
]


@dataclass(frozen=True, slots=True)
class StaffChanges:
    """An account as it is to be from now on."""

    name: str
    name_latin: str
    role: Role
    office_id: int


def create_staff(session: Session, new: NewStaff, *, by: Actor, now: dt.datetime) -> Issued:
    """Make an account with an initial password for 24 hours.

    Raises ``permission.denied`` for all but administrators, and as ``accounts.create_account``.
    """
    secret = make_one_use()  # before the session takes a lock
    allow(session, by, Action.MANAGE_STAFF, now)
    return create_account(session, new, secret=secret, by=by, now=now)


def change_staff(
    session: Session,
    staff_id: int,
    changes: StaffChanges,
    *,
    version: int,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Give an account another name, role or office.

    Supervisors make nobody an administrator and give nobody away to another office. Raises
    ``permission.denied``, ``staff.unknown``, ``record.changed``, ``staff.yourself`` for one's own
    role, ``staff.last_admin``, ``office.unknown`` and ``text.…``.
    """
    staff = _responsible_for(session, Staff.id == staff_id, by, now)
    _require_version(staff, version)
    if changes.role is not staff.role:
        _require_other(staff, by)
        _require_right_to(session, changes.role is Role.ADMIN, by, now)
        _require_admin_left(session, staff, now)
    if changes.office_id != staff.office_id:
        _require_right_to(session, True, by, now)
        _require_office(session, changes.office_id)
    wanted = {
        "name": filled("staff.name", changes.name, LONGEST_NAME),
        "name_latin": filled("staff.name_latin", changes.name_latin, LONGEST_NAME),
        "role": changes.role,
        "office_id": changes.office_id,
    }
    fields = [field for field, value in wanted.items() if getattr(staff, field) != value]
    for field in fields:
        setattr(staff, field, wanted[field])
    if fields:
        facts: dict[str, Any] = {"role": changes.role, "office": changes.office_id}
        facts |= {"staff": staff_id, "fields": " ".join(fields)}
        record(session, EventKind.STAFF_CHANGED, by=by, now=now, **facts)


def disable_staff(
    session: Session, staff_id: int, *, version: int, by: Actor, now: dt.datetime
) -> None:
    """Let somebody in no more, from today on; what they did stays on record.

    Raises ``permission.denied``, ``staff.unknown``, ``record.changed``, ``staff.yourself`` and
    ``staff.last_admin``.
    """
    staff = _responsible_for(session, Staff.id == staff_id, by, now)
    _require_version(staff, version)
    _require_other(staff, by)
    _require_admin_left(session, staff, now)
    staff.left_on = day_in_japan(now)
    record(session, EventKind.STAFF_DISABLED, by=by, now=now, staff=staff_id)


def unlock_staff(session: Session, login_id: str, *, by: Actor, now: dt.datetime) -> int:
    """End a lock before its time; gives the staff member's id.

    Raises ``permission.denied`` and ``staff.unknown``.
    """
    _responsible_for(session, _named(login_id), by, now)
    return unlock_account(session, login_id, by=by, now=now)


def reset_password(session: Session, login_id: str, *, by: Actor, now: dt.datetime) -> Issued:
    """Replace a forgotten password by one for a single use within 24 hours, and end any lock.

    Raises ``permission.denied``, ``staff.unknown``, and ``staff.yourself``: whoever knows their
    password changes it, and whoever found a desk unlocked must not take it over.
    """
    secret = make_one_use()  # before the session takes a lock
    staff = _responsible_for(session, _named(login_id), by, now)
    _require_other(staff, by)
    return reset_account(session, login_id, secret=secret, by=by, now=now)


def change_password(
    session: Session, login_id: str, *, current: str, new: str, by: Actor, now: dt.datetime
) -> None:
    """Give a staff member the password they chose, ``current`` having just been confirmed.

    Raises RuleBroken ``password.reused``, ``staff.unknown`` and the first of the password's
    problems, with all of them as ``problems``.
    """
    found = problems(new, login_id)
    if found:
        raise RuleBroken(found[0], problems=found)
    if prehash(new) == prehash(current):
        raise RuleBroken("password.reused")
    hashed = hash_password(new)  # before the session takes a lock
    staff = account_named(session, login_id)
    staff.password_hash = hashed
    staff.password_kind = PasswordKind.OWN
    staff.password_set_at = now
    staff.password_expires_at = None
    record_password(session, staff, by, now)


def sign_out(session: Session, *, by: Actor, now: dt.datetime) -> None:
    """Record that somebody left the desk."""
    record(session, EventKind.SIGN_OUT, by=by, now=now)


def _named(login_id: str) -> ColumnElement[bool]:
    return Staff.login_id == fold_login_id(login_id)


def _responsible_for(
    session: Session, which: ColumnElement[bool], by: Actor, now: dt.datetime
) -> Staff:
    # first of all and in order, so that two administrators can neither close each other's account
    # at once nor wait for each other
    admins = select(Staff.id).where(Staff.role == Role.ADMIN).order_by(Staff.id)
    session.scalars(admins.with_for_update()).all()
    role = allow(session, by, Action.UNLOCK_OFFICE_STAFF, now)
    this = select(Staff).where(which).with_for_update()
    staff = session.scalar(this.execution_options(populate_existing=True))
    if staff is None:
        raise RuleBroken("staff.unknown")
    if may(role, Action.MANAGE_STAFF):
        return staff
    own_office = session.scalar(select(Staff.office_id).where(Staff.id == by.staff_id))
    if staff.role is Role.ADMIN or staff.office_id != own_office:
        raise RuleBroken("permission.denied", action=Action.MANAGE_STAFF)
    return staff


def _require_version(staff: Staff, version: int) -> None:
    if staff.version != version:
        raise RuleBroken("record.changed")


def _require_other(staff: Staff, by: Actor) -> None:
    if staff.id == by.staff_id:
        raise RuleBroken("staff.yourself")


def _require_right_to(session: Session, needed: bool, by: Actor, now: dt.datetime) -> None:
    if needed:
        allow(session, by, Action.MANAGE_STAFF, now)


def _require_admin_left(session: Session, staff: Staff, now: dt.datetime) -> None:
    if staff.role is not Role.ADMIN:
        return
    working = or_(Staff.left_on.is_(None), Staff.left_on > day_in_japan(now))
    others = select(Staff.id).where(Staff.role == Role.ADMIN, working, Staff.id != staff.id)
    if session.scalar(others.limit(1)) is None:
        raise RuleBroken("staff.last_admin")


def _require_office(session: Session, office_id: int) -> None:
    if session.scalar(select(Office.id).where(Office.id == office_id)) is None:
        raise RuleBroken("office.unknown", office=office_id)
