"""A hold keeps a debt, or all of a customer's, out of batches and reissues."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from sqlalchemy import select

from db.commands import holds
from db.commands.audit import Actor
from db.errors import RuleBroken
from db.models import AuditEvent
from db.queries.holds import held, holds_of
from db.rules.contact_words import HoldKind
from db.rules.words import Account, EventKind, Role
from tests.factories import add_bill, add_contract, add_customer, add_staff, debt_of
from tests.protection_factories import add_hold, add_protection

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def clerk(writing):
    return Actor(add_staff(writing, name="鈴木 一"), "窓口3")


@pytest.fixture
def customer_id(writing):
    return add_customer(writing)


@pytest.fixture
def debts(writing, customer_id):
    bill_id = add_bill(writing, add_contract(writing, customer_id))
    return [debt_of(writing, bill_id, account) for account in Account]


def hold(session, customer_id, by, **more):
    facts = {"debt_id": None, "kind": HoldKind.DISPUTE, "from_on": TODAY, "to_on": None}
    facts |= {"reason": " 漏水の疑いを調査中 ", "key": str(uuid.uuid4())}
    return holds.set_hold(session, customer_id=customer_id, **(facts | more), by=by, now=NOW)


def test_a_hold_on_one_debt_leaves_the_other_free(writing, clerk, customer_id, debts):
    water, sewerage = debts
    hold_id = hold(writing, customer_id, clerk, debt_id=sewerage, to_on=TODAY + 30 * DAY)
    (found,) = holds_of(writing, customer_id, TODAY)
    assert (found.hold_id, found.debt_id, found.reason) == (
        hold_id,
        sewerage,
        "漏水の疑いを調査中",
    )
    assert (found.set_by_name, found.holds_now) == ("鈴木 一", True)
    assert held(writing, [water, sewerage], TODAY) == {sewerage: (found,)}
    assert writing.scalars(select(AuditEvent.kind)).all() == [EventKind.HOLD_SET]


def test_a_hold_on_a_customer_covers_every_debt_of_theirs_alone(writing, clerk, customer_id, debts):
    others = debt_of(writing, add_bill(writing, add_contract(writing)))
    hold(writing, customer_id, clerk, kind=HoldKind.RETURNED_MAIL)
    assert set(held(writing, [*debts, others], TODAY)) == set(debts)
    assert held(writing, [others], TODAY) == {}
    assert held(writing, [], TODAY) == {}


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({"from_on": TODAY + DAY}, 1),
        ({"from_on": TODAY - DAY, "to_on": TODAY}, 0),
        ({"from_on": TODAY - 2 * DAY, "to_on": TODAY - DAY}, None),
        ({"from_on": TODAY, "ended_at": NOW}, None),
    ],
)
def test_a_hold_holds_from_its_first_day_to_its_last(writing, customer_id, debts, more, days):
    add_hold(writing, customer_id, **more)
    (found,) = holds_of(writing, customer_id, TODAY)
    assert found.holds_now is (days == 0)
    assert bool(held(writing, debts, TODAY)) is (days == 0)
    assert bool(held(writing, debts, TODAY + DAY)) is (days == 1)


def test_former_holds_stand_below_those_that_count(writing, customer_id):
    former = add_hold(writing, customer_id, from_on=TODAY, ended_at=NOW)
    lasting = add_hold(writing, customer_id, from_on=TODAY - 30 * DAY)
    coming = add_hold(writing, customer_id, from_on=TODAY + DAY)
    seen = [one.hold_id for one in holds_of(writing, customer_id, TODAY)]
    assert seen == [coming, lasting, former]


def test_sending_the_form_twice_holds_once(writing, clerk, customer_id):
    key = str(uuid.uuid4())
    first = hold(writing, customer_id, clerk, key=key)
    assert hold(writing, customer_id, clerk, key=key) == first
    assert len(holds_of(writing, customer_id, TODAY)) == 1


def test_ending_a_hold_lets_the_debts_out_again(writing, clerk, customer_id, debts):
    hold_id = hold(writing, customer_id, clerk)
    holds.end_hold(writing, hold_id, version=1, by=clerk, now=NOW)
    writing.flush()
    assert held(writing, debts, TODAY) == {}
    assert holds_of(writing, customer_id, TODAY)[0].ended_at == NOW
    for version in (1, 2):
        with pytest.raises(RuleBroken, match=r"record\.changed"):
            holds.end_hold(writing, hold_id, version=version, by=clerk, now=NOW)
    with pytest.raises(RuleBroken, match=r"hold\.gone"):
        holds.end_hold(writing, 404, version=1, by=clerk, now=NOW)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"reason": "  "}, "text.missing"),
        ({"reason": "漏" * 501}, "text.too_long"),
        ({"reason": "漏水\n調査"}, "text.line_break"),
        ({"to_on": TODAY - DAY, "from_on": TODAY - 9 * DAY}, "span.past"),
        ({"to_on": TODAY, "from_on": TODAY + DAY}, "span.ends_before_start"),
        ({"debt_id": 404}, "hold.other_debt"),
    ],
)
def test_what_cannot_be_kept_holds_nothing(writing, clerk, customer_id, more, code):
    with pytest.raises(RuleBroken) as refused:
        hold(writing, customer_id, clerk, **more)
    assert refused.value.code == code
    assert holds_of(writing, customer_id, TODAY) == ()


def test_nobody_holds_a_debt_of_somebody_else(writing, clerk, debts):
    stranger = add_customer(writing)
    with pytest.raises(RuleBroken, match=r"hold\.other_debt"):
        hold(writing, stranger, clerk, debt_id=debts[0])


def test_a_protected_customer_is_gone_for_a_clerks_hold(writing, clerk, customer_id):
    hold_id = add_hold(writing, customer_id)
    add_protection(writing, customer_id)
    with pytest.raises(RuleBroken, match=r"customer\.gone"):
        hold(writing, customer_id, clerk)
    with pytest.raises(RuleBroken, match=r"hold\.gone"):
        holds.end_hold(writing, hold_id, version=1, by=clerk, now=NOW)
    supervisor = Actor(add_staff(writing, role=Role.SUPERVISOR), "事務室")
    holds.end_hold(writing, hold_id, version=1, by=supervisor, now=NOW)


def test_an_administrator_holds_nothing(writing, customer_id):
    admin = Actor(add_staff(writing, role=Role.ADMIN), "")
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        hold(writing, customer_id, admin)
