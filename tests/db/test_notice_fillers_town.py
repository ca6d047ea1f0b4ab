"""Every notice that the practice town has cause for, to the yen."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from sqlalchemy import select, text

from db.demo.town import fill
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import Contract
from db.queries.notice_catalogue import facts_for
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind
from db.rules.periods import TOKYO
from tests.desktop.paper_help import ISSUER

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 18, 13, tzinfo=TOKYO)
SINCE = dt.date(2014, 1, 1)
VALID = "debt d JOIN bill b ON b.id = d.bill_id WHERE d.corrected_on IS NULL"
MONEY = {  # what SQL says of a contract, and what its notice says
    PaperKind.READING_NOTICE: (
        f"SELECT b.contract_id, sum(d.yen) FROM {VALID} AND b.to_on = "
        "(SELECT max(to_on) FROM bill WHERE contract_id = b.contract_id) GROUP BY 1"
    ),
    PaperKind.CERTIFICATE: (
        "SELECT contract_id, sum(CASE WHEN came_in < yen THEN came_in ELSE yen END) FROM "
        "(SELECT b.contract_id, d.yen, (SELECT coalesce(sum(yen), 0) FROM payment "
        "WHERE debt_id = d.id AND confirmed_on IS NOT NULL) AS came_in "
        f"FROM {VALID}) AS paid GROUP BY 1 HAVING sum(came_in) > 0"
    ),
    PaperKind.DEBIT_FAILED: (
        f"SELECT b.contract_id, sum(d.yen) FROM {VALID} AND d.collection = 'failed' AND NOT "
        "EXISTS (SELECT 1 FROM payment WHERE debt_id = d.id) GROUP BY 1"
    ),
    PaperKind.REFUND: (
        "SELECT b.contract_id, sum(o.yen) FROM overpayment o JOIN debt d ON d.id = o.debt_id "
        "JOIN bill b ON b.id = d.bill_id WHERE o.way <> 'set_off' GROUP BY 1"
    ),
    PaperKind.SET_OFF: (
        "SELECT b.contract_id, sum(o.yen) FROM overpayment o JOIN debt d ON d.id = o.debt_id "
        "JOIN bill b ON b.id = d.bill_id WHERE o.way = 'set_off' GROUP BY 1"
    ),
    PaperKind.REDUCTION: (
        "SELECT b.contract_id, sum(CASE WHEN d.corrected_on IS NULL THEN -d.yen ELSE d.yen END) "
        "FROM debt d JOIN bill b ON b.id = d.bill_id WHERE EXISTS (SELECT 1 FROM bill n "
        "WHERE n.contract_id = b.contract_id AND n.month = b.month AND n.sequence = 2) GROUP BY 1"
    ),
    PaperKind.FINAL_SETTLEMENT: (
        f"SELECT b.contract_id, sum(d.yen) FROM {VALID} AND b.to_on = "
        "(SELECT ended_on FROM contract WHERE id = b.contract_id) GROUP BY 1"
    ),
}


@pytest.fixture(scope="module")
def town(sqlite_template, tmp_path_factory):
    """A town of 300 as the tour needs it."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    fill(database, as_of=NOW)
    yield database
    database.dispose()


def notices(town, kind, **wanted):
    """The notices of a kind that there is cause for, by contract."""
    found = {}
    with town.reading() as session:
        for contract_id in session.scalars(select(Contract.id)):
            asked = Wanted(kind, contract_id, **wanted)
            try:
                found[contract_id] = facts_for(session, asked, issuer=ISSUER, now=NOW)
            except RuleBroken as error:
                if error.code != "notice.nothing":
                    raise
    return found


def yen_of(kind, facts):
    if kind is PaperKind.CERTIFICATE:
        return facts.paid_yen
    return facts.billed_yen if kind is PaperKind.FINAL_SETTLEMENT else facts.yen


@pytest.mark.parametrize("kind", MONEY)
def test_the_notices_of_the_town_agree_with_its_records_to_the_yen(town, kind):
    wanted = {"since": SINCE} if kind is PaperKind.CERTIFICATE else {}
    with town.reading() as session:
        expected = {row[0]: row[1] for row in session.execute(text(MONEY[kind]))}
    told = {number: yen_of(kind, facts) for number, facts in notices(town, kind, **wanted).items()}
    assert told
    assert told == expected


def test_every_set_off_of_the_town_names_the_debt_that_it_paid(town):
    lines = [line for each in notices(town, PaperKind.SET_OFF).values() for line in each.lines]
    assert lines
    for line in lines:
        assert line.against is not None
        assert line.against.month > line.over.month
        assert line.against.account is line.over.account


def test_the_grounds_of_the_towns_reductions_are_a_leak_or_a_misreading(town):
    grounds = {each.ground for each in notices(town, PaperKind.REDUCTION).values()}
    assert {ground.value for ground in grounds} == {"leak", "misreading"}


def test_every_debit_of_the_town_that_begins_names_its_bank(town):
    begun = notices(town, PaperKind.DEBIT_STARTED)
    with town.reading() as session:
        debited = session.scalars(
            text("SELECT id FROM contract WHERE payment_method = 'debit' AND ended_on IS NULL")
        ).all()
    assert begun.keys() == set(debited)
    assert all(facts.account.bank and facts.account.holder for facts in begun.values())
    assert all(facts.from_month <= dt.date(2024, 11, 1) for facts in begun.values())
