"""The fictional town's members, and what staff noted of its people."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from sqlalchemy import func, select, text

from db.commands.member_secrets import answer_fits, member_password_fits
from db.demo.member_accounts import (
    ANSWER_HASHES,
    MEMBER_ANSWER,
    MEMBER_ID,
    MEMBER_NUMBER,
    MEMBER_PASSWORD,
    PASSWORD_HASHES,
)
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.models import Contract, Member, MemberContract, Protection
from db.rules import member_fields
from db.rules.contact_words import HoldKind
from db.rules.member_words import MemberState

TODAY = dt.date(2024, 9, 18)
EXPECTED = {  # what an SQL condition must find at least once in every town
    "protected": "protection WHERE to_on > '2024-10-18'",
    "to be reviewed": "protection WHERE to_on BETWEEN '2024-09-18' AND '2024-10-18'",
    "resting for protection": "member m JOIN protection p ON p.customer_id = m.customer_id "
    "WHERE m.suspension = 'protection'",
    "held debt": "hold WHERE debt_id IS NOT NULL",
    "held customer": "hold WHERE debt_id IS NULL",
    "bank": "debit_account",
    "waiting": "member m JOIN customer c ON c.id = m.customer_id "
    "WHERE m.state = 'pending' AND m.name = c.name",
    "waiting amiss": "member m JOIN customer c ON c.id = m.customer_id "
    "WHERE m.state = 'pending' AND m.name <> c.name",
    "resting": "member WHERE suspension = 'own_request'",
    "gone": "member WHERE state = 'withdrawn'",
    "english mail": "member WHERE language = 'en'",
    "due today": "contact k JOIN staff s ON s.id = k.staff_id "
    "WHERE k.follow_up_on = '2024-09-18' AND s.login_id = 'madoguchi'",
    "for a supervisor": "contact WHERE follow_up_by = 'supervisor'",
    "nobody's contact": "contact WHERE customer_id IS NULL",
    "identified": "identity_check WHERE result = 'passed'",
} | {f"held for {kind.value}": f"hold WHERE kind = '{kind.value}'" for kind in HoldKind}


@pytest.fixture(scope="module")
def town(sqlite_template, tmp_path_factory):
    """The smallest town: that both databases get the same one is shown elsewhere."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    fill(database, customers=LEAST_CUSTOMERS, as_of=TODAY)
    yield database
    database.dispose()


@pytest.mark.parametrize("what", EXPECTED)
def test_every_kind_of_case_is_there(town, what):
    with town.reading() as session:
        assert session.scalar(text(f"SELECT count(*) FROM {EXPECTED[what]}"))


def test_the_tours_customer_is_no_member_yet_and_not_protected(town):
    hanako = select(Contract.customer_id).where(Contract.portal_number == "1702445800312296")
    with town.reading() as session:
        customer_id = session.scalar(hanako)
        for table in (Member, Protection):
            assert (
                session.scalars(select(table).where(table.customer_id == customer_id)).all() == []
            )
        assert session.scalar(select(func.count(Protection.id))) == 3


def test_the_documented_member_can_be_known_by_what_is_documented(town):
    holds = (
        select(Member)
        .join(MemberContract, MemberContract.member_id == Member.id)
        .join(Contract, Contract.id == MemberContract.contract_id)
        .where(Contract.portal_number == MEMBER_NUMBER)
    )
    with town.reading() as session:
        member = session.scalars(holds).one()
    assert (member.name, member.login_id, member.state) == (
        "佐藤 健一",
        MEMBER_ID,
        MemberState.ACTIVE,
    )
    assert member_password_fits(MEMBER_PASSWORD, member.password_hash)
    assert answer_fits(MEMBER_ANSWER, member.secret_answer_hash)


def test_every_ready_made_hash_is_of_what_is_documented():
    assert len(set(PASSWORD_HASHES)) == len(set(ANSWER_HASHES)) == 10
    for stored in PASSWORD_HASHES:
        assert member_password_fits(MEMBER_PASSWORD, stored)
    for stored in ANSWER_HASHES:
        assert answer_fits(MEMBER_ANSWER, stored)


def test_every_member_could_have_registered_so(town):
    with town.reading() as session:
        for member in session.scalars(select(Member)):
            for field in ("login_id", "name", "kana", "phone", "email", "postal_code", "address"):
                value = getattr(member, field)
                assert getattr(member_fields, field)(value) == value
        late = text(
            "SELECT count(*) FROM member_contract h JOIN member m ON m.id = h.member_id "
            "JOIN contract k ON k.id = h.contract_id "
            "WHERE substr(CAST(m.registered_at AS text), 1, 10) < CAST(k.started_on AS text)"
        )
        assert session.scalar(late) == 0
