"""The bills of a contract, with the two debts of each and what came in for them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from db.errors import RuleBroken
from db.queries.bill_statement import bills_with_debts
from db.queries.settings import bureau_facts
from db.rules import payment_state
from db.rules.bill_difference import Billed
from db.rules.limitation import asked_yen, is_extinguished
from db.rules.periods import days_of_period, first_month_shown, same_period_last_year
from db.rules.words import Account, CollectionState, PaymentState, UsageClass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_COLLECTION_FIRST = (
    CollectionState.FAILED,
    CollectionState.INSTALMENTS,
    CollectionState.REPORTED,
    CollectionState.REQUESTED,
    CollectionState.PLANNED,
    CollectionState.DEBITED,
    CollectionState.WRITTEN_OFF,
)


@dataclass(frozen=True, slots=True)
class DebtLine:
    """A bill's water, or its sewerage: yen with the tax in it, and what came in for it.

    ``paid_on`` is the day of the last confirmed payment, also of a part. ``overpaid_yen`` is money
    over that has not gone back yet, ``refunded_yen`` what was refunded. ``extinguished`` sewerage
    stays visible here and is asked for nowhere.
    """

    debt_id: int
    account: Account
    yen: int
    tax_yen: int
    due_on: dt.date
    paid_yen: int
    reported_yen: int
    paid_on: dt.date | None
    refunded_yen: int
    corrected: bool
    collection: CollectionState | None
    collection_on: dt.date | None
    limitation_on: dt.date
    state: PaymentState
    extinguished: bool = False
    overpaid_yen: int = 0

    @property
    def unpaid_yen(self) -> int:
        """What the customer is still asked for."""
        return asked_yen(
            self.yen,
            self.paid_yen,
            corrected=self.corrected,
            collection=self.collection,
            extinguished=self.extinguished,
        )


@dataclass(frozen=True, slots=True)
class BillRow:
    """One bill of about two months; ``settled_m3`` puts an earlier estimate right."""

    bill_id: int
    contract_id: int
    month: dt.date
    read_on: dt.date
    from_on: dt.date
    to_on: dt.date
    days: int
    usage_m3: int
    sewerage_m3: int | None
    water: DebtLine
    sewerage: DebtLine | None
    usage_class: UsageClass
    tariff: str
    estimated: bool
    status_code: int | None
    settled_m3: int
    payment_number: str

    @property
    def debts(self) -> tuple[DebtLine, ...]:
        """The water, and the sewerage if there is any."""
        return (self.water,) if self.sewerage is None else (self.water, self.sewerage)

    @property
    def yen(self) -> int:
        """The whole bill, with tax."""
        return sum(debt.yen for debt in self.debts)

    @property
    def tax_yen(self) -> int:
        """The tax in the whole bill."""
        return sum(debt.tax_yen for debt in self.debts)

    @property
    def unpaid_yen(self) -> int:
        """What the customer is still asked for: nothing corrected, written off, extinguished."""
        return sum(debt.unpaid_yen for debt in self.debts)

    @property
    def due_on(self) -> dt.date:
        """The latest due date of its debts."""
        return max(debt.due_on for debt in self.debts)

    @property
    def paid_on(self) -> dt.date | None:
        """The day of the last payment, once all of it is paid."""
        days = [debt.paid_on for debt in self.debts if debt.paid_on is not None]
        return max(days, default=None) if self.state is PaymentState.PAID else None

    @property
    def state(self) -> PaymentState:
        """The state of its worst debt; ``unpaid_yen`` tells whether that is still asked for."""
        return payment_state.worst(debt.state for debt in self.debts) or PaymentState.PAID

    @property
    def collection(self) -> CollectionState | None:
        """What moves for its debts: of two, what the clerk has to know of first."""
        moving = {debt.collection for debt in self.debts}
        return next((state for state in _COLLECTION_FIRST if state in moving), None)

    @property
    def extinguished(self) -> bool:
        """Whether the sewerage in it was left unpaid too long to be collected any more."""
        return any(debt.extinguished for debt in self.debts)

    @property
    def billed(self) -> Billed:
        """What ``bill_difference.explain`` compares."""
        return Billed(
            month=self.month,
            days=self.days,
            usage_m3=self.usage_m3,
            sewerage_m3=self.sewerage_m3,
            usage_class=self.usage_class,
            tariff_code=self.tariff,
            settled_m3=self.settled_m3,
            yen=self.yen,
        )


@dataclass(frozen=True, slots=True)
class History:
    """The bills of ``years`` years and every unpaid one however old, newest first.

    Unpaid are also those with extinguished sewerage, which is shown and not asked for.
    ``earlier`` holds one more year, for comparison, without what is in ``rows`` already. Payments
    that arrived after ``payments_seen_to`` are not known yet.
    """

    contract_id: int
    rows: tuple[BillRow, ...]
    earlier: tuple[BillRow, ...]
    payments_seen_to: dt.date | None
    years: int

    def year_before(self, row: BillRow) -> BillRow | None:
        """The bill of the same period last year, rather a valid one than a corrected one."""
        month = same_period_last_year(row.month)
        then = [bill for bill in self.rows + self.earlier if bill.month == month]
        valid = (bill for bill in then if bill.state is not PaymentState.CORRECTED)
        return next(valid, then[0] if then else None)


def billing_history(
    session: Session, contract_id: int, *, today: dt.date, years: int = 2
) -> History:
    """The bills of a contract for ``years`` years; raises ``bill.incomplete``."""
    first = first_month_shown(today, years)
    since = first_month_shown(today, years + 1)
    asked = {"contract_id": contract_id, "since": since}
    found = session.execute(bills_with_debts(), asked).all()
    bills = [_bill(group, today) for _, group in groupby(found, key=lambda row: row.bill_id)]
    rows = tuple(bill for bill in bills if _belongs(bill, first))
    earlier = tuple(bill for bill in bills if not _belongs(bill, first))
    return History(contract_id, rows, earlier, bureau_facts(session).payments_seen_to, years)


def _belongs(bill: BillRow, first: dt.date) -> bool:
    return bill.month >= first or bill.unpaid_yen > 0 or bill.extinguished


def _bill(group: Iterable[Row[Any]], today: dt.date) -> BillRow:
    rows = list(group)
    first = rows[0]
    lines = {row.account: _line(row, today) for row in rows if row.debt_id is not None}
    if Account.WATER not in lines:
        raise RuleBroken("bill.incomplete", payment_number=first.payment_number)
    return BillRow(
        bill_id=first.bill_id,
        contract_id=first.contract_id,
        month=first.month,
        read_on=first.to_on,
        from_on=first.from_on,
        to_on=first.to_on,
        days=days_of_period(first.from_on, first.to_on),
        usage_m3=first.usage_m3,
        sewerage_m3=first.sewerage_m3,
        water=lines[Account.WATER],
        sewerage=lines.get(Account.SEWERAGE),
        usage_class=first.usage_class,
        tariff=first.tariff,
        estimated=bool(first.estimated),
        status_code=first.status_code,
        settled_m3=first.settled_m3,
        payment_number=first.payment_number,
    )


def _line(row: Row[Any], today: dt.date) -> DebtLine:
    corrected = row.corrected_on is not None
    state = payment_state.state(
        row.yen, row.paid_yen, due_on=row.due_on, corrected=corrected, today=today
    )
    collection = payment_state.collection_shown(
        row.collection, reported_yen=row.reported_yen, state=state
    )
    reported = collection is CollectionState.REPORTED
    return DebtLine(
        debt_id=row.debt_id,
        account=row.account,
        yen=row.yen,
        tax_yen=row.tax_yen,
        due_on=row.due_on,
        paid_yen=row.paid_yen,
        reported_yen=row.reported_yen,
        paid_on=row.paid_on,
        refunded_yen=row.refunded_yen,
        corrected=corrected,
        collection=collection,
        collection_on=row.reported_on if reported else row.collection_on,
        limitation_on=row.limitation_on,
        state=state,
        extinguished=_extinguished(row, state, today),
        overpaid_yen=row.overpaid_yen,
    )


def _extinguished(row: Row[Any], state: PaymentState, today: dt.date) -> bool:
    if state not in payment_state.UNPAID or row.collection is CollectionState.WRITTEN_OFF:
        return False
    return is_extinguished(row.account, limitation_on=row.limitation_on, today=today)
