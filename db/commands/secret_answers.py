"""The tries of a member's secret answer, counted before anybody looks whether they are right.

Tries are audit events, which nothing can take back: whoever counted in a row of their own, or
after looking, would give a guess away with every rollback and every restart.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.commands.audit import record
from db.commands.member_acts import locked_member, require_visible
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import AuditEvent, Contact
from db.rules.contact_words import Channel, ContactState
from db.rules.member_states import HOLDING, require_state
from db.rules.periods import TOKYO, day_in_japan
from db.rules.permissions import Action
from db.rules.secret_answer import tries_left
from db.rules.words import EventKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

_TRIED: Final = "tried"
_PASSED: Final = "passed"
_MOST_EVENTS: Final = 1000


@dataclass(frozen=True, slots=True)
class AnswerTry:
    """One counted try: what to compare with, and how many are left if it is wrong."""

    customer_id: int
    hash: str | None = field(repr=False)
    tries_left: int


def take_try(
    session: Session,
    member_id: int,
    *,
    contact_id: int,
    channel: Channel,
    by: Actor,
    now: dt.datetime,
) -> AnswerTry | None:
    """Count a try of this customer's day; None, uncounted, when there was none left.

    Commit it before the answer is looked at. Raises ``answer.never_by_phone`` away from the
    counter, ``answer.not_set``, ``permission.denied``, ``contact.ended`` and as
    ``rules.member_states``.
    """
    role = allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    member = locked_member(session, member_id)
    require_visible(session, member.customer_id, role)
    _require_counter(session, contact_id, channel, member.customer_id, by)
    require_state(member.state, HOLDING)
    if member.secret_answer_hash is None:
        raise RuleBroken("answer.not_set")
    left = tries_left_today(session, member.customer_id, now=now)
    if left == 0:
        return None
    _record(session, _TRIED, member.customer_id, contact_id, by, now)
    return AnswerTry(member.customer_id, member.secret_answer_hash, left - 1)


def answer_passed(
    session: Session, tried: AnswerTry, *, contact_id: int, by: Actor, now: dt.datetime
) -> int:
    """Record that the counted try was right, and give how many are left: it counts no more."""
    _record(session, _PASSED, tried.customer_id, contact_id, by, now)
    session.flush()
    return tries_left_today(session, tried.customer_id, now=now)


def tries_left_today(session: Session, customer_id: int, *, now: dt.datetime) -> int:
    """How many wrong answers the customer may still give before midnight in Japan."""
    midnight = dt.datetime.combine(day_in_japan(now), dt.time(), TOKYO)
    results = [result for result, _ in _tries(session, customer_id, since=midnight)]
    return tries_left(results.count(_TRIED), results.count(_PASSED))


def has_passed(session: Session, customer_id: int, *, contact_id: int) -> bool:
    """Whether the right answer was given in this contact."""
    return (_PASSED, contact_id) in _tries(session, customer_id)


def _require_counter(
    session: Session, contact_id: int, channel: Channel, customer_id: int, by: Actor
) -> None:
    this = select(Contact.customer_id, Contact.staff_id, Contact.state, Contact.channel)
    contact = session.execute(this.where(Contact.id == contact_id).limit(1)).one_or_none()
    if contact is None or contact.customer_id != customer_id:
        raise RuleBroken("identity.missing")
    if contact.staff_id != by.staff_id:
        raise RuleBroken("permission.denied", action=Action.HANDLE_MEMBERSHIP)
    if contact.state not in (ContactState.OPEN, ContactState.PARKED):
        raise RuleBroken("contact.ended")
    if not channel is contact.channel is Channel.COUNTER:
        raise RuleBroken("answer.never_by_phone")


def _tries(
    session: Session, customer_id: int, *, since: dt.datetime | None = None
) -> list[tuple[str, int]]:
    those = AuditEvent.customer_id == customer_id, AuditEvent.kind == EventKind.SECRET_ANSWER_TRIED
    events = select(AuditEvent.facts).where(*those)
    if since is not None:
        events = events.where(AuditEvent.at >= since)
    newest = session.scalars(events.order_by(AuditEvent.id.desc()).limit(_MOST_EVENTS))
    facts = [json.loads(text) for text in newest]
    return [(each["result"], each["contact"]) for each in facts]


def _record(
    session: Session, result: str, customer_id: int, contact_id: int, by: Actor, now: dt.datetime
) -> None:
    record(
        session,
        EventKind.SECRET_ANSWER_TRIED,
        by=by,
        now=now,
        customer_id=customer_id,
        contact=contact_id,
        result=result,
    )
