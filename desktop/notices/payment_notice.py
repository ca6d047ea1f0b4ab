"""The payment notice (納入通知書) and the payment slip issued anew (納付書（再発行）).

What it has to say: 地方自治法施行令154条3項; of sewerage how to appeal (行政不服審査法82条).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from db.rules.notice_facts import whole_yen_of
from db.rules.words import Account
from desktop.format import LanguageCode
from desktop.notices.appeal import appeal_blocks
from desktop.notices.blocks import NEXT_PAGE_MM, Block, Cell, all_mm, place, that_fit
from desktop.notices.body import BODY_BOTTOM, Column, table
from desktop.notices.letterhead import BODY_TOP, BODY_WIDTH, LEFT, draw_letterhead
from desktop.notices.lettering import Face
from desktop.notices.slip_parts import SLIP_TOP, draw_slip, fiscal
from desktop.notices.words import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from db.rules.invoice import Rated
    from db.rules.issuer import Issuer
    from db.rules.notice_facts import BillAsked, DebtAsked
    from db.rules.payment_notice import PaymentNotice
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_SIZES: Final = (8.0, 7.5, 7.0)
_SIZE_OF_MANY_PAGES: Final = 7.5
_LAW_SIZE: Final = 6.0
_LABEL: Final = 27.0
_YEARS_BESIDE: Final = 2
_AIR: Final = 0.45
# the last column but one, and how wide the first five are: in Japanese or not
_TAX_WIDTHS: Final = ("tax", (31.0, 42.0, 20.0, 34.0, 20.0))
_DUE_WIDTHS: Final = {
    True: ("due", (31.0, 37.0, 17.0, 28.0, 35.0)),
    False: ("due", (19.5, 42.0, 22.0, 38.0, 24.0)),
}
_BODY_END: Final = SLIP_TOP - 4.0
_TOP: Final = BODY_TOP - 7.5


def draw(facts: PaymentNotice, said: Words, sheet: Sheet) -> None:
    """Draw one notice; where its list is long it goes on behind the page with the slip."""
    title = said("head", "reissued_slip" if facts.reissued else "title")
    draw_letterhead(facts.head, said, sheet, title=title)
    blocks = _blocks(facts, said)
    asked = (facts.head.issuer, said.language, facts.reissued, facts.accounts)
    law, law_mm = _law(*asked)
    size = next((s for s in _SIZES if _TOP + all_mm(blocks, s) + law_mm <= _BODY_END), None)
    if size is None:
        _draw_on_many(facts, said, sheet, blocks, law)
        return
    place(sheet, blocks, top_mm=_TOP, bottom_mm=_BODY_END, size=size)
    # how to appeal is the same on every page of a file, so it stands at the same place
    sheet.constant(asked, partial(_draw_law, law, _BODY_END - law_mm))
    draw_slip(sheet, said, facts.slip)


def _draw_law(law: Sequence[Block], top_mm: float, sheet: Sheet) -> None:
    place(sheet, law, top_mm=top_mm, bottom_mm=SLIP_TOP, size=_LAW_SIZE)


def _draw_on_many(
    facts: PaymentNotice,
    said: Words,
    sheet: Sheet,
    blocks: Sequence[Block],
    law: Sequence[Block],
) -> None:
    size = _SIZE_OF_MANY_PAGES
    more = _whole(said("text", "goes_on"), gap_mm=1)
    room = _BODY_END - _TOP - all_mm([more], size)
    front = that_fit(blocks, room_mm=room, size=size)
    place(sheet, [*blocks[:front], more], top_mm=_TOP, bottom_mm=SLIP_TOP, size=size)
    draw_slip(sheet, said, facts.slip)
    sheet.next_page()
    rest = list(blocks[front:])
    if rest and rest[0].titles:
        rest.insert(0, rest[0].titles)
    place(sheet, [*rest, *law], top_mm=NEXT_PAGE_MM, bottom_mm=BODY_BOTTOM, size=size)


def _blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    opening = said("opening", "reissued" if facts.reissued else "notice")
    translated = said.language is not LanguageCode.JA
    return [
        *([_whole(said("translation", "note"))] if translated else []),
        _whole(opening, gap_mm=0.5),
        *_item_blocks(facts, said),
        *_table_blocks(facts, said),
        *_invoice_blocks(facts, said),
    ]


def _item_blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    label, slip, settings = partial(said, "item"), facts.slip, facts.head.settings
    subjects = said("text", "between").join(
        said.subject(account, settings) for account in Account if account in facts.accounts
    )
    due = said("text", "each") if facts.due_on is None else said.date(facts.due_on)
    payer = said.addressed(slip.payer, slip.payer_kind)
    return [
        _pair(
            (label("amount"), said("money", "yen", yen=slip.yen)), (label("due"), due), bold=True
        ),
        *_reissue_blocks(facts, said),
        *_year_blocks(facts, said),
        _beside(label("subject"), subjects),
        _beside(label("payer"), payer),
        _beside(label("use_place"), _use_place(facts, said)),
        _beside(label("place"), said("text", "places", places=said.places(settings))),
    ]


def _year_blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    """Of which fiscal years, and why; side by side unless there are too many years."""
    own, years = words("slip", said.language), facts.slip.fiscal_years
    told = said("text", "between_years").join(fiscal(year, own) for year in years)
    items = (
        (said("item", "fiscal_year"), told),
        (said("item", "reason"), said("text", "reason")),
    )
    if len(years) > _YEARS_BESIDE:
        return [_beside(*item) for item in items]
    return [_pair(*items)]


def _reissue_blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    if facts.reissued_on is None:
        return []
    reissued = (said("item", "reissued"), said.date(facts.reissued_on))
    until = "" if facts.handle_until is None else said.date(facts.handle_until)
    return [_pair(reissued, (said("item", "until") if until else "", until))]


def _use_place(facts: PaymentNotice, said: Words) -> str:
    if len(facts.places) == 1:
        return facts.places[0]
    return said("text", "several_places", count=len(facts.places))


def _table_blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    columns, dated = _columns(facts, said), facts.due_on is None
    blocks: list[Block] = []
    by_place = groupby(facts.bills, key=lambda bill: (bill.address, bill.customer_number))
    for number, ((address, customer), bills) in enumerate(by_place):
        if len(facts.places) > 1:
            where = said("table", "place", place=address, number=customer)
            blocks.append(replace(_whole(where, gap_mm=0.8, bold=True), kept=True))
        rows = [_row(bill, debt, said, dated=dated) for bill in bills for debt in bill.debts]
        titles, *body = table(columns, rows)
        blocks += body if number else [titles, *body]
    _, *sums = table(columns, (), totals=_sums(facts, said))
    return [replace(block, air_mm=min(block.air_mm, _AIR)) for block in (*blocks, *sums)]


def _columns(facts: PaymentNotice, said: Words) -> tuple[Column, ...]:
    """Every bill's due date is in the table only where the bills have dates of their own."""
    japanese, dated = said.language is LanguageCode.JA, facts.due_on is None
    last, widths = _DUE_WIDTHS[japanese] if dated else _TAX_WIDTHS
    named = zip(widths, ("month", "period", "usage", "account", last), strict=True)
    figures = frozenset({"usage", "tax"})
    return (
        *(Column(width, said("columns", name), name in figures) for width, name in named),
        Column(BODY_WIDTH - sum(widths), said("table", "amount"), figures=True),
    )


def _row(bill: BillAsked, debt: DebtAsked, said: Words, *, dated: bool) -> tuple[str, ...]:
    sewerage = debt.account is Account.SEWERAGE and bill.sewerage_m3 is not None
    since, until = _plain(bill.from_on), _plain(bill.to_on)
    return (
        said.short_month(bill.month),
        said("money", "period", since=since, until=until),
        said("money", "m3", m3=bill.sewerage_m3 if sewerage else bill.usage_m3),
        said.code(debt.account),
        said.short_date(debt.due_on) if dated else _yen(debt.tax_yen, said),
        _yen(debt.whole_yen, said),
    )


def _plain(day: dt.date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def _sums(facts: PaymentNotice, said: Words) -> list[tuple[str, ...]]:
    """The sum of each account where there are several bills, and of all."""
    sums = [(said("columns", "total"), facts.slip.yen)]
    if len(facts.bills) > 1:
        label = partial(said, "text", "account_total")
        sums[:0] = [
            (label(account=said.code(account)), whole_yen_of(facts.bills, account))
            for account in Account
            if account in facts.accounts
        ]
    return [("", "", "", label, "", _yen(yen, said)) for label, yen in sums]


def _yen(yen: int, said: Words) -> str:
    return said("money", "yen", yen=yen)


def _invoice_blocks(facts: PaymentNotice, said: Words) -> list[Block]:
    """What a qualified invoice has to say of each account, and the number where there is one."""
    texts = [
        said("text", "invoice", account=said.code(account), rate=_rate(rate, said))
        for account in Account
        for rate in facts.rates(account)
    ]
    number = facts.head.settings.invoice_number
    told = [said("invoice", "note")]
    if number:
        told.insert(0, said("invoice", "number", number=number))
    return [_whole("　".join(texts), gap_mm=1), _whole("　".join(told))]


def _rate(rate: Rated, said: Words) -> str:
    return said("invoice", "rate", percent=rate.percent, yen=rate.yen, tax=rate.tax_yen)


@lru_cache(16)
def _law(
    issuer: Issuer, language: LanguageCode, reissued: bool, accounts: frozenset[Account]
) -> tuple[tuple[Block, ...], float]:
    """What the law wants told of such debts, and how high it is."""
    said = words("payment_notice", language)
    if reissued:
        blocks = [_whole(said("law", "reissued"), gap_mm=1)]
    elif Account.SEWERAGE in accounts:
        blocks = appeal_blocks(issuer, said, with_water=Account.WATER in accounts)
    else:
        blocks = [_whole(said("law", "water"), gap_mm=1)]
    return tuple(blocks), all_mm(blocks, _LAW_SIZE)


def _whole(text: str, *, gap_mm: float = 0.0, bold: bool = False) -> Block:
    face = Face.BOLD if bold else Face.TEXT
    return Block((Cell(LEFT, BODY_WIDTH, text, face),), ruled=False, gap_mm=gap_mm, air_mm=0.2)


def _beside(label: str, text: str) -> Block:
    value = Cell(LEFT + _LABEL, BODY_WIDTH - _LABEL, text)
    return Block((Cell(LEFT, _LABEL - 2, label), value), air_mm=_AIR)


def _pair(first: tuple[str, str], second: tuple[str, str], *, bold: bool = False) -> Block:
    face = Face.BOLD if bold else Face.TEXT
    half = BODY_WIDTH * 0.46
    return Block(
        (
            Cell(LEFT, _LABEL - 2, first[0]),
            Cell(LEFT + _LABEL, half - _LABEL - 2, first[1], face),
            Cell(LEFT + half, _LABEL - 2, second[0]),
            Cell(LEFT + half + _LABEL, BODY_WIDTH - half - _LABEL, second[1], face),
        ),
        air_mm=_AIR,
    )
