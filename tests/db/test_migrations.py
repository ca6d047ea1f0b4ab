"""The revisions make what the tables say, and lose nothing on the way up and down."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from db.commands.audit import Actor, record
from db.commands.seals import seal
from db.commands.search_keys import refresh
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import (
    Announcement,
    AnnouncementSeen,
    Base,
    BatchItem,
    Contract,
    CutoffDecision,
    DebitAccount,
    DocumentDebt,
    Draft,
    ImportFile,
    ImportRefusal,
    ImportRun,
    NumberSeries,
    Outbox,
    PrintEvent,
    Request,
)
from db.rules.contact_words import Speaker
from db.rules.import_words import FileKind, ImportState
from db.rules.member_words import MailKind, MailLanguage, MailState, Procedure
from db.rules.paper import ItemState, PaperWay
from db.rules.words import EventKind
from db.upgrade import _SCRIPTS, downgrade, head_revision, upgrade
from tests.contact_factories import add_contact
from tests.db.schema_help import connected, narrowed, rows, schema
from tests.document_factories import add_batch, add_document, add_document_file
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_overpayment,
    add_party,
    add_setting,
    add_staff,
    debt_of,
)
from tests.member_factories import add_former_password, add_member
from tests.protection_factories import add_hold, add_protection

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
TODAY = NOW.date()
REVISIONS = [s.revision for s in ScriptDirectory(str(_SCRIPTS)).walk_revisions("base", "head")]
STEPS = list(zip(REVISIONS, [*REVISIONS[1:], "base"], strict=True))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, tmp_path):
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    with request.getfixturevalue("postgres").database() as url:
        yield url


def work_for_a_day(url):
    """Put something into every table."""
    database = Database(open_engine(url))
    with database.writing() as session:
        contract_id = add_contract(session)
        bill_id = add_bill(session, contract_id, payments=[Paid(2_000, TODAY)])
        add_overpayment(session, debt_of(session, bill_id), 300, TODAY)
        add_party(session, contract_id)
        add_setting(session, "bureau.name", "金沢市企業局")
        staff_id = add_staff(session)
        by = Actor(staff_id, "窓口1")
        session.add(announcement := _announcement())
        session.flush()
        seen = AnnouncementSeen(announcement_id=announcement.id, contract_id=contract_id)
        seen.seen_at = NOW
        session.add(seen)
        _print(session, contract_id, debt_of(session, bill_id), staff_id)
        _deliver(session, staff_id)
        _talk(session, contract_id, staff_id)
        _join(session, contract_id)
        refresh(session, [contract_id])
        record(session, EventKind.CUSTOMER_OPENED, by=by, now=NOW, contract_id=contract_id)
        seal(session, now=NOW)
    database.dispose()


def _print(session, contract_id, debt_id, staff_id):
    customer_id = session.get(Contract, contract_id).customer_id
    file_id = add_document_file(session)
    batch_id = add_batch(session, planned_by=staff_id)
    document_id = add_document(
        session, customer_id, contract_id, issued_by=staff_id, file_id=file_id, batch_id=batch_id
    )
    session.add(DocumentDebt(document_id=document_id, debt_id=debt_id, yen=2_799))
    way = PaperWay.PRINTER
    session.add(PrintEvent(document_id=document_id, at=NOW, staff_id=staff_id, desk="", way=way))
    whose = {"customer_id": customer_id, "contract_id": contract_id}
    session.add(BatchItem(batch_id=batch_id, position=1, state=ItemState.WAITING, **whose))
    decided = {"decided_by": staff_id, "decided_on": TODAY, "approved": 0, "reason": ""}
    session.add(CutoffDecision(contract_id=contract_id, warning_id=document_id, **decided))
    session.add(NumberSeries(name="certificate", last=1))


def _deliver(session, staff_id):
    when = {"begun_at": NOW, "ended_at": NOW}
    run = ImportRun(staff_id=staff_id, desk="", state=ImportState.STORED, most_refused="1", **when)
    session.add(run)
    session.flush()
    counts = {"new": 0, "changed": 0, "unchanged": 0, "refused": 1}
    rows = {f"rows_{name}": count for name, count in counts.items()} | {"rows_read": 1}
    sums = {"yen": 5_000_000_000, "usage_m3": 21}
    named = {"name": "BILL.csv", "kind": FileKind.BILLS, "sha256": "0" * 64}
    file = ImportFile(run_id=run.id, position=1, **named, **rows, **sums)
    session.add(file)
    session.flush()
    where = {"line": 2, "field": "yen", "value": "x"}
    session.add(ImportRefusal(file_id=file.id, **where, reason="number", expected=""))


def _talk(session, contract_id, staff_id):
    customer_id = session.get(Contract, contract_id).customer_id
    identity = {"staff_id": staff_id, "customer_id": customer_id, "identity": Speaker.USER}
    contact_id = add_contact(session, **identity)
    add_protection(session, customer_id, begun_by=staff_id)
    add_hold(session, customer_id, set_by=staff_id)
    form, key = Procedure.HOLD, str(uuid.UUID(int=1))
    session.add(Draft(contact_id=contact_id, form=form, content="{}", saved_at=NOW))
    session.add(Request(key=key, kind=form, staff_id=staff_id, at=NOW, outcome="{}"))
    session.add(DebitAccount(contract_id=contract_id, bank="北陸銀行", branch="金沢支店"))


def _join(session, contract_id):
    member_id = add_member(session, None, [contract_id])
    add_former_password(session, member_id, "$2b$12$before")
    mail = {"kind": MailKind.REGISTERED, "language": MailLanguage.JA, "to_address": "a@example.jp"}
    times = {"queued_at": NOW, "due_at": NOW}
    session.add(Outbox(member_id=member_id, state=MailState.QUEUED, facts="{}", **mail, **times))


def _announcement():
    words = {"title": "断水のお知らせ", "title_en": "", "body": "", "body_en": ""}
    return Announcement(published_on=TODAY, **words)


def run(url, *statements):
    with connected(url) as connection, connection.begin():
        for statement in statements:
            connection.execute(text(statement))


def tables(url):
    with connected(url) as connection:
        return inspect(connection).get_table_names()


def test_the_revisions_make_what_the_models_say(empty_url):
    with connected(empty_url) as connection, connection.begin():
        Base.metadata.create_all(connection)
    said = schema(empty_url)
    with connected(empty_url) as connection, connection.begin():
        Base.metadata.drop_all(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP FUNCTION refuse_change"))
    upgrade(empty_url)
    assert schema(empty_url) == said


def test_every_table_is_strict_on_sqlite(sqlite_url):
    made = [one for one in schema(sqlite_url) if one.startswith("CREATE TABLE")]
    assert len(made) == len(Base.metadata.tables)
    assert [one for one in made if not one.endswith(" STRICT")] == []


def test_each_revision_up_makes_what_down_goes_back_to(empty_url):
    made = {}
    for revision in ["base", *reversed(REVISIONS)]:
        if revision != "base":
            upgrade(empty_url, revision)
        made[revision] = schema(empty_url)
    for revision, before in STEPS:
        assert schema(empty_url) == made[revision]
        downgrade(empty_url, before)
        assert schema(empty_url) == made[before]


@pytest.mark.parametrize(("revision", "before"), STEPS)
def test_down_and_up_again_keeps_what_there_was(database_url, revision, before):
    work_for_a_day(database_url)
    downgrade(database_url, revision)
    there, made = rows(database_url), schema(database_url)
    downgrade(database_url, before)
    kept = rows(database_url)
    assert kept == narrowed(there, kept)
    upgrade(database_url, revision)
    assert schema(database_url) == made
    assert narrowed(rows(database_url), kept) == kept


def test_all_the_way_down_nothing_is_left(database_url):
    work_for_a_day(database_url)
    downgrade(database_url, "base")
    assert schema(database_url) == []
    assert tables(database_url) == ["alembic_version"]


def test_a_day_of_work_touches_every_table(database_url):
    work_for_a_day(database_url)
    untouched = {table for table, found in rows(database_url).items() if not found}
    assert untouched == set()


def test_upgrading_twice_changes_nothing(database_url):
    work_for_a_day(database_url)
    there = rows(database_url)
    upgrade(database_url)
    assert rows(database_url) == there


def test_a_reference_that_leads_nowhere_stops_an_upgrade(sqlite_url):
    work_for_a_day(sqlite_url)
    downgrade(sqlite_url, "0001")
    with connected(sqlite_url) as connection:
        connection.connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(text("DELETE FROM customer"))
        connection.commit()
    with pytest.raises(RuleBroken) as refused:
        upgrade(sqlite_url)
    assert refused.value.code == "database.references_broken"
    assert "audit_event" not in tables(sqlite_url)


def test_a_revision_from_the_future_is_left_alone(database_url):
    run(database_url, "UPDATE alembic_version SET version_num = '9999'")
    for go in (upgrade, lambda url: downgrade(url, "base")):
        with pytest.raises(RuleBroken) as refused:
            go(database_url)
        assert refused.value.code == "database.newer"
    assert "customer" in tables(database_url)


def test_the_newest_revision_is_the_last():
    assert REVISIONS[0] == head_revision()
    assert sorted(REVISIONS, reverse=True) == REVISIONS
