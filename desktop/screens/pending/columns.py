"""The columns of the registrations that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from desktop import format as written
from desktop import member_words
from desktop.theme import Kind
from desktop.widgets.record_model import Column, Span

if TYPE_CHECKING:
    from db.queries.members import PendingMember

translate = QCoreApplication.translate


def pending_columns() -> tuple[Column[PendingMember], ...]:
    """When, who, with which number, and what the program itself found wrong."""
    return (
        Column(
            key="registered",
            title=lambda: translate("Pending", "Registered"),
            text=_moment,
            sort=lambda each: each.registered_at,
            room=16,
            weight=0.4,
            figures=True,
        ),
        Column(
            key="name",
            title=lambda: translate("Pending", "Name"),
            text=lambda each: each.name,
            sort=lambda each: each.kana,
            lines=lambda each: ((Span(each.name),), (Span(each.kana, "xs", muted=True),)),
            room=18,
        ),
        Column(
            key="number",
            title=lambda: translate("Pending", "Portal number"),
            text=lambda each: "  ".join(map(written.in_fours, each.numbers)),
            room=20,
            weight=0.6,
            figures=True,
        ),
        Column(
            key="found",
            title=lambda: translate("Pending", "What the program found"),
            text=found_words,
            chip=_chip,
            room=24,
        ),
    )


def found_words(each: PendingMember) -> str:
    """What stands against a registration, or that it fits."""
    if not each.mismatches:
        return translate("Pending", "Name and number fit")
    comma = translate("Pending", ", ", "between obstacles")
    return comma.join(map(member_words.member_refusal, each.mismatches))


def _chip(each: PendingMember) -> tuple[str, Kind, str] | None:
    if each.mismatches:
        return found_words(each), Kind.WARN, "warn"
    return found_words(each), Kind.OK, "check"


def _moment(each: PendingMember) -> str:
    local = in_japan(each.registered_at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"
