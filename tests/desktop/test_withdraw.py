"""Leaving the portal at the desk, by keyboard alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.commands.member_changes import Changes, change_member
from db.rules.control_copy import Field, Line, NextStep
from db.rules.member_words import MailKind, MailLanguage, MemberState, Procedure, WithdrawalReason
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.withdraw import WithdrawForm
from tests.desktop.member_help import (
    KEY,
    carry_out,
    events,
    mails,
    member,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import F12, drafts, open_case, press
from tests.factories import add_bill, add_setting

DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space
PLACE = "金沢市本町1丁目2番3号"


@pytest.fixture
def served(desk):
    return serve_member(desk)


@pytest.fixture
def frame(desk, served, open_procedure):
    return open_procedure(WithdrawForm(desk, served[0]))


def agree(frame):
    """F12 asks for the tick; the space bar sets it."""
    press(frame, F12)
    assert frame.input.consent.hasFocus()
    press(frame, SPACE)


def explained(frame):
    return " ".join(line.text() for line in frame.form._next)


def test_a_member_leaves_after_the_explanation(desk, frame, served, qtbot):
    assert frame.focusWidget() is frame.form.reason.combo
    press(frame, DOWN)
    agree(frame)
    done = carry_out(frame, qtbot)
    assert done.lines == (
        Line(Field.REASON, None, WithdrawalReason.NOT_USED),
        Line(Field.DOCUMENTS_OWED, None, 0),
        Line(Field.LOCATION, None, PLACE),
    )
    assert done.next_steps == (
        NextStep.PAPER_BY_POST,
        NextStep.DATA_ERASED,
        NextStep.MAY_REGISTER_AGAIN,
    )
    assert member(desk, served[1]).state is MemberState.WITHDRAWN
    assert mails(desk) == {(MailKind.WITHDRAWN, "hanako@example.jp")}


def test_nothing_ends_without_the_tick(desk, frame, served):
    press(frame, F12, F12, F12)
    assert frame.step is Step.INPUT
    assert member(desk, served[1]).state is MemberState.ACTIVE


def test_f12_pressed_twice_ends_it_once(desk, frame, qtbot):
    agree(frame)
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.MEMBER_WITHDRAWN)) == 1


def test_the_clerk_reads_out_what_is_owed_and_until_when_data_is_kept(
    desk, served, open_procedure, qtbot
):
    with desk.database.writing() as session:
        add_setting(session, "members.keep_withdrawn_days", "180")
        add_bill(session, served[0].contract_id, dt.date(2024, 8, 1))
    frame = open_procedure(WithdrawForm(desk, served[0]))
    assert "Unpaid bills: 1; their documents" in explained(frame)
    assert "then erased: 180" in explained(frame)
    agree(frame)
    done = carry_out(frame, qtbot)
    assert NextStep.DATA_KEPT in done.next_steps
    assert Line(Field.DOCUMENTS_OWED, None, 1) in done.lines
    assert Line(Field.KEPT_UNTIL, None, dt.date(2025, 3, 17)) in done.lines


def test_what_is_erased_at_once_is_said(frame):
    assert "Nothing is unpaid" in explained(frame)
    assert "erased at once" in explained(frame)


def test_a_member_changed_at_another_counter_meanwhile_is_compared_first(
    desk, frame, served, qtbot
):
    case, member_id = served
    agree(frame)
    with desk.database.writing() as session:
        change_member(
            session,
            member_id,
            Changes(language=MailLanguage.EN),
            version=1,
            contact_id=case.contact.contact_id,
            key=KEY,
            by=desk.actor,
            now=desk.now,
        )
    (told,) = refuse(frame, qtbot)
    assert "changed at another counter" in told
    assert member(desk, member_id).state is MemberState.ACTIVE


def test_a_clerk_whose_role_was_taken_away_meanwhile_ends_nothing(desk, frame, served, qtbot):
    agree(frame)
    take_role_away(desk, Role.ADMIN)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert member(desk, served[1]).state is MemberState.ACTIVE


def test_a_membership_that_rests_can_be_left_too(desk, open_procedure, qtbot):
    case, member_id = serve_member(desk, state=MemberState.SUSPENDED)
    frame = open_procedure(WithdrawForm(desk, case))
    agree(frame)
    carry_out(frame, qtbot)
    assert member(desk, member_id).state is MemberState.WITHDRAWN


def test_who_is_no_member_cannot_leave(desk, open_procedure):
    frame = open_procedure(WithdrawForm(desk, open_case(desk)), step=Step.IDENTITY)
    assert frame.blocked.fact() == "This cannot be done now"


def test_the_reason_is_kept_in_the_draft(desk, frame, served, open_procedure, qtbot):
    press(frame, DOWN)
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.WITHDRAW) == {"reason": "not_used"})
    again = open_procedure(WithdrawForm(desk, served[0]))
    assert again.form.reason.value() is WithdrawalReason.NOT_USED


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    press(frame, DOWN)
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.reason.value() is WithdrawalReason.NOT_USED
    assert "ログインIDとパスワード" in explained(frame)
