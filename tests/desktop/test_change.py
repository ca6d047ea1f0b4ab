"""Changing what a member has registered, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.commands.member_changes import Changes, change_member
from db.rules.contact_words import Channel
from db.rules.control_copy import Field, Line, NextStep, Withheld
from db.rules.member_words import MailKind, MailLanguage, MemberState, Procedure, SecretQuestion
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.change import ChangeForm
from desktop.screens.procedures.form import Checked
from desktop.screens.procedures.frame import Step
from tests.desktop.member_help import (
    KEY,
    bars,
    carry_out,
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
from tests.desktop.procedure_help import ENTER, F5, F9, F12, drafts, press
from tests.member_factories import add_member

OLD, NEW = "hanako@example.jp", "hanako.new@example.jp"
DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space


@pytest.fixture
def served(desk):
    return serve_member(desk, login_id="hanako4821")


@pytest.fixture
def frame(desk, served, open_procedure):
    return open_procedure(ChangeForm(desk, served[0]))


def to_login_id(frame):
    frame.form.login_id.edit.setFocus()


def test_a_new_address_is_typed_twice_and_the_old_one_is_told(desk, frame, served, qtbot):
    assert frame.focusWidget() is frame.form.email.edit
    press(frame, NEW, ENTER, NEW, F12)
    assert frame.check.lines == (Checked("E-mail", NEW, OLD),)
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    (done,) = signal.args
    assert done.lines == (Line(Field.EMAIL, OLD, NEW),)
    assert done.next_steps[0] is NextStep.OLD_ADDRESS_TOLD
    assert frame.last.print.isVisible()
    assert member(desk, served[1]).email == NEW
    assert mails(desk) == {(MailKind.EMAIL_CHANGED_OLD, OLD), (MailKind.EMAIL_CHANGED_NEW, NEW)}


def test_f12_pressed_twice_at_the_end_changes_it_once(desk, frame, qtbot):
    press(frame, NEW, ENTER, NEW, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.MEMBER_CHANGED)) == 1


def test_nothing_changed_is_told(frame):
    press(frame, F12)
    assert faults(frame) == {"E-mail": "Nothing is changed yet"}


def test_two_addresses_that_differ_are_told(frame):
    press(frame, NEW, ENTER, "hanko.new@example.jp", F12)
    assert faults(frame) == {"E-mail once more": "The two addresses are not the same"}


def test_an_address_that_is_none_is_told_at_its_field(frame):
    press(frame, "hanako", F12)
    assert frame.form.email.error().startswith("This is no e-mail address")


def test_a_login_id_that_is_taken_is_told(desk, frame, qtbot):
    with desk.database.writing() as session:
        add_member(session, login_id="kitamura1")
    to_login_id(frame)
    press(frame, "Kitamura1")
    qtbot.waitUntil(lambda: frame.form.login_id.problem() is not None)
    press(frame, F12)
    assert faults(frame) == {"Login ID": "This login ID is taken. Ask the customer for another."}


def test_of_two_windows_that_want_one_login_id_the_second_is_told(
    desk, frame, served, open_procedure, qtbot
):
    other, other_id = serve_member(desk, login_id="kitamura1")
    second = open_procedure(ChangeForm(desk, other))
    for each in (frame, second):
        to_login_id(each)
        press(each, "mizu2024", F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12)
    press(second, F12)
    qtbot.waitUntil(lambda: second.step is Step.INPUT)
    assert "taken" in second.form.login_id.error()
    assert member(desk, served[1]).login_id == "mizu2024"
    assert member(desk, other_id).login_id == "kitamura1"


def test_the_login_id_there_is_stays_hidden_and_the_new_one_is_on_the_copy(desk, frame, qtbot):
    assert frame.form.login_id.text() == ""
    to_login_id(frame)
    press(frame, "mizu2024", F12)
    (line,) = frame.check.lines
    assert line.value == "mizu2024"
    assert "hanako4821" not in str(line.before)
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    (written,) = signal.args[0].lines
    assert (written.field, written.after) == (Field.LOGIN_ID, "mizu2024")
    assert "hanako4821" not in str(written.before)


def test_mail_settings_are_changed_with_the_arrows_and_the_space_bar(desk, frame, served, qtbot):
    frame.form.language.combo.setFocus()
    press(frame, DOWN)
    frame.form.mails.ticks[2].setFocus()
    press(frame, SPACE, F12)
    assert [line.value for line in frame.check.lines] == [
        "English",
        "Readings / Bills / Overdue bills",
    ]
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    assert signal.args[0].lines == (
        Line(Field.LANGUAGE, MailLanguage.JA, MailLanguage.EN),
        Line(Field.MAILS_OVERDUE, False, True),
    )
    assert member(desk, served[1]).language is MailLanguage.EN


def test_another_question_needs_an_answer_that_the_customer_types(desk, frame, served, qtbot):
    frame.form.question.combo.setFocus()
    press(frame, DOWN, F12)
    assert "needs its answer" in faults(frame)["New answer"]
    press(frame, F9)
    customer_types(frame, qtbot, "金沢", ENTER)
    assert faults(frame) == {}
    done = carry_out(frame, qtbot)
    first, second = SecretQuestion.FIRST_PET, SecretQuestion.MOTHERS_BIRTHPLACE
    assert done.lines == (
        Line(Field.SECRET_QUESTION, first, second),
        Line(Field.SECRET_ANSWER, None, Withheld.CHANGED),
    )
    assert member(desk, served[1]).secret_question is second
    assert "金沢" not in str(events(desk, EventKind.MEMBER_CHANGED))


def test_by_phone_nobody_types_an_answer(desk, open_procedure):
    case, _ = serve_member(desk, channel=Channel.PHONE)
    frame = open_procedure(ChangeForm(desk, case))
    assert not frame.form.secrets.button.isEnabled()
    assert "Only at the counter" in frame.form.secrets.button.toolTip()
    press(frame, F9)
    assert not frame.window_of_customer.isVisible()


def test_what_another_counter_changed_meanwhile_is_compared_and_reloaded(
    desk, frame, served, qtbot
):
    case, member_id = served
    press(frame, NEW, ENTER, NEW)
    _change_elsewhere(desk, case, member_id)
    (told,) = refuse(frame, qtbot)
    assert "changed at another counter" in told
    assert "Mail in: Japanese → English" in told
    press(frame, F5)
    assert frame.form.email.text() == NEW
    assert frame.form.language.value() is MailLanguage.EN
    assert carry_out(frame, qtbot).lines == (Line(Field.EMAIL, OLD, NEW),)
    assert member(desk, member_id).language is MailLanguage.EN


def _change_elsewhere(desk, case, member_id):
    with desk.database.writing() as session:
        change_member(
            session,
            member_id,
            Changes(language=MailLanguage.EN),
            version=member(desk, member_id).version,
            contact_id=case.contact.contact_id,
            key=KEY,
            by=desk.actor,
            now=desk.now,
        )


def test_a_clerk_whose_role_was_taken_away_meanwhile_changes_nothing(desk, frame, served, qtbot):
    press(frame, NEW, ENTER, NEW)
    take_role_away(desk, Role.ADMIN)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert frame.form.email.text() == NEW
    assert member(desk, served[1]).email == OLD


def test_what_was_typed_is_brought_back_without_the_answer(
    desk, frame, served, open_procedure, qtbot
):
    press(frame, NEW, ENTER, NEW, F9)
    customer_types(frame, qtbot, "金沢", ENTER)
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.CHANGE, {}).get("email_again") == NEW)
    draft = drafts(frame)[Procedure.CHANGE]
    assert "金沢" not in str(draft)
    assert "$2b$" not in str(draft)
    again = open_procedure(ChangeForm(desk, served[0]))
    assert again.form.email.text() == NEW
    assert "brought back" in bars(again)[0]


def test_a_membership_that_rests_is_not_changed(desk, open_procedure):
    case, _ = serve_member(desk, state=MemberState.SUSPENDED)
    frame = open_procedure(ChangeForm(desk, case), step=Step.IDENTITY)
    assert frame.blocked.fact() == "This cannot be done now"


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    press(frame, NEW)
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.question.words() == "初めて飼ったペットの名前"
    assert frame.form.email.text() == NEW
    speak(frame, qtbot, LanguageCode.EN)
    assert frame.form.question.words() == "Name of the first pet"
