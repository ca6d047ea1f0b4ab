"""The reminder (督促状): the first step, with the legal basis of each of the two debts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.periods import day_in_japan
from db.rules.words import Account
from desktop.notices.appeal import appeal_blocks
from desktop.notices.body import heading, listed, yen
from desktop.notices.dunning_parts import (
    consequence_blocks,
    debt_blocks,
    desk_blocks,
    draw_opening,
    seen_block,
    sums_by_account,
    write_with_slip,
)

if TYPE_CHECKING:
    from db.rules.dunning_notice import Reminder
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_HUNDREDTHS: Final = 100


def draw(facts: Reminder, said: Words, sheet: Sheet) -> None:
    """Draw the reminder; how to appeal is said of sewerage alone, whose reminder is a decision."""
    asked = [
        (said("dunning", "to_pay"), yen(said, facts.water_yen + facts.sewerage_yen)),
        ("", sums_by_account(facts, said)),
        (said("dunning", "limit"), said("dunning", "limit_day", date=said.date(facts.limit_on))),
    ]
    opening = said("reminder", "opening")
    top = draw_opening(facts, said, sheet, opening=opening, asked=asked)
    blocks = [
        seen_block(facts, said),
        *debt_blocks(facts, said, said("dunning", "debts")),
        *consequence_blocks(facts, said),
        *_law_blocks(facts, said),
        *desk_blocks(facts, said),
    ]
    if Account.SEWERAGE in facts.accounts:
        with_water = Account.WATER in facts.accounts
        blocks += appeal_blocks(facts.head.issuer, said, with_water=with_water)
    write_with_slip(facts, said, sheet, blocks, top_mm=top)


def _law_blocks(facts: Reminder, said: Words) -> list[Block]:
    told = []
    if Account.WATER in facts.accounts:
        told.append(said("reminder", "water"))
    if Account.SEWERAGE in facts.accounts:
        told += [said("reminder", "sewerage"), _added(facts, said)]
        if Account.WATER in facts.accounts:
            told.append(said("reminder", "not_added"))
    return [heading(said("dunning", "law")), *listed(told)]


def _added(facts: Reminder, said: Words) -> str:
    settings = facts.head.settings
    return said(
        "reminder",
        "added",
        fee=settings.reminder_fee_yen,
        first=f"{settings.interest_rate_first_month / _HUNDREDTHS:g}",
        later=f"{settings.interest_rate / _HUNDREDTHS:g}",
        date=said.date(day_in_japan(facts.head.issued_at)),
    )
