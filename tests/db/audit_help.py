"""The audit of a bureau in a test's hands."""

from __future__ import annotations

from sqlalchemy import text

from db.commands.audit import Actor, record
from db.commands.seals import seal
from db.queries.audit import check_audit
from db.rules.words import EventKind

BY = Actor(7, "窓口1")
TABLES = ("audit_event", "audit_seal")


class Audit:
    """The audit of one bureau, and somebody with every right to the database behind it."""

    def __init__(self, database, clock):
        self.database, self.clock = database, clock

    def write(self, events, customer_id=1):
        with self.database.writing() as session:
            for number in range(events):
                facts = {"customer_id": customer_id + number, "reason": "電話の方です"}
                record(session, EventKind.CUSTOMER_OPENED, by=BY, now=self.clock(), **facts)

    def seal(self):
        with self.database.writing() as session:
            return seal(session, now=self.clock())

    def found(self, printed_anchor=None):
        with self.database.reading() as session:
            findings = check_audit(session, printed_anchor=printed_anchor)
        return [(finding.kind, finding.seal_id) for finding in findings]

    def tamper(self, *statements):
        with self.database.writing() as session:
            for statement in (*self._without_triggers(), *statements):
                session.execute(text(statement))

    def _without_triggers(self):
        if self.database.engine.dialect.name == "postgresql":
            return [f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in TABLES]
        acts = ("update", "delete")
        return [f"DROP TRIGGER IF EXISTS {t}_no_{act}" for t in TABLES for act in acts]
