"""The set-off of money over (過誤納金充当通知書), debt against debt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.words import Account
from desktop.notices.appeal import appeal_blocks
from desktop.notices.body import (
    FITTING,
    Column,
    contact_blocks,
    heading,
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
    from db.rules.overpayment_notices import SetOff, SetOffLine
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: SetOff, said: Words, sheet: Sheet) -> None:
    """Draw what was over and what it paid; sewerage with how to appeal."""
    draw_letterhead(facts.head, said, sheet)
    accounts = {line.over.account for line in facts.lines}
    appeal = []
    if Account.SEWERAGE in accounts:
        with_water = Account.WATER in accounts
        appeal = appeal_blocks(facts.head.issuer, said, with_water=with_water)
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        heading(said("over", "heading")),
        *_over_table(facts, said),
        heading(said("against", "heading")),
        *_against_table(facts, said),
        heading(said("notes", "heading")),
        *listed(said.list("notes", "sentences")),
        *appeal,
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def _over_table(facts: SetOff, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("over", "found_on")),
        Column(FITTING, said("over", "yen"), figures=True),
    )
    rows = [
        (
            said.short_month(line.over.month),
            said.code(line.over.account),
            said.short_date(line.over.found_on),
            yen(said, line.over.yen),
        )
        for line in facts.lines
    ]
    total = ("", "", said("columns", "total"), yen(said, facts.yen))
    return table(columns, rows, totals=(total,))


def _against_table(facts: SetOff, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("against", "on")),
        Column(FITTING, said("columns", "billed"), figures=True),
        Column(FITTING, said("against", "yen"), figures=True),
    )
    rows = [_against(line, said) for line in facts.lines]
    total = ("", "", said("columns", "total"), "", yen(said, facts.yen))
    return table(columns, rows, totals=(total,))


def _against(line: SetOffLine, said: Words) -> tuple[str, ...]:
    over, against = line.over, line.against
    account, amount = said.code(over.account), yen(said, over.yen)
    if against is None:
        coming = said("against", "coming")
        on = (
            said("columns", "none") if over.settled_on is None else said.short_date(over.settled_on)
        )
        return coming, account, on, said("columns", "none"), amount
    month, on = said.short_month(against.month), said.short_date(against.paid_on)
    return month, account, on, yen(said, against.billed_yen), amount
