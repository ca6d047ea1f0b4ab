"""The columns of the list of accounts, and how an account stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from desktop import format as written
from desktop import labels
from desktop.format import LanguageCode
from desktop.labels import ChipWords
from desktop.theme import Kind
from desktop.widgets.record_model import Column, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.queries.staff_accounts import StaffLine
    from desktop.i18n import Language

translate = QCoreApplication.translate


def staff_columns(
    language: Language, now: Callable[[], dt.datetime]
) -> tuple[Column[StaffLine], ...]:
    """The ID, who it is, what they are and where, how the account stands, the last sign-in."""
    return (*_who(language), *_what(language), _state_column(now), _last_column())


def _who(language: Language) -> tuple[Column[StaffLine], ...]:
    return (
        Column(
            key="login_id",
            title=lambda: translate("StaffAccounts", "ID"),
            text=lambda line: line.login_id,
            room=10,
            weight=0.6,
        ),
        Column(
            key="name",
            title=lambda: translate("StaffAccounts", "Full name"),
            text=lambda line: f"{line.name}  {line.name_latin}",
            lines=lambda line: _name_lines(line, language.code),
            plain=lambda line: line.name,
            room=15,
        ),
    )


def _what(language: Language) -> tuple[Column[StaffLine], ...]:
    return (
        Column(
            key="role",
            title=lambda: translate("StaffAccounts", "Role"),
            text=lambda line: labels.role_name(line.role),
            room=11,
            weight=0.4,
        ),
        Column(
            key="office",
            title=lambda: translate("StaffAccounts", "Workplace"),
            text=lambda line: office_words(line, language.code),
            room=12,
            weight=0.6,
        ),
    )


def _state_column(now: Callable[[], dt.datetime]) -> Column[StaffLine]:
    return Column(
        key="state",
        title=lambda: translate("StaffAccounts", "State"),
        text=lambda line: state_words(line, now()).text,
        chip=lambda line: _chip(line, now()),
        room=19,
        weight=0.4,
    )


def _last_column() -> Column[StaffLine]:
    return Column(
        key="last",
        title=lambda: translate("StaffAccounts", "Last sign-in"),
        text=_last_day,
        sort=lambda line: line.last_signed_in_at,
        tooltip=lambda line: moment(line.last_signed_in_at),
        plain=lambda line: moment(line.last_signed_in_at),
        figures=True,
        room=11,
        weight=0.3,
    )


def has_left(line: StaffLine, today: dt.date) -> bool:
    """Whether the account lets nobody in any more."""
    return line.left_on is not None and line.left_on <= today


def is_locked(line: StaffLine, now: dt.datetime) -> bool:
    """Whether wrong passwords have locked the account for a while."""
    return line.locked_until is not None and line.locked_until > now


def state_words(line: StaffLine, now: dt.datetime) -> ChipWords:
    """How an account stands, the gravest first."""
    if line.left_on is not None and has_left(line, in_japan(now).date()):
        told = translate("StaffAccounts", "Disabled {day}")
        return ChipWords(told.format(day=written.short_date(line.left_on)), Kind.MUTE, "exit")
    if line.locked_until is not None and is_locked(line, now):
        told = translate("StaffAccounts", "Locked until {time}")
        until = written.time_of_day(in_japan(line.locked_until))
        return ChipWords(told.format(time=until), Kind.ERR, "lock")
    if not line.must_change_password:
        return ChipWords(translate("StaffAccounts", "Active"), Kind.OK, "check")
    if line.password_expires_at is not None and line.password_expires_at <= now:
        return ChipWords(translate("StaffAccounts", "Password expired"), Kind.WARN, "clock")
    return ChipWords(translate("StaffAccounts", "Must change password"), Kind.INFO, "key")


def moment(at: dt.datetime | None) -> str:
    """A moment as it stands in the list, or nothing."""
    if at is None:
        return ""
    local = in_japan(at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"


def office_words(line: StaffLine, code: LanguageCode) -> str:
    """The office's name in a language."""
    return line.office_name if code is LanguageCode.JA else line.office_name_latin


def _last_day(line: StaffLine) -> str:
    return moment(line.last_signed_in_at)[:10]


def _name_lines(line: StaffLine, code: LanguageCode) -> tuple[tuple[Span, ...], ...]:
    names = (line.name, line.name_latin)
    first, second = names if code is LanguageCode.JA else reversed(names)
    return ((Span(first, bold=True),), (Span(second, "xs", muted=True),))


def _chip(line: StaffLine, now: dt.datetime) -> tuple[str, Kind, str]:
    words = state_words(line, now)
    return words.text, words.kind, words.icon
