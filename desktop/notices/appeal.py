"""How to appeal about sewerage (教示), as every notice of a decision about it has to say.

行政不服審査法82条, 行政事件訴訟法46条, 地方自治法229条: the sewerage charge is a public claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.notices.blocks import Block, Cell
from desktop.notices.letterhead import BODY_WIDTH, LEFT
from desktop.notices.lettering import Face

if TYPE_CHECKING:
    from db.rules.issuer import Issuer
    from desktop.notices.words import Words


def appeal_blocks(issuer: Issuer, said: Words, *, with_water: bool = False) -> list[Block]:
    """The heading and the sentences; ``with_water`` says that they do not apply to water."""
    defendant = said.defendant(issuer) or said("appeal", "unnamed")
    sentences = [text.format(defendant=defendant) for text in said.list("appeal", "sentences")]
    if with_water:
        sentences.append(said("appeal", "water"))
    heading = Cell(LEFT, BODY_WIDTH, said("appeal", "heading"), Face.BOLD)
    return [
        Block((heading,), ruled=False, gap_mm=2.4, kept=True),
        *(Block((Cell(LEFT, BODY_WIDTH, text),), ruled=False, air_mm=0.3) for text in sentences),
    ]
