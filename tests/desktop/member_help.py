"""A member of the portal in front of a clerk, and what a clerk's keys came to, for tests."""

from __future__ import annotations

from sqlalchemy import select

from db.commands.identity_checks import check_identity
from db.models import AuditEvent, Member, Outbox, Staff
from db.rules.contact_words import Channel, CheckItem, CheckMethod, Speaker
from desktop.screens.procedures.frame import Step
from tests.desktop.procedure_help import ENTER, F12, case_of, open_case, press
from tests.member_factories import add_member

KEY = "3f1c2a9e-0c55-4a8e-9f3a-5b0c7d2e4f61"
"""The key of an act at another counter."""


def serve_member(desk, *, channel=Channel.COUNTER, **member):
    """Start a contact with a member known by now; gives the case and the member's id."""
    by_phone = channel is Channel.PHONE
    case = open_case(desk, channel=channel, known=not by_phone)
    with desk.database.writing() as session:
        held = (case.contract_id,)
        member_id = add_member(session, case.head.customer_id, held, **member)
    if by_phone:
        call_back(desk, case.contact.contact_id)
    return case_of(desk, case.contact.contact_id), member_id


def call_back(desk, contact_id):
    """Know a caller by calling the number on file."""
    with desk.database.writing() as session:
        check_identity(
            session,
            contact_id,
            speaker=Speaker.USER,
            method=CheckMethod.CALL_BACK,
            given=frozenset({CheckItem.NAME, CheckItem.PLACE, CheckItem.CALLED_BACK}),
            by=desk.actor,
            now=desk.now,
        )


def member(desk, member_id):
    """The member as stored now."""
    with desk.database.reading() as session:
        return session.get(Member, member_id)


def mails(desk):
    """Kind and address of each mail that is queued."""
    with desk.database.reading() as session:
        rows = session.execute(select(Outbox.kind, Outbox.to_address))
        return {(row.kind, row.to_address) for row in rows}


def events(desk, kind):
    """The facts of the audit's events of a kind."""
    with desk.database.reading() as session:
        found = session.scalars(select(AuditEvent).where(AuditEvent.kind == kind))
        return [event.facts for event in found]


def take_role_away(desk, role):
    """Let an administrator give the clerk another role while a form is open."""
    with desk.database.writing() as session:
        session.get_one(Staff, desk.staff.id).role = role


def carry_out(frame, qtbot):
    """F12 to the check page, F12 to do it; gives what the last page tells."""
    press(frame, F12)
    assert frame.step is Step.CHECK, faults(frame)
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    return signal.args[0]


def refuse(frame, qtbot):
    """F12 twice, and the answer is no; gives what the bars above the form say."""
    press(frame, F12)
    assert frame.step is Step.CHECK, faults(frame)
    press(frame, F12)
    qtbot.waitUntil(lambda: frame.step is not Step.CHECK and not frame.form.desk.tasks.busy)
    return bars(frame)


def bars(frame):
    """What the bars above the form say."""
    return [banner.text() for banner in frame.input.banners.banners()]


def faults(frame):
    """What is wrong, by the field's name."""
    return {fault.label: fault.words for fault in frame.input.summary.faults()}


def customer_types(frame, qtbot, *keys):
    """The customer types in their own window; then the clerk goes on."""
    window = frame.window_of_customer
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.gave):
        press(window, *keys)
    back_to_the_form(frame, qtbot)


def back_to_the_form(frame, qtbot):
    """Give the keyboard back to the clerk."""
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)


def speak(frame, qtbot, code):
    """Switch the language, until the form is heard in it."""
    before = frame.form.title()
    frame.form.desk.language.switch(code)
    qtbot.waitUntil(lambda: frame._title.text() == frame.form.title() != before)


def customer_answers(frame, qtbot, answer):
    """The customer answers rightly, and their window comes back for the password."""
    window = frame.window_of_customer
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.gave):
        press(window, answer, ENTER)
    qtbot.waitUntil(window.isVisible)
    back_to_the_form(frame, qtbot)  # offscreen, a window shown again is not active by itself
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
