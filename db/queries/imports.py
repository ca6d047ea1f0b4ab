"""The runs of the billing host's files, as they ended, and the lines that they refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from db.models import ImportFile, ImportRefusal, ImportRun, Setting, Staff
from db.rules.import_facts import MOST_REFUSED_SETTING, FileReport, ImportReport, Refusal
from db.rules.import_words import Fault, ImportState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

_MOST_FILES: Final = 999


def import_runs(session: Session, limit: int = 100) -> tuple[ImportReport, ...]:
    """The newest runs first, each with its files but without its refused lines."""
    newest = (ImportRun.begun_at.desc(), ImportRun.id.desc())
    rows = session.execute(_runs().order_by(*newest).limit(limit)).all()
    files = _files_of(session, [run.id for run in rows])
    return tuple(_report(run, files.get(run.id, ())) for run in rows)


def import_run(session: Session, run_id: int) -> ImportReport | None:
    """One run with its files, without its refused lines; None when there is no such run."""
    run = session.execute(_runs().where(ImportRun.id == run_id).limit(1)).one_or_none()
    return None if run is None else _report(run, _files_of(session, [run_id]).get(run_id, ()))


def refusals_of(session: Session, run_id: int, limit: int = 100_000) -> tuple[Refusal, ...]:
    """The lines that a run refused, file by file in the order of their lines."""
    rows = session.execute(
        select(
            ImportFile.name,
            ImportRefusal.line,
            ImportRefusal.field,
            ImportRefusal.value,
            ImportRefusal.reason,
            ImportRefusal.expected,
        )
        .join(ImportFile, ImportFile.id == ImportRefusal.file_id)
        .where(ImportFile.run_id == run_id)
        .order_by(ImportFile.position, ImportRefusal.line, ImportRefusal.id)
        .limit(limit)
    )
    return tuple(Refusal(*row[:4], Fault(row.reason), row.expected) for row in rows)


def stored_at(session: Session, sha256: str) -> dt.datetime | None:
    """When a file with this checksum was last stored to its last line; None when it never was."""
    return session.scalar(
        select(ImportRun.ended_at)
        .join(ImportFile, ImportFile.run_id == ImportRun.id)
        .where(ImportFile.sha256 == sha256, ImportRun.state == ImportState.STORED)
        # what was refused may refer to what has come since
        .where(ImportFile.rows_refused == 0)
        .order_by(ImportRun.ended_at.desc())
        .limit(1)
    )


def most_refused_set(session: Session) -> str:
    """How many refused lines the bureau lets pass, as it was set: none unless it says so."""
    question = select(Setting.value).where(Setting.name == MOST_REFUSED_SETTING).limit(1)
    return session.scalar(question) or "0"


def _runs() -> Select[Any]:
    columns = (*ImportRun.__table__.columns, Staff.name)
    return select(*columns).outerjoin(Staff, Staff.id == ImportRun.staff_id)


def _files_of(session: Session, run_ids: Collection[int]) -> dict[int, tuple[FileReport, ...]]:
    rows = session.execute(
        select(*ImportFile.__table__.columns)
        .where(ImportFile.run_id.in_(run_ids))
        .order_by(ImportFile.run_id, ImportFile.position)
        .limit(len(run_ids) * _MOST_FILES)
    )
    found: dict[int, tuple[FileReport, ...]] = {}
    for row in rows:
        found[row.run_id] = (*found.get(row.run_id, ()), _file(row))
    return found


def _file(row: Row[Any]) -> FileReport:
    return FileReport(
        name=row.name,
        kind=row.kind,
        sha256=row.sha256,
        rows_read=row.rows_read,
        rows_new=row.rows_new,
        rows_changed=row.rows_changed,
        rows_unchanged=row.rows_unchanged,
        rows_refused=row.rows_refused,
        yen=row.yen,
        usage_m3=row.usage_m3,
    )


def _report(run: Row[Any], files: tuple[FileReport, ...]) -> ImportReport:
    return ImportReport(
        state=run.state,
        run_id=run.id,
        by=run.name or "",
        desk=run.desk,
        begun_at=run.begun_at,
        ended_at=run.ended_at,
        most_refused=run.most_refused,
        files=files,
    )
