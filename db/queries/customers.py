"""Who a customer is, where they take water, and what they are asked for over all places."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, bindparam, func, or_, select

from db.errors import RuleBroken
from db.models import Contract, Customer, Location, Meter
from db.queries import debts
from db.queries.protections import protected, visible_to
from db.rules.masking import MASKED, mask_phone
from db.rules.words import CustomerKind, Drainage, PaymentMethod, Role, UsageClass

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ScalarSelect
    from sqlalchemy.orm import Session

_MOST_CONTRACTS = 2000


@dataclass(frozen=True, slots=True)
class ContractChoice:
    """One contract to choose, with what is asked for there, in yen.

    ``bore_mm`` is that of the meter hanging there, or of the last one of an ended contract.
    """

    contract_id: int
    portal_number: str
    customer_number: str
    address: str
    address_latin: str | None
    usage_class: UsageClass
    bore_mm: int | None
    payment_method: PaymentMethod
    has_sewerage: bool
    started_on: dt.date
    ended_on: dt.date | None
    unpaid_yen: int
    overdue_yen: int


@dataclass(frozen=True, slots=True)
class CustomerHead:
    """What stands above a customer's page: current contracts first, then ended, by address.

    The sums are over all contracts, also when there are ``more_contracts`` than are listed. Of
    a ``protected`` customer phone and addresses are masked wholly.
    """

    customer_id: int
    name: str
    kana: str
    latin_name: str | None
    kind: CustomerKind
    phone_masked: str
    note: str
    contracts: tuple[ContractChoice, ...]
    unpaid_yen: int
    overdue_yen: int
    overdue_bills: int
    more_contracts: bool = False
    protected: bool = False


def customer_head(
    session: Session, customer_id: int, *, role: Role, today: dt.date
) -> CustomerHead:
    """The customer, all places and all that is unpaid.

    Raises ``customer.gone``, also for protected customers whom the role may not open.
    """
    asked = {"customer_id": customer_id, "today": today, "most": _MOST_CONTRACTS + 1}
    rows = session.execute(_head(role), asked).all()
    if not rows:
        raise RuleBroken("customer.gone", customer_id=customer_id)
    first = rows[0]
    listed = (_choice(row) for row in rows[:_MOST_CONTRACTS] if row.contract_id is not None)
    return CustomerHead(
        customer_id=customer_id,
        name=first.name,
        kana=first.kana,
        latin_name=first.latin_name,
        kind=first.kind,
        phone_masked=MASKED if first.protected else mask_phone(first.phone or ""),
        note=first.note,
        contracts=tuple(sorted(listed, key=lambda choice: _place(choice, today))),
        unpaid_yen=int(first.all_unpaid_yen),
        overdue_yen=int(first.all_overdue_yen),
        overdue_bills=int(first.all_overdue_bills),
        more_contracts=len(rows) > _MOST_CONTRACTS,
        protected=first.protected,
    )


@functools.cache
def _head(role: Role) -> Select[*tuple[Any, ...]]:
    customer_id = bindparam("customer_id", type_=Integer)
    asked = debts.unpaid_by_contract(Contract.customer_id == customer_id, debts.TODAY)
    ended = and_(Contract.ended_on.is_not(None), Contract.ended_on < debts.TODAY)
    return (
        select(
            Customer.name,
            Customer.kana,
            Customer.latin_name,
            Customer.kind,
            Customer.phone,
            Customer.note,
            protected().label("protected"),
            Contract.id.label("contract_id"),
            Contract.portal_number,
            Contract.customer_number,
            Location.address,
            Location.address_latin,
            Contract.usage_class,
            _bore_mm().label("bore_mm"),
            Contract.payment_method,
            Contract.drainage,
            Contract.started_on,
            Contract.ended_on,
            func.coalesce(asked.c.unpaid_yen, 0).label("unpaid_yen"),
            func.coalesce(asked.c.overdue_yen, 0).label("overdue_yen"),
            _over_all(asked.c.unpaid_yen).label("all_unpaid_yen"),
            _over_all(asked.c.overdue_yen).label("all_overdue_yen"),
            _over_all(asked.c.overdue_bills).label("all_overdue_bills"),
        )
        .outerjoin(Contract, Contract.customer_id == Customer.id)
        .outerjoin(Location, Location.id == Contract.location_id)
        .outerjoin(asked, asked.c.contract_id == Contract.id)
        .where(Customer.id == customer_id, visible_to(role))
        .order_by(ended, Contract.id)
        .limit(bindparam("most", type_=Integer))
    )


def _bore_mm() -> ScalarSelect[int]:
    hung_in_time = or_(Contract.ended_on.is_(None), Meter.installed_on <= Contract.ended_on)
    return (
        select(Meter.bore_mm)
        .where(Meter.location_id == Contract.location_id, hung_in_time)
        .order_by(Meter.installed_on.desc(), Meter.id.desc())
        .limit(1)
        .correlate(Contract)
        .scalar_subquery()
    )


def _over_all(sums: ColumnElement[int]) -> ColumnElement[int]:
    # a window sees all rows, LIMIT comes after it
    return func.coalesce(func.sum(sums).over(), 0)


def _choice(row: Row[*tuple[Any, ...]]) -> ContractChoice:
    return ContractChoice(
        contract_id=row.contract_id,
        portal_number=row.portal_number,
        customer_number=row.customer_number,
        address=MASKED if row.protected else row.address,
        address_latin=MASKED if row.protected else row.address_latin,
        usage_class=row.usage_class,
        bore_mm=row.bore_mm,
        payment_method=row.payment_method,
        has_sewerage=row.drainage is Drainage.PUBLIC,
        started_on=row.started_on,
        ended_on=row.ended_on,
        unpaid_yen=int(row.unpaid_yen),
        overdue_yen=int(row.overdue_yen),
    )


def _place(choice: ContractChoice, today: dt.date) -> tuple[object, ...]:
    ended = choice.ended_on is not None and choice.ended_on < today
    # numbers by their size: room 98 before room 101
    parts = [
        (int(part), "") if part.isdecimal() else (0, part)
        for part in re.split(r"(\d+)", choice.address)
    ]
    return ended, parts, choice.contract_id
