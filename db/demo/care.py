"""What staff noted of the town's people: protections, holds, contacts, and banks of debits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select

from db.demo import story
from db.demo.tables import banks, care
from db.models import (
    Bill,
    Contact,
    Contract,
    Customer,
    DebitAccount,
    Debt,
    Hold,
    IdentityCheck,
    Member,
    Payment,
    Protection,
    Staff,
)
from db.rules.contact_words import (
    Channel,
    CheckMethod,
    CheckResult,
    ContactState,
    FollowUpBy,
    HoldKind,
    ProtectionSource,
    Speaker,
    Topic,
)
from db.rules.member_words import MemberState, SuspensionReason
from db.rules.periods import day_in_japan
from db.rules.words import CollectionState, CustomerKind, PaymentMethod, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from db.engine import Database

_AT_ONCE: Final = 10_000
_DAY: Final = dt.timedelta(days=1)
_OPENS_AFTER: Final = dt.timedelta(hours=3)
_TOOK: Final = dt.timedelta(minutes=8)
_FEW: Final = 3
_EACH: Final = 2


def note_accounts(database: Database) -> None:
    """Give each contract that is paid by direct debit its bank."""
    names = banks()
    with database.reading() as session:
        last = session.scalar(select(func.max(Contract.id))) or 0
    for start in range(0, last, _AT_ONCE):
        with database.writing() as session:
            debited = select(Contract.id).where(
                Contract.id > start,
                Contract.id <= start + _AT_ONCE,
                Contract.payment_method == PaymentMethod.DEBIT,
            )
            rows = [
                {"contract_id": contract_id, "bank": bank, "branch": branch}
                for contract_id in session.scalars(debited.order_by(Contract.id))
                for bank, branch in (names[contract_id % len(names)],)
            ]
            if rows:
                session.execute(insert(DebitAccount), rows)


def take_care(
    session: Session, delivered_at: dt.datetime, contracts: Mapping[str, Sequence[int]]
) -> None:
    """Add protections, holds and contacts; ``contracts`` are the first ones of each case."""
    staff = {row.login_id: row for row in session.scalars(select(Staff))}
    supervisor = next(one.id for one in staff.values() if one.role is Role.SUPERVISOR)
    clerk = next(one.id for one in staff.values() if one.role is Role.COUNTER)
    today = day_in_japan(delivered_at)
    _protect(session, supervisor, delivered_at)
    _hold(session, clerk, today, contracts)
    for told in care()["contact"]:
        _note(session, told, staff[told["staff"]].id, delivered_at)


def _protect(session: Session, supervisor: int, delivered_at: dt.datetime) -> None:
    today = day_in_japan(delivered_at)
    protections = care()["protection"]
    sharing = _last_active(session)
    alone = _last_without_membership(session, len(protections) - 1)
    for customer_id, told in zip([*alone, sharing.customer_id], protections, strict=True):
        facts = {
            "source": ProtectionSource(told["source"]),
            "counterparty": told["counterparty"],
            "from_on": today - told["from_days_ago"] * _DAY,
            "to_on": today + told["to_in_days"] * _DAY,
            "note": told["note"],
        }
        session.add(Protection(customer_id=customer_id, begun_by=supervisor, **facts))
    sharing.state = MemberState.SUSPENDED
    sharing.suspension = SuspensionReason.PROTECTION
    begun = protections[-1]["from_days_ago"]
    sharing.suspended_at = max(delivered_at - begun * _DAY, sharing.registered_at + _DAY)
    session.flush()


def _last_active(session: Session) -> Member:
    active = select(Member).where(
        Member.state == MemberState.ACTIVE, Member.customer_id > story.CUSTOMERS
    )
    return session.scalars(active.order_by(Member.id.desc()).limit(1)).one()


def _last_without_membership(session: Session, how_many: int) -> list[int]:
    member = select(Member.id).where(Member.customer_id == Customer.id).exists()
    in_use = select(Contract.id).where(
        Contract.customer_id == Customer.id, Contract.ended_on.is_(None)
    )
    last = (
        select(Customer.id)
        .where(Customer.kind == CustomerKind.PERSON, Customer.phone.is_not(None))
        .where(Customer.id > story.CUSTOMERS, in_use.exists(), ~member)
        .order_by(Customer.id.desc())
        .limit(how_many)
    )
    return list(session.scalars(last))


def _hold(
    session: Session, clerk: int, today: dt.date, contracts: Mapping[str, Sequence[int]]
) -> None:
    reported = select(Payment.debt_id).where(Payment.confirmed_on.is_(None))
    parted = Debt.collection == CollectionState.INSTALMENTS
    held: list[tuple[HoldKind, Any, dt.timedelta | None]] = [
        (HoldKind.INSTALMENTS, _debts().where(parted).limit(_FEW), 180 * _DAY),
        (HoldKind.REPORTED_PAYMENT, _debts().where(Debt.id.in_(reported)).limit(_EACH), 14 * _DAY),
        (HoldKind.DISPUTE, _users(contracts["leak"][:1]), None),
        (HoldKind.RETURNED_MAIL, _users(contracts["old_arrears"][:1]), None),
    ]
    for kind, whom, lasts in held:
        for customer_id, debt_id in session.execute(whom).all():
            hold = Hold(
                customer_id=customer_id,
                debt_id=debt_id,
                kind=kind,
                from_on=today - 2 * _DAY,
                to_on=None if lasts is None else today + lasts,
                reason=care()["hold"][kind],
                set_by=clerk,
            )
            session.add(hold)
    session.flush()


def _debts() -> Any:
    owed = select(Contract.customer_id, Debt.id).join(Bill, Bill.contract_id == Contract.id)
    return owed.join(Debt, Debt.bill_id == Bill.id).order_by(Debt.id)


def _users(contract_ids: Sequence[int]) -> Any:
    nothing = select(Debt.id).where(Debt.id.is_(None)).scalar_subquery()
    users = select(Contract.customer_id, nothing).where(Contract.id.in_(contract_ids))
    return users.order_by(Contract.id)


def _note(
    session: Session, told: Mapping[str, Any], staff_id: int, delivered_at: dt.datetime
) -> None:
    started_at = delivered_at + _OPENS_AFTER - told["days_ago"] * _DAY
    contact = Contact(
        staff_id=staff_id,
        desk="",
        channel=Channel(told["channel"]),
        state=ContactState.FINISHED,
        started_at=started_at,
        ended_at=started_at + _TOOK,
        topic=Topic(told["topic"]),
        memo=told["memo"],
        transferred_to=told.get("transferred_to", ""),
    )
    if "portal_number" in told:
        this = select(Contract.id, Contract.customer_id)
        numbered = this.where(Contract.portal_number == told["portal_number"])
        contact.contract_id, contact.customer_id = session.execute(numbered).one()
    if "follow_up_in_days" in told:
        contact.follow_up_on = day_in_japan(delivered_at) + told["follow_up_in_days"] * _DAY
        contact.follow_up_by = FollowUpBy(told["follow_up_by"])
    session.add(contact)
    session.flush()
    if "speaker" in told:
        session.add(_check(told, contact))
    session.flush()


def _check(told: Mapping[str, Any], contact: Contact) -> IdentityCheck:
    return IdentityCheck(
        contact_id=contact.id,
        at=contact.started_at + dt.timedelta(minutes=1),
        staff_id=contact.staff_id,
        speaker=Speaker(told["speaker"]),
        method=CheckMethod(told["method"]),
        items=told["items"],
        result=CheckResult.PASSED,
    )
