"""A counter at which papers are issued, for tests on both databases."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import select

from db.commands.documents import issue
from db.errors import RuleBroken
from db.models import AuditEvent, Document, DocumentDebt, NumberSeries, PrintEvent
from db.queries.documents import documents_of
from db.rules.issuer import Issuer
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind, PaperLanguage
from tests.db.member_desk import MemberDesk, new_key
from tests.factories import add_bill

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
TODAY = dt.date(2024, 9, 18)
ISSUER = Issuer("金沢水道局", "", "料金センター", "", "佐藤", "")


@dataclass(frozen=True)
class Rendered:
    """A file that says what its notices are, without drawing them."""

    data: bytes
    first_pages: tuple[int, ...]
    pages: tuple[int, ...]


def render(notices):
    """One page each."""
    said = [f"{each.head.number} {each.head.addressee.name}" for each in notices]
    count = len(notices)
    pages = tuple(range(1, count + 1))
    return Rendered(f"%PDF {said}".encode(), pages, (1,) * count)


class DocumentDesk(MemberDesk):
    """One clerk with one customer whose newest bill is unpaid."""

    def __init__(self, database, clock=lambda: NOW, **more):
        super().__init__(database, clock, **more)
        self.bill_id = self.bill()

    def bill(self, contract_id=None, *args, **more):
        """Another bill."""
        with self.database.writing() as session:
            return add_bill(session, contract_id or self.contract_id, *args, **more)

    def wanted(self, kind=PaperKind.REISSUED_SLIP, **more):
        """What the clerk wants."""
        facts = {"bill_ids": (self.bill_id,)} | more
        return Wanted(kind, facts.pop("contract_id", self.contract_id), **facts)

    def issue(self, wanted=None, **more):
        """Issue a paper, the slip anew unless told otherwise."""
        with self.database.writing() as session:
            return self.issue_in(session, wanted, **more)

    def issue_in(self, session, wanted=None, **more):
        """Issue a paper within a transaction."""
        facts = {"render": render, "language": PaperLanguage.JA, "issuer": ISSUER}
        facts |= {"contact_id": self.contact_id, "key": new_key()}
        facts |= {"by": self.by, "now": self.clock()}
        return issue(session, wanted or self.wanted(), **(facts | more))

    def issue_refused(self, wanted=None, **more):
        """The code with which a paper is not issued."""
        try:
            self.issue(wanted, **more)
        except RuleBroken as broken:
            return broken.code
        raise AssertionError("it was issued")

    def act(self, command, *args, **more):
        """Do something with a document in the contact of this desk."""
        facts = {"by": self.by, "now": self.clock(), "contact_id": self.contact_id} | more
        facts = {name: value for name, value in facts.items() if value is not ...}
        with self.database.writing() as session:
            return command(session, *args, **facts)

    def act_refused(self, command, *args, **more):
        """The code with which that is refused."""
        try:
            self.act(command, *args, **more)
        except RuleBroken as broken:
            return broken.code
        raise AssertionError("it was done")

    def documents(self, contract_id=None):
        """What the customer was issued, newest first."""
        with self.database.reading() as session:
            return documents_of(session, self.customer_id, contract_id)

    def rows(self, model):
        """Every row of a table."""
        with self.database.reading() as session:
            return session.scalars(select(model)).all()

    def prints(self):
        """What left."""
        return self.rows(PrintEvent)

    def nothing_happened(self):
        """Whether no paper is there, and no number given out."""
        tables = (Document, DocumentDebt, PrintEvent, NumberSeries)
        return not any(self.rows(table) for table in tables)

    def told(self, kind):
        """The particulars of the audit's events of one kind."""
        with self.database.reading() as session:
            rows = session.scalars(select(AuditEvent).where(AuditEvent.kind == kind))
            return [json.loads(row.facts) for row in rows]
