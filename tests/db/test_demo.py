"""The fictional town: the same one every time, complete, and right to the yen."""

import datetime as dt
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from db.demo import story
from db.demo.people import LONG_NAME
from db.demo.rounds import FRESH, Calendar
from db.demo.town import EARLIEST, fill
from db.engine import Database, open_engine
from db.models import Base, Bill, Contract, Customer, Debt, Reading, SearchKey, Setting
from db.queries.billing import billing_history
from db.rules import due_dates
from db.rules.periods import TOKYO, billed_month
from db.rules.words import Account, PaymentState, UsageClass
from db.tariffs import tariffs

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 18, 13, tzinfo=TOKYO)
EXPECTED = {  # what an SQL condition must find at least once in every town
    "planned": "debt WHERE collection = 'planned'",
    "requested": "debt WHERE collection = 'requested'",
    "debited": "debt WHERE collection = 'debited'",
    "failed": "debt WHERE collection = 'failed'",
    "instalments": "debt WHERE collection = 'instalments'",
    "written off": "debt WHERE collection = 'written_off'",
    "corrected": "debt WHERE corrected_on IS NOT NULL",
    "corrected bill": "bill WHERE sequence = 2",
    "reported": "payment WHERE confirmed_on IS NULL",
    "refund": "overpayment WHERE way = 'refund'",
    "set off": "overpayment WHERE way = 'set_off'",
    "money over": "overpayment WHERE way = 'open'",
    "meter exchanged": "reading WHERE old_meter_m3 > 0",
    "exchange due": "meter WHERE exchange_due_on < '2024-11-18' AND removed_on IS NULL",
    "settled": "bill WHERE settled_m3 <> 0",
    "leak": "reading WHERE status_code = 6 AND usage_m3 > 90",
    "leak taken off": "bill b JOIN reading r ON r.id = b.reading_id "
    "WHERE b.usage_m3 < r.usage_m3",
    "no water": "bill WHERE usage_m3 = 0",
    "no sewerage": "bill WHERE sewerage_m3 IS NULL",
    "garden": "bill WHERE sewerage_m3 < usage_m3",
    "well": "bill WHERE sewerage_m3 > usage_m3",
    "business": "bill WHERE usage_class = 'business'",
    "old tariff": "bill WHERE tariff = '2014-04'",
    "ended": "contract WHERE ended_on IS NOT NULL",
    "no bills yet": "contract k WHERE NOT EXISTS "
    "(SELECT 1 FROM bill WHERE contract_id = k.id)",
    "landlord": "customer c WHERE (SELECT count(*) FROM contract WHERE customer_id = c.id) = 60",
    "followed": "contract a JOIN contract b ON b.location_id = a.location_id "
    "AND b.started_on > a.ended_on",
    "party ended": "contract_party WHERE ended_on IS NOT NULL",
    "owner": "contract_party WHERE role = 'owner'",
    "manager": "contract_party WHERE role = 'manager'",
    "addressee": "contract_party WHERE role = 'addressee'",
    "account holder": "contract_party WHERE role = 'account_holder'",
    "elsewhere": "customer WHERE address IS NOT NULL",
    "note": "customer WHERE note <> ''",
    "company": "customer WHERE kind = 'company'",
    "no telephone": "customer WHERE phone IS NULL",
    "announced to all": "announcement WHERE contract_id IS NULL",
    "announced to one": "announcement WHERE contract_id IS NOT NULL",
    "announced to a town": "announcement a WHERE town <> '' AND EXISTS "
    "(SELECT 1 FROM location WHERE address LIKE a.town || '%')",
    "portal closed": "announcement WHERE portal_closed_to IS NOT NULL",
    "announcement read": "announcement_seen",
    "withdrawn": "announcement WHERE withdrawn_on IS NOT NULL",
    "five years old": "bill b JOIN debt d ON d.bill_id = b.id WHERE b.month < '2019-12-01' "
    "AND NOT EXISTS (SELECT 1 FROM payment WHERE debt_id = d.id)",
    "iroha": "location WHERE address = '磯部町ニ45番地'",
    "stem": "location WHERE address = '乙丸町甲10番地'",
} | {f"rare {letter}": f"customer WHERE name LIKE '{letter}%'" for letter in "髙𠮷濵齋"} | {
    f"rare {letter}": f"customer WHERE name LIKE '%{letter}%'" for letter in "﨑邉邊㈱"
} | {
    f"status {code}": f"reading WHERE status_code = {code}" for code in range(1, 10)}  # fmt: skip


@pytest.fixture(scope="module")
def sqlite_place(sqlite_template, tmp_path_factory):
    """Where the town is as a file."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="module")
def postgresql_place(postgres, postgres_template):
    """Where the town is on the server."""
    with postgres.database(template=postgres_template) as url:
        yield url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def town(request):
    """A town of 300 as the tour needs it, on either kind of database."""
    database = Database(open_engine(request.getfixturevalue(f"{request.param}_place")))
    fill(database, as_of=NOW)
    yield database
    database.dispose()


def everything(database):
    with database.reading() as session:
        return {
            table.name: session.execute(select(table).order_by(*table.primary_key)).all()
            for table in Base.metadata.sorted_tables
        }


def test_the_same_seed_gives_the_same_town_on_both_databases(town, sqlite_database):
    fill(sqlite_database, as_of=NOW)
    assert everything(sqlite_database) == everything(town)


def test_another_seed_gives_another_town(town, sqlite_database):
    fill(sqlite_database, as_of=NOW, seed=2)
    other, first = everything(sqlite_database), everything(town)
    assert other["customer"] != first["customer"]
    same = story.CUSTOMERS  # the tour's people are always there
    assert other["customer"][:same] == first["customer"][:same]


@pytest.mark.parametrize("what", EXPECTED)
def test_every_kind_of_case_is_there(town, what):
    with town.reading() as session:
        assert session.scalar(text(f"SELECT count(*) FROM {EXPECTED[what]}"))


def test_a_name_of_sixty_characters_is_there(town):
    assert len(LONG_NAME.text) == 60
    with town.reading() as session:
        assert session.scalar(select(Customer.id).where(Customer.name == LONG_NAME.text))


def test_there_are_as_many_customers_as_asked_for(town):
    with town.reading() as session:
        assert session.scalar(select(func.count(Customer.id))) == 300


def test_every_bill_costs_what_the_tariff_of_its_reading_says(town):
    with town.reading() as session:
        debts = {}
        for debt in session.scalars(select(Debt)):
            debts.setdefault(debt.bill_id, {})[debt.account] = debt
        for bill in session.scalars(select(Bill)):
            tariff = tariffs().on(bill.to_on)
            quote = tariff.quote(
                bill.usage_class, usage_m3=bill.usage_m3, sewerage_m3=bill.sewerage_m3
            )
            expected = {Account.WATER: (quote.water.yen, quote.water.tax_yen)}
            if quote.sewerage:
                expected[Account.SEWERAGE] = (quote.sewerage.yen, quote.sewerage.tax_yen)
            found = {account: (d.yen, d.tax_yen) for account, d in debts[bill.id].items()}
            assert (found, bill.tariff) == (expected, tariff.code)
            assert bill.month == billed_month(bill.to_on)
            assert {d.due_on for d in debts[bill.id].values()} == {due_dates.due_on(bill.issued_on)}


def test_every_debt_can_be_claimed_as_long_as_the_rule_says(town):
    statement = (
        select(Debt.account, Debt.due_on, Debt.limitation_on, Contract.started_on)
        .join(Bill, Bill.id == Debt.bill_id)
        .join(Contract, Contract.id == Bill.contract_id)
    )
    with town.reading() as session:
        for account, due_on, limitation_on, started_on in session.execute(statement):
            expected = due_dates.limitation_on(account, due_on, contract_started_on=started_on)
            assert limitation_on == expected


def test_each_reading_goes_on_where_the_one_before_stopped(town):
    before = {}
    with town.reading() as session:
        for reading in session.scalars(select(Reading).order_by(Reading.read_on)):
            meter = reading.meter_id
            if meter in before:
                assert reading.previous_value == before[meter]
            elif reading.old_meter_m3:
                assert reading.previous_value == 0
            if reading.current_value is None:
                before[meter] = reading.previous_value + reading.usage_m3
            else:
                before[meter] = reading.current_value
                ran = reading.current_value - reading.previous_value + reading.old_meter_m3
                assert reading.usage_m3 == ran


def test_each_bill_begins_where_the_one_before_ended(town):
    ended = {}
    statement = select(Bill).order_by(Bill.contract_id, Bill.month, Bill.sequence)
    with town.reading() as session:
        for bill in session.scalars(statement):
            if bill.sequence == 1 and bill.contract_id in ended:
                assert bill.from_on == ended[bill.contract_id]
            ended[bill.contract_id] = bill.to_on
            assert 20 < (bill.to_on - bill.from_on).days < 95


def test_nobody_pays_more_than_is_owed_unless_it_went_back(town):
    statement = text(
        "SELECT count(*) FROM debt d WHERE (SELECT sum(yen) FROM payment WHERE debt_id = d.id) "
        "> d.yen + coalesce((SELECT sum(yen) FROM overpayment WHERE debt_id = d.id), 0)"
    )
    with town.reading() as session:
        assert session.scalar(statement) == 0


def test_nothing_is_known_of_the_future(town):
    late = [
        "SELECT max(paid_on) FROM payment",
        "SELECT max(confirmed_on) FROM payment",
        "SELECT max(found_on) FROM overpayment",
        "SELECT max(settled_on) FROM overpayment",
        "SELECT max(corrected_on) FROM debt",
        "SELECT max(collection_on) FROM debt WHERE collection NOT IN ('planned', 'requested')",
        "SELECT max(issued_on) FROM bill",
    ]
    with town.reading() as session:
        seen_to = session.get(Setting, "delivery.payments_seen_to").value
        days = [str(session.scalar(text(statement))) for statement in late]
    assert seen_to == "2024-09-17"
    assert max(days[:6]) <= seen_to
    assert days[6] <= TODAY.isoformat()


def test_hanako_yamada_asks_about_the_golden_bill(town):
    with town.reading() as session:
        contract = session.scalar(
            select(Contract).where(Contract.portal_number == "1702445800312296")
        )
        history = billing_history(session, contract.id, today=TODAY)
        key = session.get(SearchKey, contract.id)
    current, july, *_, last_year = history.rows[:7]
    assert (current.usage_m3, current.water.yen, current.water.tax_yen) == (21, 2799, 254)
    assert (current.sewerage.yen, current.sewerage.tax_yen, current.yen) == (2710, 246, 5509)
    assert (current.month, current.due_on) == (dt.date(2024, 9, 1), dt.date(2024, 9, 30))
    assert (current.state, july.state) == (PaymentState.NOT_DUE, PaymentState.OVERDUE)
    assert {row.state for row in history.rows[2:]} == {PaymentState.PAID}
    assert (last_year.usage_m3, last_year.settled_m3) == (33, 5)
    assert contract.usage_class is UsageClass.HOUSEHOLD
    assert key.phone == "0761234821"


@given(today=st.dates(min_value=EARLIEST, max_value=dt.date(2040, 12, 31)))
def test_on_any_day_her_bill_is_out_and_not_due_and_the_one_before_overdue(today):
    calendar = Calendar(today)
    *_, before, current = calendar.periods(calendar.route_read(FRESH), 12, None, None)
    assert current.issued_on <= today < current.due_on
    assert before.due_on < today
    assert len({period.month_text for period in calendar.periods(
        calendar.route_read(FRESH), 30, None, None)}) == 30  # fmt: skip
