"""The columns of the cut-off warnings that are to be decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import format as written
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.queries.cutoff_decisions import WarningFacts

translate = QCoreApplication.translate


def warning_columns() -> tuple[Column[WarningFacts], ...]:
    """Which warning, whose, where, how much is unpaid, and since when it waits."""
    return (
        _text("number", lambda: translate("Cutoff", "Warning"), lambda each: each.number, 13),
        *_whose(),
        Column(
            key="unpaid",
            title=lambda: translate("Cutoff", "Unpaid ¥"),
            text=lambda each: written.number(each.unpaid_yen),
            sort=lambda each: each.unpaid_yen,
            plain=lambda each: str(each.unpaid_yen),
            room=10,
            weight=0.1,
            numeric=True,
            bold=True,
        ),
        _text(
            "limit",
            lambda: translate("Cutoff", "Limit passed"),
            lambda each: written.short_date(each.limit_on),
            10,
        ),
        Column(
            key="by",
            title=lambda: translate("Cutoff", "Planned by"),
            text=lambda each: each.planned_by_name,
            room=10,
            weight=0.2,
        ),
    )


def _whose() -> tuple[Column[WarningFacts], ...]:
    return (
        Column(
            key="name",
            title=lambda: translate("Cutoff", "Customer"),
            text=lambda each: each.customer_name,
            room=13,
            weight=0.6,
        ),
        Column(
            key="address",
            title=lambda: translate("Cutoff", "Place"),
            text=lambda each: each.address,
            tooltip=lambda each: each.address,
            room=15,
        ),
    )


def _text(
    key: str, title: Callable[[], str], text: Callable[[WarningFacts], str], room: int
) -> Column[WarningFacts]:
    return Column(key=key, title=title, text=text, room=room, weight=0.1, figures=True)
