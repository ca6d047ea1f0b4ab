"""The locations of a membership: adding one, giving one up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from db.commands.member_acts import Request, begin, finish, record_act, tell, touch
from db.errors import RuleBroken
from db.models import MemberContract
from db.queries.member_contracts import addable
from db.rules.member_states import require_state
from db.rules.member_words import MailKind, MemberState, Procedure
from db.rules.periods import day_in_japan
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.models import Member


@dataclass(frozen=True, slots=True)
class LocationDone:
    """A location that was added or given up, and the receipt number of it."""

    member_id: int
    contract_id: int
    receipt: str


def add_location(
    session: Session,
    member_id: int,
    *,
    number: str,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> LocationDone:
    """Let an active member see another contract of theirs, by its portal or customer number.

    Raises as ``member_acts.begin``, ``location.…`` as ``queries.members.addable`` does.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request)
    if act.outcome is not None:
        return LocationDone(**act.outcome)
    require_state(act.member.state, (MemberState.ACTIVE,))
    found = addable(session, number, member_id, today=day_in_japan(now))
    claim(session, member_id, found.contract_id, held_from=now)
    return _done(session, act.member, found.contract_id, request, added=True)


def remove_location(
    session: Session,
    member_id: int,
    contract_id: int,
    *,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> LocationDone:
    """Give up one of several contracts.

    Raises as ``member_acts.begin``, ``location.last_one``, and ``record.changed`` for one that is
    not held any more.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request)
    if act.outcome is not None:
        return LocationDone(**act.outcome)
    require_state(act.member.state, (MemberState.ACTIVE,))
    held = MemberContract.member_id == member_id, MemberContract.held_to.is_(None)
    this = select(MemberContract).where(*held, MemberContract.contract_id == contract_id)
    row = session.scalars(this.limit(1)).one_or_none()
    if row is None or row.held_from is None:
        raise RuleBroken("record.changed")
    if session.scalar(select(func.count(MemberContract.id)).where(*held)) == 1:
        raise RuleBroken("location.last_one")
    row.held_to = now
    return _done(session, act.member, contract_id, request, added=False)


def claim(
    session: Session, member_id: int, contract_id: int, *, held_from: dt.datetime | None
) -> None:
    """Write down that a membership holds a contract, or with None that it asks for it.

    Raises ``location.taken`` when another membership was faster.
    """
    session.add(MemberContract(member_id=member_id, contract_id=contract_id, held_from=held_from))
    flush_claims(session)


def flush_claims(session: Session) -> None:
    """Send claims off; raises ``location.taken`` when another membership was faster."""
    try:
        session.flush()
    except IntegrityError:  # it tells of the rows, and nobody needs to know more
        raise RuleBroken("location.taken") from None


def _done(
    session: Session, member: Member, contract_id: int, request: Request, *, added: bool
) -> LocationDone:
    touch(member)
    kind = EventKind.LOCATION_ADDED if added else EventKind.LOCATION_REMOVED
    record_act(session, kind, member, request, contract_id=contract_id)
    mail = MailKind.LOCATION_ADDED if added else MailKind.LOCATION_REMOVED
    tell(session, member, mail, now=request.now, receipt=request.receipt)
    finish(
        session,
        Procedure.ADD_LOCATION if added else Procedure.REMOVE_LOCATION,
        request,
        member_id=member.id,
        contract_id=contract_id,
        receipt=request.receipt,
    )
    return LocationDone(member.id, contract_id, request.receipt)
