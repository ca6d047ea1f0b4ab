"""A list tells by what its contracts were found, where nothing in their rows says so."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.search_keys import refresh
from db.models import Contract
from db.queries.search import find
from db.queries.search_filters import SearchFilter
from db.queries.search_reasons import Reason, ReasonKind
from db.rules.member_words import MemberState
from db.rules.words import Role
from tests.db.findable import add_use
from tests.factories import add_bill, add_meter
from tests.member_factories import add_member
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)
BORN_ON = dt.date(1980, 4, 1)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def sought(writing):
    contract_id = add_use(writing, born_on=BORN_ON, email="Hanako.Yamada@example.jp")
    add_meter(writing, writing.get(Contract, contract_id).location_id, serial="19-887766")
    refresh(writing, [contract_id])
    add_bill(writing, contract_id, payment_number="8111222233334444")
    add_use(
        writing, "佐藤 次郎", "サトウ ジロウ", born_on=dt.date(1981, 4, 1), email="b@example.jp"
    )
    return contract_id


def found(session, text, **more):
    return find(session, text, **({"role": Role.COUNTER, "today": TODAY} | more))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1980-04-01", Reason(ReasonKind.BORN_ON, BORN_ON)),
        ("19800401", Reason(ReasonKind.BORN_ON, BORN_ON)),
        ("昭和55年4月1日", Reason(ReasonKind.BORN_ON, BORN_ON)),
        ("S55.4.1", Reason(ReasonKind.BORN_ON, BORN_ON)),
        ("Ｓ５５．４．１", Reason(ReasonKind.BORN_ON, BORN_ON)),
        ("hanako.yamada@EXAMPLE.jp", Reason(ReasonKind.EMAIL, "Ha***@example.jp")),
        ("hanako.yamada@e", Reason(ReasonKind.EMAIL, "Ha***@example.jp")),
        ("19-887766", Reason(ReasonKind.METER, "19-887766")),
        ("8111 2222 3333 4444", Reason(ReasonKind.PAYMENT, "8111222233334444")),
        ("山田 1980-04-01", Reason(ReasonKind.BORN_ON, BORN_ON)),
    ],
)
def test_a_contract_is_found_by_what_its_row_does_not_show(writing, sought, typed, reason):
    (row,) = found(writing, typed).rows

    assert (row.contract_id, row.reasons) == (sought, (reason,))


@pytest.mark.parametrize("typed", ["yamada@example.jp", "example.jp@", "hanako_yamada@", "@"])
def test_an_address_is_found_from_its_beginning_alone(writing, sought, typed):
    assert found(writing, typed).rows == ()


def test_a_member_is_found_by_the_address_they_gave_the_portal(writing):
    held, given_up = (add_use(writing, email=None) for _ in range(2))
    member_id = add_member(writing, None, [held], email="Portal@example.jp")
    assert [row.contract_id for row in found(writing, "portal@example").rows] == [held]
    assert given_up != member_id


def test_a_row_shows_no_reason_when_it_was_found_by_its_name(writing, sought):
    (row,) = found(writing, "山田").rows
    assert row.reasons == ()


def test_a_protected_customer_is_not_found_by_a_birthday_nor_counted(writing, sought):
    add_protection(writing, writing.get(Contract, sought).customer_id)

    for typed in ("1980-04-01", "hanako.yamada@", "8111222233334444", "887766"):
        assert found(writing, typed).total == 0
        assert found(writing, typed, role=Role.SUPERVISOR).total == 1


def test_members_alone_are_those_whose_membership_is_active(writing):
    active, waiting, nobody = (add_use(writing) for _ in range(3))
    add_member(writing, None, [active])
    add_member(writing, None, [waiting], state=MemberState.PENDING)

    listed = found(writing, "山田", only=SearchFilter.MEMBERS)

    assert ([row.contract_id for row in listed.rows], listed.total) == ([active], 1)
    assert nobody not in [row.contract_id for row in listed.rows]
