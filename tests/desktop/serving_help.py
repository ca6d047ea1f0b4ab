"""A customer at the counter, with a contact begun: what tests of the wrap-up panel stand on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.commands.contacts import start_contact
from db.models import AuditEvent, DebitAccount, IdentityCheck
from db.queries.contacts import contact_facts
from db.queries.customers import customer_head
from db.rules.contact_words import Channel
from db.rules.words import PartyRole
from desktop.screens.wrap_up.panel import WrapUp
from tests.factories import add_bill, add_contract, add_customer, add_location, add_party


@dataclass(frozen=True)
class Served:
    """Hanako at her flat, which belongs to Kitamura; she pays from 北國銀行."""

    customer_id: int
    contract_id: int


def add_served(desk, number="K-1702", **more):
    """A customer with a bill of 5,509 yen, a bank, a phone number and a landlord."""
    with desk.database.writing() as session:
        customer = add_customer(session, **more)
        flat = add_contract(session, customer, add_location(session), customer_number=number)
        add_party(session, flat, PartyRole.OWNER)
        add_bill(session, flat, dt.date(2024, 9, 1))
        session.add(DebitAccount(contract_id=flat, bank="北國銀行", branch="本店"))
    return Served(customer, flat)


def begin_contact(desk, served=None, channel=Channel.COUNTER):
    """Begin a contact at this desk and give its id."""
    with desk.database.writing() as session:
        return start_contact(
            session,
            customer_id=served and served.customer_id,
            contract_id=served and served.contract_id,
            channel=channel,
            by=desk.actor,
            now=desk.now,
        )


def facts_of(desk, contact_id):
    """The contact as it stands in the database."""
    with desk.database.reading() as session:
        return contact_facts(session, contact_id)


def head_of(desk, served):
    """The customer as the page knows them."""
    role = desk.staff.role
    with desk.database.reading() as session:
        return customer_head(session, served.customer_id, role=role, today=desk.today)


def events(desk, kind):
    """The facts recorded of each event of a kind, as they are stored."""
    with desk.database.reading() as session:
        return session.scalars(select(AuditEvent.facts).where(AuditEvent.kind == kind)).all()


def opened_panel(desk, show, channel=Channel.COUNTER, served=None):
    """A panel that shows a contact which came that way."""
    served = served or add_served(desk)
    panel = WrapUp(desk)
    panel.resize(276, 560)
    show(panel)
    contact = facts_of(desk, begin_contact(desk, served, channel))
    panel.show_contact(contact, head_of(desk, served), served.contract_id)
    return panel


def known(panel, qtbot):
    """How the speaker was known, once they are."""
    qtbot.waitUntil(lambda: not panel.body.identity.is_open())
    return panel.body.identity.identity


def choose_speaker(panel, speaker):
    """Choose who speaks, and go back to what they show."""
    form = panel.body.identity.form
    form.speaker.choose(speaker)
    form.speaker.picked.emit()
    form.setFocus()


def checks(desk):
    """What is kept of identity checks: items and result."""
    with desk.database.reading() as session:
        return session.execute(select(IdentityCheck.items, IdentityCheck.result)).all()


def press(*keys):
    """Strike keys, one after the other, wherever the focus is by then."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
