"""What is kept of a notice besides its file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from db.rules.notice_facts import BillAsked, DebtAsked, whole_yen_of
from db.rules.notice_record import DebtOnRecord, OnRecord, on_record
from db.rules.words import Account

MAY, JULY = dt.date(2024, 5, 1), dt.date(2024, 7, 1)
DUE, LATER = dt.date(2024, 7, 30), dt.date(2024, 10, 18)
YEN = st.integers(0, 999_999)


@dataclass(frozen=True)
class Facts:
    """The facts of some notice."""

    bills: tuple[BillAsked, ...] = ()
    limit_on: dt.date | None = None
    handle_until: dt.date | None = None


def debt(yen=2799, *, account=Account.WATER, due_on=DUE, **more):
    limitation = due_on.replace(year=due_on.year + 5)
    return DebtAsked(account, yen, yen, yen // 11, 10, due_on, limitation, **more)


def bill(month, *debts, ids=None):
    ids = tuple(range(1, len(debts) + 1)) if ids is None else ids
    days = {"from_on": month, "to_on": month, "days": 61}
    return BillAsked(
        month, **days, usage_m3=21, sewerage_m3=21, payment_number="1" * 16, debts=debts,
        debt_ids=ids,
    )  # fmt: skip


def test_of_several_bills_the_newest_month_and_every_debt_is_kept():
    sewerage = debt(2710, account=Account.SEWERAGE, fee_yen=100, interest_yen=200)
    facts = Facts((bill(MAY, debt(), sewerage, ids=(7, 8)), bill(JULY, debt(), ids=(9,))))
    assert on_record(facts) == OnRecord(
        month=JULY,
        yen=2799 + 2710 + 100 + 200 + 2799,
        limit_on=DUE,
        reissue=0,
        debts=(
            DebtOnRecord(7, 2799, 0, 0),
            DebtOnRecord(8, 2710, 100, 200),
            DebtOnRecord(9, 2799, 0, 0),
        ),
    )


def test_the_day_that_holds_first_is_the_limit():
    bills = (bill(MAY, debt()),)
    assert on_record(Facts(bills)).limit_on == DUE
    assert on_record(Facts(bills, limit_on=LATER)).limit_on == LATER
    assert on_record(Facts(bills, limit_on=DUE, handle_until=LATER)).limit_on == LATER


def test_of_a_paper_about_nothing_of_the_kind_nothing_is_kept():
    assert on_record(object()) == OnRecord(None, None, None, 0, ())


@given(st.lists(st.tuples(YEN, YEN, YEN), min_size=1, max_size=8))
def test_what_is_kept_debt_by_debt_comes_to_what_the_paper_asks_for(amounts):
    debts = [debt(yen, fee_yen=fee, interest_yen=more) for yen, fee, more in amounts]
    facts = Facts((bill(MAY, *debts),))
    kept = on_record(facts)
    assert kept.yen == whole_yen_of(facts.bills)
    assert kept.yen == sum(each.yen + each.fee_yen + each.interest_yen for each in kept.debts)
