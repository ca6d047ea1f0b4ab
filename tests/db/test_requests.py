"""A form sent off twice is done once."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy.exc import IntegrityError

from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Contract
from db.rules.member_words import Procedure
from tests.contact_factories import STARTED
from tests.db.race import at_once
from tests.factories import add_customer

KEY = str(uuid.UUID(int=7))
RECEIPT = {"member_id": 4, "receipt": "受付-0004", "fields": ["email"], "number": None}


@pytest.fixture
def keep(by):
    def do(session, key=KEY, outcome=RECEIPT):
        done = {"kind": Procedure.CHANGE, "outcome": outcome, "by": by, "now": STARTED}
        keep_outcome(session, key, **done)

    return do


def found(database, key=KEY):
    with database.reading() as session:
        return outcome_of(session, key)


def test_the_second_time_finds_the_outcome_of_the_first(database, keep):
    assert found(database) is None
    with database.writing() as session:
        keep(session)
        assert outcome_of(session, KEY) == RECEIPT
    assert found(database) == RECEIPT
    assert found(database, str(uuid.UUID(int=8))) is None


def test_sent_off_in_two_windows_at_once_is_done_once(database, keep):
    def act(session):
        if outcome_of(session, KEY) is not None:
            return "found"
        add_customer(session, "二重 送信")
        keep(session)
        return "done"

    answers = at_once(database, act, act, act)
    assert answers.count("done") == 1
    assert set(answers) <= {"done", "found", "request.under_way"}
    assert found(database) == RECEIPT


def test_of_the_repetition_nothing_stays(database, keep):
    with database.writing() as session:
        keep(session)
    with pytest.raises(RuleBroken, match=r"request\.under_way"), database.writing() as session:
        keep(session, outcome={"other": 1})
    assert found(database) == RECEIPT


def test_what_fails_in_between_is_not_taken_for_a_repetition(database, keep):
    def act(session):
        session.add(Contract(customer_number="1"))
        keep(session)

    with pytest.raises(IntegrityError), database.writing() as session:
        act(session)
    assert found(database) is None


@pytest.mark.parametrize(("key", "outcome"), [("7", RECEIPT), (KEY, {"memo": "水" * 2000})])
def test_what_is_no_key_or_no_outcome_is_a_mistake_in_the_program(database, keep, key, outcome):
    with pytest.raises(ValueError, match="not a key"), database.writing() as session:
        keep(session, key, outcome)
