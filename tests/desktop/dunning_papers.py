"""Dunning notices to be drawn in tests."""

from __future__ import annotations

import datetime as dt

from db.rules.dunning import StepTaken
from db.rules.dunning_notice import CutoffExecution, CutoffWarning, Demand, Reminder
from db.rules.notice_facts import Addressee, BillAsked, DebtAsked, NoticeHead, Use
from db.rules.paper import DUNNING
from db.rules.paper_settings import PaperSettings
from db.rules.periods import months_before
from db.rules.words import Account, CustomerKind, UsageClass
from tests.desktop.paper_help import AT, ISSUER

REMINDER, DEMAND, WARNING, EXECUTION = DUNNING
HOME = "石川県金沢市磯部町ニ45番地"
LIMIT = dt.date(2024, 10, 8)
SEEN_TO = dt.date(2024, 9, 13)
DAY_OF_CUT_OFF = dt.date(2024, 10, 3)
DECIDED = dt.date(2024, 9, 17)
CLASSES = {
    REMINDER: Reminder,
    DEMAND: Demand,
    WARNING: CutoffWarning,
    EXECUTION: CutoffExecution,
}


def head_of(kind, **more):
    facts = {
        "number": "R-2024-000123",
        "issued_at": AT,
        "issuer": ISSUER,
        "settings": PaperSettings(company_code="123456"),
        "addressee": Addressee("𠮷田 花子", CustomerKind.PERSON, "9200012", HOME),
        "use": Use(
            "0012345",
            "1702445800312296",
            "𠮷田 花子",
            HOME,
            UsageClass.HOUSEHOLD,
            CustomerKind.PERSON,
        ),
    }
    return NoticeHead(kind, **(facts | more))


def debt_of(account, yen, due_on, **more):
    facts = {"billed_yen": yen, "tax_yen": yen // 11, "tax_percent": 10}
    facts |= {"limitation_on": due_on.replace(year=due_on.year + 5)} | more
    return DebtAsked(account, yen, due_on=due_on, **facts)


def bill_of(kind, number=0, **more):
    """A bill with water and, unless it is about a cut-off, sewerage with its fee."""
    month = months_before(dt.date(2024, 5, 1), 2 * number)
    due_on = month.replace(day=28)
    debts = [debt_of(Account.WATER, 2799 + number, due_on)]
    if kind not in (WARNING, EXECUTION):
        debts.append(debt_of(Account.SEWERAGE, 2711 + number, due_on, fee_yen=100))
    read_on = month.replace(day=10)
    facts = {
        "month": month,
        "from_on": read_on - dt.timedelta(days=61),
        "to_on": read_on,
        "days": 61,
        "usage_m3": 32,
        "sewerage_m3": 32,
        "payment_number": f"{8_000_000_000_000_000 + number}",
        "debts": tuple(debts),
        "address": HOME,
        "customer_number": "0012345",
    }
    return BillAsked(**(facts | more))


def notice_of(kind, count=1, **more):
    """A notice of that step about so many bills, with other facts where they are given."""
    previous = {
        DEMAND: StepTaken(REMINDER, dt.date(2024, 7, 20), dt.date(2024, 8, 13)),
        WARNING: StepTaken(DEMAND, dt.date(2024, 8, 5), dt.date(2024, 8, 26)),
        EXECUTION: StepTaken(WARNING, dt.date(2024, 8, 28), dt.date(2024, 9, 11)),
    }
    own = {
        WARNING: {
            "limit_on": DAY_OF_CUT_OFF - dt.timedelta(days=1),
            "cut_off_from": DAY_OF_CUT_OFF,
            "sewerage_apart_yen": 2711 * count,
        },
        EXECUTION: {
            "limit_on": DAY_OF_CUT_OFF,
            "execute_on": DAY_OF_CUT_OFF,
            "decided_on": DECIDED,
        },
    }
    facts = {
        "head": head_of(kind),
        "bills": tuple(bill_of(kind, number) for number in reversed(range(count))),
        "limit_on": LIMIT,
        "seen_to": SEEN_TO,
        "previous": previous.get(kind),
    }
    return CLASSES[kind](**(facts | own.get(kind, {}) | more))
