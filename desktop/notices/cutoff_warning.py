"""The cut-off warning (給水停止予告書): water only, and how to avoid the cut-off or to lift it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.dunning import CUTTING_OFF
from desktop.notices.body import heading, listed, yen
from desktop.notices.dunning_parts import (
    apart_blocks,
    debt_blocks,
    desk_blocks,
    draw_opening,
    previous_day,
    restore_blocks,
    seen_block,
    write_rest,
)

if TYPE_CHECKING:
    from db.rules.dunning_notice import CutoffWarning
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: CutoffWarning, said: Words, sheet: Sheet) -> None:
    """Draw the warning; it is delivered on record, by post or by hand, which the desk notes."""
    first_day = said("warning", "from_day", date=said.date(facts.cut_off_from))
    asked = [
        (said("warning", "water"), yen(said, facts.water_yen)),
        (said("warning", "limit"), said("dunning", "limit_day", date=said.date(facts.limit_on))),
        (said("warning", "cut_off"), first_day),
    ]
    again = facts.previous is not None and facts.previous.kind in CUTTING_OFF
    opening = said("warning", "again" if again else "opening", date=previous_day(facts, said))
    delivery = said("warning", "delivery")
    top = draw_opening(facts, said, sheet, opening=opening, asked=asked, note=delivery)
    blocks = [
        seen_block(facts, said),
        *debt_blocks(facts, said, said("warning", "claims")),
        *apart_blocks(facts.sewerage_apart_yen, said),
        heading(said("warning", "avoid")),
        *listed(said.list("warning", "avoided")),
        *restore_blocks(said),
        *desk_blocks(facts, said),
    ]
    write_rest(sheet, blocks, top_mm=top)
