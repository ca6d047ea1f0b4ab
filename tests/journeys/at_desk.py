"""What clerks do in a contact with the keyboard alone, and what the database knows of it."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from sqlalchemy import select

from db.engine import Database, open_engine
from db.models import Contact, Contract
from db.queries.contacts import contact_facts
from db.queries.drafts import drafts_of
from db.rules.contact_words import CheckResult
from desktop.paper_words import paper_kind
from desktop.screens.procedures.frame import Step
from tests.desktop.paper_help import squeezed, text_of
from tests.journeys.screens import visible

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, ESC, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
SPACE, BACKSPACE = Qt.Key.Key_Space, Qt.Key.Key_Backspace
F2, F3, F4, F7, F8 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 4, 7, 8))
F9, F10, F11, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (9, 10, 11, 12))

HANAKO, KAZUO = "1702445800312296", "1702112000853318"
COMPANY, KENICHI = "1702006100029940", "1702338000561043"
HER_OTHER_NUMBER = "1702445800447105"
HER_PHONE, HER_MAIL = "076-123-4821", "hanako.yamada@example.jp"


def digit(number):
    """Give the key of a digit."""
    return Qt.Key(Qt.Key.Key_0.value + number)


def check_document(clerk):
    """See the speaker's My Number card, which is the first that is listed."""
    clerk.press(F4)
    clerk.press(digit(1))
    clerk.press(ENTER)
    clerk.until(lambda: is_known(clerk))
    clerk.wait()


def check_by_phone(clerk, item, said):
    """Ask for name, place and one thing that is compared with what is on file."""
    clerk.press(F4)
    clerk.press(digit(1))
    clerk.press(digit(2))
    items = [each.item for each in clerk.panel.body.identity.form.items]
    clerk.press(digit(items.index(item) + 1))
    clerk.write(said)
    clerk.press(ENTER)


def is_known(clerk):
    """Say whether the speaker was identified."""
    identity = clerk.contact.identity
    return identity is not None and identity.result is CheckResult.PASSED


def choose(clerk, part, words):
    """Choose from a list, with Tab and the arrows, what it says in these words."""
    clerk.tab_to(part)
    for _ in range(part.count()):
        if words in part.currentText():
            return
        clerk.press(DOWN)
    raise AssertionError(f"{words} is not offered")


def finish(clerk):
    """End the contact: F12, and Enter on the last look."""
    contact_id = clerk.contact.contact_id
    clerk.press(F12)
    clerk.press(ENTER)
    clerk.until(lambda: not clerk.page.is_open())
    clerk.wait()
    return contact_id


def park(clerk):
    """Let the customer wait who is served: F11, and Enter on the first line."""
    clerk.press(F11)
    clerk.press(ENTER)
    clerk.until(lambda: not clerk.page.is_open())
    clerk.wait()


def resume(clerk, name):
    """Take up again whoever waits under this name."""
    clerk.press(F11)
    parked = clerk.work.parked.list
    while name not in parked.currentItem().text():
        clerk.press(DOWN)
    clerk.press(ENTER)
    clerk.until(clerk.page.is_open)
    clerk.wait()


def shown(clerk):
    """Give all the words that labels show now."""
    return "\n".join(label.text() for label in visible(clerk.main, QLabel))


@contextmanager
def reading(url):
    """Look into the database from beside the program."""
    database = Database(open_engine(url))
    with database.reading() as session:
        yield session
    database.dispose()


def facts_of(url, contact_id):
    """Give a contact as it stands in the database."""
    with reading(url) as session:
        return contact_facts(session, contact_id)


def kept_drafts(url, contact_id):
    """Give the drafts that the database keeps of a contact's forms."""
    with reading(url) as session:
        return drafts_of(session, contact_id)


def states(url):
    """Give the state of every contact of this day's, in the order in which they began."""
    with reading(url) as session:
        begun = select(Contact.state).where(Contact.desk != "").order_by(Contact.id)
        return list(session.scalars(begun))


def customer_number(url, portal_number):
    """Give the number on the bills of a contract."""
    with reading(url) as session:
        this = Contract.portal_number == portal_number
        return session.scalars(select(Contract.customer_number).where(this)).one()


def last_contact(session):
    """Give the contact that was begun last."""
    newest = session.scalars(select(Contact.id).order_by(Contact.id.desc()).limit(1)).one()
    return contact_facts(session, newest)


def begin(clerk, number):
    """Open a procedure by F8 and its digit; wait for its form."""
    clerk.press(F8)
    clerk.press(digit(number))
    clerk.until(lambda: clerk.frame is not None and clerk.frame.step is Step.INPUT)
    clerk.wait()


def customer_types(clerk, *texts):
    """Have the customer type in their own window: each text, and Enter."""
    window = clerk.work.customer_input
    clerk.until(window.isVisible)
    window.activateWindow()  # no window manager does
    clerk.until(window.isActiveWindow)
    for text in texts:
        clerk.write(text)
        clerk.press(ENTER)


def customer_proves_and_types(clerk, answer, password):
    """F9: the customer answers the secret question, and types a new password."""
    clerk.press(F9)
    customer_types(clerk, answer)
    clerk.until(clerk.work.customer_input.password.isVisible)
    customer_types(clerk, password, password)
    clerk.until(lambda: not clerk.work.customer_input.isVisible())
    clerk.main.activateWindow()
    clerk.wait()


def carry_out(clerk, *, agreed=False):
    """F12 to the check page, F12 again to the receipt; with the tick where one is wanted."""
    clerk.press(F12)
    if agreed:
        assert clerk.frame.input.consent.hasFocus()
        clerk.press(SPACE)
        clerk.press(F12)
    assert clerk.frame.step is Step.CHECK, clerk.frame.input.summary.faults()
    clerk.press(F12)
    clerk.until(lambda: clerk.frame.step is Step.DONE)
    clerk.wait()


def issue_papers(clerk, *kinds):
    """F10 twice for the slip of what is unpaid here; then Ctrl+I, the kind, and F10 twice."""
    clerk.press(digit(1), ALT)
    clerk.press(F10, times=2)
    room = clerk.work.rooms.documents
    for kind in kinds:
        clerk.press(Qt.Key.Key_I, CONTROL)
        choose(clerk, room.form.kind.combo, paper_kind(kind))
        clerk.press(F10, times=2)
        assert room.list.selected().kind is kind


def saved_copy(clerk, file):
    """Ctrl+S: save the control copy; give its receipt's number and what it says."""
    clerk.press(Qt.Key.Key_S, CONTROL)
    clerk.until(lambda: bool(clerk.main.findChildren(QFileDialog)))
    dialog = clerk.main.findChildren(QFileDialog)[-1]
    name = dialog.findChild(QLineEdit)
    name.setText(str(file))  # typing opens a list of suggestions, which takes the first Enter
    QTest.keyClick(name, ENTER)
    clerk.until(lambda: file.name in clerk.main.toast.text())
    clerk.wait()
    return clerk.frame.last.receipt.text(), squeezed(text_of(file.read_bytes()))
