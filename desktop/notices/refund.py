"""The refund of money over (過誤納金還付通知書), with the form that asks for a bank transfer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.words import Account
from desktop.notices.body import (
    BODY_BOTTOM,
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
from desktop.notices.letterhead import BODY_WIDTH, LEFT, RIGHT, draw_letterhead
from desktop.notices.lettering import Face

if TYPE_CHECKING:
    from db.rules.overpayment_notices import Overpaid, Refund
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_FORM: Final = 68.0
_ROW: Final = 8.5
_LABEL: Final = 44.0


def draw(facts: Refund, said: Words, sheet: Sheet) -> None:
    """Draw what goes back; below it the form, unless all of it has gone back already."""
    draw_letterhead(facts.head, said, sheet)
    asked = "open" if facts.open_yen else "done"
    blocks = [
        *translation_blocks(said),
        paragraph(said("body", "opening"), gap_mm=1),
        *use_blocks(facts.head, said, numbers=False),
        heading(said("over", "heading")),
        *_table(facts, said),
        heading(said("how", "heading")),
        *listed(said.list("how", asked)),
        *contact_blocks(facts.head, said),
    ]
    write_body(sheet, blocks, below_mm=_FORM if facts.open_yen else 0.0)
    if facts.open_yen:
        _draw_form(facts, said, sheet)


def _table(facts: Refund, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("over", "yen"), figures=True),
        Column(FITTING, said("over", "found_on"), figures=True),
        Column(FITTING, said("over", "until" if facts.open_yen else "settled_on"), figures=True),
    )
    totals = [
        ("", said.code(account), yen(said, _sum(facts, account)), "", "")
        for account in Account
        if _sum(facts, account) and len(facts.overpaid) > len(Account)
    ]
    total = ("", said("columns", "total"), yen(said, facts.yen), "", "")
    rows = [_row(over, said) for over in facts.overpaid]
    return table(columns, rows, totals=(*totals, total))


def _row(over: Overpaid, said: Words) -> tuple[str, ...]:
    day = over.settled_on or over.claimable_until
    return (
        said.short_month(over.month),
        said.code(over.account),
        yen(said, over.yen),
        said.short_date(over.found_on),
        said.short_date(day),
    )


def _sum(facts: Refund, account: Account) -> int:
    return sum(over.yen for over in facts.overpaid if over.account is account)


def _draw_form(facts: Refund, said: Words, sheet: Sheet) -> None:
    top = BODY_BOTTOM - _FORM + 4
    sheet.rule(LEFT - 10, top, RIGHT + 10)
    middle = (LEFT + RIGHT) / 2
    sheet.write_centred(middle, top + 4, said("form", "cut"), size=7.5)
    sheet.write_centred(middle, top + 10.5, said("form", "title"), size=12, face=Face.BOLD)
    number = facts.head.use.customer_number if facts.head.use else ""
    told = said("form", "about", yen=facts.open_yen, number=number)
    sheet.write(LEFT, top + 17, told, size=9)
    labels = said.list("form", "fields")
    for place, label in enumerate(labels):
        y_mm = top + 19.5 + _ROW * place
        sheet.box(LEFT, y_mm, width_mm=_LABEL, height_mm=_ROW)
        sheet.box(LEFT + _LABEL, y_mm, width_mm=BODY_WIDTH - _LABEL, height_mm=_ROW)
        sheet.write(LEFT + 2, y_mm + 5.4, label, size=9)
