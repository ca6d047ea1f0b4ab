"""Asking, in the transaction of an act, whether whoever acts may still do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Staff
from db.rules.periods import day_in_japan
from db.rules.permissions import Action, require

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.words import Role


def allow(session: Session, by: Actor, action: Action, now: dt.datetime) -> Role:
    """Give the actor's role as it is now; it may have changed since their form was opened.

    Raises ``permission.denied`` for a role that may not, an account that was closed, or nobody.
    """
    known = select(Staff.role, Staff.left_on).where(Staff.id == by.staff_id).limit(1)
    staff = session.execute(known).one_or_none()
    if staff is None or (staff.left_on is not None and staff.left_on <= day_in_japan(now)):
        raise RuleBroken("permission.denied", action=action)
    require(staff.role, action)
    role: Role = staff.role
    return role
