"""By what contracts were found that their rows in the list do not show anyway."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from db.models import Bill, Contract, Customer, Member, MemberContract
from db.queries.literal_text import Lowered, begins_with
from db.queries.search_keys import meter_serials
from db.rules.member_masking import mask_email
from db.rules.search_text import number_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session

    from db.rules.search_terms import Term


class ReasonKind(StrEnum):
    """What a contract was found by."""

    METER = "meter"
    PAYMENT = "payment"
    BORN_ON = "born_on"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a contract was found by; ``shown`` is it, an e-mail address with its middle hidden."""

    kind: ReasonKind
    shown: str | dt.date


def reasons(
    session: Session, ids: Collection[int], terms: tuple[Term, ...]
) -> dict[int, tuple[Reason, ...]]:
    """The reasons of each of these contracts, as many as there are words."""
    found: dict[int, dict[Reason, None]] = defaultdict(dict)
    for term in terms:
        for contract_id, reason in _by(session, ids, term):
            found[contract_id][reason] = None
    return {contract_id: tuple(several) for contract_id, several in found.items()}


def _by(session: Session, ids: Collection[int], term: Term) -> Iterator[tuple[int, Reason]]:
    if term.complete:
        yield from _by_payment(session, ids, term.number)
    elif term.number:
        for contract_id, serials in meter_serials(session, ids).items():
            held = (serial for serial in serials if term.number in number_key(serial))
            yield from ((contract_id, Reason(ReasonKind.METER, serial)) for serial in held)
    if term.born_on:
        yield from _by_birth(session, ids, term.born_on)
    if term.email:
        yield from _by_email(session, ids, term.email)


def _by_payment(
    session: Session, ids: Collection[int], number: str
) -> Iterator[tuple[int, Reason]]:
    statement = select(Bill.contract_id).where(
        Bill.contract_id.in_(ids), Bill.payment_number == number
    )
    for contract_id in session.scalars(statement.distinct().limit(len(ids))):
        yield contract_id, Reason(ReasonKind.PAYMENT, number)


def _by_birth(
    session: Session, ids: Collection[int], born_on: dt.date
) -> Iterator[tuple[int, Reason]]:
    statement = (
        select(Contract.id)
        .join(Customer, Customer.id == Contract.customer_id)
        .where(Contract.id.in_(ids), Customer.born_on == born_on)
    )
    for contract_id in session.scalars(statement.limit(len(ids))):
        yield contract_id, Reason(ReasonKind.BORN_ON, born_on)


def _by_email(session: Session, ids: Collection[int], email: str) -> Iterator[tuple[int, Reason]]:
    own = begins_with(Lowered(Customer.email), email)
    members = begins_with(Lowered(Member.email), email)
    statement = (
        select(Contract.id, Customer.email, Member.email, own)
        .join(Customer, Customer.id == Contract.customer_id)
        .outerjoin(
            MemberContract,
            (MemberContract.contract_id == Contract.id)
            & MemberContract.held_from.is_not(None)
            & MemberContract.held_to.is_(None),
        )
        .outerjoin(Member, Member.id == MemberContract.member_id)
        .where(Contract.id.in_(ids), or_(own, members))
        .limit(len(ids))
    )
    for contract_id, of_customer, of_member, is_own in session.execute(statement):
        address = of_customer if is_own else of_member
        yield contract_id, Reason(ReasonKind.EMAIL, mask_email(address or ""))
