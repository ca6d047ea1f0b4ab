"""The notice of a cut-off (給水停止執行通知書): the day, what was decided, how water comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.notices.body import yen
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
    from db.rules.dunning_notice import CutoffExecution
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words


def draw(facts: CutoffExecution, said: Words, sheet: Sheet) -> None:
    """Draw the notice; supply is a private contract, so that there is no administrative appeal."""
    asked = [
        (said("execution", "day"), said.date(facts.execute_on)),
        (said("execution", "decided"), said.date(facts.decided_on)),
        (said("execution", "water"), yen(said, facts.water_yen)),
    ]
    opening = said("execution", "opening", date=previous_day(facts, said))
    top = draw_opening(facts, said, sheet, opening=opening, asked=asked)
    blocks = [
        seen_block(facts, said, "execution"),
        *debt_blocks(facts, said, said("execution", "claims")),
        *apart_blocks(facts.sewerage_apart_yen, said),
        *restore_blocks(said),
        *desk_blocks(facts, said),
    ]
    write_rest(sheet, blocks, top_mm=top)
