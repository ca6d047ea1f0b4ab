"""A supervisor reads who saw a customer and what somebody did; the reading is on record too."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.audit import Actor, record
from db.commands.seals import seal
from db.errors import RuleBroken
from db.guard.audit_log import export_audit, read_audit, verify_audit
from db.models import AuditEvent
from db.queries.audit_log import AuditFilter, audit_page, did, verify, who_saw
from db.rules.sealing import Tampering
from db.rules.words import EventKind, Role
from tests.db.audit_help import Audit
from tests.db.statements import statements_of
from tests.factories import add_customer, add_office, add_staff

NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
OPENED, VIEWED = EventKind.CUSTOMER_OPENED, EventKind.BILLS_VIEWED


class Bureau:
    """Two offices with a clerk each, a supervisor in the first, and an administrator."""

    def __init__(self, database):
        self.database = database
        with database.writing() as session:
            self.here, self.there = (add_office(session) for _ in range(2))
            self.clerk = self._staff(session, self.here, Role.COUNTER, "鈴木 一")
            self.other = self._staff(session, self.there, Role.PHONE, "田中 恵")
            self.supervisor = self._staff(session, self.here, Role.SUPERVISOR, "佐藤 明")
            self.admin = self._staff(session, self.there, Role.ADMIN, "林 健")
            self.hanako = add_customer(session)
            self.taro = add_customer(session, "氷室 太郎")

    def _staff(self, session, office_id, role, name):
        return Actor(add_staff(session, office_id=office_id, role=role, name=name), "窓口3")

    def happened(self, kind, by, minutes, **more):
        at = NOW + minutes * MINUTE
        with self.database.writing() as session:
            record(session, kind, by=by, now=at, **more)

    def ids(self, wanted, **more):
        with self.database.reading() as session:
            return [row.id for row in audit_page(session, filter=wanted, **more).rows]

    def reads(self, by, **wanted):
        page = read_audit(self.database, AuditFilter(**wanted), by=by, now=NOW + 90 * MINUTE)
        return [(row.kind, row.staff_name) for row in page.rows]

    def recorded(self, kind):
        with self.database.reading() as session:
            return session.scalars(select(AuditEvent).where(AuditEvent.kind == kind)).all()


@pytest.fixture
def bureau(database):
    bureau = Bureau(database)
    bureau.happened(OPENED, bureau.clerk, 0, customer_id=bureau.hanako, reason="searched")
    bureau.happened(VIEWED, bureau.clerk, 1, customer_id=bureau.hanako, years=2)
    bureau.happened(OPENED, bureau.other, 2, customer_id=bureau.hanako, reason="number")
    bureau.happened(OPENED, bureau.clerk, 3, customer_id=bureau.taro, reason="searched")
    bureau.happened(EventKind.SIGN_IN_FAILED, Actor(None, "窓口4"), 4, reason="unknown_id")
    return bureau


def test_who_saw_a_customer_is_told_newest_first(bureau):
    with bureau.database.reading() as session:
        page = who_saw(session, bureau.hanako)
    told = [(row.kind, row.staff_name, row.customer_name) for row in page.rows]
    assert told == [
        (OPENED, "田中 恵", "山田 花子"),
        (VIEWED, "鈴木 一", "山田 花子"),
        (OPENED, "鈴木 一", "山田 花子"),
    ]
    assert (page.rows[1].facts, page.rows[1].at) == ({"years": 2}, NOW + MINUTE)
    assert not page.more


def test_what_somebody_did_is_told(bureau):
    with bureau.database.reading() as session:
        page = did(session, bureau.clerk.staff_id, kinds=(OPENED,), since=NOW + MINUTE)
    assert [row.customer_name for row in page.rows] == ["氷室 太郎"]


def test_the_filters_hold_together(bureau):
    def count(**wanted):
        return len(bureau.ids(AuditFilter(**wanted)))

    assert count() == 5
    assert count(since=NOW + MINUTE, until=NOW + 3 * MINUTE) == 2
    assert count(kinds=(OPENED, VIEWED)) == 4
    assert count(office_id=bureau.here) == 3
    assert count(office_id=bureau.here, customer_id=bureau.taro, kinds=(OPENED,)) == 1
    assert count(staff_id=bureau.other.staff_id, office_id=bureau.here) == 0


def test_a_long_record_is_read_page_by_page_without_a_gap(bureau):
    for _ in range(6):
        bureau.happened(VIEWED, bureau.clerk, 9, customer_id=bureau.hanako, years=2)
    whole, seen, before = bureau.ids(AuditFilter()), [], None
    while True:
        with bureau.database.reading() as session:
            page = audit_page(session, filter=AuditFilter(), before_id=before, limit=4)
        seen += [row.id for row in page.rows]
        before = seen[-1]
        if not page.more:
            break
    assert seen == whole
    assert len(seen) == 11


def test_a_supervisor_reads_what_their_own_office_did(bureau):
    names = {name for _, name in bureau.reads(bureau.supervisor)}
    assert names == {"鈴木 一", "佐藤 明"}
    seen = bureau.reads(bureau.supervisor, customer_id=bureau.hanako)
    assert (OPENED, "田中 恵") not in seen
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        bureau.reads(bureau.supervisor, office_id=bureau.there)


def test_an_administrator_reads_everything(bureau):
    assert {name for _, name in bureau.reads(bureau.admin)} == {
        "鈴木 一",
        "田中 恵",
        "林 健",
        None,
    }
    assert bureau.reads(bureau.admin, office_id=bureau.there, kinds=(OPENED,)) == [
        (OPENED, "田中 恵")
    ]


def test_clerks_read_nothing_and_nobody_exports_or_verifies_unasked(bureau):
    for by in (bureau.clerk, bureau.other):
        with pytest.raises(RuleBroken, match=r"permission\.denied"):
            bureau.reads(by)
        with pytest.raises(RuleBroken, match=r"permission\.denied"):
            export_audit(bureau.database, AuditFilter(), by=by, now=NOW)
    for by in (bureau.clerk, bureau.supervisor):
        with pytest.raises(RuleBroken, match=r"permission\.denied"):
            verify_audit(bureau.database, by=by, now=NOW)
    assert bureau.recorded(EventKind.AUDIT_READ) == []


def test_the_reading_is_on_record_with_what_was_looked_for(bureau):
    wanted = {"customer_id": bureau.hanako, "kinds": (OPENED, VIEWED), "since": NOW}
    bureau.reads(bureau.supervisor, **wanted)
    (event,) = bureau.recorded(EventKind.AUDIT_READ)
    assert (event.staff_id, event.customer_id) == (bureau.supervisor.staff_id, bureau.hanako)
    facts = json.loads(event.facts)
    assert (facts["kinds"], facts["office"]) == ("customer_opened bills_viewed", bureau.here)
    assert facts["since"] == "2024-09-18T01:00:00+00:00"


def test_a_reading_that_cannot_be_recorded_shows_nothing(bureau, monkeypatch):
    def fail(*_args, **_more):
        raise ConnectionError

    monkeypatch.setattr("db.commands.audit_reading.record", fail)
    with statements_of(bureau.database) as sent, pytest.raises(ConnectionError):
        bureau.reads(bureau.supervisor)
    assert [sql for sql in sent if "audit_event" in sql] == []


def test_an_export_holds_the_office_and_is_on_record(bureau):
    page = export_audit(bureau.database, AuditFilter(), by=bureau.supervisor, now=NOW)
    assert {row.staff_name for row in page.rows} == {"鈴木 一"}
    (event,) = bureau.recorded(EventKind.EXPORTED)
    facts = json.loads(event.facts)
    assert (facts["what"], facts["rows"]) == ("audit_csv", 3)


def test_the_seals_are_computed_anew(bureau, clock):
    audit = Audit(bureau.database, clock)
    with bureau.database.writing() as session:
        seal(session, now=NOW)
    verdict = verify_audit(bureau.database, by=bureau.admin, now=NOW)
    assert (verdict.sound, verdict.seals, verdict.sealed, verdict.unsealed) == (True, 1, 5, 0)
    assert len(verdict.anchor) == 16
    (event,) = bureau.recorded(EventKind.AUDIT_VERIFIED)
    assert json.loads(event.facts) == {"anchor": verdict.anchor, "faults": 0}

    audit.tamper("UPDATE audit_event SET desk = '窓口9' WHERE id = 1")
    verdict = verify_audit(bureau.database, by=bureau.admin, now=NOW)
    assert [finding.kind for finding in verdict.findings] == [Tampering.CHANGED]
    assert not verdict.sound
    with bureau.database.reading() as session:
        findings = verify(session, printed_anchor="0" * 16).findings
    assert Tampering.ANCHOR_UNKNOWN in [finding.kind for finding in findings]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (AuditFilter(), "ix_audit_event_at"),
        (AuditFilter(until=NOW, since=NOW - MINUTE), "ix_audit_event_at"),
        (AuditFilter(staff_id=1), "ix_audit_event_staff_id_at"),
        (AuditFilter(customer_id=1), "ix_audit_event_customer_id_at"),
    ],
)
def test_the_record_is_read_by_an_index(sqlite_database, wanted, index):
    with statements_of(sqlite_database) as sent, sqlite_database.reading() as session:
        audit_page(session, filter=wanted)
    (asked,) = [sql for sql in sent if "FROM audit_event" in sql]
    marks = (1,) * asked.count("?")
    with sqlite_database.reading() as session:
        connection = session.connection().connection
        plan = connection.execute(f"EXPLAIN QUERY PLAN {asked}", marks).fetchall()
    assert any(index in row[3] for row in plan), plan
    assert not any("TEMP B-TREE FOR ORDER BY" in row[3] for row in plan), plan
