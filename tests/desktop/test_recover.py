"""A forgotten login ID or password, by keyboard alone: nothing of either on the clerk's screen."""

from __future__ import annotations

import bcrypt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from db.rules.contact_words import Channel, CheckItem, CheckMethod
from db.rules.control_copy import Field, Line, NextStep, Withheld
from db.rules.member_words import MailKind, MemberState, Procedure
from db.rules.paper import PaperKind
from db.rules.words import EventKind, PasswordKind, Role
from desktop.format import LanguageCode
from desktop.printing import PaperOut
from desktop.screens.procedures.form import Checked
from desktop.screens.procedures.recover import RecoverForm, RecoveryWay
from tests.contact_factories import add_identity_check
from tests.desktop.member_help import (
    back_to_the_form,
    carry_out,
    customer_answers,
    customer_types,
    events,
    faults,
    mails,
    member,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import ENTER, F9, F12, case_of, drafts, press
from tests.member_factories import ANSWER, PASSWORD_HASH

CHOSEN = "mado kara mizu"
LOGIN_ID = "hanako4821"
DOWN = Qt.Key.Key_Down


@pytest.fixture
def served(desk):
    return serve_member(desk, login_id=LOGIN_ID)


@pytest.fixture
def frame(desk, served, open_procedure):
    return open_procedure(RecoverForm(desk, served[0]))


@pytest.fixture
def papers(monkeypatch):
    """What is sent to the printer instead of being printed."""
    sent = []
    monkeypatch.setattr(PaperOut, "print", lambda _out, paper: sent.append(paper))
    return sent


def choose(frame, way):
    """Go down to a way with the arrow."""
    while frame.form.way.value() is not way:
        press(frame, DOWN)


def readable(frame):
    """Everything that stands on the clerk's screen, tooltips and all."""
    labels = [part.text() + part.accessibleName() for part in frame.findChildren(QLabel)]
    return " ".join([*labels, *(edit.text() for edit in frame.findChildren(QLineEdit))])


def test_a_customer_who_knows_the_answer_types_a_new_password(desk, frame, served, qtbot):
    assert frame.focusWidget() is frame.form.way.combo
    press(frame, F9)
    customer_answers(frame, qtbot, ANSWER)
    assert "New password: not yet" in readable(frame)
    assert "Secret answer: right" in readable(frame)
    customer_types(frame, qtbot, CHOSEN, ENTER, CHOSEN, ENTER)
    assert "New password: set" in readable(frame)
    done = carry_out(frame, qtbot)
    assert done.lines == (Line(Field.PASSWORD, None, Withheld.CHANGED),)
    assert done.next_steps == (NextStep.SIGN_IN_NOW, NextStep.MAIL_CONFIRMS)
    assert bcrypt.checkpw(CHOSEN.encode(), member(desk, served[1]).password_hash.encode())
    assert mails(desk) == {(MailKind.PASSWORD_CHANGED, "hanako@example.jp")}
    assert not {CHOSEN, LOGIN_ID, ANSWER} & set(readable(frame).split())


def test_a_wrong_answer_is_told_with_the_tries_that_are_left(frame, qtbot):
    press(frame, F9)
    customer_types(frame, qtbot, "ポチ", ENTER)
    assert "Secret answer: wrong, tries left today: 2" in readable(frame)
    press(frame, F12)
    told = "Have the customer answer the secret question first (F9)"
    assert faults(frame) == {"How the customer gets in again": told}
    for _ in range(2):
        press(frame, F9)
        customer_types(frame, qtbot, "ポチ", ENTER)
    press(frame, F12)
    assert "No try is left today" in frame.form.way.error()


def test_the_answer_alone_is_not_enough(frame, qtbot):
    press(frame, F9)
    customer_answers(frame, qtbot, ANSWER)
    back_to_the_form(frame, qtbot)
    press(frame, F12)
    assert frame.form.way.error() == "Have the customer type the new password (F9)"


def test_a_one_time_password_goes_to_the_address_on_file(desk, frame, served, qtbot):
    choose(frame, RecoveryWay.MAIL)
    assert "to no other" in frame.form._means.text()
    assert not frame.form.typed.isVisible()
    press(frame, F12)
    assert frame.check.lines[2] == Checked("E-mail", "ha***@example.jp")
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    done = signal.args[0]
    assert done.lines == (Line(Field.PASSWORD, None, Withheld.RESET_BY_MAIL),)
    assert done.next_steps == (NextStep.ONE_TIME_MAIL, NextStep.CHANGE_AT_FIRST_USE)
    assert mails(desk) == {(MailKind.ONE_TIME_PASSWORD, "hanako@example.jp")}
    assert member(desk, served[1]).password_hash == PASSWORD_HASH


def test_f12_pressed_twice_mails_one_password(desk, frame, qtbot):
    choose(frame, RecoveryWay.MAIL)
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.MEMBER_PASSWORD_RESET)) == 1


def test_a_letter_is_printed_and_shown_to_nobody(desk, frame, served, papers, qtbot):
    choose(frame, RecoveryWay.LETTER)
    assert "alone" in frame.form._means.text()
    done = carry_out(frame, qtbot)
    assert done.lines == (Line(Field.PASSWORD, None, Withheld.RESET_BY_LETTER),)
    qtbot.waitUntil(lambda: len(papers) == 1)
    (paper,) = papers
    assert (paper.kind, paper.receipt) == (PaperKind.LOGIN_LETTER, done.receipt)
    assert paper.data.startswith(b"%PDF")
    assert member(desk, served[1]).password_kind is PasswordKind.ONE_TIME
    assert LOGIN_ID not in readable(frame)
    assert frame.form._prepared is None


def test_a_letter_finds_the_printer_though_the_form_is_closed_at_once(
    desk, served, open_procedure, papers, qtbot
):
    frame = open_procedure(RecoverForm(desk, served[0]))
    choose(frame, RecoveryWay.LETTER)
    carry_out(frame, qtbot)
    frame.form.deleteLater()
    qtbot.waitUntil(lambda: len(papers) == 1)


def test_the_login_id_is_on_the_copy_and_not_on_the_screen(desk, frame, qtbot):
    choose(frame, RecoveryWay.SHOW_ID)
    assert "not shown on this screen" in frame.form._means.text()
    done = carry_out(frame, qtbot)
    assert done.lines == (Line(Field.LOGIN_ID, None, LOGIN_ID),)
    assert done.receipt
    assert LOGIN_ID not in readable(frame)
    assert len(events(desk, EventKind.LOGIN_ID_SHOWN)) == 1
    assert LOGIN_ID not in str(events(desk, EventKind.LOGIN_ID_SHOWN))


def test_by_phone_only_mail_and_letter_are_offered(desk, open_procedure, qtbot):
    case, _ = serve_member(desk, channel=Channel.PHONE)
    frame = open_procedure(RecoverForm(desk, case))
    assert frame.form.way.values() == (RecoveryWay.MAIL, RecoveryWay.LETTER)
    press(frame, F9)
    assert not frame.window_of_customer.isVisible()
    assert carry_out(frame, qtbot).next_steps[0] is NextStep.ONE_TIME_MAIL


def test_by_phone_the_number_on_file_is_called_first(desk, open_procedure, qtbot):
    case, _ = serve_member(desk, channel=Channel.PHONE)
    asked = (CheckItem.NAME, CheckItem.PLACE, CheckItem.CUSTOMER_NUMBER)
    with desk.database.writing() as session:
        add_identity_check(
            session, case.contact.contact_id, method=CheckMethod.QUESTIONS, items=asked
        )
    frame = open_procedure(RecoverForm(desk, case_of(desk, case.contact.contact_id)))
    (told,) = refuse(frame, qtbot)
    assert "call back" in told.lower()
    assert mails(desk) == set()


def test_a_clerk_whose_role_was_taken_away_meanwhile_sends_nothing(desk, frame, qtbot):
    choose(frame, RecoveryWay.MAIL)
    take_role_away(desk, Role.ADMIN)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert mails(desk) == set()


def test_a_membership_suspended_at_another_counter_meanwhile_gets_no_letter(
    desk, frame, served, papers, qtbot
):
    choose(frame, RecoveryWay.LETTER)
    with desk.database.writing() as session:
        session.merge(_suspended(desk, served[1]))
    (told,) = refuse(frame, qtbot)
    assert "suspended" in told
    assert papers == []


def _suspended(desk, member_id):
    row = member(desk, member_id)
    row.state, row.suspended_at = MemberState.SUSPENDED, desk.now
    return row


def test_the_way_is_kept_in_the_draft_and_no_secret_is(desk, frame, served, open_procedure, qtbot):
    press(frame, F9)
    customer_types(frame, qtbot, "ポチ", ENTER)
    choose(frame, RecoveryWay.LETTER)
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.RECOVER) == {"way": "letter"})
    again = open_procedure(RecoverForm(desk, served[0]))
    assert again.form.way.value() is RecoveryWay.LETTER
    assert not again.form.typed.isVisible()


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.way.words() == "お客様がこの場で新しいパスワードを入力"
