"""What an office did in a day: papers, numbers, contacts, procedures."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from db.models import (
    AuditEvent,
    Contact,
    Debt,
    Document,
    DocumentDebt,
    Office,
    PrintEvent,
    Request,
    Staff,
)
from db.queries.audit import audit_state
from db.queries.paper_settings import paper_settings
from db.rules.contact_words import Channel, ContactState, Topic
from db.rules.daily_sheet import (
    DailySheet,
    NumberRange,
    PaperLine,
    ProcedureLine,
    Seal,
    TopicLine,
)
from db.rules.document_numbers import LETTERS
from db.rules.member_words import Procedure
from db.rules.notice_facts import Addressee, NoticeHead
from db.rules.paper import PaperKind, PaperWay
from db.rules.periods import TOKYO
from db.rules.words import Account, CustomerKind, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from db.rules.issuer import Issuer

_MOST_PRINTS: Final = 50_000
_MOST_LINES: Final = 500
_MOST_SHEETS: Final = 20


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet that was issued, and by whom."""

    document_id: int
    number: str
    issued_at: dt.datetime
    issued_by: str


def daily_sheet(
    session: Session,
    office_id: int,
    day: dt.date,
    *,
    issuer: Issuer,
    now: dt.datetime,
    number: str = "",
) -> DailySheet:
    """The acts of those who work at the office now; the head is addressed to the office itself."""
    office = session.execute(select(Office.name).where(Office.id == office_id)).scalar_one()
    to = Addressee(office, CustomerKind.COMPANY, "", "")
    kind, settings = PaperKind.DAILY_SHEET, paper_settings(session)
    lines = {each: PaperLine(each) for each in PaperKind}
    numbers = []
    for row in _of(session, _issued(), Document.issued_by, Document.issued_at, office_id, day):
        lines[row.kind] = _line(row)
        if row.first.startswith(f"{LETTERS[row.kind]}-"):
            numbers.append(NumberRange(row.kind, row.first, row.last, row.issued))
    _add_money(session, lines, office_id, day)
    _add_prints(session, lines, office_id, day)
    state = audit_state(session)
    return DailySheet(
        head=NoticeHead(kind, number, now, issuer, settings, to),
        day=day,
        papers=tuple(line for line in lines.values() if line != PaperLine(line.kind)),
        numbers=tuple(sorted(numbers, key=lambda each: list(PaperKind).index(each.kind))),
        topics=_topics(session, office_id, day),
        procedures=_procedures(session, office_id, day),
        seal=Seal(state.anchor, state.seals, state.sealed),
    )


def sheets_of(session: Session, office_id: int, day: dt.date) -> tuple[KeptSheet, ...]:
    """The sheets that were issued for an office's day, the newest first."""
    question = (
        select(Document.id, Document.number, Document.issued_at, Staff.name)
        .join(Staff, Staff.id == Document.issued_by)
        .where(Document.kind == PaperKind.DAILY_SHEET, Document.issued_on == day)
        .where(Staff.office_id == office_id)
        .order_by(Document.issued_at.desc(), Document.id.desc())
        .limit(_MOST_SHEETS)
    )
    return tuple(KeptSheet(*row) for row in session.execute(question))


def _of(
    session: Session,
    question: Select[*tuple[Any, ...]],
    staff_id: InstrumentedAttribute[Any],
    at: InstrumentedAttribute[dt.datetime],
    office_id: int,
    day: dt.date,
) -> Iterator[Row[Any]]:
    """The answers about what the office's staff did between one midnight in Japan and the next."""
    begun = dt.datetime.combine(day, dt.time(), TOKYO)
    of_the_day = and_(at >= begun, at < begun + dt.timedelta(days=1))
    at_work = select(Staff.id).where(Staff.office_id == office_id)
    yield from session.execute(question.where(staff_id.in_(at_work), of_the_day))


def _counted(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((which, 1), else_=0))


def _issued() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Document.kind,
            func.count().label("issued"),
            _counted(Document.reissue > 0).label("reissued"),
            _counted(Document.batch_id.is_not(None)).label("in_batches"),
            func.sum(Document.pages).label("pages"),
            func.min(Document.number).label("first"),
            func.max(Document.number).label("last"),
        )
        .group_by(Document.kind)
        .limit(_MOST_LINES)
    )


def _line(row: Row[Any]) -> PaperLine:
    counts = (row.issued, row.reissued, row.in_batches, row.pages)
    return PaperLine(row.kind, *map(int, counts))


def _add_money(
    session: Session, lines: dict[PaperKind, PaperLine], office_id: int, day: dt.date
) -> None:
    asked = DocumentDebt.yen + DocumentDebt.fee_yen + DocumentDebt.interest_yen
    question = (
        select(Document.kind, Debt.account, func.sum(asked).label("yen"))
        .join(DocumentDebt, DocumentDebt.document_id == Document.id)
        .join(Debt, Debt.id == DocumentDebt.debt_id)
        .group_by(Document.kind, Debt.account)
        .limit(_MOST_LINES)
    )
    for row in _of(session, question, Document.issued_by, Document.issued_at, office_id, day):
        line, yen = lines[row.kind], int(row.yen)
        water = row.account is Account.WATER
        lines[row.kind] = replace(line, water_yen=yen) if water else replace(line, sewerage_yen=yen)


def _add_prints(
    session: Session, lines: dict[PaperKind, PaperLine], office_id: int, day: dt.date
) -> None:
    out: Counter[tuple[PaperKind, str]] = Counter()
    failed = PrintEvent.failure != ""
    question = (
        select(
            Document.kind,
            PrintEvent.way,
            failed.label("failed"),
            func.sum(PrintEvent.copies).label("copies"),
        )
        .join(Document, Document.id == PrintEvent.document_id)
        .group_by(Document.kind, PrintEvent.way, failed)
        .limit(_MOST_LINES)
    )
    for row in _of(session, question, PrintEvent.staff_id, PrintEvent.at, office_id, day):
        out[row.kind, "failed" if row.failed else _WAYS[row.way]] += int(row.copies)
    for kind, way in _papers_of_acts(session, office_id, day):
        out[kind, _WAYS[way]] += 1
    for (kind, name), count in out.items():
        changes: dict[str, Any] = {name: count}
        lines[kind] = replace(lines[kind], **changes)


_WAYS: Final = {PaperWay.PRINTER: "printed", PaperWay.FILE: "saved", PaperWay.BUNDLE: "saved"}


def _papers_of_acts(
    session: Session, office_id: int, day: dt.date
) -> Iterator[tuple[PaperKind, PaperWay]]:
    """What left with a procedure, such as a control copy: only the record of acts knows it."""
    question = (
        select(AuditEvent.facts)
        .where(AuditEvent.kind == EventKind.PRINTED)
        .order_by(AuditEvent.id)
        .limit(_MOST_PRINTS)
    )
    for row in _of(session, question, AuditEvent.staff_id, AuditEvent.at, office_id, day):
        facts = json.loads(row.facts)
        if "what" in facts:
            yield PaperKind(facts["what"]), PaperWay(facts["to"])


def _topics(session: Session, office_id: int, day: dt.date) -> tuple[TopicLine, ...]:
    question = (
        select(Contact.topic, Contact.channel, func.count().label("contacts"))
        .where(Contact.state != ContactState.WRONG_OPENING)
        .group_by(Contact.topic, Contact.channel)
        .limit(_MOST_LINES)
    )
    rows = _of(session, question, Contact.staff_id, Contact.started_at, office_id, day)
    counts = {(row.topic, row.channel): row.contacts for row in rows}
    lines = (
        TopicLine(topic, tuple(counts.get((topic, channel), 0) for channel in Channel))
        for topic in (*Topic, None)
    )
    return tuple(line for line in lines if line.total)


def _procedures(session: Session, office_id: int, day: dt.date) -> tuple[ProcedureLine, ...]:
    question = (
        select(Request.kind, func.count().label("done"))
        .where(Request.kind != Procedure.DOCUMENT)  # told of as papers
        .group_by(Request.kind)
        .limit(_MOST_LINES)
    )
    rows = _of(session, question, Request.staff_id, Request.at, office_id, day)
    done = {row.kind: row.done for row in rows}
    return tuple(ProcedureLine(each, done[each]) for each in Procedure if each in done)
