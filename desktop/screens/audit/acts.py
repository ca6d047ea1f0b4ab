"""What is fetched for the screen of the record, on another thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.guard.audit_log import export_audit, read_audit
from db.queries.audit import audit_state
from db.queries.customer_numbers import customer_numbered
from db.queries.staff_accounts import office_of, staff_list
from db.rules.csv_safety import csv_cell
from desktop.screens.audit.question import Question
from desktop.widgets.table_export import csv_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.queries.audit import AuditState
    from db.queries.audit_log import AuditFilter, AuditRow
    from desktop.desk import Desk
    from desktop.widgets.record_model import Column


@dataclass(frozen=True, slots=True)
class Known:
    """Who may be asked about, by id, and how far the record is sealed."""

    names: Mapping[int, str]
    state: AuditState


@dataclass(frozen=True, slots=True)
class Answer:
    """The newest events that answer a question, its number looked up; ``more`` are older."""

    question: Question
    rows: tuple[AuditRow, ...]
    more: bool


def known(session: Session, *, colleagues_of: int | None) -> Known:
    """Who works here, those of one's own office only where somebody's colleagues are meant."""
    office_id = None if colleagues_of is None else office_of(session, colleagues_of)
    lines = staff_list(session, office_id=office_id)
    return Known({line.staff_id: line.name for line in lines}, audit_state(session))


def answer(desk: Desk, question: Question, *, after: tuple[AuditRow, ...] = ()) -> Answer:
    """Read the record, from the newest or on after what is shown; recorded first.

    Raises RuleBroken ``customer.number_unknown`` and ``permission.denied``.
    """
    if question.number:
        with desk.database.reading() as session:
            customer_id = customer_numbered(session, question.number)
        question = Question(replace(question.wanted, customer_id=customer_id))
    before = after[-1].id if after else None
    page = read_audit(desk.database, question.wanted, before_id=before, by=desk.actor, now=desk.now)
    return Answer(question, (*after, *page.rows), page.more)


def export(desk: Desk, wanted: AuditFilter, columns: Sequence[Column[AuditRow]], file: Path) -> int:
    """Write the events to a file that no spreadsheet runs; gives how many, recorded first.

    Raises RuleBroken ``file.not_written`` and ``permission.denied``.
    """
    page = export_audit(desk.database, wanted, by=desk.actor, now=desk.now)
    lines = [[column.title() for column in columns]]
    lines += [[column.for_file(row) for column in columns] for row in page.rows]
    try:
        file.write_bytes(csv_file(lines, harmless=csv_cell))
    except OSError as error:
        raise RuleBroken("file.not_written", file=str(file), why=error.strerror) from error
    return len(page.rows)
