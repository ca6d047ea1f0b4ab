"""What the bureau has set for memberships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Setting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ACTIVATE: Final = "members.activate_at_desk"
_KEEP: Final = "members.keep_withdrawn_days"
_TERMS: Final = "terms.version"
_MOST_DAYS: Final = 3650


@dataclass(frozen=True, slots=True)
class MemberSettings:
    """Whether who registers in person is a member at once; days that withdrawn ones are kept.

    With no days the personal columns of a withdrawn member are emptied at once.
    """

    activate_at_desk: bool
    keep_withdrawn_days: int
    terms_version: str


def member_settings(session: Session) -> MemberSettings:
    """What is set, or the usual where nothing is; raises ``setting.unreadable``."""
    named = Setting.name.in_((_ACTIVATE, _KEEP, _TERMS))
    rows = session.execute(select(Setting.name, Setting.value).where(named).limit(3))
    values = {name: value for name, value in rows if value}
    return MemberSettings(
        activate_at_desk=_yes(values.get(_ACTIVATE, "yes")),
        keep_withdrawn_days=_days(values.get(_KEEP, "0")),
        terms_version=values.get(_TERMS, "2024-04"),
    )


def _yes(value: str) -> bool:
    if value not in {"yes", "no"}:
        raise RuleBroken("setting.unreadable", name=_ACTIVATE, value=value)
    return value == "yes"


def _days(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) <= _MOST_DAYS):
        raise RuleBroken("setting.unreadable", name=_KEEP, value=value)
    return int(value)
