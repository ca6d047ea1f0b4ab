"""Mail to members: what became of it, and what is due to be sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from db.models import Outbox
from db.rules.mail_address import mask_mail_address
from db.rules.member_words import MailKind, MailLanguage, MailState

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

_MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class MailFacts:
    """A mail to a member; ``problem`` is a MailProblem and the server's numbers, or empty."""

    kind: MailKind
    state: MailState
    to_masked: str
    queued_at: dt.datetime
    sent_at: dt.datetime | None
    problem: str


@dataclass(frozen=True, slots=True)
class DueMail:
    """A mail that is to be sent; ``version`` tells whether it still is what it was."""

    mail_id: int
    version: int
    member_id: int
    kind: MailKind
    language: MailLanguage
    to_address: str
    facts: dict[str, Any]
    queued_at: dt.datetime
    tries: int


def mails_of(
    session: Session, member_id: int, *, limit: int = _MOST_SHOWN
) -> tuple[MailFacts, ...]:
    """The latest mails to a member, the newest first."""
    columns = (Outbox.kind, Outbox.state, Outbox.to_address, Outbox.queued_at)
    query = select(*columns, Outbox.sent_at, Outbox.problem).where(Outbox.member_id == member_id)
    newest_first = query.order_by(Outbox.queued_at.desc(), Outbox.id.desc()).limit(limit)
    return tuple(
        MailFacts(kind, state, mask_mail_address(to), queued_at, sent_at, problem)
        for kind, state, to, queued_at, sent_at, problem in session.execute(newest_first)
    )


def due_mails(session: Session, now: dt.datetime, *, limit: int) -> tuple[DueMail, ...]:
    """The mails that are due, the longest due first."""
    columns = (
        *(Outbox.id, Outbox.version, Outbox.member_id, Outbox.kind, Outbox.language),
        *(Outbox.to_address, Outbox.facts, Outbox.queued_at, Outbox.tries),
    )
    due = select(*columns).where(Outbox.state == MailState.QUEUED, Outbox.due_at <= now)
    rows = session.execute(due.order_by(Outbox.due_at, Outbox.id).limit(limit))
    return tuple(
        DueMail(
            mail_id=row.id,
            version=row.version,
            member_id=row.member_id,
            kind=row.kind,
            language=row.language,
            to_address=row.to_address,
            facts=json.loads(row.facts),
            queued_at=row.queued_at,
            tries=row.tries,
        )
        for row in rows
    )
