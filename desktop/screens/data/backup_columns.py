"""The columns of the backups there are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.periods import in_japan
from desktop import format as written
from desktop.theme import Kind
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from desktop.screens.data.acts import KeptBackup

translate = QCoreApplication.translate
_MEGA = 1_000_000


def moment(at: dt.datetime | None) -> str:
    """A moment as the desk's clock shows it, or a dash."""
    if at is None:
        return "–"
    local = in_japan(at)
    return f"{written.short_date(local.date())} {written.time_of_day(local)}"


def megabytes(size: int) -> str:
    """A size in MB, never 0: 2.8, 1,204."""
    return f"{max(size / _MEGA, 0.1):,.1f}"


def backup_columns() -> tuple[Column[KeptBackup], ...]:
    """When it was made, how large it is, whether it is good, tried out, and kept until when."""
    return (
        Column(
            key="made",
            title=lambda: translate("Backups", "Made"),
            text=lambda kept: moment(kept.backup.manifest.made_at),
            sort=lambda kept: kept.backup.manifest.made_at,
            room=17,
            weight=0.1,
            figures=True,
        ),
        Column(
            key="size",
            title=lambda: translate("Backups", "Size (MB)"),
            text=lambda kept: megabytes(kept.backup.manifest.size),
            sort=lambda kept: kept.backup.manifest.size,
            room=9,
            weight=0.1,
            numeric=True,
        ),
        Column(
            key="rows",
            title=lambda: translate("Backups", "Rows"),
            text=lambda kept: written.number(kept.rows),
            sort=lambda kept: kept.rows,
            plain=lambda kept: str(kept.rows),
            room=10,
            weight=0.1,
            numeric=True,
            shown=False,
        ),
        *_later_columns(),
    )


def _later_columns() -> tuple[Column[KeptBackup], ...]:
    return (
        Column(
            key="state",
            title=lambda: translate("Backups", "Checked"),
            text=lambda kept: _chip(kept)[0],
            chip=_chip,
            room=15,
            weight=0.3,
        ),
        Column(
            key="until",
            title=lambda: translate("Backups", "Kept until"),
            text=_until,
            sort=lambda kept: kept.until or dt.date.max,
            room=12,
            weight=0.2,
            figures=True,
        ),
        Column(
            key="file",
            title=lambda: translate("Backups", "File"),
            text=lambda kept: kept.backup.file.name,
            room=18,
            shown=False,
        ),
    )


def _until(kept: KeptBackup) -> str:
    return "–" if kept.until is None else written.short_date(kept.until)


def _chip(kept: KeptBackup) -> tuple[str, Kind, str]:
    if not kept.backup.manifest.audit_sound:
        return translate("Backups", "Audit was changed"), Kind.ERR, "warn"
    if kept.faults:
        return translate("Backups", "Faults found"), Kind.ERR, "warn"
    if kept.tried_at is not None:
        return translate("Backups", "Tried out"), Kind.OK, "okc"
    return translate("Backups", "Verified"), Kind.OK, "check"
