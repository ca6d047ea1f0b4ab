"""A location with bills, and what the audit says, for the tests of the customer's parts."""

from __future__ import annotations

import datetime as dt
import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from sqlalchemy import select

from db.models import AuditEvent
from db.queries.billing import billing_history
from tests.factories import add_bill, add_contract

SEPTEMBER = dt.date(2024, 9, 1)
JULY = dt.date(2024, 7, 1)
LAST_SEPTEMBER = dt.date(2023, 9, 1)


def history(desk, fill, *, years=2, **contract):
    """What is known of a location whose bills ``fill(session, contract_id)`` adds."""
    with desk.database.writing() as session:
        contract_id = add_contract(session, **contract)
        fill(session, contract_id)
    return history_again(desk, contract_id, years=years)


def history_again(desk, contract_id, *, years=2):
    """What is known of that location now."""
    with desk.database.reading() as session:
        return billing_history(session, contract_id, today=desk.today, years=years)


def three_years(session, contract_id):
    """Bills of 19 periods up to September 2024: the newest not due, July overdue, the rest paid."""
    for steps in range(19):
        months = 2024 * 12 + 8 - 2 * steps
        month = dt.date(months // 12, months % 12 + 1, 1)
        paid_on = None if month in (SEPTEMBER, JULY) else month.replace(day=25)
        usage_m3 = 21 if month == SEPTEMBER else 25 + steps
        add_bill(session, contract_id, month, usage_m3=usage_m3, paid_on=paid_on)


def add_year_before(session, contract_id, **more):
    """The bill of September 2023, paid."""
    paid_on = dt.date(2023, 9, 25)
    return add_bill(session, contract_id, LAST_SEPTEMBER, **({"paid_on": paid_on} | more))


def exports(desk):
    """What the audit says left the program: (what, rows, contract id)."""
    with desk.database.reading() as session:
        this = select(AuditEvent.facts, AuditEvent.contract_id).where(AuditEvent.kind == "exported")
        rows = session.execute(this.order_by(AuditEvent.id)).all()
    return [(json.loads(facts)["what"], json.loads(facts)["rows"], at) for facts, at in rows]


def noted(desk):
    """A list that takes every passing note from now on."""
    notes = []
    desk.messages.noted.connect(notes.append)
    return notes


def press(key, *modifiers, times=1):
    """Press a key where the keyboard is."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, held)


def save_as(card, file, qtbot):
    """Save under another name than the one offered, which is given back."""
    qtbot.waitUntil(lambda: card.findChild(QFileDialog) is not None)
    name = card.findChild(QFileDialog).findChild(QLineEdit)
    offered = name.text()
    # pasted, not typed: typing opens a list of suggestions, which takes the first Enter
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)
    return offered
