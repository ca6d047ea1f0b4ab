"""The columns of a customer's holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import contact_words
from desktop import format as written
from desktop.theme import Kind
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from db.queries.holds import HoldFacts

translate = QCoreApplication.translate


def hold_columns() -> tuple[Column[HoldFacts], ...]:
    """Why, what, from when to when, the reason, who set it, whether it holds today."""
    return (
        Column(
            key="kind",
            title=lambda: translate("Holds", "Why"),
            text=lambda hold: contact_words.hold_kind(hold.kind),
            room=14,
            weight=0.6,
        ),
        Column(
            key="what",
            title=lambda: translate("Holds", "What"),
            text=_what,
            room=10,
            weight=0.4,
        ),
        *_days(),
        Column(key="reason", title=lambda: translate("Holds", "Reason"), text=_reason, room=22),
        Column(
            key="state",
            title=lambda: translate("Holds", "State"),
            text=lambda hold: _state(hold)[0],
            chip=_state,
            room=12,
            weight=0.3,
        ),
        Column(
            key="by",
            title=lambda: translate("Holds", "Set by"),
            text=lambda hold: hold.set_by_name,
            room=10,
            weight=0.4,
        ),
    )


def _days() -> tuple[Column[HoldFacts], ...]:
    return (
        Column(
            key="from",
            title=lambda: translate("Holds", "From"),
            text=lambda hold: written.short_date(hold.from_on),
            sort=lambda hold: hold.from_on,
            room=10,
            weight=0.2,
            figures=True,
        ),
        Column(
            key="to",
            title=lambda: translate("Holds", "Until"),
            text=lambda hold: written.short_date(hold.to_on) if hold.to_on else "–",
            room=10,
            weight=0.2,
            figures=True,
        ),
    )


def _what(hold: HoldFacts) -> str:
    if hold.debt_id is None:
        return translate("Holds", "Everything")
    return translate("Holds", "One debt")


def _reason(hold: HoldFacts) -> str:
    return hold.reason


def _state(hold: HoldFacts) -> tuple[str, Kind, str]:
    if hold.holds_now:
        return translate("Holds", "In force"), Kind.WARN, "clock"
    if hold.ended_at is not None:
        return translate("Holds", "Ended"), Kind.MUTE, "check"
    return translate("Holds", "Not today"), Kind.MUTE, "calendar"
