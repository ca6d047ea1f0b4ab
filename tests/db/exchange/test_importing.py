"""A delivery is stored whole or not at all, and every line at fault is told of, no other."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import event, func, select, text

from db.commands.audit import Actor
from db.engine import Database, open_engine
from db.errors import OutOfReach, RuleBroken
from db.models import AuditEvent, Bill, Contract, Customer, Debt, Payment, SearchKey
from db.queries.imports import import_run, import_runs, most_refused_set, refusals_of
from db.queries.settings import bureau_facts
from db.rules.import_words import Fault, FileKind, ImportStage, ImportState
from db.rules.words import CollectionState, EventKind, Role
from tests.db.exchange.conftest import NOW
from tests.db.exchange.night import KINDS, Night
from tests.db.exchange.plants import PLANTS, planted
from tests.db.schema_help import rows
from tests.factories import add_setting, add_staff

HOST = {"customer", "location", "meter", "contract", "contract_party", "reading", "bill", "debt"}
HOST |= {"payment", "overpayment", "search_key"}


def told(report):
    return {(each.file, each.line, each.reason.value, each.field) for each in report.refusals}


def stored(database):
    """Everything that a host's file could change."""
    return {table: found for table, found in rows(database.engine.url).items() if table in HOST}


def counted(database, model):
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(model))


def changed(folder, name, *replaced):
    """Change the bytes of a file."""
    file = folder / f"{name}_20240918.csv"
    content = file.read_bytes()
    for before, after in replaced:
        assert before in content
        content = content.replace(before, after, 1)
    file.write_bytes(content)


def test_a_night_is_stored_with_all_that_belongs_to_it(database, folder, deliver):
    Night(60).write(folder)
    report = deliver()
    assert (report.state, report.refusals) == (ImportState.STORED, ())
    counts = {file.kind: (file.rows_read, file.rows_new) for file in report.files}
    assert counts[FileKind.PAYMENTS] == (121, 121)
    assert list(counts) == list(FileKind)
    assert counted(database, Debt) == 240
    with database.reading() as session:
        assert bureau_facts(session).delivered_at == report.ended_at.replace(microsecond=0)
        assert bureau_facts(session).payments_seen_to == dt.date(2024, 7, 26)
        asked = select(Debt.collection).join(Bill).join(Contract)
        states = session.scalars(asked.order_by(Contract.customer_number, Bill.month).limit(4))
        assert list(states) == [None, None, CollectionState.PLANNED, CollectionState.PLANNED]
        keys = session.scalar(select(func.count()).select_from(SearchKey))
        assert keys == 60


def test_every_planted_error_is_told_of_and_no_other(folder, deliver):
    night = Night(120, planted(len(PLANTS)))
    wanted = night.write(folder)
    report = deliver(limit=str(len(PLANTS)))
    assert told(report) == wanted
    assert len(wanted) == len(PLANTS)
    assert report.state is ImportState.STORED
    assert report.rows_refused == len(PLANTS)


def test_one_refused_line_too_many_stores_nothing(database, folder, deliver):
    before = stored(database)
    Night(120, planted(3)).write(folder)
    report = deliver(limit="2")
    assert report.state is ImportState.REFUSED
    assert stored(database) == before
    with database.reading() as session:
        assert [run.run_id for run in import_runs(session)] == [report.run_id]
        assert import_run(session, report.run_id).rows_refused == 3
        assert refusals_of(session, report.run_id) == report.refusals
        assert bureau_facts(session).delivered_at is None


def test_the_bureau_sets_how_many_lines_may_be_refused(database, folder, deliver):
    Night(120, planted(3)).write(folder)
    with database.writing() as session:
        assert most_refused_set(session) == "0"
        add_setting(session, "import.most_refused", "0.5%")
    assert deliver().state is ImportState.STORED


def test_a_refused_bill_takes_its_debits_with_it(folder, deliver):
    night = Night(5)
    night.write(folder)
    changed(folder, "BILL", (b"00000003,202409,1,", b"00000003,2o2409,1,"))
    report = deliver(limit="9")
    found = [(each.file[:4], each.field, each.reason) for each in report.refusals]
    assert found[0] == ("BILL", "請求年月", Fault.DAY)
    assert found[1:] == [("DEBI", "請求年月", Fault.UNKNOWN)] * 2


def test_a_refused_line_says_what_stands_in_the_file(folder, deliver):
    Night(3).write(folder)
    changed(folder, "BILL", (b"20240910,21,21", b"20240911,21,21"))
    changed(folder, "DEBIT", (b"00000002,202409,1,2,", b"00000002,202409,1,1,"))
    changed(folder, "PAYMENT", (b"00000003,202407,1,1,", b"00000003,201001,1,1,"))
    changed(
        folder, "OVERPAYMENT", (b"8,0,0", b"2,1,00000003,201001,1,1,2799,2024-08-01,0,\r\n8,1,2799")
    )
    found = [(each.field, each.reason, each.value) for each in deliver(limit="9").refusals]
    assert sorted(found) == [
        ("お客様番号", Fault.DUPLICATE, "00000002 202409 1 1"),
        ("今回検針日", Fault.UNKNOWN, "20240911"),
        ("発生年月日", Fault.DAY, "2024-08-01"),
        *[("請求年月", Fault.REFUSED_BEFORE, "202409")] * 2,
        ("請求年月", Fault.UNKNOWN, "201001"),
    ]


def test_the_same_files_again_change_nothing(database, folder, deliver):
    Night(9).write(folder)
    first = deliver()
    before = stored(database)
    again = deliver(now=NOW + dt.timedelta(days=1))
    assert again.state is ImportState.CAME_BEFORE
    assert again.came_at == first.ended_at
    assert stored(database) == before


def test_a_line_that_was_refused_comes_in_with_the_same_file_later(database, folder, deliver):
    kinds = list(KINDS)
    Night(3).write(folder, kinds[:5])
    deliver()
    Night(4).write(folder, kinds[5:6])
    report = deliver(limit="2")
    assert (report.state, report.rows_refused) == (ImportState.STORED, 2)
    readings = (folder / "READING_20240918.csv").read_bytes()
    Night(4).write(folder, kinds[:5])
    (folder / "READING_20240918.csv").unlink()
    assert deliver().state is ImportState.STORED
    before = stored(database)
    for file in folder.iterdir():
        file.unlink()
    (folder / "READING_20240918.csv").write_bytes(readings)
    (file,) = deliver().files
    assert (file.rows_new, file.rows_unchanged, file.rows_changed) == (2, 6, 0)
    after = stored(database)
    moved = Counter(table for table in HOST for row in after[table] if row not in before[table])
    assert moved == {"reading": 2}
    assert deliver().state is ImportState.CAME_BEFORE


def test_only_what_really_differs_is_changed(database, folder, deliver):
    Night(9).write(folder)
    deliver()
    before = stored(database)
    changed(folder, "CUSTOMER", ("山田　花子7".encode("cp932"), "小川　花子7".encode("cp932")))
    changed(folder, "BILL", (b"2799,254,20290930,", b"2799,254,20290930,20240918"))
    report = deliver()
    counts = {file.kind: (file.rows_changed, file.rows_unchanged) for file in report.files}
    assert counts[FileKind.CUSTOMERS] == (1, 8)
    assert counts[FileKind.BILLS] == (1, 17)
    after = stored(database)
    moved = Counter(table for table in HOST for row in after[table] if row not in before[table])
    assert moved == {"customer": 1, "debt": 1, "search_key": 1}
    with database.reading() as session:
        version = session.scalar(select(Customer.version).where(Customer.host_number.endswith("7")))
    assert version == 2


def test_a_reported_payment_is_confirmed_later_and_never_taken_back(database, folder, deliver):
    Night(2).write(folder)
    changed(folder, "PAYMENT", (b"20240725,2,20240728", b"20240725,2,"))
    deliver()
    with database.reading() as session:
        unconfirmed = select(func.count()).where(Payment.confirmed_on.is_(None))
        assert session.scalar(unconfirmed) == 1
    Night(2).write(folder)
    assert {file.kind: file.rows_changed for file in deliver().files}[FileKind.PAYMENTS] == 1
    changed(folder, "PAYMENT", (b"20240725,2,20240728", b"20240725,1,"))
    (refused,) = deliver().refusals
    assert (refused.reason, refused.expected) == (Fault.CONFIRMED, "2024-07-28")


def test_a_part_of_a_delivery_refers_to_what_is_stored(folder, deliver):
    Night(4).write(folder, kinds=list(KINDS)[:6])
    assert deliver().state is ImportState.STORED
    for file in folder.iterdir():
        file.unlink()
    Night(4).write(folder, kinds=list(KINDS)[6:])
    report = deliver()
    assert (report.state, report.refusals) == (ImportState.STORED, ())


def test_any_file_may_come_alone_to_what_is_stored(folder, deliver):
    Night(1).write(folder)
    deliver()
    for file in folder.iterdir():
        file.unlink()
    for kind in KINDS:
        Night(1, end="\n").write(folder, kinds=[kind])
        assert deliver(trial=True).state is ImportState.STORED
        next(folder.iterdir()).unlink()


def test_a_trial_checks_all_and_leaves_nothing(database, folder, deliver):
    before = rows(database.engine.url)
    Night(4, {2: PLANTS[0]}).write(folder)
    report = deliver(trial=True)
    assert (report.state, len(report.refusals)) == (ImportState.REFUSED, 1)
    assert rows(database.engine.url) == before


@pytest.mark.parametrize("stage", ImportStage)
def test_a_cancelled_run_leaves_only_that_it_was_cancelled(database, folder, deliver, stage):
    before = stored(database)
    Night(4).write(folder)
    came = []
    report = deliver(progress=lambda at: came.append(at.stage), stopped=lambda: stage in came)
    assert report.state is ImportState.CANCELLED
    assert stored(database) == before
    with database.reading() as session:
        kinds = session.scalars(select(AuditEvent.kind)).all()
    assert kinds == [EventKind.IMPORT_CANCELLED]


def test_a_full_disk_stores_nothing_and_says_so(sqlite_url, folder, deliver):
    Night(400).write(folder)
    database = Database(open_engine(sqlite_url))
    with database.reading() as session:
        pages = session.scalar(text("PRAGMA page_count"))

    @event.listens_for(database.engine, "connect")
    def nearly_full(connection, _):
        connection.execute(f"PRAGMA max_page_count={pages + 20}").close()

    database.dispose()
    before = stored(database)
    with pytest.raises(OutOfReach) as refused:
        deliver(into=database)
    database.dispose()
    assert refused.value.code == "full"
    assert stored(database) == before


def test_only_administrators_import_at_a_desk(database, folder, deliver):
    Night(1).write(folder)
    with database.writing() as session:
        ids = {role: add_staff(session, role=role) for role in Role}
    for role in (Role.COUNTER, Role.PHONE, Role.SUPERVISOR):
        with pytest.raises(RuleBroken) as refused:
            deliver(by=Actor(ids[role], "窓口1"))
        assert refused.value.code == "permission.denied"
    report = deliver(by=Actor(ids[Role.ADMIN], "窓口1"))
    assert (report.by, report.desk) == ("佐藤 次郎", "窓口1")
    with database.reading() as session:
        assert import_runs(session)[0].by == "佐藤 次郎"


def test_another_contract_of_the_same_household_goes_on_where_the_last_ended(folder, deliver):
    Night(2).write(folder)
    deliver()
    changed(folder, "CONTRACT", (b"20220401,\r\n", b"20220401,20240918\r\n"))
    more = b"2,90000001,0000000002,0000000001,9000000000000001,1,1,1,20240918,\r\n8,3"
    changed(folder, "CONTRACT", (b"8,2", more))
    report = deliver()
    assert (report.state, report.refusals) == (ImportState.STORED, ())


def test_what_was_never_delivered_keeps_its_number_for_new_rows(database, folder, deliver):
    Night(3).write(folder)
    deliver()
    Night(3, first=4).write(folder)
    assert deliver().state is ImportState.STORED
    with database.writing() as session:
        ids = session.scalars(select(Contract.id).order_by(Contract.id)).all()
        assert ids == [1, 2, 3, 4, 5, 6]
        customer = Customer(host_number="x", kind="person", name="x", kana="x", note="")
        session.add(customer)
        session.flush()
        assert customer.id == 7
