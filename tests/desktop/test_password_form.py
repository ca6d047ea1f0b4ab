"""A new password typed by the customer at the counter, by keyboard alone."""

from __future__ import annotations

import bcrypt
import pytest

from db.rules.contact_words import Channel
from db.rules.control_copy import Field, Line, Withheld
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.password import PasswordForm
from tests.desktop.member_help import (
    carry_out,
    customer_answers,
    customer_types,
    events,
    faults,
    member,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import ENTER, F9, F12, drafts, open_case, press
from tests.member_factories import ANSWER, PASSWORD_HASH

CHOSEN = "mado kara mizu"


@pytest.fixture
def served(desk):
    return serve_member(desk)


@pytest.fixture
def frame(desk, served, open_procedure):
    return open_procedure(PasswordForm(desk, served[0]))


def answer_and_choose(frame, qtbot):
    press(frame, F9)
    customer_answers(frame, qtbot, ANSWER)
    customer_types(frame, qtbot, CHOSEN, ENTER, CHOSEN, ENTER)


def test_a_customer_answers_and_chooses_a_password(desk, frame, served, qtbot):
    assert frame.focusWidget() is frame.form.typed.button
    answer_and_choose(frame, qtbot)
    done = carry_out(frame, qtbot)
    assert done.lines == (Line(Field.PASSWORD, None, Withheld.CHANGED),)
    assert bcrypt.checkpw(CHOSEN.encode(), member(desk, served[1]).password_hash.encode())
    assert CHOSEN not in str(events(desk, EventKind.MEMBER_PASSWORD_SET))


def test_a_member_without_a_question_needs_no_answer(desk, open_procedure, qtbot):
    none = {"secret_question": None, "secret_answer_hash": None, "secret_set_at": None}
    case, member_id = serve_member(desk, **none)
    frame = open_procedure(PasswordForm(desk, case))
    assert not frame.form.typed.answer_line.isVisible()
    press(frame, F9)
    customer_types(frame, qtbot, CHOSEN, ENTER, CHOSEN, ENTER)
    carry_out(frame, qtbot)
    assert bcrypt.checkpw(CHOSEN.encode(), member(desk, member_id).password_hash.encode())


def test_without_the_customers_typing_nothing_goes_on(frame):
    press(frame, F12)
    told = "Have the customer answer the secret question first (F9)"
    assert faults(frame) == {"New password": told}
    assert frame.step is Step.INPUT


def test_by_phone_no_password_is_handed_over(desk, open_procedure):
    case, member_id = serve_member(desk, channel=Channel.PHONE)
    frame = open_procedure(PasswordForm(desk, case))
    assert not frame.form.typed.button.isEnabled()
    assert "Only at the counter" in frame.form.typed.button.toolTip()
    press(frame, F9, F12)
    assert not frame.window_of_customer.isVisible()
    assert frame.step is Step.INPUT
    assert member(desk, member_id).password_hash == PASSWORD_HASH


def test_phone_staff_are_told_who_hands_over_passwords(desk_for, open_procedure):
    desk = desk_for(Role.PHONE)
    case, _ = serve_member(desk)
    frame = open_procedure(PasswordForm(desk, case))
    assert frame.form.typed.button.toolTip() == "Counter staff and supervisors can do this."


def test_a_clerk_whose_role_was_changed_meanwhile_hands_over_nothing(desk, frame, served, qtbot):
    answer_and_choose(frame, qtbot)
    take_role_away(desk, Role.PHONE)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert member(desk, served[1]).password_hash == PASSWORD_HASH


def test_no_password_is_in_the_draft(frame, qtbot):
    answer_and_choose(frame, qtbot)
    kept = str(drafts(frame))
    assert CHOSEN not in kept
    assert "$2b$" not in kept
    assert frame.form.content() == {}


def test_nothing_is_shown_before_the_identity_check(desk, open_procedure):
    case = open_case(desk, known=False)
    frame = open_procedure(PasswordForm(desk, case), step=Step.IDENTITY)
    assert frame.blocked.fact() == "The identity check has not been done"


def test_who_is_no_member_is_told_to_register(desk, open_procedure):
    frame = open_procedure(PasswordForm(desk, open_case(desk)), step=Step.IDENTITY)
    assert "not a member" in frame.blocked._card.hint.text()


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    speak(frame, qtbot, LanguageCode.JA)
    assert "お客様が入力" in frame.form.typed.button.text()
