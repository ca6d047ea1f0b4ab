"""Payment notices to be made in tests, and what a shop's scanner finds on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2
import zxingcpp

from db.rules.notice_facts import Addressee, BillAsked, DebtAsked, NoticeHead, Use
from db.rules.paper import PaperKind
from db.rules.paper_settings import PaperSettings
from db.rules.payment_notice import PaymentNotice
from db.rules.words import Account, CustomerKind, UsageClass
from tests.desktop.paper_help import AT, ISSUER

SETTINGS = PaperSettings(company_code="912345", invoice_number="T1234567890123")
HOME = "石川県金沢市磯部町ニ45番地"
SHOP = "石川県金沢市香林坊1丁目2番3号 𠮷ビル"
TO = Addressee("𠮷田 花子", CustomerKind.PERSON, "9200012", HOME)
USE = Use(
    "17024458", "1702445800312296", "𠮷田 花子", HOME, UsageClass.HOUSEHOLD, CustomerKind.PERSON
)
DUE = dt.date(2024, 9, 30)
UNTIL = dt.date(2024, 10, 31)


def head_of(kind=PaperKind.PAYMENT_NOTICE, **facts):
    """The head of a notice to Yoshida Hanako."""
    known = {
        "number": "P-2024-000123",
        "issued_at": AT,
        "issuer": ISSUER,
        "settings": SETTINGS,
        "addressee": TO,
        "use": USE,
    }
    return NoticeHead(kind, **known | facts)


def debt_of(account, yen, *, due_on=DUE, **facts):
    """A debt with ten per cent of tax in it, all of it unpaid unless told otherwise."""
    billed = facts.pop("billed_yen", yen)
    return DebtAsked(
        account, yen, billed, billed * 10 // 110, 10, due_on, dt.date(2029, 9, 30), **facts
    )


def bill_of(month=dt.date(2024, 9, 1), *, water=5038, sewerage=4043, **facts):
    """A bill of two months; what is None is not charged."""
    amounts = ((Account.WATER, water), (Account.SEWERAGE, sewerage))
    known = {
        "from_on": dt.date(2024, 7, 6),
        "to_on": dt.date(2024, 9, 4),
        "days": 61,
        "usage_m3": 46,
        "sewerage_m3": None if sewerage is None else 46,
        "payment_number": "1702445800312296",
        "debts": tuple(debt_of(account, yen) for account, yen in amounts if yen is not None),
        "address": HOME,
        "customer_number": "17024458",
    }
    return BillAsked(month, **known | facts)


def notice_of(bills=None, **facts):
    """A payment notice, of one bill unless others are given."""
    known = {"head": head_of(), "bills": bills or (bill_of(),), "due_on": DUE}
    return PaymentNotice(**known | {"handle_until": UNTIL} | facts)


def reissue_of(bills=None, **facts):
    """A slip issued anew for the first time."""
    known = {
        "head": head_of(PaperKind.REISSUED_SLIP),
        "handle_until": UNTIL,
        "reissue": 1,
        "reissued_on": dt.date(2024, 9, 18),
    }
    return notice_of(bills, **known | facts)


def three_bills():
    """Bills of two places, with due dates of their own."""
    may = dt.date(2024, 5, 31)
    july = (debt_of(Account.WATER, 2310, due_on=may), debt_of(Account.SEWERAGE, 1980, due_on=may))
    return (
        bill_of(dt.date(2024, 5, 1), debts=july),
        bill_of(dt.date(2024, 7, 1), water=6210, sewerage=None),
        bill_of(address=SHOP, customer_number="17099999", water=12340, sewerage=9870),
    )


def with_settings(notice, **settings):
    """The same notice of a bureau that set something else."""
    head = replace(notice.head, settings=replace(notice.head.settings, **settings))
    return replace(notice, head=head)


def scanned(data, *, page=0, dpi=200):
    """The digits that a scanner reads on a page printed at that resolution, and what code it is.

    The reader looks at the page enlarged: it wants more than one and a half dots a bar.
    """
    with pypdfium2.PdfDocument(data) as document:
        printed = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    slip = printed.crop((0, printed.height * 2 // 3, printed.width, printed.height))
    found = zxingcpp.read_barcodes(slip.resize((slip.width * 2, slip.height * 2)))
    return [(code.bytes.decode("ascii"), code.symbology_identifier) for code in found]
