"""The accounts of those who work at the counters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.passwords import hash_password, make_password
from db.errors import RuleBroken
from db.models import Office, Staff
from db.rules.field_text import filled
from db.rules.passwords import prehash, problems
from db.rules.sign_in import fold_login_id
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.words import Role

VALID_FOR: Final = dt.timedelta(hours=24)
_LONGEST_NAME: Final = 60
_LONGEST_CODE: Final = 10


@dataclass(frozen=True, slots=True)
class NewStaff:
    """Somebody to be given an account; the office's names matter only where it is new."""

    login_id: str
    name: str
    name_latin: str
    role: Role
    office_code: str
    office_name: str = ""
    office_name_latin: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """A password for one use, to be handed over once; nobody can read it again."""

    staff_id: int
    login_id: str
    password: str
    expires_at: dt.datetime


def create_staff(session: Session, new: NewStaff, *, by: Actor, now: dt.datetime) -> Issued:
    """Make an account, and its office where there is none, with an initial password for 24 hours.

    Raises RuleBroken ``staff.login_id_malformed``, ``staff.login_id_taken``, ``office.unknown``
    and ``text.…``.
    """
    login_id = fold_login_id(new.login_id)
    password = make_password()
    staff = Staff(
        login_id=login_id,
        name=filled("staff.name", new.name, _LONGEST_NAME),
        name_latin=filled("staff.name_latin", new.name_latin, _LONGEST_NAME),
        role=new.role,
        **_issue(password, PasswordKind.INITIAL, now),
    )
    if session.scalar(select(Staff.id).where(Staff.login_id == login_id)) is not None:
        raise RuleBroken("staff.login_id_taken", login_id=login_id)
    staff.office_id = _office(session, new)
    session.add(staff)
    try:
        session.flush()
    except IntegrityError as error:  # somebody else was faster
        raise RuleBroken("staff.login_id_taken", login_id=login_id) from error
    record(session, EventKind.STAFF_CREATED, by=by, now=now, staff=staff.id, role=new.role)
    return Issued(staff.id, login_id, password, now + VALID_FOR)


def unlock_staff(session: Session, login_id: str, *, by: Actor, now: dt.datetime) -> int:
    """End a lock before its time; gives the staff member's id, raises ``staff.unknown``."""
    staff = _named(session, login_id)
    _forget_failures(staff)
    record(session, EventKind.STAFF_UNLOCKED, by=by, now=now, staff=staff.id)
    return staff.id


def reset_password(session: Session, login_id: str, *, by: Actor, now: dt.datetime) -> Issued:
    """Replace a forgotten password by one for a single use within 24 hours, and end any lock.

    Raises RuleBroken ``staff.unknown``.
    """
    password = make_password()
    issued = _issue(password, PasswordKind.ONE_TIME, now)
    staff = _named(session, login_id)
    for column, value in issued.items():
        setattr(staff, column, value)
    _forget_failures(staff)
    _record_password(session, staff, by, now)
    return Issued(staff.id, staff.login_id, password, now + VALID_FOR)


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
    staff = _named(session, login_id)
    staff.password_hash = hashed
    staff.password_kind = PasswordKind.OWN
    staff.password_set_at = now
    staff.password_expires_at = None
    _record_password(session, staff, by, now)


def sign_out(session: Session, *, by: Actor, now: dt.datetime) -> None:
    """Record that somebody left the desk."""
    record(session, EventKind.SIGN_OUT, by=by, now=now)


def _issue(password: str, kind: PasswordKind, now: dt.datetime) -> dict[str, object]:
    return {
        "password_hash": hash_password(password),
        "password_kind": kind,
        "password_set_at": now,
        "password_expires_at": now + VALID_FOR,
    }


def _record_password(session: Session, staff: Staff, by: Actor, now: dt.datetime) -> None:
    kind = staff.password_kind
    record(session, EventKind.PASSWORD_CHANGED, by=by, now=now, staff=staff.id, password=kind)


def _forget_failures(staff: Staff) -> None:
    staff.failed_count, staff.failed_since, staff.locked_until = 0, None, None


def _named(session: Session, login_id: str) -> Staff:
    question = select(Staff).where(Staff.login_id == fold_login_id(login_id)).with_for_update()
    staff = session.scalar(question)
    if staff is None:
        raise RuleBroken("staff.unknown", login_id=fold_login_id(login_id))
    return staff


def _office(session: Session, new: NewStaff) -> int:
    code = filled("office.code", new.office_code, _LONGEST_CODE)
    known = session.scalar(select(Office.id).where(Office.code == code))
    if known is not None:
        return known
    if not new.office_name.strip():
        raise RuleBroken("office.unknown", office=code)
    office = Office(
        code=code,
        name=filled("office.name", new.office_name, _LONGEST_NAME),
        name_latin=filled("office.name_latin", new.office_name_latin, _LONGEST_NAME),
    )
    session.add(office)
    session.flush()
    return office.id
