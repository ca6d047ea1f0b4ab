"""What is written as the host's files and read again is the same, row by row."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from db.commands.audit import Actor
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.errors import OutOfReach, RuleBroken
from db.exchange.exporting import export_files
from db.exchange.layout_files import Layouts, load_layouts
from db.exchange.member_changes import export_member_changes
from db.models import AuditEvent, Customer
from db.rules.import_words import FileKind, ImportState
from db.rules.words import EventKind
from db.upgrade import upgrade
from tests.db.exchange.conftest import NOW
from tests.factories import add_customer, add_location

BY = Actor(None, "host")
TABLES = [
    "customer",
    "location",
    "meter",
    "contract",
    "contract_party",
    "reading",
    "bill",
    "debt",
    "payment",
    "overpayment",
]
NUMBERS = {
    "customer": "SELECT host_number FROM customer WHERE id = {0}",
    "location": "SELECT host_number FROM location WHERE id = {0}",
    "meter": "SELECT serial FROM meter WHERE id = {0}",
    "contract": "SELECT customer_number FROM contract WHERE id = {0}",
    "reading": "SELECT contract_id || ' ' || read_on FROM reading WHERE id = {0}",
    "bill": "SELECT payment_number || ' ' || month || sequence FROM bill WHERE id = {0}",
    "debt": "SELECT b.payment_number || d.account || b.month || b.sequence FROM debt d"
    " JOIN bill b ON b.id = d.bill_id WHERE d.id = {0}",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A small practice town, made once."""
    url = f"sqlite:///{tmp_path_factory.mktemp('town')}/town.db"
    upgrade(url)
    database = Database(open_engine(url))
    fill(database, customers=LEAST_CUSTOMERS, seed=7, as_of=dt.date(2024, 9, 18))
    yield database
    database.dispose()


def plain(database):
    """Every row by what people call it: without numbers of the database's own, and versions."""
    found = {}
    with database.engine.connect() as connection:
        run = connection.exec_driver_sql
        names = {
            table: {
                row[0]: row[1]
                for row in run(f"SELECT x.id, ({question.format('x.id')}) FROM {table} x")
            }
            for table, question in NUMBERS.items()
            if table != "reading"
        }
        for table in TABLES:
            rows = run(f"SELECT * FROM {table}").mappings()
            found[table] = sorted(repr(_named(row, names)) for row in rows)
    return found


def _named(row, names):
    told = {}
    for column, value in row.items():
        of = column.removesuffix("_id")
        if column not in ("id", "version", "reading_id"):
            told[column] = names[of][value] if column != of and of in names else str(value)
    return sorted(told.items())


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_town_written_and_read_again_is_the_same_town(
    database, town, folder, deliver, tmp_path, encoding
):
    layouts = load_layouts()
    if encoding == "cp932":
        (tmp_path / "gaiji.toml").write_text('F040 = "𠮷"\nF041 = "﨔"\n', "utf-8")
        layouts = load_layouts(tmp_path)
    written = export_files(town, folder, layouts=layouts, by=BY, now=NOW, encoding=encoding)
    report = deliver(layouts=layouts)
    assert (report.state, report.refusals) == (ImportState.STORED, ())
    assert [file.sha256 for file in report.files] == [file.sha256 for file in written]
    assert plain(database) == plain(town)


def test_what_came_in_goes_out_byte_by_byte_whatever_cp932_makes_of_it(
    database, folder, deliver, layouts, tmp_path
):
    kept = "～－∥①㈱髙﨑ﾔﾏﾀﾞ"
    line = f"2,0000000001,1,{kept},カナ,,,,,,,\r\n"
    content = f"1,宛名,20240918\r\n{line}8,1\r\n".encode("cp932")
    (folder / "CUSTOMER_1.csv").write_bytes(content)
    assert deliver().state is ImportState.STORED
    out = tmp_path / "out"
    out.mkdir()
    kinds = [FileKind.CUSTOMERS]
    (written,) = export_files(database, out, layouts=layouts, kinds=kinds, by=BY, now=NOW)
    assert written.path.read_bytes() == content


def test_all_characters_that_cp932_has_not_are_named_and_no_file_is_left(town, folder, layouts):
    with pytest.raises(RuleBroken) as refused:
        export_files(town, folder, layouts=Layouts(layouts.layouts), by=BY, now=NOW)
    facts = refused.value.facts
    assert refused.value.code == "export.not_encodable"
    assert (facts["characters"], facts["count"]) == ("𠮷 (U+20BB7)", 1)
    assert facts["line"] == "2,0000000009,1,𠮷田 幸子,ヨシダ…"
    with town.reading() as session:
        names = session.scalars(select(Customer.name)).all()
    assert facts["records"] == sum("𠮷" in name for name in names)
    assert [file.name for file in folder.iterdir()] == []


def test_of_many_that_cp932_has_not_ten_are_shown(sqlite_database, folder, layouts):
    rare = "".join(map(chr, range(0x20BB7, 0x20BB7 + 12)))
    with sqlite_database.writing() as session:
        add_customer(session, f"山田{rare}")
        add_customer(session, "小川 花子")
        add_location(session, address=f"金沢市{rare[0]}町")
    with pytest.raises(RuleBroken) as refused:
        export_files(sqlite_database, folder, layouts=layouts, by=BY, now=NOW)
    facts = refused.value.facts
    assert (facts["count"], facts["records"], facts["characters"].count("U+")) == (12, 2, 10)
    assert facts["characters"].endswith(f"{rare[9]} (U+20BC0) …")
    assert list(folder.iterdir()) == []


def test_a_character_that_cp932_would_change_is_not_written(sqlite_database, folder, layouts):
    # the wave dash would come back as a full-width tilde
    with sqlite_database.writing() as session:
        add_customer(session, "山田〜花子")
    facts = {"layouts": layouts, "by": BY, "now": NOW, "kinds": [FileKind.CUSTOMERS]}
    with pytest.raises(RuleBroken) as refused:
        export_files(sqlite_database, folder, **facts)
    assert refused.value.facts["characters"] == "〜 (U+301C)"
    (written,) = export_files(sqlite_database, folder, **facts, encoding="utf-8")
    assert "山田〜花子" in written.path.read_text("utf-8")


def test_whoever_stops_an_export_has_no_file_of_it(database, folder, layouts):
    def stop(done, _of):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_files(database, folder, layouts=layouts, by=BY, now=NOW, progress=stop)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("members", [False, True])
def test_nothing_leaves_that_cannot_be_recorded(database, folder, layouts, members):
    earlier = folder / "METER_20240918.csv"
    earlier.write_text("of yesterday")
    with database.engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("ALTER TABLE audit_event RENAME TO lost"))
    export = export_member_changes if members else partial(export_files, layouts=layouts)
    with pytest.raises((OutOfReach, SQLAlchemyError)):
        export(database, folder, by=BY, now=NOW)
    assert list(folder.iterdir()) == [earlier]
    assert earlier.read_text() == "of yesterday"


def test_an_export_is_recorded(database, folder, layouts):
    export_files(database, folder, layouts=layouts, by=BY, now=NOW, kinds=[FileKind.METERS])
    assert [file.name for file in folder.iterdir()] == ["METER_20240918.csv"]
    with database.reading() as session:
        event = session.execute(select(AuditEvent.kind, AuditEvent.facts)).one()
    assert event.kind is EventKind.HOST_FILES_EXPORTED
    assert "METER_20240918.csv" in event.facts
