"""Small builders of announcements: a session in, an id out; what is not said is ordinary."""

from __future__ import annotations

import datetime as dt

from db.models import Announcement, AnnouncementSeen

TITLE, TITLE_EN = "断水のお知らせ", "Water off for works"
BODY, BODY_EN = "夜間に断水します。\n終了後は濁ることがあります。", "Water is off at night."
_WORDS = {"title": TITLE, "title_en": TITLE_EN, "body": BODY, "body_en": BODY_EN}


def add_announcement(session, published_on=dt.date(2024, 9, 15), **more):
    """To everybody, in both languages, since 15 September; ``town`` or ``contract_id`` say else."""
    announcement = Announcement(published_on=published_on, **(_WORDS | more))
    session.add(announcement)
    session.flush()
    return announcement.id


def add_closure(session, closed_from, closed_to, **more):
    """The portal is closed from one aware instant to another."""
    facts = {"title": "ポータルサイト停止のお知らせ", "title_en": "Portal closed"}
    facts |= {"portal_closed_from": closed_from, "portal_closed_to": closed_to}
    return add_announcement(session, **(facts | more))


def add_seen(session, announcement_id, contract_id, *, told_by=None, **more):
    """The user of the contract read it on the portal, unless ``told_by`` a member of staff."""
    facts = {"seen_at": dt.datetime(2024, 9, 16, 3, 0, tzinfo=dt.UTC)} | more
    row = {"announcement_id": announcement_id, "contract_id": contract_id, "told_by": told_by}
    session.add(AnnouncementSeen(**row, **facts))
    session.flush()
