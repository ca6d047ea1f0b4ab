"""The columns of the record: when, who, where, what, with whom, and its particulars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from desktop import format as written
from desktop.event_facts import facts_words
from desktop.event_words import event_words
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from db.queries.audit_log import AuditRow

translate = QCoreApplication.translate


def audit_columns(names: Callable[[], Mapping[int, str]]) -> tuple[Column[AuditRow], ...]:
    """One event a row; ``names`` gives those of staff by their id, as far as they are known."""
    return (_time_column(), *_who_and_what(), _facts_column(names), _desk_column())


def moment(at: dt.datetime) -> str:
    """A moment to the second, in Japan: 2024/09/18 18:13:05."""
    local = in_japan(at)
    return f"{written.short_date(local.date())} {local:%H:%M:%S}"


def _time_column() -> Column[AuditRow]:
    return Column(
        key="at",
        title=lambda: translate("AuditLog", "Time"),
        text=lambda row: moment(row.at),
        sort=lambda row: (row.at, row.id),
        figures=True,
        room=19,
        weight=0.2,
    )


def _who_and_what() -> tuple[Column[AuditRow], ...]:
    return (
        Column(
            key="staff",
            title=lambda: translate("AuditLog", "Staff"),
            text=lambda row: row.staff_name or translate("AuditLog", "(nobody signed in)"),
            muted=lambda row: row.staff_name is None,
            room=12,
            weight=0.5,
        ),
        Column(
            key="what",
            title=lambda: translate("AuditLog", "Act"),
            text=lambda row: event_words(row.kind),
            tooltip=lambda row: event_words(row.kind),
            room=18,
            weight=0.6,
            bold=True,
        ),
        Column(
            key="customer",
            title=lambda: translate("AuditLog", "Customer's name"),
            text=lambda row: row.customer_name or "",
            room=12,
            weight=0.7,
        ),
    )


def _facts_column(names: Callable[[], Mapping[int, str]]) -> Column[AuditRow]:
    return Column(
        key="facts",
        title=lambda: translate("AuditLog", "Particulars"),
        text=lambda row: facts_words(row.kind, row.facts, names()),
        tooltip=lambda row: facts_words(row.kind, row.facts, names()),
        room=20,
        weight=2.0,
    )


def _desk_column() -> Column[AuditRow]:
    return Column(
        key="desk",
        title=lambda: translate("AuditLog", "Desk"),
        text=lambda row: row.desk,
        room=9,
        weight=0.3,
    )
