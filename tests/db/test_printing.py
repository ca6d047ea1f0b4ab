"""What leaves on paper is recorded by kind and receipt, never by what is on it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.printing import PaperOfAct, record_print
from db.errors import RuleBroken
from db.models import AuditEvent
from db.queries.documents import documents_of
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.words import EventKind, Role
from tests.factories import add_customer, add_staff

NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)


def print_letter(database, role):
    with database.writing() as session:
        customer_id, staff_id = add_customer(session), add_staff(session, role=role)
        letter = PaperOfAct(
            PaperKind.LOGIN_LETTER,
            "20240918-4711-0815",
            customer_id,
            PaperLanguage.JA,
            pages=1,
        )
        by = Actor(staff_id, "counter 3")
        record_print(session, letter, by=by, now=NOW, to=PaperWay.PRINTER, printer="窓口3")
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


def test_what_was_printed_is_listed_among_the_documents_without_its_secret(database):
    customer_id, _ = print_letter(database, Role.COUNTER)
    with database.reading() as session:
        (letter,) = documents_of(session, customer_id, None)
    assert (letter.kind, letter.number) == (PaperKind.LOGIN_LETTER, "20240918-4711-0815")
    assert (letter.kept, letter.printed_copies, letter.printed_at) == (False, 1, NOW)
