"""When backups are made, where, and how many of them are kept, as the bureau has set it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Setting
from db.rules.backup_rule import MOST_KEPT, Keep

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BACKUP_SETTINGS: Final = (
    "backup.folder",
    "backup.time",
    "backup.keep_daily",
    "backup.keep_weekly",
    "backup.keep_monthly",
)
"""The names of the settings of backups."""


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """``folder`` is empty and ``at`` None where nothing is set; ``at`` is a time in Japan."""

    folder: str
    at: dt.time | None
    keep: Keep


def backup_settings(session: Session) -> BackupSettings:
    """What is set; raises RuleBroken ``setting.unreadable`` with its ``name``."""
    rows = session.execute(
        select(Setting.name, Setting.value)
        .where(Setting.name.in_(BACKUP_SETTINGS))
        .limit(len(BACKUP_SETTINGS))
    )
    values = {name: value for name, value in rows if value}
    usual = Keep()
    return BackupSettings(
        folder=values.get("backup.folder", ""),
        at=_time(values.get("backup.time", "")),
        keep=Keep(
            daily=_count(values, "backup.keep_daily", usual.daily),
            weekly=_count(values, "backup.keep_weekly", usual.weekly),
            monthly=_count(values, "backup.keep_monthly", usual.monthly),
        ),
    )


def _time(value: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(value) if value else None
    except ValueError as error:
        raise RuleBroken("setting.unreadable", name="backup.time", value=value) from error


def _count(values: dict[str, str], name: str, usual: int) -> int:
    value = values.get(name, str(usual))
    if not value.isdecimal() or not 1 <= int(value) <= MOST_KEPT:
        raise RuleBroken("setting.unreadable", name=name, value=value)
    return int(value)
