"""The usage and payment statement (使用水量・料金等明細書): a chart, and a row for each bill."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from db.rules.era import year_of_era
from desktop.notices.blocks import place
from desktop.notices.body import (
    BODY_BOTTOM,
    Column,
    paragraph,
    table,
    translation_blocks,
    use_blocks,
)
from desktop.notices.letterhead import BODY_TOP, BODY_WIDTH, LEFT, draw_letterhead
from desktop.notices.tabular import tabular
from desktop.notices.usage_bars import Bars, draw_usage_bars

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.statement import Statement, StatementBill
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_SIZE: Final = 9.5
_TABLE_SIZE: Final = 8.0
_CHART_MM: Final = 43.0


def draw(facts: Statement, said: Words, sheet: Sheet) -> None:
    """Draw the statement: whose use it is, year against year, then bill by bill."""
    draw_letterhead(facts.head, said, sheet)
    since, until = said.month(facts.since), said.month(facts.until)
    above = [
        *translation_blocks(said),
        paragraph(said("statement", "opening", since=since, until=until), gap_mm=1),
        *use_blocks(facts.head, said),
    ]
    y_mm = place(sheet, above, top_mm=BODY_TOP - 6, bottom_mm=BODY_BOTTOM, size=_SIZE)
    _draw_chart(facts, said, sheet, y_mm + 3)
    *bills, total = _table(facts, said)
    *notes, last = _notes(facts, said)
    # the notes explain the marks of the rows: they are never alone on a page
    rows = [*bills, *(replace(block, kept=True) for block in (total, *notes)), last]
    place(sheet, rows, top_mm=y_mm + _CHART_MM + 5, bottom_mm=BODY_BOTTOM, size=_TABLE_SIZE)


def _draw_chart(facts: Statement, said: Words, sheet: Sheet, top_mm: float) -> None:
    months = said.list("dates", "months")
    pairs = facts.pairs()
    unread = {True: said("statement", "estimated"), False: ""}
    bars = [
        Bars(
            said("statement", "month_of_year", month=months[pair.month.month - 1]),
            pair.m3,
            pair.before_m3,
            unread[pair.estimated],
            unread[pair.before_estimated],
        )
        for pair in pairs
    ]
    since, until = _month(pairs[0].month, said), _month(pairs[-1].month, said)
    names = (
        said("statement", "chart"),
        said("statement", "this_year", since=since, until=until),
        said("statement", "year_before"),
    )
    box = {"left_mm": LEFT, "top_mm": top_mm, "width_mm": BODY_WIDTH, "height_mm": _CHART_MM}
    draw_usage_bars(sheet, bars, names=names, **box)


def _table(facts: Statement, said: Words) -> list[Block]:
    columns = (
        Column(30, said("columns", "month")),
        Column(28, said("columns", "period")),
        Column(14, said("statement", "usage"), figures=True),
        Column(11, said("statement", "days"), figures=True),
        Column(16, said("statement", "water"), figures=True),
        Column(20, said("statement", "sewerage"), figures=True),
        Column(16, said("statement", "total"), figures=True),
        Column(18, said("statement", "state")),
        Column(17, said("columns", "paid_on")),
    )
    total = (
        said("columns", "total"),
        "",
        f"{facts.usage_m3:,}",
        "",
        f"{facts.water_yen:,}",
        f"{facts.sewerage_yen:,}",
        f"{facts.yen:,}",
        "",
        "",
    )
    return tabular(table(columns, [_row(bill, said) for bill in facts.bills], totals=[total]))


def _row(bill: StatementBill, said: Words) -> tuple[str, ...]:
    none = said("columns", "none")
    amounts = (
        none if each is None else f"{each:,}" for each in (bill.water_yen, bill.sewerage_yen)
    )
    mark = said("statement", "estimated") if bill.estimated else ""
    until = {"month": bill.to_on.month, "day": bill.to_on.day}
    return (
        _month(bill.month, said),
        said("statement", "short_period", since=_day(bill.from_on, said), **until),
        f"{mark}{bill.usage_m3:,}",
        str(bill.days),
        *amounts,
        f"{bill.yen:,}",
        said.code(bill.state),
        none if bill.paid_on is None else _day(bill.paid_on, said),
    )


def _notes(facts: Statement, said: Words) -> list[Block]:
    notes = [said("statement", "tax_note")]
    if facts.payments_seen_to is not None:
        notes.append(said("statement", "seen_to", day=said.date(facts.payments_seen_to)))
    if any(bill.estimated for bill in facts.bills):
        notes.append(said("statement", "estimated_note"))
    return [paragraph(note, gap_mm=1.0 if not place_ else 0.0) for place_, note in enumerate(notes)]


def _month(month: dt.date, said: Words) -> str:
    """A month in a table: 令和6（2024）年9月."""
    reign = year_of_era(month)
    if reign is None:
        return said.month(month)
    of_reign = said("dates", "first_year") if reign.year == 1 else str(reign.year)
    facts = {"era": said.code(reign.era), "of_reign": of_reign}
    return said("statement", "short_month", year=month.year, month=month.month, **facts)


def _day(day: dt.date, said: Words) -> str:
    return said("statement", "short_day", year=day.year, month=day.month, day=day.day)
