"""The columns of the batches there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from desktop import format as written
from desktop import paper_words
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.queries.batches import BatchFacts
    from desktop.theme import Kind

translate = QCoreApplication.translate


def batch_columns() -> tuple[Column[BatchFacts], ...]:
    """Its number, what it is, how it stands, how far it came, how much, and by whom."""
    return (
        _count("number", lambda: translate("BatchList", "Batch no."), lambda batch: batch.batch_id),
        Column(
            key="kind",
            title=lambda: translate("BatchList", "Notice"),
            text=lambda batch: paper_words.paper_kind(batch.kind),
            room=14,
        ),
        Column(
            key="state",
            title=lambda: translate("BatchList", "State"),
            text=lambda batch: paper_words.batch_state(batch.state).text,
            chip=_chip,
            room=11,
            weight=0.2,
        ),
        Column(
            key="issued_on",
            title=lambda: translate("BatchList", "Day of issue"),
            text=lambda batch: written.short_date(batch.issued_on),
            sort=lambda batch: batch.issued_on,
            room=10,
            weight=0.1,
            figures=True,
        ),
        *_figures(),
        Column(
            key="by",
            title=lambda: translate("BatchList", "Planned by"),
            text=lambda batch: batch.planned_by_name,
            room=8,
            weight=0.4,
        ),
    )


def moment(at: dt.datetime | None) -> str:
    """A moment as the desk's clock shows it, or a dash."""
    if at is None:
        return "–"
    local = in_japan(at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"


def _figures() -> tuple[Column[BatchFacts], ...]:
    return (
        _count(
            "issued",
            lambda: translate("BatchList", "Issued"),
            lambda batch: batch.issued.notices,
        ),
        _count(
            "waiting",
            lambda: translate("BatchList", "Waiting"),
            lambda batch: batch.waiting.notices,
        ),
        _count(
            "yen",
            lambda: translate("BatchList", "Issued ¥"),
            lambda batch: batch.issued.yen,
            room=11,
        ),
    )


def _count(
    key: str, title: Callable[[], str], count: Callable[[BatchFacts], int], *, room: int = 7
) -> Column[BatchFacts]:
    return Column(
        key=key,
        title=title,
        text=lambda batch: written.number(count(batch)),
        sort=count,
        plain=lambda batch: str(count(batch)),
        room=room,
        weight=0.1,
        numeric=True,
    )


def _chip(batch: BatchFacts) -> tuple[str, Kind, str]:
    words = paper_words.batch_state(batch.state)
    return words.text, words.kind, words.icon
