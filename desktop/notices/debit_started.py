"""The notice that direct debit begins (口座振替開始通知書); it bears no account number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.notices.body import (
    beside,
    bill_of,
    contact_blocks,
    heading,
    listed,
    paragraph,
    translation_blocks,
    use_blocks,
    write_body,
)
from desktop.notices.letterhead import draw_letterhead

if TYPE_CHECKING:
    from db.rules.debit_notices import DebitedFrom, DebitStarted
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: DebitStarted, said: Words, sheet: Sheet) -> None:
    """Draw from which bill on, and from which bank, the debit is made."""
    draw_letterhead(facts.head, said, sheet)
    from_bill = said("debit", "from", bill=bill_of(said, facts.from_month))
    first = said("debit", "usual") if facts.first_on is None else said.date(facts.first_on)
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        heading(said("debit", "heading")),
        beside(said("debit", "begins"), from_bill, bold=True),
        beside(said("debit", "first"), first, bold=True),
        *account_blocks(facts.account, said),
        heading(said("notes", "heading")),
        *listed(said.list("notes", "sentences")),
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks)


def account_blocks(account: DebitedFrom, said: Words) -> list[Block]:
    """The bank, its branch, and whose account it is; never the account's number."""
    bank = f"{account.bank} {account.branch}".strip()
    return [
        beside(said("bank", "name"), bank),
        beside(said("bank", "holder"), said.addressed(account.holder, account.holder_kind)),
        beside(said("bank", "number"), said("bank", "hidden")),
    ]
