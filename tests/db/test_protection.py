"""Who is protected is known by one look, and seen by supervisors alone."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from db.models import Customer
from db.queries.protections import due_for_review, is_protected, protection_of, visible_to
from db.rules.words import Role
from tests.factories import add_customer
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)
LONG_AGO = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def seen_by(session, role):
    return set(session.scalars(select(Customer.id).where(visible_to(role))))


def test_a_protected_customer_exists_for_supervisors_alone(writing):
    hidden, plain, freed = (add_customer(writing) for _ in range(3))
    add_protection(writing, hidden)
    add_protection(writing, freed, ended_at=LONG_AGO)
    for role in Role:
        everybody = {hidden, plain, freed} if role is Role.SUPERVISOR else {plain, freed}
        assert seen_by(writing, role) == everybody
    assert [is_protected(writing, one) for one in (hidden, plain, freed)] == [True, False, False]


def test_a_protection_past_its_day_still_protects_and_asks_for_a_review(writing):
    past, soon, later = (add_customer(writing) for _ in range(3))
    add_protection(writing, soon, to_on=TODAY + dt.timedelta(days=30))
    add_protection(writing, later, to_on=TODAY + dt.timedelta(days=31))
    add_protection(writing, past, to_on=TODAY - dt.timedelta(days=1))
    assert is_protected(writing, past)
    assert [one.customer_id for one in due_for_review(writing, TODAY)] == [past, soon]
    assert protection_of(writing, soon, today=TODAY).review_due
    facts = protection_of(writing, later, today=TODAY)
    assert (facts.customer_name, facts.counterparty, facts.review_due) == (
        "山田 花子",
        "元配偶者",
        False,
    )


def test_whoever_is_not_protected_has_no_protection(writing):
    freed = add_customer(writing)
    add_protection(writing, freed, ended_at=LONG_AGO)
    assert protection_of(writing, freed, today=TODAY) is None
    assert due_for_review(writing, TODAY + dt.timedelta(days=1000)) == ()


def test_whether_somebody_is_seen_is_read_from_the_index(sqlite_database):
    seen = select(Customer.name).where(visible_to(Role.COUNTER))
    with sqlite_database.reading() as session:
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {seen}")).all()
    assert any("uq_protection_customer_id_active" in row[3] for row in plan), plan
