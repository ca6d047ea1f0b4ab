"""A clerk finds again whom they opened today."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.commands.openings import bills_viewed, customer_opened
from db.queries.recent import recent_customers
from db.rules.words import CustomerKind, OpeningReason, Role
from tests.factories import add_contract, add_customer
from tests.protection_factories import add_protection

MORNING = dt.datetime(2024, 9, 18, 0, 0, tzinfo=dt.UTC)
CLERK, OTHER = Actor(7, "窓口3"), Actor(8, "窓口4")


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def opened(session, customer_id, minutes, by=CLERK):
    at = MORNING + dt.timedelta(minutes=minutes)
    customer_opened(
        session, customer_id, reason=OpeningReason.SEARCHED, role=Role.COUNTER, by=by, now=at
    )


def in_use(session, *name, **more):
    customer_id = add_customer(session, *name, **more)
    return customer_id, add_contract(session, customer_id)


def test_whom_the_clerk_opened_comes_back_once_and_the_last_first(writing):
    hanako, home = in_use(writing, "山田 花子", "ヤマダ ハナコ", latin_name="YAMADA Hanako")
    foods, shop = in_use(writing, "㈱北陸食品", "ホクリクショクヒン", kind=CustomerKind.COMPANY)
    for customer_id, minutes in ((hanako, 1), (foods, 12), (hanako, 31)):
        opened(writing, customer_id, minutes)

    first, second = recent_customers(writing, 7, role=Role.COUNTER, since=MORNING)
    assert (first.customer_id, first.contract_id) == (hanako, home)
    assert (first.name, first.latin_name) == ("山田 花子", "YAMADA Hanako")
    assert first.opened_at == MORNING + dt.timedelta(minutes=31)
    assert (second.customer_id, second.contract_id, second.kind) == (
        foods,
        shop,
        CustomerKind.COMPANY,
    )


def test_what_others_opened_or_what_was_opened_before_is_left_out(writing):
    hanako, _home = in_use(writing)
    opened(writing, hanako, 5, by=OTHER)
    opened(writing, hanako, -5)
    assert recent_customers(writing, 7, role=Role.COUNTER, since=MORNING) == ()


def test_the_contract_last_looked_at_comes_back(writing):
    hanako, _home = in_use(writing)
    flat = add_contract(writing, hanako, ended_on=dt.date(2024, 3, 31))
    opened(writing, hanako, 5)
    bills_viewed(writing, flat, years=2, role=Role.COUNTER, by=CLERK, now=MORNING)
    (only,) = recent_customers(writing, 7, role=Role.COUNTER, since=MORNING)
    assert only.contract_id == flat


def test_no_more_come_back_than_are_asked_for(writing):
    for minutes in range(4):
        opened(writing, in_use(writing)[0], minutes)
    assert len(recent_customers(writing, 7, role=Role.COUNTER, since=MORNING, limit=3)) == 3


def test_a_customer_without_any_contract_is_left_out(writing):
    opened(writing, add_customer(writing), 1)
    assert recent_customers(writing, 7, role=Role.COUNTER, since=MORNING) == ()


def test_who_became_protected_is_left_out_for_a_clerk_and_takes_no_place(writing):
    hanako, _home = in_use(writing)
    others = [in_use(writing)[0] for _ in range(2)]
    for minutes, customer_id in enumerate([*others, hanako]):
        opened(writing, customer_id, minutes)
    add_protection(writing, hanako)
    seen = recent_customers(writing, 7, role=Role.COUNTER, since=MORNING, limit=2)
    assert [one.customer_id for one in seen] == others[::-1]
    seen = recent_customers(writing, 7, role=Role.SUPERVISOR, since=MORNING, limit=2)
    assert [one.customer_id for one in seen] == [hanako, others[1]]
