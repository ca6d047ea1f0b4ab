"""Making the fictional town: from the command line, for practice, and with what it is made of."""

import argparse
import datetime as dt

import pytest
from sqlalchemy import func, select, text

from db.cli import demo
from db.cli.arguments import shared_arguments
from db.commands.passwords import password_fits
from db.demo import practice
from db.demo.accounts import ACCOUNTS, PRACTICE_ID, PRACTICE_PASSWORD
from db.demo.romaji import latin
from db.demo.rows import Rows
from db.demo.tables import surnames, towns
from db.demo.town import EARLIEST, LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import Base, Bill, Contract, Customer, SearchKey, Setting, Staff
from db.queries.search_health import SearchHealth, search_health
from db.queries.settings import bureau_facts
from db.rules.passwords import problems
from db.rules.periods import TOKYO
from tests.factories import add_customer

NOW = dt.datetime(2024, 9, 18, 18, 13, tzinfo=TOKYO)
MORNING = dt.datetime(2024, 9, 18, 6, 10, tzinfo=TOKYO)


def made_at(url):
    """When the town's last delivery came, and how many customers it has."""
    database = Database(open_engine(url))
    try:
        with database.reading() as session:
            facts = bureau_facts(session)
            return facts.delivered_at, session.scalar(select(func.count(Customer.id)))
    finally:
        database.dispose()


def note_in(url, note):
    database = Database(open_engine(url))
    with database.writing() as session:
        session.get(Customer, 1).note = note
    database.dispose()


def note_of(url):
    database = Database(open_engine(url))
    with database.reading() as session:
        note = session.get(Customer, 1).note
    database.dispose()
    return note


@pytest.fixture
def practice_file(tmp_path):
    return tmp_path / "new folder" / "practice.db"


def test_the_first_start_makes_a_town_as_of_this_morning(practice_file):
    url = practice.prepare(practice_file, now=NOW)
    assert made_at(url) == (MORNING, 300)
    assert [file.name for file in practice_file.parent.iterdir()] == ["practice.db"]


def test_before_the_delivery_of_the_morning_the_town_is_not_of_the_future(practice_file):
    early = NOW.replace(hour=5)
    assert made_at(practice.prepare(practice_file, now=early))[0] == early


def test_what_was_practised_stays_for_a_week(practice_file):
    url = practice.prepare(practice_file, now=NOW)
    note_in(url, "learning")
    practice.prepare(practice_file, now=NOW + dt.timedelta(days=6))
    assert note_of(url) == "learning"
    practice.prepare(practice_file, now=NOW + dt.timedelta(days=7))
    assert note_of(url) != "learning"
    assert made_at(url)[0] == MORNING + dt.timedelta(days=7)


def test_a_town_of_another_revision_is_made_anew(practice_file):
    url = practice.prepare(practice_file, now=NOW)
    database = Database(open_engine(url))
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.get(Customer, 1).note = "from another program"
    database.dispose()
    practice.prepare(practice_file, now=NOW)
    assert note_of(url) != "from another program"


def test_a_file_that_is_no_database_is_replaced(practice_file):
    practice_file.parent.mkdir()
    practice_file.write_bytes(b"not a database at all" * 100)
    assert made_at(practice.prepare(practice_file, now=NOW)) == (MORNING, 300)


def test_a_town_to_measure_with_is_made_only_once(tmp_path):
    wanted = {"customers": LEAST_CUSTOMERS, "seed": 5, "as_of": NOW.date()}
    file = practice.cached_town(tmp_path, **wanted)
    made = file.stat().st_mtime_ns
    assert practice.cached_town(tmp_path, **wanted) == file
    assert file.stat().st_mtime_ns == made
    assert practice.cached_town(tmp_path, **wanted | {"seed": 6}) != file


def test_the_command_fills_a_new_database(tmp_path, capsys):
    parser = argparse.ArgumentParser()
    demo.add_to(parser.add_subparsers(), shared_arguments())
    url = f"sqlite:///{tmp_path}/town.db"
    parsed = parser.parse_args(
        ["demo", "--database", url, "--customers", "120", "--as-of", "2024-09-18T18:13"]
    )
    assert parsed.run(parsed) == 0
    assert made_at(url) == (NOW, 120)
    assert PRACTICE_ID in capsys.readouterr().out


def test_the_command_refuses_what_is_no_day():
    with pytest.raises(argparse.ArgumentTypeError, match="neither a day"):
        demo.day_or_instant("18.9.2024")


def test_a_database_with_customers_is_never_filled(database):
    with database.writing() as session:
        add_customer(session)
    with pytest.raises(RuleBroken, match=r"demo\.not_empty"):
        fill(database, as_of=NOW)
    with database.reading() as session:
        assert session.scalar(select(func.count(Customer.id))) == 1


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"customers": LEAST_CUSTOMERS - 1, "as_of": NOW}, r"demo\.too_few"),
        ({"as_of": EARLIEST - dt.timedelta(days=1)}, r"demo\.too_early"),
    ],
)
def test_a_town_that_cannot_be_whole_is_refused(sqlite_database, wanted, code):
    with pytest.raises(RuleBroken, match=code):
        fill(sqlite_database, **wanted)


def test_the_smallest_and_earliest_town_can_be_made(database):
    told = []
    fill(
        database,
        customers=LEAST_CUSTOMERS,
        as_of=EARLIEST,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told[-1] == (LEAST_CUSTOMERS, LEAST_CUSTOMERS)
    with database.reading() as session:
        assert session.scalar(select(func.count(Customer.id))) == LEAST_CUSTOMERS
        assert session.scalar(select(func.min(Bill.month))) < dt.date(2014, 12, 1)


def test_every_contract_can_be_searched_and_records_can_be_added(database):
    fill(database, customers=LEAST_CUSTOMERS, as_of=NOW)
    with database.writing() as session:
        contracts, keys = (
            session.scalar(select(func.count()).select_from(table))
            for table in (Contract, SearchKey)
        )
        assert contracts == keys
        assert search_health(session) == SearchHealth()
        assert add_customer(session, host_number="9" * 10) == LEAST_CUSTOMERS + 1


def test_whoever_practises_signs_in_with_the_password_shown(sqlite_database):
    fill(sqlite_database, customers=LEAST_CUSTOMERS, as_of=NOW)
    with sqlite_database.reading() as session:
        staff = {person.login_id: person for person in session.scalars(select(Staff))}
        assert session.get(Setting, "database.fictional").value == "yes"
    assert len({person.role for person in staff.values()}) == 4
    assert PRACTICE_ID in staff
    for account in ACCOUNTS:
        assert not problems(PRACTICE_PASSWORD, account.login_id)
        assert password_fits(PRACTICE_PASSWORD, staff[account.login_id].password_hash)


def test_the_rows_have_the_columns_of_their_tables():
    for table in Rows().tables:
        columns = set(Base.metadata.tables[table.name].columns.keys())
        assert set(table.columns) == columns


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("ヤマダ ハナコ", "Yamada Hanako"),
        ("ホンマチ", "Honmachi"),
        ("チュウオウドオリマチ", "Chuodorimachi"),
        ("イノウエ ショウヘイ", "Inoue Shohei"),
        ("マツウラ ジュンイチ", "Matsuura Junichi"),
        ("オオウチ ユウコ", "Ouchi Yuko"),
        ("ハットリ", "Hattori"),
        ("マッチャ", "Matcha"),
        ("フェルナンダ ショーン", "Ferunanda Shon"),
    ],
)
def test_readings_are_written_as_on_signs_and_passports(kana, letters):
    assert latin(kana) == letters


def test_every_name_and_town_has_letters():
    words = [*surnames().things, *towns().things]
    assert all(word.latin.isascii() for word in words)
