"""The final settlement (中止精算通知書): the last bill of a use of water that has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.invoice import by_rate
from db.rules.words import PaymentMethod
from desktop.notices.body import (
    FITTING,
    Column,
    beside,
    bill_of,
    contact_blocks,
    cubic,
    heading,
    invoice_blocks,
    listed,
    paragraph,
    table,
    translation_blocks,
    use_blocks,
    write_body,
    yen,
)
from desktop.notices.letterhead import draw_letterhead
from desktop.notices.reading_notice import read_blocks

if TYPE_CHECKING:
    from db.rules.final_settlement import EarlierUnpaid, FinalSettlement, SettledDebt
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: FinalSettlement, said: Words, sheet: Sheet) -> None:
    """Draw the last reading, what it came to, what is paid, and what is left to pay."""
    draw_letterhead(facts.head, said, sheet)
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        beside(said("body", "ended_on"), said.date(facts.ended_on), bold=True),
        heading(said("read", "heading")),
        *read_blocks(facts.read, said),
        beside(said("columns", "usage"), cubic(said, facts.read.usage_m3), bold=True),
        *_estimate(facts, said),
        heading(said("settled", "heading", bill=bill_of(said, facts.month))),
        *_table(facts, said),
        *invoice_blocks(facts.head, by_rate(debt.charged for debt in facts.debts), said),
        *_earlier_blocks(facts.earlier, said),
        heading(said("pay", "heading")),
        *_payment_blocks(facts, said),
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def _estimate(facts: FinalSettlement, said: Words) -> list[Block]:
    texts = []
    if facts.read.estimated:
        texts.append(said("read", "estimated"))
    if facts.read.settled_m3:
        texts.append(said("read", "settled", m3=facts.read.settled_m3))
    return listed(texts)


def _table(facts: FinalSettlement, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("columns", "billed"), figures=True),
        Column(FITTING, said("columns", "tax"), figures=True),
        Column(FITTING, said("columns", "paid"), figures=True),
        Column(FITTING, said("columns", "unpaid"), figures=True),
    )
    rows = [_row(debt, said) for debt in facts.debts]
    sums = (
        facts.billed_yen,
        sum(debt.tax_yen for debt in facts.debts),
        facts.paid_yen,
        facts.last_unpaid_yen,
    )
    total = (said("columns", "total"), *(yen(said, each) for each in sums))
    return table(columns, rows, totals=(total,))


def _row(debt: SettledDebt, said: Words) -> tuple[str, ...]:
    sums = (debt.billed_yen, debt.tax_yen, debt.paid_yen, debt.unpaid_yen)
    return (said.code(debt.account), *(yen(said, each) for each in sums))


def _earlier_blocks(earlier: tuple[EarlierUnpaid, ...], said: Words) -> list[Block]:
    if not earlier:
        return []
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("columns", "due")),
        Column(FITTING, said("columns", "unpaid"), figures=True),
    )
    rows = [
        (
            said.short_month(debt.month),
            said.code(debt.account),
            said.short_date(debt.due_on),
            amount,
        )
        for debt in earlier
        for amount in (yen(said, debt.yen),)
    ]
    whole = yen(said, sum(debt.yen for debt in earlier))
    total = ("", "", said("columns", "total"), whole)
    return [heading(said("earlier", "heading")), *table(columns, rows, totals=(total,))]


def _payment_blocks(facts: FinalSettlement, said: Words) -> list[Block]:
    blocks = [beside(said("pay", "left"), yen(said, facts.unpaid_yen), bold=True)]
    if facts.last_unpaid_yen:
        debit = facts.method is PaymentMethod.DEBIT
        label = said("pay", "debit_on") if debit else said("columns", "due")
        blocks.append(beside(label, said.date(facts.due_on)))
    if facts.overpaid_yen:
        blocks.append(beside(said("pay", "over"), yen(said, facts.overpaid_yen), bold=True))
    texts = [said("pay", "nothing" if not facts.unpaid_yen else facts.method.value)]
    if facts.earlier:
        texts.append(said("pay", "earlier"))
    if facts.overpaid_yen:
        texts.append(said("pay", "over_back"))
    return [*blocks, *listed(texts)]
