"""Leaving the portal (退会), and emptying what is kept of those who left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, select, update

from db.commands.member_acts import Request, begin, finish, record_act, tell
from db.commands.outbox import cancel_mails
from db.errors import RuleBroken
from db.models import Bill, Contract, Debt, Member, MemberContract, Outbox, PasswordHistory
from db.queries.debts import is_asked_for
from db.queries.member_settings import member_settings
from db.rules.member_states import HOLDING, require_state
from db.rules.member_words import (
    MailKind,
    MailState,
    MemberState,
    Procedure,
    WithdrawalReason,
)
from db.rules.periods import day_in_japan
from db.rules.words import EventKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

ERASED_LOGIN_ID: Final = "-"
"""What stands for the login ID of a member whose personal columns were emptied."""
_AT_ONCE: Final = 500
_ON_THEIR_WAY: Final = (MailState.QUEUED, MailState.SENDING)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal: what the bureau still has to send on paper, and until when data is kept.

    ``documents_owed`` are the bills not paid yet, whose papers the portal no longer shows.
    """

    receipt: str
    documents_owed: int
    kept_until: dt.date | None
    erased: bool


def withdraw(
    session: Session,
    member_id: int,
    *,
    version: int,
    reason: WithdrawalReason,
    explained: bool,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> Withdrawn:
    """End a membership: the login ID and the contracts are free again at once.

    Raises as ``member_acts.begin``, and ``withdrawal.not_explained``.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request, version=version)
    if act.outcome is not None:
        return _from(act.outcome)
    member = act.member
    require_state(member.state, HOLDING)
    if not explained:
        raise RuleBroken("withdrawal.not_explained")
    done = _ends(session, member, request)
    cancel_mails(session, member_id, now)
    # while the membership still rests for protection, nobody is told
    tell(session, member, MailKind.WITHDRAWN, now=now, receipt=done.receipt)
    member.state, member.withdrawn_at, member.withdrawal = MemberState.WITHDRAWN, now, reason
    _give_up_contracts(session, member_id, now)
    if done.erased:
        _erase(session, member)
    _finish(session, member, done, reason, request)
    return done


def erase_due(session: Session, now: dt.datetime) -> int:
    """Empty the personal columns of withdrawn members kept long enough; gives how many it did.

    Also removes what was mailed to them. At most 500 at once: it is called again tomorrow.
    """
    days = dt.timedelta(days=member_settings(session).keep_withdrawn_days)
    today = day_in_japan(now)
    mailed = select(Outbox.id).where(
        Outbox.member_id == Member.id, Outbox.state.not_in(_ON_THEIR_WAY)
    )
    left = select(Member).where(
        Member.state == MemberState.WITHDRAWN,
        (Member.login_id != ERASED_LOGIN_ID) | mailed.exists(),
        Member.withdrawn_at < now - days + dt.timedelta(days=1),
    )
    rows = session.scalars(left.order_by(Member.id).limit(_AT_ONCE).with_for_update()).all()
    due = [row for row in rows if _kept_until(row.withdrawn_at or now, days) <= today]
    for member in due:
        _erase(session, member)
    return len(due)


def _ends(session: Session, member: Member, request: Request) -> Withdrawn:
    days = member_settings(session).keep_withdrawn_days
    kept_until = _kept_until(request.now, dt.timedelta(days=days)) if days else None
    owed = documents_owed(session, member.customer_id, today=day_in_japan(request.now))
    return Withdrawn(request.receipt, owed, kept_until, erased=kept_until is None)


def documents_owed(session: Session, customer_id: int, *, today: dt.date) -> int:
    """The customer's bills of which anything is still asked for."""
    asked = (
        select(func.count(Bill.id.distinct()))
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Contract.customer_id == customer_id, is_asked_for(today))
    )
    return session.scalar(asked) or 0


def _kept_until(withdrawn_at: dt.datetime, days: dt.timedelta) -> dt.date:
    return day_in_japan(withdrawn_at) + days


def _give_up_contracts(session: Session, member_id: int, now: dt.datetime) -> None:
    own = MemberContract.member_id == member_id, MemberContract.held_to.is_(None)
    held = update(MemberContract).where(*own, MemberContract.held_from.is_not(None))
    session.execute(held.values(held_to=now, version=MemberContract.version + 1))
    session.execute(delete(MemberContract).where(*own))  # what was only asked for


def _erase(session: Session, member: Member) -> None:
    member.login_id = ERASED_LOGIN_ID
    member.name = member.kana = member.phone = member.address = member.email = ""
    member.postal_code = None
    member.secret_question = member.secret_answer_hash = member.secret_set_at = None
    member.password_hash = member.password_kind = None
    member.password_set_at = member.password_expires_at = None
    session.execute(delete(PasswordHistory).where(PasswordHistory.member_id == member.id))
    gone = Outbox.member_id == member.id, Outbox.state.not_in(_ON_THEIR_WAY)
    session.execute(delete(Outbox).where(*gone))


def _finish(
    session: Session,
    member: Member,
    done: Withdrawn,
    reason: WithdrawalReason,
    request: Request,
) -> None:
    until = done.kept_until.isoformat() if done.kept_until else None
    withdrawn = EventKind.MEMBER_WITHDRAWN
    record_act(session, withdrawn, member, request, reason=reason, kept_until=until)
    finish(
        session,
        Procedure.WITHDRAW,
        request,
        receipt=done.receipt,
        documents_owed=done.documents_owed,
        kept_until=until,
        erased=done.erased,
    )


def _from(outcome: dict[str, Any]) -> Withdrawn:
    until = outcome["kept_until"]
    kept = {"kept_until": dt.date.fromisoformat(until) if until else None}
    return Withdrawn(**outcome | kept)
