"""Who works here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Office, Staff
from db.rules.words import PasswordKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.words import Role


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """A staff member as the screens know them; ``last_signed_in_at`` is the sign-in before."""

    id: int
    login_id: str
    name: str
    latin_name: str
    role: Role
    office_name: str
    office_name_en: str
    last_signed_in_at: dt.datetime | None
    must_change_password: bool


def staff_facts(session: Session, staff_id: int) -> StaffFacts:
    """One staff member; raises RuleBroken ``staff.unknown``."""
    question = (
        select(
            Staff.id,
            Staff.login_id,
            Staff.name,
            Staff.name_latin.label("latin_name"),
            Staff.role,
            Office.name.label("office_name"),
            Office.name_latin.label("office_name_en"),
            Staff.last_signed_in_at,
            (Staff.password_kind != PasswordKind.OWN).label("must_change_password"),
        )
        .join(Office)
        .where(Staff.id == staff_id)
    )
    row = session.execute(question).mappings().one_or_none()
    if row is None:
        raise RuleBroken("staff.unknown")
    return StaffFacts(**row)
