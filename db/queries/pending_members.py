"""Registrations made on the portal that wait for a decision, with what is wrong with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import aliased

from db.errors import RuleBroken
from db.models import Contract, Customer, Member, MemberContract
from db.queries.protections import protected, visible_to
from db.rules import member_fields
from db.rules.member_masking import mask_email
from db.rules.member_words import MemberRefusal, MemberState
from db.rules.search_text import text_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from db.rules.words import Role

_MOST: Final = 200
_MOST_CLAIMS: Final = 5000


@dataclass(frozen=True, slots=True)
class PendingMember:
    """A registration to be decided; ``mismatches`` is what the program itself found wrong.

    ``numbers`` are the portal numbers of the contracts asked for.
    """

    member_id: int
    version: int
    customer_id: int
    login_id: str
    name: str
    kana: str
    email_masked: str
    registered_at: dt.datetime
    numbers: tuple[str, ...]
    mismatches: tuple[MemberRefusal, ...]


def pending_members(
    session: Session,
    limit: int = _MOST,
    *,
    role: Role | None = None,
    today: dt.date | None = None,
) -> tuple[PendingMember, ...]:
    """The registrations that wait, the oldest first; those of protected customers by ``role``.

    Without ``today`` a contract whose end is known counts as ended.
    """
    rows = session.execute(_waiting(role).limit(min(limit, _MOST))).all()
    claims = _claims(session, [row.id for row in rows])
    return tuple(_pending(row, claims[row.id], today) for row in rows)


def _waiting(role: Role | None) -> Select[*tuple[Any, ...]]:
    visible = ~protected() if role is None else visible_to(role)
    return (
        select(
            Member.id,
            Member.version,
            Member.customer_id,
            Member.login_id,
            Member.name,
            Member.kana,
            Member.email,
            Member.registered_at,
            Customer.name.label("registered_name"),
            _is_member_already().label("is_member"),
        )
        .join(Customer, Customer.id == Member.customer_id)
        .where(Member.state == MemberState.PENDING, visible)
        .order_by(Member.registered_at, Member.id)
    )


def _is_member_already() -> Any:
    other = aliased(Member)
    same = and_(
        other.customer_id == Member.customer_id,
        other.state.in_((MemberState.ACTIVE, MemberState.SUSPENDED)),
    )
    return select(other.id).where(same).correlate(Member).exists()


def _claims(session: Session, ids: list[int]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    held = aliased(MemberContract)
    taken = select(held.id).where(
        held.contract_id == MemberContract.contract_id,
        held.held_from.is_not(None),
        held.held_to.is_(None),
    )
    claims = (
        select(
            MemberContract.member_id,
            Contract.portal_number,
            Contract.customer_id,
            Contract.ended_on,
            taken.correlate(MemberContract).exists().label("taken"),
        )
        .join(Contract, Contract.id == MemberContract.contract_id)
        .where(MemberContract.member_id.in_(ids), MemberContract.held_to.is_(None))
        .order_by(Contract.portal_number)
        .limit(_MOST_CLAIMS)
    )
    found = defaultdict(list)
    for row in session.execute(claims):
        found[row.member_id].append(row)
    return found


def _pending(
    row: Row[*tuple[Any, ...]], claims: list[Row[*tuple[Any, ...]]], today: dt.date | None
) -> PendingMember:
    return PendingMember(
        member_id=row.id,
        version=row.version,
        customer_id=row.customer_id,
        login_id=row.login_id,
        name=row.name,
        kana=row.kana,
        email_masked=mask_email(row.email),
        registered_at=row.registered_at,
        numbers=tuple(claim.portal_number for claim in claims),
        mismatches=tuple(_mismatches(row, claims, today)),
    )


def _mismatches(
    row: Row[*tuple[Any, ...]], claims: list[Row[*tuple[Any, ...]]], today: dt.date | None
) -> Iterable[MemberRefusal]:
    others = any(claim.customer_id != row.customer_id for claim in claims)
    if others or text_key(row.name) != text_key(row.registered_name):
        yield MemberRefusal.NOT_THE_USER
    if not claims:
        yield MemberRefusal.NUMBER_MISMATCH
    if any(_ended(claim.ended_on, today) for claim in claims):
        yield MemberRefusal.FORMER_OCCUPANT
    if row.is_member or any(claim.taken for claim in claims):
        yield MemberRefusal.DUPLICATE
    if not _reachable(row.email):
        yield MemberRefusal.UNREACHABLE


def _ended(ended_on: dt.date | None, today: dt.date | None) -> bool:
    return ended_on is not None and (today is None or ended_on < today)


def _reachable(email: str) -> bool:
    try:
        member_fields.email(email)
    except RuleBroken:
        return False
    return True
