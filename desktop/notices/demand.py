"""The demand (催告書): every debt that was reminded of in vain, and where to talk about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.periods import day_in_japan
from db.rules.words import Account
from desktop.notices.body import heading, listed, paragraph, yen
from desktop.notices.dunning_parts import (
    consequence_blocks,
    debt_blocks,
    desk_blocks,
    draw_opening,
    previous_day,
    seen_block,
    sums_by_account,
    write_with_slip,
)

if TYPE_CHECKING:
    from db.rules.dunning_notice import Demand
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: Demand, said: Words, sheet: Sheet) -> None:
    """Draw the demand."""
    asked = [
        (said("dunning", "to_pay"), yen(said, facts.water_yen + facts.sewerage_yen)),
        ("", sums_by_account(facts, said)),
        (said("dunning", "limit"), said("dunning", "limit_day", date=said.date(facts.limit_on))),
    ]
    opening = said("demand", "opening", date=previous_day(facts, said))
    top = draw_opening(facts, said, sheet, opening=opening, asked=asked)
    count = sum(len(bill.debts) for bill in facts.bills)
    blocks = [
        seen_block(facts, said),
        *debt_blocks(facts, said, said("demand", "count", count=count)),
        *_added_blocks(facts, said),
        heading(said("demand", "talk")),
        *listed(said.list("demand", "talks")),
        *consequence_blocks(facts, said),
        *desk_blocks(facts, said),
    ]
    write_with_slip(facts, said, sheet, blocks, top_mm=top)


def _added_blocks(facts: Demand, said: Words) -> list[Block]:
    if Account.SEWERAGE not in facts.accounts:
        return []
    today = said.date(day_in_japan(facts.head.issued_at))
    return [paragraph(said("demand", "added", date=today), gap_mm=1.5)]
