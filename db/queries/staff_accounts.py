"""The accounts of those who work at the counters, for whoever sees to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Office, Staff
from db.rules.words import PasswordKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.words import Role

_MOST_STAFF: Final = 2000
_MOST_OFFICES: Final = 500


@dataclass(frozen=True, slots=True)
class StaffLine:
    """An account; ``left_on`` is the first day on which it lets nobody in.

    ``password_expires_at`` is that of an initial or one-time password not changed yet;
    ``locked_until`` may be over.
    """

    staff_id: int
    version: int
    login_id: str
    name: str
    name_latin: str
    role: Role
    office_id: int
    office_name: str
    office_name_latin: str
    locked_until: dt.datetime | None
    must_change_password: bool
    password_expires_at: dt.datetime | None
    last_signed_in_at: dt.datetime | None
    left_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A place with counters."""

    office_id: int
    code: str
    name: str
    name_latin: str


def staff_list(session: Session, *, office_id: int | None) -> tuple[StaffLine, ...]:
    """The accounts of an office, or of all with None: who left stands last; by office and ID."""
    statement = (
        select(
            Staff.id.label("staff_id"),
            Staff.version,
            Staff.login_id,
            Staff.name,
            Staff.name_latin,
            Staff.role,
            Staff.office_id,
            Office.name.label("office_name"),
            Office.name_latin.label("office_name_latin"),
            Staff.locked_until,
            (Staff.password_kind != PasswordKind.OWN).label("must_change_password"),
            Staff.password_expires_at,
            Staff.last_signed_in_at,
            Staff.left_on,
        )
        .join(Office, Office.id == Staff.office_id)
        .order_by(Staff.left_on.is_not(None), Office.code, Staff.login_id)
        .limit(_MOST_STAFF)
    )
    if office_id is not None:
        statement = statement.where(Staff.office_id == office_id)
    return tuple(StaffLine(**row) for row in session.execute(statement).mappings())


def offices(session: Session) -> tuple[OfficeLine, ...]:
    """All offices, by code."""
    columns = (Office.id.label("office_id"), Office.code, Office.name, Office.name_latin)
    statement = select(*columns).order_by(Office.code).limit(_MOST_OFFICES)
    return tuple(OfficeLine(**row) for row in session.execute(statement).mappings())


def office_of(session: Session, staff_id: int) -> int:
    """The office somebody works in; raises ``staff.unknown``."""
    office_id = session.scalar(select(Staff.office_id).where(Staff.id == staff_id).limit(1))
    if office_id is None:
        raise RuleBroken("staff.unknown")
    return office_id
