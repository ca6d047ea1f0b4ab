"""The accounts of those who work at the counters, as the machine's owner sees to them.

Nobody's right is asked here: that is done by ``db.commands.staff`` for whoever sits at a desk, and
by the operating system for whoever may run ``mizumado-db``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.passwords import hash_password, make_password
from db.errors import RuleBroken
from db.models import Office, Staff
from db.rules.field_text import filled
from db.rules.sign_in import fold_login_id
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.words import Role

VALID_FOR: Final = dt.timedelta(hours=24)
LONGEST_NAME: Final = 60
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
class OneUse:
    """A password for a single use within 24 hours; made before a session takes a lock."""

    password: str = field(repr=False)
    hashed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """A password for one use, to be handed over once; nobody can read it again."""

    staff_id: int
    login_id: str
    password: str = field(repr=False)
    expires_at: dt.datetime


def make_one_use() -> OneUse:
    """A password nobody has, and its hash, which takes a quarter of a second."""
    password = make_password()
    return OneUse(password, hash_password(password))


def create_account(
    session: Session, new: NewStaff, *, secret: OneUse, by: Actor, now: dt.datetime
) -> Issued:
    """Make an account, and its office where there is none, with an initial password.

    Raises RuleBroken ``staff.login_id_malformed``, ``staff.login_id_taken``, ``office.unknown``
    and ``text.…``.
    """
    login_id = fold_login_id(new.login_id)
    staff = Staff(
        login_id=login_id,
        name=filled("staff.name", new.name, LONGEST_NAME),
        name_latin=filled("staff.name_latin", new.name_latin, LONGEST_NAME),
        role=new.role,
    )
    _issue(staff, secret, PasswordKind.INITIAL, now)
    if session.scalar(select(Staff.id).where(Staff.login_id == login_id)) is not None:
        raise RuleBroken("staff.login_id_taken", login_id=login_id)
    staff.office_id = _office(session, new)
    session.add(staff)
    try:
        session.flush()
    except IntegrityError as error:  # somebody else was faster
        raise RuleBroken("staff.login_id_taken", login_id=login_id) from error
    record(session, EventKind.STAFF_CREATED, by=by, now=now, staff=staff.id, role=new.role)
    return Issued(staff.id, login_id, secret.password, now + VALID_FOR)


def unlock_account(session: Session, login_id: str, *, by: Actor, now: dt.datetime) -> int:
    """End a lock before its time; gives the staff member's id, raises ``staff.unknown``."""
    staff = account_named(session, login_id)
    _forget_failures(staff)
    record(session, EventKind.STAFF_UNLOCKED, by=by, now=now, staff=staff.id)
    return staff.id


def reset_account(
    session: Session, login_id: str, *, secret: OneUse, by: Actor, now: dt.datetime
) -> Issued:
    """Replace a forgotten password by one for a single use, and end any lock.

    Raises RuleBroken ``staff.unknown``.
    """
    staff = account_named(session, login_id)
    _issue(staff, secret, PasswordKind.ONE_TIME, now)
    _forget_failures(staff)
    record_password(session, staff, by, now)
    return Issued(staff.id, staff.login_id, secret.password, now + VALID_FOR)


def account_named(session: Session, login_id: str) -> Staff:
    """The account, locked until the transaction ends; raises ``staff.unknown``."""
    question = select(Staff).where(Staff.login_id == fold_login_id(login_id)).with_for_update()
    staff = session.scalar(question.execution_options(populate_existing=True))
    if staff is None:
        raise RuleBroken("staff.unknown", login_id=fold_login_id(login_id))
    return staff


def record_password(session: Session, staff: Staff, by: Actor, now: dt.datetime) -> None:
    """Record that the account has another password, and of which kind."""
    kind = staff.password_kind
    record(session, EventKind.PASSWORD_CHANGED, by=by, now=now, staff=staff.id, password=kind)


def _issue(staff: Staff, secret: OneUse, kind: PasswordKind, now: dt.datetime) -> None:
    staff.password_hash = secret.hashed
    staff.password_kind = kind
    staff.password_set_at = now
    staff.password_expires_at = now + VALID_FOR


def _forget_failures(staff: Staff) -> None:
    staff.failed_count, staff.failed_since, staff.locked_until = 0, None, None


def _office(session: Session, new: NewStaff) -> int:
    code = filled("office.code", new.office_code, _LONGEST_CODE)
    known = session.scalar(select(Office.id).where(Office.code == code))
    if known is not None:
        return known
    if not new.office_name.strip():
        raise RuleBroken("office.unknown", office=code)
    office = Office(
        code=code,
        name=filled("office.name", new.office_name, LONGEST_NAME),
        name_latin=filled("office.name_latin", new.office_name_latin, LONGEST_NAME),
    )
    session.add(office)
    session.flush()
    return office.id
