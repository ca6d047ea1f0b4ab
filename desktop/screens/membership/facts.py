"""What the membership card says of a member, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from db.rules.words import PasswordKind
from desktop import format as written
from desktop import member_words

if TYPE_CHECKING:
    import datetime as dt

    from db.queries.members import MemberFacts

translate = QCoreApplication.translate


def account_facts(member: MemberFacts, now: dt.datetime) -> list[tuple[str, str]]:
    """The account: who, how to reach them, when it began and ended."""
    facts = [
        (translate("Membership", "Login ID"), translate("Membership", "set, not shown")),
        (translate("Membership", "Name"), member.name),
        (translate("Membership", "Kana"), member.kana),
        (translate("Membership", "Phone"), member.phone_masked),
        (translate("Membership", "Address"), member.address_masked),
        (translate("Membership", "E-mail"), member.email_masked),
        (translate("Membership", "Registered"), _registered(member)),
    ]
    ends = (
        (translate("Membership", "Active since"), member.activated_at),
        (translate("Membership", "Locked until"), _still(member.locked_until, now)),
        (translate("Membership", "Suspended since"), member.suspended_at),
        (translate("Membership", "Withdrawn"), member.withdrawn_at),
    )
    facts += [(name, _moment(at)) for name, at in ends if at is not None]
    if member.suspension is not None:
        why = member_words.suspension_reason(member.suspension)
        facts.append((translate("Membership", "Suspended because"), why))
    return facts


def setting_facts(member: MemberFacts) -> list[tuple[str, str]]:
    """Mail settings, and which secrets are set: never the secrets."""
    return [
        (translate("Membership", "Mail"), _mails(member)),
        (translate("Membership", "Mail language"), member_words.mail_language(member.language)),
        (translate("Membership", "Secret question"), _secret(member)),
        (translate("Membership", "Password"), _password(member)),
        (translate("Membership", "Terms"), member.terms_version),
    ]


def _registered(member: MemberFacts) -> str:
    via = member_words.registered_via(member.registered_via)
    return f"{_moment(member.registered_at)}  {via}"


def _mails(member: MemberFacts) -> str:
    wanted = (
        (member.mails_reading, translate("Membership", "meter readings")),
        (member.mails_billing, translate("Membership", "bills")),
        (member.mails_overdue, translate("Membership", "overdue bills")),
    )
    chosen = [words for is_wanted, words in wanted if is_wanted]
    comma = translate("Membership", ", ", "between kinds of mail")
    return comma.join(chosen) or translate("Membership", "none")


def _secret(member: MemberFacts) -> str:
    if not member.has_secret or member.secret_set_at is None:
        return _set_or_not(False)
    told = translate("Membership", "set, changed {day}")
    return told.format(day=written.short_date(in_japan(member.secret_set_at).date()))


def _password(member: MemberFacts) -> str:
    if member.password_kind is None or member.password_set_at is None:
        return _set_or_not(False)
    if member.password_kind is not PasswordKind.OWN:
        return translate("Membership", "one-time, to be changed at first use")
    told = translate("Membership", "set, changed {day}")
    return told.format(day=written.short_date(in_japan(member.password_set_at).date()))


def _set_or_not(is_set: bool) -> str:
    return translate("Membership", "set") if is_set else translate("Membership", "not set")


def _still(moment: dt.datetime | None, now: dt.datetime) -> dt.datetime | None:
    return moment if moment is not None and moment > now else None


def _moment(moment: dt.datetime) -> str:
    local = in_japan(moment)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"
