"""What is said of a bill besides its amounts: when it is due, and what moves about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.due_dates import days_left
from db.rules.words import CollectionState, PaymentState
from desktop import format as written
from desktop import labels

if TYPE_CHECKING:
    import datetime as dt

    from db.queries.billing import BillRow, DebtLine, History
    from desktop.format import LanguageCode

translate = QCoreApplication.translate


def is_late(bill: BillRow, today: dt.date) -> bool:
    """Whether something of the bill is still asked for after its due date."""
    return bill.unpaid_yen > 0 and bill.due_on < today


def due_words(bill: BillRow, today: dt.date, code: LanguageCode) -> str:
    """Until when to pay and how long that is, or when it was paid."""
    if bill.paid_on is not None:
        paid = translate("CurrentBill", "Paid on {day}")
        return paid.format(day=written.long_date(bill.paid_on, code))
    due = translate("CurrentBill", "Due {day}").format(day=written.long_date(bill.due_on, code))
    if not bill.unpaid_yen:
        return due
    return f"{due}  {_days(days_left(today, bill.due_on))}"


def movements(bill: BillRow, history: History, today: dt.date, *, code: LanguageCode) -> list[str]:
    """What came in, is on its way or went back for a bill, a line each; then the other bills."""
    told = [_remaining(bill, code), *_collections(bill, code), *_money_over(bill, code)]
    if bill.state is PaymentState.CORRECTED:
        told.append(translate("CurrentBill", "Corrected: nothing is asked for any more"))
    if bill.extinguished:
        told.append(translate("CurrentBill", "Sewerage extinguished: not to be collected"))
    told.append(_others(bill, history, code))
    return [line for line in told if line]


def _days(left: int) -> str:
    # the translators' tool gives plurals to self.tr alone
    match left:
        case 0:
            return translate("CurrentBill", "today")
        case 1:
            return translate("CurrentBill", "tomorrow")
        case -1:
            return translate("CurrentBill", "1 day past")
        case _ if left < 0:
            return translate("CurrentBill", "{days} days past").format(days=-left)
        case _:
            return translate("CurrentBill", "in {days} days").format(days=left)


def _remaining(bill: BillRow, code: LanguageCode) -> str:
    paid = sum(debt.paid_yen for debt in bill.debts)
    if not paid or not bill.unpaid_yen:
        return ""
    told = translate("CurrentBill", "Paid {paid}, still to pay {rest}")
    return told.format(paid=written.yen(paid, code), rest=written.yen(bill.unpaid_yen, code))


def _collections(bill: BillRow, code: LanguageCode) -> list[str]:
    told = [_collection(debt, bill, code) for debt in bill.debts if debt.collection]
    return list(dict.fromkeys(told))


def _collection(debt: DebtLine, bill: BillRow, code: LanguageCode) -> str:
    state = debt.collection
    if state is None:
        return ""
    same = [one for one in bill.debts if one.collection is state]
    whole = len(same) == len(bill.debts) and len({one.collection_on for one in same}) == 1
    yen = sum(one.reported_yen for one in same) if whole else debt.reported_yen
    words = [labels.collection_state(state)]
    if state is CollectionState.REPORTED:
        words = [translate("CurrentBill", "Reported")]
    if debt.collection_on is not None:
        words.append(written.day_of_month(debt.collection_on, code))
    if state is CollectionState.REPORTED:
        words.append(written.yen(yen, code))
    if not whole:
        of_one = translate("CurrentBill", "({account})")
        words.append(of_one.format(account=labels.account(debt.account)))
    return " ".join(words)


def _money_over(bill: BillRow, code: LanguageCode) -> list[str]:
    refunded = sum(debt.refunded_yen for debt in bill.debts)
    over = sum(debt.overpaid_yen for debt in bill.debts)
    told = []
    if refunded:
        back = translate("CurrentBill", "Refunded {yen}")
        told.append(back.format(yen=written.yen(refunded, code)))
    if over:
        left = translate("CurrentBill", "Overpaid {yen}, not gone back yet")
        told.append(left.format(yen=written.yen(over, code)))
    return told


def _others(bill: BillRow, history: History, code: LanguageCode) -> str:
    others = [row for row in history.rows if row.unpaid_yen and row.bill_id != bill.bill_id]
    if not others:
        return ""
    also = translate("CurrentBill", "Other bills unpaid: {count}, {yen}")
    unpaid = sum(row.unpaid_yen for row in others)
    return also.format(count=len(others), yen=written.yen(unpaid, code))
