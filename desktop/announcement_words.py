"""The words for announcements: how they stand, whom they are for, and who knows of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from db.rules.announcements import AnnouncementState, Reach
from db.rules.periods import in_japan
from desktop import format as written
from desktop.format import LanguageCode
from desktop.labels import ChipWords
from desktop.theme import Kind

if TYPE_CHECKING:
    from db.queries.announcements import AnnouncementFacts, CustomerAnnouncement
    from db.rules.announcements import Wording

translate = QCoreApplication.translate
_DAY: Final = dt.timedelta(days=1)


def state(each: AnnouncementState) -> ChipWords:
    """How an announcement stands (掲載状況)."""
    return {
        AnnouncementState.SHOWN: ChipWords(translate("Announcements", "Shown"), Kind.OK, "check"),
        AnnouncementState.SCHEDULED: ChipWords(
            translate("Announcements", "Scheduled"), Kind.INFO, "calendar"
        ),
        AnnouncementState.ENDED: ChipWords(translate("Announcements", "Ended"), Kind.MUTE, "clock"),
        AnnouncementState.WITHDRAWN: ChipWords(
            translate("Announcements", "Withdrawn"), Kind.MUTE, "x"
        ),
    }[each]


def known(told: CustomerAnnouncement) -> ChipWords:
    """Whether the customer knows of it (表示): read on the portal, or told by a clerk."""
    if told.seen_at is None:
        if told.unread:
            return ChipWords(translate("Announcements", "Unread"), Kind.WARN, "bell")
        return ChipWords(translate("Announcements", "Never read"), Kind.MUTE, "minus")
    local = in_japan(told.seen_at)
    words = (
        translate("Announcements", "Told {day}")
        if told.told_by_name
        else translate("Announcements", "Read {day}")
    )
    told_words = words.format(day=f"{local.month}/{local.day}")
    return ChipWords(told_words, Kind.OK, "phone" if told.told_by_name else "eye")


def known_at_length(told: CustomerAnnouncement) -> str:
    """When the customer came to know of it, and from whom."""
    if told.seen_at is None:
        return translate("Announcements", "not yet")
    local = in_japan(told.seen_at)
    at = f"{written.short_date(local.date())} {written.time_of_day(local)}"
    if told.told_by_name:
        words = translate("Announcements", "{time}, told by {name}")
        return words.format(time=at, name=told.told_by_name)
    return translate("Announcements", "{time}, on the portal").format(time=at)


def title(wording: Wording, code: LanguageCode) -> str:
    """The title in the language of the screens; without English, the Japanese one."""
    return (wording.title_en if code is LanguageCode.EN else "") or wording.title


def body(wording: Wording, code: LanguageCode) -> str:
    """The text in the language of the screens; without English, the Japanese one."""
    return (wording.body_en if code is LanguageCode.EN else "") or wording.body


def reach(wording: Wording) -> str:
    """Whom it is for."""
    return {
        Reach.EVERYBODY: translate("Announcements", "Everybody"),
        Reach.TOWN: wording.town,
        Reach.CONTRACT: written.in_fours(wording.portal_number),
    }[wording.reach]


def reach_kind(each: Reach) -> str:
    """What sort of customers it is for."""
    return {
        Reach.EVERYBODY: translate("Announcements", "Everybody"),
        Reach.TOWN: translate("Announcements", "One town"),
        Reach.CONTRACT: translate("Announcements", "One contract"),
    }[each]


def last_day(wording: Wording) -> dt.date | None:
    """The last day on which it shows; None until further notice."""
    return wording.withdrawn_on - _DAY if wording.withdrawn_on else None


def shown_from_to(facts: AnnouncementFacts) -> str:
    """From when to when it shows; what was withdrawn before shows at no time."""
    first = written.short_date(facts.wording.published_on)
    if facts.state is AnnouncementState.WITHDRAWN:
        return translate("Announcements", "not at all (was to begin {day})").format(day=first)
    last = last_day(facts.wording)
    return translate("Announcements", "{first} – {last}").format(
        first=first,
        last=written.short_date(last) if last else translate("Announcements", "further notice"),
    )


def closed_from_to(wording: Wording) -> str:
    """From when to when the portal is closed; nothing when it stays open."""
    if wording.closed_from is None or wording.closed_to is None:
        return ""
    return translate("Announcements", "{first} – {last}").format(
        first=_moment(wording.closed_from), last=_moment(wording.closed_to)
    )


def contracts(count: int) -> str:
    """How many contracts."""
    return translate("Announcements", "contracts: %n", "", count)


def _moment(at: dt.datetime) -> str:
    local = in_japan(at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"
