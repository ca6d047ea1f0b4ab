"""A new clerk's first contact, with the keyboard alone, on both databases and in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from db.commands.seals import seal
from db.engine import Database, open_engine
from db.queries.audit import audit_events, audit_state, check_audit
from db.rules.words import EventKind
from desktop.screens.customer.page import Section

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
DOWN, UP, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER = Qt.Key.Key_Return

HANAKO = "山田 花子"
NUMBER, OTHER_NUMBER = "1702445800312296", "1702445800447105"
SAID = {"ja": "ヤマダ 本町", "en": "Yamada Honmachi"}
EXPLAINED = {"ja": "3,023円", "en": "¥3,023"}
WENT_ON = [
    EventKind.SIGN_IN,
    EventKind.SEARCHED,
    EventKind.CUSTOMER_OPENED,
    EventKind.CONTACT_STARTED,
    EventKind.BILLS_VIEWED,
    EventKind.EXPORTED,
    EventKind.SIGN_OUT,
]


def find_by_what_she_says(clerk, said):
    clerk.write(said)
    table = clerk.main.search.finds.table
    assert HANAKO in {row.name for row in table.records.rows()}
    assert not clerk.page.is_open()
    while table.selected().portal_number != NUMBER:
        clerk.press(DOWN)
    clerk.press(ENTER)
    assert_at(clerk, NUMBER)


def find_by_number(clerk):
    clerk.seek("170244580031229")
    assert not clerk.page.isVisible()
    clerk.write("6")
    assert_at(clerk, NUMBER)


def find_by_phone(clerk):
    clerk.seek("4821")
    assert {row.name for row in clerk.main.search.finds.table.records.rows()} == {HANAKO}
    clerk.press(ENTER)  # she has two contracts: into the list
    clerk.press(ENTER)
    assert_at(clerk, NUMBER)


def switch_location(clerk):
    clerk.press(Qt.Key.Key_F3)
    clerk.press(DOWN)
    clerk.press(ENTER)
    assert_at(clerk, OTHER_NUMBER)
    clerk.press(Qt.Key.Key_F3)
    clerk.press(UP)
    clerk.press(ENTER)
    assert_at(clerk, NUMBER)


def explain_from_the_chart(clerk, amount):
    clerk.press(Qt.Key.Key_2, ALT)
    usage = clerk.page.sections.usage
    clerk.press(LEFT)
    newest = usage.sentence.text()
    assert amount in newest
    clerk.press(LEFT)
    assert usage.sentence.text() != newest
    clerk.press(RIGHT)
    assert usage.sentence.text() == newest


def export_history(clerk, file, until):
    clerk.press(Qt.Key.Key_F6)
    clerk.press(Qt.Key.Key_S, CONTROL)
    dialog = clerk.main.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit)
    name.setText(str(file))  # typing opens a list of suggestions, which takes the first Enter
    QTest.keyClick(name, ENTER)
    until(lambda: file.name in clerk.main.toast.text())
    clerk.wait()
    lines = file.read_text("utf-8-sig").splitlines()
    assert len(lines) == 13
    assert "5509" in lines[1].replace(",", "")


def assert_at(clerk, portal_number):
    assert clerk.page.isVisible()
    assert clerk.page.strip.contract.portal_number == portal_number
    assert clerk.page.sections.section is Section.OVERVIEW


def recorded(url, now):
    """Seal the audit, check it, and give what it holds."""
    database = Database(open_engine(url))
    with database.writing() as session:
        seal(session, now=now)
    with database.reading() as session:
        assert audit_state(session).unsealed == 0
        assert check_audit(session) == ()
        kinds = [event.kind for event in audit_events(session, since=now)]
    database.dispose()
    return kinds[::-1]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_clerk_answers_a_whole_contact(start, town_url, language, tmp_path, clock, until):
    clerk = start(town_url, language)
    clerk.sign_in()
    find_by_what_she_says(clerk, SAID[language])
    find_by_number(clerk)
    find_by_phone(clerk)
    switch_location(clerk)
    explain_from_the_chart(clerk, EXPLAINED[language])
    export_history(clerk, tmp_path / "明細.csv", until)
    title = clerk.main.windowTitle()
    clerk.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert clerk.main.windowTitle() != title
    clerk.press(Qt.Key.Key_Q, CONTROL_SHIFT)
    until(lambda: clerk.main is None)
    assert clerk.program.login.isVisible()
    assert list(dict.fromkeys(recorded(town_url, clock()))) == WENT_ON
