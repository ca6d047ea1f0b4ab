"""The passwords a member may not choose again, as hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Member, PasswordHistory
from db.rules.member_passwords import REMEMBERED
from db.rules.words import PasswordKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def remembered_hashes(session: Session, member_id: int) -> tuple[str, ...]:
    """The hashes of the member's last five own passwords, the present one first."""
    present = select(Member.password_hash).where(
        Member.id == member_id, Member.password_kind == PasswordKind.OWN
    )
    before = select(PasswordHistory.password_hash).where(PasswordHistory.member_id == member_id)
    before = before.order_by(PasswordHistory.id.desc()).limit(REMEMBERED)
    hashes = [*session.scalars(present.limit(1)), *session.scalars(before)]
    return tuple(dict.fromkeys(each for each in hashes if each))[:REMEMBERED]
