"""The columns of the table that says the same as the usage chart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import format as written
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.queries.billing import BillRow
    from desktop.i18n import Language
    from desktop.periods import Compared

translate = QCoreApplication.translate
_NOTHING = "–"


def comparison_columns(language: Language) -> tuple[Column[Compared], ...]:
    """Month; use this year, the year before and the difference; the same of the amounts."""
    month: Column[Compared] = Column(
        key="month",
        title=lambda: translate("Chart", "Month"),
        text=lambda pair: written.month(pair.month, language.code),
        sort=lambda pair: pair.month,
        room=10,
        figures=True,
        plain=lambda pair: f"{pair.month:%Y-%m}",
    )
    usage = _of("usage", _usage_titles(), _usage, room=7)
    return (month, *usage, *_of("yen", _yen_titles(), _yen, room=9))


def _usage_titles() -> tuple[Callable[[], str], ...]:
    return (
        lambda: translate("Chart", "Usage m³"),
        lambda: translate("Chart", "Before m³"),
        lambda: translate("Chart", "Change m³"),
    )


def _yen_titles() -> tuple[Callable[[], str], ...]:
    return (
        lambda: translate("Chart", "Amount yen"),
        lambda: translate("Chart", "Before yen"),
        lambda: translate("Chart", "Change yen"),
    )


def _of(
    key: str,
    titles: tuple[Callable[[], str], ...],
    measure: Callable[[BillRow], int],
    *,
    room: int,
) -> tuple[Column[Compared], ...]:
    values: tuple[Callable[[Compared], int | None], ...] = (
        partial(_now, measure),
        partial(_before, measure),
        partial(_difference, measure),
    )
    return tuple(
        Column(
            key=f"{key}_{number}",
            title=title,
            text=partial(_text, value, signed=number == 2),
            sort=value,
            room=room,
            numeric=True,
            figures=True,
            bold=number == 0,
            muted=number == 1,
            plain=partial(_plain, value),
        )
        for number, (title, value) in enumerate(zip(titles, values, strict=True))
    )


def _text(value: Callable[[Compared], int | None], pair: Compared, *, signed: bool) -> str:
    figure = value(pair)
    if figure is None:
        return _NOTHING
    return written.signed(figure) if signed else written.number(figure)


def _plain(value: Callable[[Compared], int | None], pair: Compared) -> str:
    figure = value(pair)
    return "" if figure is None else str(figure)


def _now(measure: Callable[[BillRow], int], pair: Compared) -> int | None:
    return None if pair.now is None else measure(pair.now)


def _before(measure: Callable[[BillRow], int], pair: Compared) -> int | None:
    return None if pair.before is None else measure(pair.before)


def _difference(measure: Callable[[BillRow], int], pair: Compared) -> int | None:
    if pair.now is None or pair.before is None:
        return None
    return measure(pair.now) - measure(pair.before)


def _usage(bill: BillRow) -> int:
    return bill.usage_m3


def _yen(bill: BillRow) -> int:
    return bill.yen
