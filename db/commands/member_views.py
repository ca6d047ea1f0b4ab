"""Looking at a membership, which is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.commands.audit import record
from db.commands.member_acts import require_visible
from db.commands.permission import allow
from db.queries.members import MemberFacts, member_of
from db.rules.member_words import SuspensionReason
from db.rules.permissions import Action, may
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def view_member(
    session: Session,
    customer_id: int,
    contact_id: int | None = None,
    *,
    by: Actor,
    now: dt.datetime,
) -> MemberFacts | None:
    """The customer's membership, masked; None for who never was a member.

    Raises ``permission.denied`` and ``customer.gone``.
    """
    role = allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    require_visible(session, customer_id, role)
    viewed = EventKind.MEMBER_VIEWED
    record(session, viewed, by=by, now=now, customer_id=customer_id, contact=contact_id)
    facts = member_of(session, customer_id)
    hides = facts is not None and facts.suspension is SuspensionReason.PROTECTION
    if facts is not None and hides and not may(role, Action.OPEN_PROTECTED):
        # it would tell that somebody who shares the membership is protected
        return replace(facts, suspension=None)
    return facts
