"""The columns of a customer's contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import CheckResult
from db.rules.periods import in_japan
from desktop import contact_words
from desktop import format as written
from desktop.theme import Kind
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from db.queries.contacts import ContactFacts

translate = QCoreApplication.translate


def contact_columns() -> tuple[Column[ContactFacts], ...]:
    """Day and time, channel, who served, topic, memo, how the speaker was known, follow-up."""
    return (
        Column(
            key="started",
            title=lambda: translate("Contacts", "Date"),
            text=_moment,
            sort=lambda c: c.started_at,
            room=16,
            weight=0.4,
            figures=True,
            plain=lambda c: in_japan(c.started_at).isoformat(timespec="minutes"),
        ),
        Column(
            key="channel",
            title=lambda: translate("Contacts", "Channel"),
            text=lambda c: contact_words.channel(c.channel),
            room=6,
            weight=0.3,
        ),
        Column(
            key="topic",
            title=lambda: translate("Contacts", "Topic"),
            text=lambda c: contact_words.topic(c.topic) if c.topic else "",
            room=14,
            weight=1.0,
            bold=True,
        ),
        Column(
            key="memo",
            title=lambda: translate("Contacts", "Memo"),
            text=lambda c: c.memo.strip().replace("\n", " "),
            room=14,
            weight=2.0,
            muted=True,
            plain=lambda c: c.memo,
        ),
        *_who(),
    )


def _who() -> tuple[Column[ContactFacts], ...]:
    return (
        Column(
            key="identity",
            title=lambda: translate("Contacts", "Identity"),
            text=lambda c: identity_chip(c)[0],
            chip=identity_chip,
            room=13,
            weight=0.4,
        ),
        Column(
            key="follow_up",
            title=lambda: translate("Contacts", "Follow-up"),
            text=lambda c: written.short_date(c.follow_up_on) if c.follow_up_on else "",
            chip=follow_up_chip,
            sort=lambda c: c.follow_up_on,
            room=15,
            weight=0.4,
        ),
        Column(
            key="staff",
            title=lambda: translate("Contacts", "Served by"),
            text=lambda c: c.staff_name,
            room=9,
            weight=0.5,
            muted=True,
            shown=False,
        ),
    )


def identity_chip(contact: ContactFacts) -> tuple[str, Kind, str]:
    """Whether the speaker was known."""
    if contact.identity is None:
        return translate("Contacts", "Not asked"), Kind.MUTE, "minus"
    if contact.identity.result is CheckResult.PASSED:
        return translate("Contacts", "Checked"), Kind.OK, "okc"
    return translate("Contacts", "Not confirmed"), Kind.ERR, "circle-x"


def follow_up_chip(contact: ContactFacts) -> tuple[str, Kind, str] | None:
    """What was to follow, and whether it did."""
    if contact.follow_up_on is None:
        return None
    day = written.short_date(contact.follow_up_on)
    if contact.followed_up_at is not None:
        return day, Kind.OK, "check"
    return day, Kind.WARN, "clock"


def _moment(contact: ContactFacts) -> str:
    local = in_japan(contact.started_at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"
