"""A customer in front of a clerk, known or not yet, for tests of procedures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.commands.contacts import start_contact
from db.commands.identity_checks import check_identity
from db.queries.contacts import contact_facts
from db.queries.customers import customer_head
from db.queries.drafts import drafts_of
from db.rules.contact_words import Channel, CheckItem, CheckMethod, Speaker
from desktop.case import Case
from tests.factories import add_contract, add_customer, add_location
from tests.typing_help import type_text

ENTER = Qt.Key.Key_Return
ESC = Qt.Key.Key_Escape
F4, F5, F9, F10, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (4, 5, 9, 10, 12))


def open_case(desk, *, channel=Channel.COUNTER, known=True, speaker=Speaker.USER, **customer):
    """Start a contact with 山田 花子 , known by now unless told otherwise."""
    with desk.database.writing() as session:
        customer_id = add_customer(session, **customer)
        contract_id = add_contract(session, customer_id, add_location(session))
        contact_id = start_contact(
            session,
            customer_id=customer_id,
            contract_id=contract_id,
            channel=channel,
            by=desk.actor,
            now=desk.now,
        )
    if known:
        identify(desk, contact_id, speaker=speaker)
    return case_of(desk, contact_id)


def identify(desk, contact_id, *, speaker=Speaker.USER):
    """See the speaker's driving licence."""
    with desk.database.writing() as session:
        check_identity(
            session,
            contact_id,
            speaker=speaker,
            method=CheckMethod.DOCUMENT,
            given=frozenset({CheckItem.DRIVING_LICENCE}),
            by=desk.actor,
            now=desk.now,
        )


def case_of(desk, contact_id):
    """The contact and its customer as they stand now."""
    with desk.database.reading() as session:
        contact = contact_facts(session, contact_id)
        head = customer_head(session, contact.customer_id, today=desk.today, role=desk.staff.role)
    return Case(contact, head, contact.contract_id)


def drafts(frame):
    """Give what is kept of the forms of a frame's contact."""
    return drafts_of_case(frame.form.desk, frame.form.case)


def drafts_of_case(desk, case):
    """Give what is kept of the forms of a contact."""
    with desk.database.reading() as session:
        return drafts_of(session, case.contact.contact_id)


def press(window, *keys):
    """Press keys, and type texts, wherever the focus is."""
    for key in keys:
        target = window.focusWidget()
        if isinstance(key, str):
            if key.isascii():
                QTest.keyClicks(target, key)
            else:
                type_text(target, key)
        elif isinstance(key, tuple):
            QTest.keyClick(target, key[1], key[0])
        else:
            QTest.keyClick(target, key)


def fill_in(frame):
    """The clerk types what is needed and ticks the consent: the focus begins at the empty town."""
    press(frame, "Kanazawa", ENTER, ENTER, ENTER, Qt.Key.Key_Space)
