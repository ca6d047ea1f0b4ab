"""Unlocking, suspending and resuming a member, by a supervisor's keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.rules.control_copy import Field, Line
from db.rules.member_words import MailKind, MemberState, Procedure, SuspensionReason
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.member_state import MemberStateForm, StateAct
from tests.desktop.member_help import (
    carry_out,
    events,
    mails,
    member,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import ENTER, F12, drafts, press
from tests.protection_factories import add_protection

DOWN = Qt.Key.Key_Down


@pytest.fixture
def desk(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def open_state(desk, open_procedure):
    """Open the form for a member as given."""

    def open_state(**facts):
        case, member_id = serve_member(desk, **facts)
        return open_procedure(MemberStateForm(desk, case)), member_id

    return open_state


def test_a_supervisor_suspends_a_member_with_a_reason(desk, open_state, qtbot):
    frame, member_id = open_state()
    assert frame.focusWidget() is frame.form.what.combo
    assert frame.form.what.values() == (StateAct.SUSPEND,)
    press(frame, ENTER, DOWN, F12)
    assert [line.value for line in frame.check.lines][1:] == ["Suspend", "Misuse suspected"]
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    assert signal.args[0].lines == (Line(Field.STATE, None, MemberState.SUSPENDED),)
    now = member(desk, member_id)
    assert (now.state, now.suspension) == (MemberState.SUSPENDED, SuspensionReason.MISUSE)
    assert mails(desk) == {(MailKind.SUSPENDED, "hanako@example.jp")}


def test_a_supervisor_resumes_a_member(desk, open_state, qtbot):
    frame, member_id = open_state(
        state=MemberState.SUSPENDED, suspension=SuspensionReason.OWN_REQUEST
    )
    assert frame.form.what.values() == (StateAct.RESUME,)
    assert not frame.form.reason.isVisible()
    assert carry_out(frame, qtbot).lines == (Line(Field.STATE, None, MemberState.ACTIVE),)
    assert member(desk, member_id).state is MemberState.ACTIVE


def test_a_supervisor_ends_a_lock_before_its_time(desk, open_state, qtbot):
    frame, member_id = open_state(locked_until=desk.now + dt.timedelta(minutes=20))
    assert frame.form.what.values() == (StateAct.UNLOCK, StateAct.SUSPEND)
    assert not frame.form.reason.isVisible()
    carry_out(frame, qtbot)
    assert member(desk, member_id).locked_until is None
    assert mails(desk) == {(MailKind.UNLOCKED, "hanako@example.jp")}


def test_a_lock_that_is_over_by_itself_needs_no_supervisor(desk, open_state):
    frame, _ = open_state(locked_until=desk.now - dt.timedelta(minutes=1))
    assert frame.form.what.values() == (StateAct.SUSPEND,)


def test_while_the_customer_is_protected_nothing_is_resumed(desk, open_state, qtbot):
    frame, member_id = open_state(
        state=MemberState.SUSPENDED, suspension=SuspensionReason.PROTECTION
    )
    with desk.database.writing() as session:
        add_protection(session, frame.form.case.head.customer_id)
    (told,) = refuse(frame, qtbot)
    assert "protected" in told
    assert member(desk, member_id).state is MemberState.SUSPENDED


def test_f12_pressed_twice_suspends_once(desk, open_state, qtbot):
    frame, _ = open_state()
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.MEMBER_SUSPENDED)) == 1


def test_who_is_no_supervisor_any_more_suspends_nobody(desk, open_state, qtbot):
    frame, member_id = open_state()
    take_role_away(desk, Role.COUNTER)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert member(desk, member_id).state is MemberState.ACTIVE


def test_the_reason_comes_back_with_the_draft(desk, open_state, open_procedure, qtbot):
    frame, _ = open_state(locked_until=desk.now + dt.timedelta(minutes=20))
    press(frame, DOWN)
    assert frame.form.reason.isVisible()
    kept = {"act": "suspend", "reason": "own_request"}
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.MEMBER_STATE) == kept)
    again = open_procedure(MemberStateForm(desk, frame.form.case))
    assert again.form.what.value() is StateAct.SUSPEND
    assert again.form.reason.isVisible()


def test_a_withdrawn_member_has_nothing_to_suspend(desk, open_procedure):
    case, _ = serve_member(desk, state=MemberState.WITHDRAWN)
    frame = open_procedure(MemberStateForm(desk, case), step=Step.IDENTITY)
    assert frame.blocked.fact() == "This cannot be done now"


def test_the_other_language_is_spoken_at_once(open_state, qtbot):
    frame, _ = open_state()
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.what.words() == "停止"
