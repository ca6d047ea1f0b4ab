"""What leaves on paper is recorded by kind and receipt, never by what is on it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.printing import record_print
from db.errors import RuleBroken
from db.models import AuditEvent
from db.rules.paper import PaperKind, PaperWay
from db.rules.words import EventKind, Role
from tests.factories import add_customer, add_staff

NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)


def print_letter(database, role):
    with database.writing() as session:
        customer_id, staff_id = add_customer(session), add_staff(session, role=role)
        record_print(
            session,
            PaperKind.LOGIN_LETTER,
            receipt="20240918-4711-0815",
            customer_id=customer_id,
            by=Actor(staff_id, "counter 3"),
            now=NOW,
            to=PaperWay.PRINTER,
        )
        return customer_id, staff_id


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.SUPERVISOR])
def test_a_print_names_the_paper_the_way_and_the_customer(database, role):
    customer_id, staff_id = print_letter(database, role)
    with database.reading() as session:
        event = session.scalars(
            select(AuditEvent).where(AuditEvent.kind == EventKind.PRINTED)
        ).one()
        assert (event.customer_id, event.staff_id, event.desk) == (
            customer_id,
            staff_id,
            "counter 3",
        )
        assert json.loads(event.facts) == {
            "what": "login_letter",
            "receipt": "20240918-4711-0815",
            "to": "printer",
        }


def test_an_administrator_prints_nobodys_paper(database):
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        print_letter(database, Role.ADMIN)
