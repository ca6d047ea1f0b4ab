"""The page that the benchmark of notices makes, and its text for the peers to set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.rules.slip_barcode import barcode_lines
from db.rules.words import Account
from desktop.format import LanguageCode
from desktop.notices.slip_parts import fiscal
from desktop.notices.words import words
from tests.desktop.slip_help import bill_of, head_of, notice_of

SURNAMES = "佐藤鈴木高橋田中伊藤渡辺山本中村小林加藤吉田山田佐々木松本井上木村斎藤清水"
GIVEN = "太郎花子一郎美咲健太陽子翔太由美"
JA = LanguageCode.JA


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on one page, without saying where; the peers are spared the bars of the post."""

    address: tuple[str, ...]
    particulars: tuple[str, ...]
    title: str
    opening: str
    items: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, ...], ...]
    invoice: tuple[str, ...]
    law: tuple[str, ...]
    issuer: str
    parts: tuple[str, ...]
    slip: tuple[tuple[str, str], ...]
    notes: tuple[str, str]
    code: str

    @property
    def code_lines(self):
        """What stands below the bars."""
        return barcode_lines(self.code)


def notices_of(count):
    """Make payment notices of one page, each to somebody else about another sum."""
    return tuple(_notice(number) for number in range(count))


def _notice(number):
    surname, given = number % 18 * 2, number % 8 * 2
    name = f"{SURNAMES[surname : surname + 2]} {GIVEN[given : given + 2]}"
    address = f"石川県金沢市磯部町ニ{number % 9973 + 1}番地"
    customer = f"{17_000_000 + number}"
    head = head_of(number=f"P-2024-{number:06}")
    bill = bill_of(
        water=2000 + number % 8999,
        sewerage=1800 + number % 7993,
        payment_number=f"{1702445800000000 + number}",
        address=address,
        customer_number=customer,
        usage_m3=number % 97,
    )
    head = replace(
        head,
        addressee=replace(head.addressee, name=name, address=address),
        use=replace(head.use, user_name=name, address=address, customer_number=customer),
    )
    return notice_of((bill,), head=head)


def text_of_page(notice):
    """Put a notice into words, as its own drawing does."""
    said, own = words("payment_notice", JA), words("slip", JA)
    head = notice.head
    name = said.addressed(notice.slip.payer, head.addressee.kind)
    law = [text.format(defendant="金沢市") for text in said.list("appeal", "sentences")]
    return PageText(
        address=(said.postal_code(head.addressee.postal_code), head.addressee.address, name),
        particulars=(said.day(head.issued_at), head.number, *said.whereabouts(head.issuer)),
        title=said("head", "title"),
        opening=said("opening", "notice"),
        items=_items(notice, said, name),
        table=_table(notice, said),
        invoice=tuple(
            own.code(account) + said("invoice", "rate", percent=10, yen=rate.yen, tax=rate.tax_yen)
            for account in Account
            for rate in notice.rates(account)
        ),
        issuer=said.issuer(head.issuer),
        law=(*law, said("appeal", "water")),
        parts=(own("part", "notice"), own("part", "notice_stub"), own("part", "paid")),
        slip=_slip(notice, own, name),
        notes=(own("notes", "receipt") + _places(notice, own, "notes"), own("notes", "bank")),
        code=notice.slip.barcode,
    )


def _items(notice, said, name):
    (bill,) = notice.bills
    return (
        (said("item", "amount"), said("money", "yen", yen=notice.slip.yen)),
        (said("item", "due"), said.date(notice.due_on)),
        (said("item", "subject"), said.subject(Account.WATER, notice.head.settings)),
        (said("item", "payer"), name),
        (said("item", "use_place"), bill.address),
        (said("item", "reason"), said("text", "reason")),
        (said("item", "place"), _places(notice, said, "text")),
    )


def _places(notice, said, section):
    return said(section, "places", places=said.places(notice.head.settings))


def _table(notice, said):
    (bill,) = notice.bills
    return tuple(
        (said.short_month(bill.month), said.code(debt.account),
         said("money", "m3", m3=bill.usage_m3), said("money", "yen", yen=debt.tax_yen),
         said("money", "yen", yen=debt.yen))
        for debt in bill.debts
    )  # fmt: skip


def _slip(notice, own, name):
    slip, (bill,) = notice.slip, notice.bills
    charges = [
        (own.code(account), own("money", "yen", yen=slip.charge_yen(account)))
        for account in Account
    ]
    return (
        (own("rows", "payer"), name),
        (own("rows", "customer_number"), slip.customer_number),
        (own("rows", "payment_number"), slip.payment_number),
        (own("rows", "fiscal_year"), fiscal(2024, own)),
        (own("rows", "months"), own.month(bill.month)),
        *charges,
        (own("rows", "total"), own("money", "yen", yen=slip.yen)),
        (own("rows", "due"), own.date(notice.due_on)),
        (own("rows", "until"), own.date(notice.handle_until)),
        (own("rows", "stamp"), ""),
    )
