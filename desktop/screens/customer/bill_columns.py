"""The columns that a list of bills has, in the words of the reading notice and the bill."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import format as written
from desktop import labels
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.queries.billing import BillRow
    from desktop.i18n import Language
    from desktop.theme import Kind

translate = QCoreApplication.translate
_NOTHING = "–"


def bill_columns(language: Language) -> tuple[Column[BillRow], ...]:
    """Month, use, days, the two accounts and their sum, how it stands, due date, paid on.

    What else is to be known of a bill has a column of its own for files, hidden at first.
    """
    return (
        _month_column(language),
        *_figure_columns(),
        _state_column(),
        *_day_columns(),
        _remarks_column(),
    )


def _month_column(language: Language) -> Column[BillRow]:
    return Column(
        key="month",
        title=lambda: translate("Bills", "Month"),
        text=lambda bill: written.month(bill.month, language.code),
        sort=lambda bill: (bill.month, bill.bill_id),
        room=10,
        figures=True,
        tooltip=remarks,
        plain=lambda bill: f"{bill.month:%Y-%m}",
    )


def _figure_columns() -> tuple[Column[BillRow], ...]:
    return (
        _usage_column(),
        _figure("days", lambda: translate("Bills", "Days"), _days, room=5),
        _figure("water", lambda: translate("Bills", "Water yen"), _water, room=9),
        _figure("sewerage", lambda: translate("Bills", "Sewerage yen"), _sewerage, room=9),
        _figure("yen", lambda: translate("Bills", "Amount yen"), _yen, room=9, bold=True),
    )


def _usage_column() -> Column[BillRow]:
    return Column(
        key="usage",
        title=lambda: translate("Bills", "Usage m³"),
        text=_marked_usage,
        sort=_usage,
        room=10,
        numeric=True,
        figures=True,
        tooltip=remarks,
        plain=partial(_plain_figure, _usage),
    )


def _figure(
    key: str,
    title: Callable[[], str],
    value: Callable[[BillRow], int | None],
    *,
    room: int,
    bold: bool = False,
) -> Column[BillRow]:
    return Column(
        key=key,
        title=title,
        text=partial(_figure_text, value),
        sort=value,
        room=room,
        numeric=True,
        figures=True,
        bold=bold,
        muted=not bold,
        plain=partial(_plain_figure, value),
    )


def _state_column() -> Column[BillRow]:
    return Column(
        key="state",
        title=lambda: translate("Bills", "Payment"),
        text=lambda bill: labels.payment_state(bill.state).text,
        sort=lambda bill: list(type(bill.state)).index(bill.state),
        room=15,
        chip=_chip,
        tooltip=remarks,
    )


def _day_columns() -> tuple[Column[BillRow], ...]:
    return (
        _day("due", lambda: translate("Bills", "Due"), lambda bill: bill.due_on),
        _day("paid", lambda: translate("Bills", "Paid on"), lambda bill: bill.paid_on),
    )


def _day(
    key: str, title: Callable[[], str], value: Callable[[BillRow], dt.date | None]
) -> Column[BillRow]:
    return Column(
        key=key,
        title=title,
        text=partial(_day_text, value),
        sort=value,
        room=10,
        figures=True,
        muted=True,
        plain=partial(_plain_day, value),
    )


def _remarks_column() -> Column[BillRow]:
    return Column(
        key="remarks",
        title=lambda: translate("Bills", "Remarks"),
        text=lambda bill: " / ".join(_remarks(bill)),
        room=24,
        tooltip=remarks,
        shown=False,
    )


def remarks(bill: BillRow) -> str:
    """What is to be known of a bill besides its figures, a line each."""
    return "\n".join(_remarks(bill))


def _remarks(bill: BillRow) -> list[str]:
    told = []
    if bill.estimated:
        told.append(translate("Bills", "Estimated: the meter could not be read"))
    if bill.status_code is not None:
        found = translate("Bills", "Found by the meter reader: {status}")
        told.append(found.format(status=labels.meter_status(bill.status_code)))
    if bill.settled_m3:
        settled = translate("Bills", "An earlier estimate is settled here: {m3} m³")
        told.append(settled.format(m3=written.signed(bill.settled_m3)))
    if bill.collection is not None:
        told.append(labels.collection_state(bill.collection))
    if bill.extinguished:
        told.append(translate("Bills", "The sewerage debt is extinguished: not to be collected"))
    refunded = sum(debt.refunded_yen for debt in bill.debts)
    if refunded:
        told.append(translate("Bills", "Refunded: {yen} yen").format(yen=written.number(refunded)))
    return told


def _chip(bill: BillRow) -> tuple[str, Kind, str]:
    words = labels.payment_state(bill.state)
    return words.text, words.kind, words.icon


def _marked_usage(bill: BillRow) -> str:
    # before the figure, so that the figures stay below each other
    return f"{_usage_mark(bill)} {written.number(bill.usage_m3)}".lstrip()


def _usage_mark(bill: BillRow) -> str:
    if bill.estimated:
        return translate("Bills", "est.")
    if bill.settled_m3:
        return translate("Bills", "adj.")
    return translate("Bills", "note") if bill.status_code is not None else ""


def _figure_text(value: Callable[[BillRow], int | None], bill: BillRow) -> str:
    figure = value(bill)
    return _NOTHING if figure is None else written.number(figure)


def _plain_figure(value: Callable[[BillRow], int | None], bill: BillRow) -> str:
    figure = value(bill)
    return "" if figure is None else str(figure)


def _day_text(value: Callable[[BillRow], dt.date | None], bill: BillRow) -> str:
    day = value(bill)
    return _NOTHING if day is None else written.short_date(day)


def _plain_day(value: Callable[[BillRow], dt.date | None], bill: BillRow) -> str:
    day = value(bill)
    return "" if day is None else day.isoformat()


def _usage(bill: BillRow) -> int:
    return bill.usage_m3


def _days(bill: BillRow) -> int:
    return bill.days


def _water(bill: BillRow) -> int:
    return bill.water.yen


def _sewerage(bill: BillRow) -> int | None:
    return bill.sewerage.yen if bill.sewerage else None


def _yen(bill: BillRow) -> int:
    return bill.yen
