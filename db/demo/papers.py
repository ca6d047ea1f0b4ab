"""What the billing host issued to the town on paper: reading and payment notices, and dunning.

Of these the files stayed with the host, so that none has a file here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, insert, select, update

from db.demo.bulk import filling
from db.demo.dunned import dunned
from db.demo.paper import Asked, Paper
from db.demo.rows import DocumentDebtRow, DocumentRow, Rows
from db.models import (
    Bill,
    Contract,
    Debt,
    Document,
    Hold,
    Member,
    MemberContract,
    NumberSeries,
    Protection,
    Staff,
)
from db.rules.contact_words import HoldKind
from db.rules.document_numbers import document_number, published_on, series_of
from db.rules.member_words import MemberState
from db.rules.paper import PaperKind
from db.rules.periods import TOKYO, day_in_japan, months_before
from db.rules.words import PaymentMethod, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from db.engine import Database

_MONTHS: Final = 13
_PAPERS_AT_ONCE: Final = 20_000
_READ_AT_ONCE: Final = 2000
_ISSUED_AT: Final = "00:00:00.000000"  # nine in the morning in Japan
_LOOKED_AT: Final = dt.time(20, 15, tzinfo=TOKYO)
_LOOKS_AFTER: Final = 7
_LOOKS_AT_ALL: Final = 3


def issue_papers(database: Database, delivered_at: dt.datetime) -> None:
    """Add what was issued in a year, and every dunning notice about what is still unpaid."""
    today = day_in_japan(delivered_at)
    with database.reading() as session, filling(database.engine) as filler:
        office = _Office(session, delivered_at, database.engine.dialect.name)
        papers = merge(
            _of_bills(session, PaperKind.PAYMENT_NOTICE, Bill.issued_on, today),
            _of_bills(session, PaperKind.READING_NOTICE, Bill.to_on, today),
            dunned(session, last_run_before=months_before(today, 1)),
        )
        for count, paper in enumerate(papers, 1):
            office.issue(paper)
            if count % _PAPERS_AT_ONCE == 0:
                filler.put(office.rows)
        filler.put(office.rows)
    with database.writing() as session:
        counts = [{"name": name, "last": last} for name, last in sorted(office.counts.items())]
        session.execute(insert(NumberSeries), counts)
        _let_come_back(session)


class _Office:
    """Numbers papers as they are issued, posts them, and shows them on the portal."""

    def __init__(self, session: Session, delivered_at: dt.datetime, dialect: str) -> None:
        supervisors = select(Staff.id).where(Staff.role == Role.SUPERVISOR).order_by(Staff.id)
        protected = select(Protection.customer_id)
        looking = (
            select(MemberContract.contract_id)
            .join(Member, Member.id == MemberContract.member_id)
            .where(Member.state == MemberState.ACTIVE, MemberContract.held_to.is_(None))
        )
        self.rows = Rows()
        self.counts: Counter[str] = Counter()
        self._supervisor = session.scalars(supervisors.limit(1)).one()
        self._protected = frozenset(session.scalars(protected))
        self._looking = frozenset(session.scalars(looking))
        self._delivered_at = delivered_at
        self._zone = "" if dialect == "sqlite" else "+00"  # SQLite keeps UTC without saying so

    def issue(self, paper: Paper) -> None:
        """Add the paper's rows."""
        issued = paper.issued_on
        series = series_of(paper.kind, issued)
        self.counts[series] += 1
        number = self.rows.documents.number()
        protected = paper.customer_id in self._protected
        shown = published_on(paper.kind, issued, protected=protected)
        self.rows.documents.add(
            DocumentRow(
                number,
                paper.kind.value,
                document_number(paper.kind, issued, self.counts[series]),
                paper.customer_id,
                paper.contract_id,
                paper.month.isoformat(),
                paper.yen,
                None if paper.limit_on is None else paper.limit_on.isoformat(),
                issued.isoformat(),
                f"{issued} {_ISSUED_AT}{self._zone}",
                self._supervisor,
                issued.isoformat() if paper.mailed else None,
                None if shown is None else shown.isoformat(),
                None if shown is None else self._seen_at(paper, number, shown),
            )
        )
        for asked in paper.asked:
            self.rows.document_debts.add(DocumentDebtRow(number, *asked))

    def _seen_at(self, paper: Paper, number: int, shown: dt.date) -> str | None:
        if paper.contract_id not in self._looking or number % _LOOKS_AT_ALL == 0:
            return None
        day = shown + dt.timedelta(days=number % _LOOKS_AFTER)
        seen = dt.datetime.combine(day, _LOOKED_AT)
        if seen >= self._delivered_at:
            return None
        return f"{seen.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S.%f}{self._zone}"


def _of_bills(
    session: Session, kind: PaperKind, day: InstrumentedAttribute[dt.date], today: dt.date
) -> Iterator[Paper]:
    """The notices of a kind about the bills, in the order of the day on which they were issued."""
    rows = session.execute(_bills(kind, day, today)).yield_per(_READ_AT_ONCE)
    for _, group in groupby(rows, key=lambda row: row.bill_id):
        paper = _paper(kind, list(group))
        if paper.yen:
            yield paper


def _paper(kind: PaperKind, rows: list[Row[Any]]) -> Paper:
    first, asking = rows[0], kind is PaperKind.PAYMENT_NOTICE
    return Paper(
        issued_on=first.day,
        kind=kind,
        contract_id=first.contract_id,
        month=first.month,
        customer_id=first.customer_id,
        yen=sum(row.yen for row in rows),
        limit_on=max(row.due_on for row in rows) if asking else None,
        asked=tuple(Asked(row.debt_id, row.yen) for row in rows if row.yen) if asking else (),
        mailed=asking,  # the reader leaves the other one at the place
    )


def _bills(
    kind: PaperKind, day: InstrumentedAttribute[dt.date], today: dt.date
) -> Select[*tuple[Any, ...]]:
    bills = (
        select(
            day.label("day"),
            Bill.id.label("bill_id"),
            Bill.contract_id,
            Contract.customer_id,
            Bill.month,
            Debt.id.label("debt_id"),
            Debt.yen,
            Debt.due_on,
        )
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(day >= months_before(today, _MONTHS))
        .order_by(day, Bill.contract_id, Bill.month, Bill.id, Debt.id)
    )
    if kind is PaperKind.PAYMENT_NOTICE:
        return bills.where(Contract.payment_method == PaymentMethod.SLIP)
    return bills.where(Bill.sequence == 1)


def _let_come_back(session: Session) -> None:
    """The last letter to those whose mail is known to come back came back."""
    back = select(Hold.customer_id, Hold.from_on).where(Hold.kind == HoldKind.RETURNED_MAIL)
    newest = (Document.issued_on.desc(), Document.id.desc())
    for customer_id, day in session.execute(back).all():
        mailed = select(Document.id).where(Document.customer_id == customer_id)
        last = session.scalar(mailed.where(Document.mailed_on < day).order_by(*newest).limit(1))
        session.execute(update(Document).where(Document.id == last).values(returned_on=day))
