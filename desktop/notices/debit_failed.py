"""The notice of a debit that failed (口座振替不能通知書), and how to pay instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.words import Account
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
from desktop.notices.debit_started import account_blocks
from desktop.notices.letterhead import draw_letterhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.rules.debit_notices import DebitFailed, FailedDebit
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: DebitFailed, said: Words, sheet: Sheet) -> None:
    """Draw what could not be debited, account by account, and what to do."""
    draw_letterhead(facts.head, said, sheet)
    account = [] if facts.account is None else account_blocks(facts.account, said)
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        heading(said("failed", "heading")),
        *_table(facts, said),
        *account,
        paragraph(said("failed", "reason"), gap_mm=1),
        heading(said("pay", "heading")),
        *listed(said.list("pay", "sentences")),
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def _table(facts: DebitFailed, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("failed", "tried_on")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("columns", "unpaid"), figures=True),
    )
    rows = [row for failed in facts.failed for row in _rows(failed, said)]
    totals = [
        ("", "", said.code(account), yen(said, _sum(facts, account)))
        for account in Account
        if _sum(facts, account) and len(facts.failed) > 1
    ]
    total = ("", "", said("columns", "total"), yen(said, facts.yen))
    return table(columns, rows, totals=(*totals, total))


def _rows(failed: FailedDebit, said: Words) -> Iterator[tuple[str, ...]]:
    month, tried_on = said.short_month(failed.month), said.short_date(failed.tried_on)
    for debt in failed.unpaid:
        yield (month, tried_on, said.code(debt.account), yen(said, debt.yen))


def _sum(facts: DebitFailed, account: Account) -> int:
    debts = (debt for failed in facts.failed for debt in failed.unpaid)
    return sum(debt.yen for debt in debts if debt.account is account)
