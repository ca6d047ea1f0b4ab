"""The reading notice (水道・下水道検針のお知らせ): left at the door, and no bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.invoice import by_rate
from db.rules.words import MeterStatus, PaymentMethod
from desktop.notices.body import (
    FITTING,
    Column,
    beside,
    beside_each_other,
    between,
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

if TYPE_CHECKING:
    from db.rules.reading_notice import LastDebit, MeterRead, ReadingNotice
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: ReadingNotice, said: Words, sheet: Sheet) -> None:
    """Draw the notice: what was read, what it is expected to cost, that nobody collects it."""
    draw_letterhead(facts.head, said, sheet)
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said),
        heading(said("read", "heading")),
        *read_blocks(facts.read, said),
        *_comparison(facts, said),
        *_status_blocks(facts.read, said),
        *_expected_blocks(facts, said),
        *_payment_blocks(facts, said),
        heading(said("warning", "heading")),
        *listed(said.list("warning", "sentences")),
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def read_blocks(read: MeterRead, said: Words) -> list[Block]:
    """What the meter showed, now and before."""
    unread = said("read", "unread")
    days = said("money", "days", days=read.days)
    now = unread if read.current_value is None else cubic(said, read.current_value)
    before = unread if read.previous_value is None else cubic(said, read.previous_value)
    old = cubic(said, read.old_meter_m3) if read.old_meter_m3 else said("columns", "none")
    period = between(said, read.from_on, read.read_on)
    return [
        beside(said("columns", "period"), f"{period} {said('read', 'days', days=days)}"),
        beside_each_other((said("read", "now"), now), (said("read", "before"), before)),
        beside_each_other((said("read", "meter"), read.meter_serial), (said("read", "old"), old)),
    ]


def _comparison(facts: ReadingNotice, said: Words) -> list[Block]:
    read, then = facts.read, facts.last_year_m3
    last_year = said("columns", "none") if then is None else cubic(said, then)
    usage = (said("columns", "usage"), cubic(said, read.usage_m3))
    blocks = [beside_each_other(usage, (said("read", "last_year"), last_year), bold=True)]
    if read.sewerage_m3 is not None and read.sewerage_m3 != read.usage_m3:
        blocks.append(beside(said("read", "drained"), cubic(said, read.sewerage_m3)))
    next_day = said("read", "about", day=said.date(facts.next_reading_about))
    return [*blocks, beside(said("read", "next"), next_day)]


def _status_blocks(read: MeterRead, said: Words) -> list[Block]:
    texts: list[str] = []
    if read.status is not None:
        texts += _status_sentences(read.status, said)
    if read.estimated:
        texts.append(said("status", "estimated"))
    if read.settled_m3:
        texts.append(said("status", "settled", m3=read.settled_m3))
    if read.status is None:
        label = said("columns", "none")
    else:
        word = said.list("status", "words")[read.status - 1]
        label = said("status", "code", code=read.status.value, word=word)
    return [beside(said("status", "label"), label), *listed(texts)]


def _status_sentences(status: MeterStatus, said: Words) -> tuple[str, ...]:
    asked = {
        MeterStatus.LEAK: "leak",
        MeterStatus.UNUSUAL: "unusual",
        MeterStatus.NOT_TURNING: "not_turning",
        MeterStatus.BURIED: "buried",
    }
    return (said("status", asked[status]),) if status in asked else ()


def _expected_blocks(facts: ReadingNotice, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("expected", "yen"), figures=True),
        Column(FITTING, said("columns", "tax"), figures=True),
    )
    rows = [
        (said.code(each.account), yen(said, each.yen), yen(said, each.tax_yen))
        for each in facts.expected
    ]
    tax_yen = sum(each.tax_yen for each in facts.expected)
    total = (said("columns", "total"), yen(said, facts.yen), yen(said, tax_yen))
    return [
        heading(said("expected", "heading")),
        *table(columns, rows, totals=(total,)),
        *invoice_blocks(facts.head, by_rate(facts.expected), said),
    ]


def _payment_blocks(facts: ReadingNotice, said: Words) -> list[Block]:
    debit = facts.method is PaymentMethod.DEBIT
    blocks = [
        heading(said("payment", "heading")),
        beside(said("payment", "method"), said("payment", facts.method.value)),
    ]
    if facts.due_on is not None:
        label = said("payment", "debit_on") if debit else said("columns", "due")
        blocks.append(beside(label, said.date(facts.due_on)))
    if facts.last_debit is not None:
        blocks.append(beside(said("payment", "last"), _last_debit(facts.last_debit, said)))
    return blocks


def _last_debit(last: LastDebit, said: Words) -> str:
    return said(
        "payment",
        "succeeded" if last.succeeded else "failed",
        bill=bill_of(said, last.month),
        yen=yen(said, last.yen),
        day=said.date(last.on),
    )
