"""What is on file of a customer that a caller can be asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from db.errors import RuleBroken
from db.models import Bill, Contact, Contract, Customer, DebitAccount, Debt
from db.rules.identity import OnFile

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What the answers of a caller are compared with; it never leaves the database's side."""

    customer_id: int
    has_phone: bool
    customer_numbers: tuple[str, ...] = field(repr=False)
    banks: tuple[str, ...] = field(repr=False)
    last_amounts: tuple[int, ...] = field(repr=False)

    @property
    def on_file(self) -> OnFile:
        """What there is to ask for."""
        return OnFile(self.has_phone, bool(self.banks), bool(self.last_amounts))


def on_file_of(session: Session, contact_id: int) -> OnFile:
    """What there is to ask a caller for; raises ``contact.gone`` and ``identity.no_customer``."""
    this = select(Contact.customer_id, Contact.contract_id).where(Contact.id == contact_id)
    contact = session.execute(this.limit(1)).one_or_none()
    if contact is None:
        raise RuleBroken("contact.gone", contact_id=contact_id)
    if contact.customer_id is None:
        raise RuleBroken("identity.no_customer")
    return known_of(session, contact.customer_id, contact.contract_id).on_file


def known_of(session: Session, customer_id: int, contract_id: int | None) -> Known:
    """What is known of the contract that is spoken of, or of all while none was named."""
    asked = Contract.customer_id == customer_id
    if contract_id is not None:
        asked = asked & (Contract.id == contract_id)
    rows = session.execute(
        select(Contract.id, Contract.customer_number, DebitAccount.bank)
        .join(DebitAccount, DebitAccount.contract_id == Contract.id, isouter=True)
        .where(asked)
        .order_by(Contract.id.desc())
        .limit(_MOST)
    ).all()
    phone = select(Customer.phone).where(Customer.id == customer_id).limit(1)
    return Known(
        customer_id,
        has_phone=bool((session.scalar(phone) or "").strip()),
        customer_numbers=tuple(row.customer_number for row in rows),
        banks=tuple(row.bank for row in rows if row.bank),
        last_amounts=_last_amounts(session, [row.id for row in rows]),
    )


def _last_amounts(session: Session, contract_ids: list[int]) -> tuple[int, ...]:
    """The yen of each contract's newest bill that was not taken back, water and sewerage."""
    billed = (
        select(
            func.sum(Debt.yen).label("yen"),
            func.row_number()
            .over(partition_by=Bill.contract_id, order_by=(Bill.month.desc(), Bill.sequence.desc()))
            .label("place"),
        )
        .join(Bill, Bill.id == Debt.bill_id)
        .where(Bill.contract_id.in_(contract_ids), Debt.corrected_on.is_(None))
        .group_by(Bill.id)
        .subquery()
    )
    newest = select(billed.c.yen).where(billed.c.place == 1).limit(_MOST)
    return tuple(int(yen) for yen in session.scalars(newest))
