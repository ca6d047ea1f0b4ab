"""The decision to lower a bill (料金減額決定通知書), after a leak or a misreading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.invoice import Charged, by_rate
from db.rules.words import Account
from desktop.notices.appeal import appeal_blocks
from desktop.notices.body import (
    FITTING,
    Column,
    beside,
    between,
    contact_blocks,
    cubic,
    heading,
    invoice_blocks,
    paragraph,
    table,
    translation_blocks,
    use_blocks,
    write_body,
    yen,
)
from desktop.notices.letterhead import draw_letterhead

if TYPE_CHECKING:
    from db.rules.reduction_notice import Reduced, Reduction
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: Reduction, said: Words, sheet: Sheet) -> None:
    """Draw the bill before and after, why, and how to appeal about its sewerage."""
    draw_letterhead(facts.head, said, sheet)
    sewerage = any(each.account is Account.SEWERAGE for each in facts.accounts)
    appeal = appeal_blocks(facts.head.issuer, said, with_water=True) if sewerage else []
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        heading(said("reduced", "heading")),
        beside(said("columns", "month"), said.month(facts.month)),
        beside(said("columns", "period"), between(said, facts.from_on, facts.to_on)),
        beside(said("reduced", "decided_on"), said.date(facts.decided_on)),
        *_table(facts, said),
        *invoice_blocks(facts.head, by_rate(_charged(facts)), said),
        heading(said("why", "heading")),
        *(paragraph(text) for text in said.list(type(facts.ground).__name__, facts.ground.value)),
        heading(said("after", "heading")),
        paragraph(_what_now(facts, said)),
        *appeal,
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def _table(facts: Reduction, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("reduced", "before_m3"), figures=True),
        Column(FITTING, said("reduced", "before"), figures=True),
        Column(FITTING, said("reduced", "after_m3"), figures=True),
        Column(FITTING, said("reduced", "after"), figures=True),
        Column(FITTING, said("reduced", "yen"), figures=True),
    )
    before = facts.after_yen + facts.yen
    total = (said("columns", "total"), "", yen(said, before), "", yen(said, facts.after_yen))
    rows = [_row(each, said) for each in facts.accounts]
    return table(columns, rows, totals=((*total, yen(said, facts.yen)),))


def _row(each: Reduced, said: Words) -> tuple[str, ...]:
    return (
        said.code(each.account),
        cubic(said, each.before_m3),
        yen(said, each.before_yen),
        cubic(said, each.after_m3),
        yen(said, each.after_yen),
        yen(said, each.yen),
    )


def _charged(facts: Reduction) -> tuple[Charged, ...]:
    return tuple(
        Charged(each.account, each.after_yen, each.after_tax_yen, each.tax_percent)
        for each in facts.accounts
    )


def _what_now(facts: Reduction, said: Words) -> str:
    after, due_on = yen(said, facts.after_yen), said.date(facts.due_on)
    if facts.paid_yen:
        paid = yen(said, facts.paid_yen)
        return said("after", "paid", paid=paid, after=after, day=due_on)
    return said("after", "unpaid", after=after, day=due_on)
