"""The fictional bureau itself: its office, staff, settings and announcements."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from db.demo.accounts import ACCOUNTS
from db.demo.tables import announcements
from db.models import Announcement, Office, Setting, Staff
from db.rules.words import PasswordKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

MADE_FROM: Final = "database.made_from"
"""The setting that says which town a database holds: seed, customers, and the day it is as of."""

_PASSWORD_SET: Final = dt.timedelta(days=40)
_LAST_SIGNED_IN: Final = dt.timedelta(hours=24, minutes=43)


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
    """Add what the bureau announces; ``contracts`` says which ones an announcement is about."""
    for told in announcements():
        about = told["about"]
        for contract_id in contracts.get(about, ()) if about != "everybody" else (None,):
            session.add(_announcement(told, today, contract_id))


def _announcement(told: Mapping[str, Any], today: dt.date, contract_id: int | None) -> Announcement:
    withdrawn = told.get("withdrawn_days_ago")
    return Announcement(
        contract_id=contract_id,
        title=told["title"],
        title_en=told["title_en"],
        body=told["body"].strip(),
        body_en=told["body_en"].strip(),
        published_on=today - dt.timedelta(days=told["days_ago"]),
        withdrawn_on=None if withdrawn is None else today - dt.timedelta(days=withdrawn),
    )
