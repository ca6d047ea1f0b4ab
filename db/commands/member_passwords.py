"""Giving a member another password: the one chosen, or one to be used once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from db.commands.outbox import cancel_one_time_password
from db.models import PasswordHistory
from db.rules.member_passwords import REMEMBERED
from db.rules.words import PasswordKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.models import Member


def give_password(
    session: Session,
    member: Member,
    password_hash: str,
    *,
    kind: PasswordKind,
    now: dt.datetime,
    expires_at: dt.datetime | None = None,
) -> None:
    """Replace the member's password, keeping the hash of the one before among the last five.

    A one-time password that is still to be mailed would replace this one: it is taken back.
    """
    remember_password(session, member)
    cancel_one_time_password(session, member.id, now)
    member.password_hash = password_hash
    member.password_kind = kind
    member.password_set_at = now
    member.password_expires_at = expires_at


def remember_password(session: Session, member: Member) -> None:
    """Keep the hash of the member's own password, which may not be chosen again soon."""
    if member.password_hash is None or member.password_kind is not PasswordKind.OWN:
        return
    known = _newest(session, member.id)
    if member.password_hash in [password_hash for _, password_hash in known]:
        return
    set_at = member.password_set_at or member.registered_at
    row = PasswordHistory(member_id=member.id, password_hash=member.password_hash, set_at=set_at)
    session.add(row)
    session.flush()
    kept = [number for number, _ in _newest(session, member.id)]
    session.execute(
        delete(PasswordHistory).where(
            PasswordHistory.member_id == member.id, PasswordHistory.id.not_in(kept)
        )
    )


def _newest(session: Session, member_id: int) -> list[tuple[int, str]]:
    rows = select(PasswordHistory.id, PasswordHistory.password_hash).where(
        PasswordHistory.member_id == member_id
    )
    newest = session.execute(rows.order_by(PasswordHistory.id.desc()).limit(REMEMBERED))
    return [(row.id, row.password_hash) for row in newest]
