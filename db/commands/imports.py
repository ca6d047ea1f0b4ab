"""Keeping that a delivery of the billing host came, and what became of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from db.commands.audit import Actor, record
from db.models import ImportFile, ImportRefusal, ImportRun, Setting
from db.rules.import_words import ImportState
from db.rules.words import EventKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rules.import_facts import ImportReport

_EVENTS: Final = {
    ImportState.STORED: EventKind.IMPORTED,
    ImportState.REFUSED: EventKind.IMPORT_REFUSED,
    ImportState.CANCELLED: EventKind.IMPORT_CANCELLED,
    ImportState.CAME_BEFORE: EventKind.IMPORT_REPEATED,
}
_AT_ONCE: Final = 5000
_SEEN_TO: Final = "delivery.payments_seen_to"


def record_run(session: Session, report: ImportReport, *, by: Actor) -> int:
    """Keep a run with its files and refused lines, and its event; gives its number."""
    run = ImportRun(
        staff_id=by.staff_id,
        desk=by.desk,
        begun_at=report.begun_at,
        ended_at=report.ended_at,
        state=report.state,
        most_refused=report.most_refused,
    )
    session.add(run)
    session.flush()
    _add_files(session, report, run.id)
    record(
        session,
        _EVENTS[report.state],
        by=by,
        now=report.ended_at,
        run=run.id,
        files=len(report.files),
        rows=report.rows_read,
        refused=report.rows_refused,
    )
    return run.id


def move_delivery(session: Session, *, at: dt.datetime, payments_to: dt.date | None) -> None:
    """Say since when what is stored is the host's, and up to which day payments are in it."""
    set_setting(session, "delivery.at", at.astimezone(dt.UTC).isoformat(timespec="seconds"))
    if payments_to is not None:
        seen = session.scalar(select(Setting.value).where(Setting.name == _SEEN_TO).limit(1))
        set_setting(session, _SEEN_TO, max(seen or "", payments_to.isoformat()))


def set_setting(session: Session, name: str, value: str) -> None:
    """Keep what a file moved on, such as up to when it told of changes."""
    setting = session.get(Setting, name)
    if setting is None:
        session.add(Setting(name=name, value=value))
    else:
        setting.value = value


def _add_files(session: Session, report: ImportReport, run_id: int) -> None:
    ids = {}
    for position, file in enumerate(report.files, 1):
        row = ImportFile(
            run_id=run_id,
            position=position,
            name=file.name,
            kind=file.kind,
            sha256=file.sha256,
            rows_read=file.rows_read,
            rows_new=file.rows_new,
            rows_changed=file.rows_changed,
            rows_unchanged=file.rows_unchanged,
            rows_refused=file.rows_refused,
            yen=file.yen,
            usage_m3=file.usage_m3,
        )
        session.add(row)
        session.flush()
        ids[file.name] = row.id
    rows = [
        {
            "file_id": ids[each.file],
            "line": each.line,
            "field": each.field[:60],
            "value": each.value[:200],
            "reason": each.reason.value,
            "expected": each.expected[:200],
        }
        for each in report.refusals
    ]
    for start in range(0, len(rows), _AT_ONCE):
        session.execute(insert(ImportRefusal), rows[start : start + _AT_ONCE])
