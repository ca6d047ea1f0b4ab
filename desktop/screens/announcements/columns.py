"""The columns of what a customer is told, as on the portal, and of all that is announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.announcements import Reach
from desktop import announcement_words as words
from desktop import format as written
from desktop.format import LanguageCode
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from db.queries.announcements import AnnouncementLine, CustomerAnnouncement
    from desktop.i18n import Language
    from desktop.labels import ChipWords
    from desktop.theme import Kind

translate = QCoreApplication.translate


def customer_columns(language: Language) -> tuple[Column[CustomerAnnouncement], ...]:
    """表示, 内容, 住所, お支払番号, and since when it shows."""
    return (
        Column(
            key="known",
            title=lambda: translate("Announcements", "Read?"),
            text=lambda told: words.known(told).text,
            chip=lambda told: _chip(words.known(told)),
            sort=lambda told: (not told.unread, told.seen_at is None),
            room=16,
            weight=0.1,
        ),
        Column(
            key="title",
            title=lambda: translate("Announcements", "Contents"),
            text=lambda told: words.title(told.facts.wording, language.code),
            muted=lambda told: not told.unread,
            room=22,
            weight=2.0,
        ),
        *_place(language),
        Column(
            key="since",
            title=lambda: translate("Announcements", "Since"),
            text=lambda told: written.short_date(told.facts.wording.published_on),
            sort=lambda told: told.facts.wording.published_on,
            room=10,
            weight=0.2,
            figures=True,
        ),
    )


def _place(language: Language) -> tuple[Column[CustomerAnnouncement], ...]:
    def address(told: CustomerAnnouncement) -> str:
        english = language.code is LanguageCode.EN
        return (told.address_latin if english else "") or told.address or "–"

    return (
        Column(
            key="address",
            title=lambda: translate("Announcements", "Address"),
            text=address,
            tooltip=address,
            room=17,
            weight=0.8,
        ),
        Column(
            key="payment_number",
            title=lambda: translate("Announcements", "Payment number"),
            text=lambda told: written.in_fours(told.payment_number or "") or "–",
            plain=lambda told: told.payment_number or "",
            room=20,
            weight=0.2,
            figures=True,
        ),
    )


def all_columns(language: Language, *, counts: bool) -> tuple[Column[AnnouncementLine], ...]:
    """How it stands, what, to whom and from when to when; ``counts`` for supervisors."""
    return (
        Column(
            key="state",
            title=lambda: translate("Announcements", "State"),
            text=lambda line: words.state(line.facts.state).text,
            chip=lambda line: _chip(words.state(line.facts.state)),
            room=12,
            weight=0.2,
        ),
        Column(
            key="title",
            title=lambda: translate("Announcements", "Contents"),
            text=lambda line: words.title(line.facts.wording, language.code),
            room=22,
            weight=2.0,
        ),
        Column(
            key="reach",
            title=lambda: translate("Announcements", "For whom"),
            text=_whom,
            tooltip=lambda line: words.reach(line.facts.wording),
            plain=lambda line: words.reach(line.facts.wording),
            room=15,
            weight=0.5,
        ),
        *_days(),
        *((_count(),) if counts else ()),
    )


def _whom(line: AnnouncementLine) -> str:
    about_one = line.facts.reach is Reach.CONTRACT
    return words.reach_kind(Reach.CONTRACT) if about_one else words.reach(line.facts.wording)


def _days() -> tuple[Column[AnnouncementLine], ...]:
    def last(line: AnnouncementLine) -> str:
        day = words.last_day(line.facts.wording)
        return written.short_date(day) if day else "–"

    return (
        Column(
            key="since",
            title=lambda: translate("Announcements", "Since"),
            text=lambda line: written.short_date(line.facts.wording.published_on),
            sort=lambda line: line.facts.wording.published_on,
            room=10,
            weight=0.2,
            figures=True,
        ),
        Column(
            key="until",
            title=lambda: translate("Announcements", "Last day"),
            text=last,
            sort=lambda line: line.facts.wording.withdrawn_on,
            room=10,
            weight=0.2,
            figures=True,
        ),
    )


def _count() -> Column[AnnouncementLine]:
    return Column(
        key="contracts",
        title=lambda: translate("Announcements", "Contracts"),
        text=lambda line: written.number(line.contracts or 0),
        sort=lambda line: line.contracts,
        room=8,
        weight=0.1,
        numeric=True,
    )


def _chip(chip: ChipWords) -> tuple[str, Kind, str]:
    return chip.text, chip.kind, chip.icon
