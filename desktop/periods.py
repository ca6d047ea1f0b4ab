"""What the usage chart is told of a location's bills, in the words of the moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import months_before
from db.rules.words import PaymentState
from desktop import format as written
from desktop.widgets.chart_period import ChartPeriod, TipLine

if TYPE_CHECKING:
    import datetime as dt

    from db.queries.billing import BillRow, History
    from desktop.format import LanguageCode

translate = QCoreApplication.translate
_PERIODS_A_YEAR = 6
_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Compared:
    """A bill of the last year beside that of the year before; either may be missing."""

    month: dt.date
    now: BillRow | None
    before: BillRow | None


def compared_periods(history: History) -> tuple[Compared, ...]:
    """The six periods up to the newest bill, oldest first."""
    if not history.rows:
        return ()
    newest = max(bill.month for bill in history.rows)
    months = [months_before(newest, 2 * steps) for steps in reversed(range(_PERIODS_A_YEAR))]
    return tuple(
        Compared(month, bill_of(history, month), bill_of(history, months_before(month, 12)))
        for month in months
    )


def bills_of_two_years(history: History) -> tuple[BillRow, ...]:
    """The valid bills of 24 months up to the newest, oldest first."""
    if not history.rows:
        return ()
    newest = max(bill.month for bill in history.rows)
    since = months_before(newest, _MONTHS - 1)
    valid = (bill for bill in history.rows if bill.state is not PaymentState.CORRECTED)
    return tuple(sorted((b for b in valid if b.month >= since), key=lambda b: (b.month, b.bill_id)))


def bill_of(history: History, month: dt.date) -> BillRow | None:
    """The bill of a month, rather a valid one than a corrected one."""
    then = [bill for bill in history.rows + history.earlier if bill.month == month]
    valid = (bill for bill in then if bill.state is not PaymentState.CORRECTED)
    return next(valid, then[0] if then else None)


def comparing_column(pair: Compared, code: LanguageCode) -> ChartPeriod:
    """One month as two bars and two points, with the differences in its tip."""
    name = written.month_name(pair.month.month, code)
    heading = translate("Chart", "{month} against the year before").format(month=name)
    now, before = pair.now, pair.before
    return ChartPeriod(
        label=name,
        now_m3=now.usage_m3 if now else None,
        before_m3=before.usage_m3 if before else None,
        now_yen=now.yen if now else None,
        before_yen=before.yen if before else None,
        estimated=bool(now and now.estimated),
        before_estimated=bool(before and before.estimated),
        heading=heading,
        lines=_tip_lines(now, before, code),
    )


def single_column(bill: BillRow, code: LanguageCode) -> ChartPeriod:
    """One bill as one bar and one point."""
    return ChartPeriod(
        label=f"{bill.month:%y/%m}",
        now_m3=bill.usage_m3,
        now_yen=bill.yen,
        estimated=bill.estimated,
        heading=written.month(bill.month, code),
        lines=_tip_lines(bill, None, code),
    )


def _tip_lines(
    now: BillRow | None, before: BillRow | None, code: LanguageCode
) -> tuple[TipLine, ...]:
    if now is None:
        return (TipLine(translate("Chart", "No bill")),)
    usage = written.signed(now.usage_m3 - before.usage_m3) if before else ""
    amount = written.signed(now.yen - before.yen) if before else ""
    lines = [
        TipLine(written.cubic_metres(now.usage_m3), usage),
        TipLine(written.yen(now.yen, code), amount),
    ]
    if now.estimated:
        lines.append(TipLine(translate("Chart", "Estimated")))
    return tuple(lines)
