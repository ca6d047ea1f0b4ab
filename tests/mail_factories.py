"""Members who get mail, and what the tests look at of it."""

from __future__ import annotations

import datetime as dt
import itertools

from db.models import Member
from db.rules.member_words import MailLanguage, MemberState, RegisteredVia
from tests.factories import add_customer, add_setting

_numbers = itertools.count(1)
_WHEN = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)


def add_mailed_member(session, email="hanako@example.jp", **more):
    """An active member with an address for mail and no password yet; gives back the id."""
    facts = {
        "customer_id": more.pop("customer_id", None) or add_customer(session),
        "state": MemberState.ACTIVE,
        "registered_via": RegisteredVia.DESK,
        "login_id": f"mailed{next(_numbers)}",
        "name": "山田 花子",
        "kana": "ヤマダ ハナコ",
        "phone": "076-123-4821",
        "address": "金沢市本町1丁目2番3号",
        "language": MailLanguage.JA,
        "mails_reading": 1,
        "mails_billing": 1,
        "mails_overdue": 1,
        "terms_version": "2024-04",
        "consented_at": _WHEN,
        "registered_at": _WHEN,
        "activated_at": _WHEN,
    }
    member = Member(email=email, **(facts | more))
    session.add(member)
    session.flush()
    return member.id


def add_mail_settings(session, port, **more):
    """The settings of a bureau whose mail server is on this computer; one that is None is absent.

    ``security="tls"`` for ``mail.security``, ``bureau__phone=None`` for ``bureau.phone``.
    """
    values = {
        "mail.host": "127.0.0.1",
        "mail.port": port and str(port),
        "mail.security": "none",
        "mail.from": "noreply@suido.example.jp",
        "bureau.name": "金沢市企業局",
        "bureau.name_latin": "Kanazawa City Water Bureau",
        "bureau.phone": "076-220-2411",
    }
    for name, value in more.items():
        values[name.replace("__", ".") if "__" in name else f"mail.{name}"] = value
    for name, value in values.items():
        if value is not None:
            add_setting(session, name, value)
