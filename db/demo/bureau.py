"""The fictional bureau itself: its office, staff, settings and announcements."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from db.demo.accounts import ACCOUNTS
from db.demo.tables import announcements
from db.models import Announcement, AnnouncementSeen, Office, Setting, Staff
from db.rules.periods import TOKYO
from db.rules.words import PasswordKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

MADE_FROM: Final = "database.made_from"
"""The setting that says which town a database holds: seed, customers, and the day it is as of."""

_PASSWORD_SET: Final = dt.timedelta(days=40)
_LAST_SIGNED_IN: Final = dt.timedelta(hours=24, minutes=43)
_READ_AT: Final = dt.time(19, 20)


def open_bureau(
    session: Session, *, delivered_at: dt.datetime, payments_seen_to: dt.date, made_from: str
) -> None:
    """Add office, practice accounts and settings, as of a delivery of the billing host."""
    office = Office(code="001", name="料金センター", name_latin="Billing centre")
    session.add(office)
    session.flush()
    for account in ACCOUNTS:
        session.add(
            Staff(
                office_id=office.id,
                **account._asdict(),
                password_kind=PasswordKind.OWN,
                password_set_at=delivered_at - _PASSWORD_SET,
                last_signed_in_at=delivered_at - _LAST_SIGNED_IN,
            )
        )
    settings = {
        "bureau.name": "金沢市企業局",
        "bureau.name_latin": "Kanazawa City Public Enterprise Bureau",
        "bureau.phone": "076-100-2377",
        "bureau.postal_code": "9200031",
        "bureau.address": "石川県金沢市広岡3丁目3番30号",
        "bureau.address_latin": "3-3-30 Hirooka, Kanazawa, Ishikawa",
        "hours.portal": "7:00-26:00",
        "hours.staff": "0:00-24:00",
        "days.closed": "",
        "database.fictional": "yes",
        "delivery.at": delivered_at.isoformat(),
        "delivery.payments_seen_to": payments_seen_to.isoformat(),
        MADE_FROM: made_from,
    }
    session.add_all(Setting(name=name, value=value) for name, value in settings.items())


def announce(session: Session, today: dt.date, contracts: Mapping[str, Sequence[int]]) -> None:
    """Add what the bureau announces; ``contracts`` says which ones an announcement is about.

    Of each, some of those contracts' users have read it on the portal.
    """
    writer = session.scalar(select(Staff.id).where(Staff.role == Role.SUPERVISOR).limit(1))
    known = sorted({each for several in contracts.values() for each in several})
    for told in announcements():
        about = told["about"]
        for contract_id in contracts.get(about, ()) if about != "everybody" else (None,):
            announced = _announcement(told, today, contract_id, writer)
            session.add(announced)
            session.flush()
            if "read_by_every" in told:
                _read(session, announced, known[:: told["read_by_every"]])


def _announcement(
    told: Mapping[str, Any], today: dt.date, contract_id: int | None, writer: int | None
) -> Announcement:
    withdrawn = told.get("withdrawn_days_ago")
    published_on = today - dt.timedelta(days=told["days_ago"])
    return Announcement(
        contract_id=contract_id,
        town=told.get("town", ""),
        title=told["title"],
        title_en=told["title_en"],
        body=told["body"].strip(),
        body_en=told["body_en"].strip(),
        published_on=published_on,
        withdrawn_on=None if withdrawn is None else today - dt.timedelta(days=withdrawn),
        portal_closed_from=_moment(today, told.get("closed_from")),
        portal_closed_to=_moment(today, told.get("closed_to")),
        written_by=writer,
    )


def _moment(today: dt.date, told: Sequence[int] | None) -> dt.datetime | None:
    if told is None:
        return None
    days, hour = told
    midnight = dt.datetime.combine(today, dt.time(), TOKYO)
    return midnight + dt.timedelta(days=days, hours=hour)


def _read(session: Session, announced: Announcement, contracts: Sequence[int]) -> None:
    evening = dt.datetime.combine(announced.published_on, _READ_AT, TOKYO)
    session.add_all(
        AnnouncementSeen(
            announcement_id=announced.id,
            contract_id=contract_id,
            seen_at=evening + dt.timedelta(days=at % 3, minutes=7 * at),
        )
        for at, contract_id in enumerate(contracts)
    )
