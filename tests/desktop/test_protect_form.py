"""Protecting a customer and reviewing that, by a supervisor's keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from db.models import Protection
from db.rules.contact_words import ProtectionSource
from db.rules.member_words import MemberState, Procedure
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.form import Checked
from desktop.screens.procedures.protect import ProtectForm
from tests.desktop.member_help import (
    carry_out,
    events,
    faults,
    member,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import ENTER, F12, case_of, drafts, open_case, press
from tests.protection_factories import add_protection

DOWN = Qt.Key.Key_Down


@pytest.fixture
def desk(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def case(desk):
    return open_case(desk, known=False)


@pytest.fixture
def frame(desk, case, open_procedure):
    return open_procedure(ProtectForm(desk, case))


@pytest.fixture
def review(desk, case, open_procedure):
    with desk.database.writing() as session:
        add_protection(session, case.head.customer_id)
    return open_procedure(ProtectForm(desk, case_of(desk, case.contact.contact_id)))


def protections(desk):
    with desk.database.reading() as session:
        return list(session.scalars(select(Protection)))


def write(frame, field, *typed):
    field.edit.setFocus()
    field.edit.clear()
    press(frame, *typed)


def test_a_supervisor_protects_a_customer_for_a_year(desk, frame, case, qtbot):
    assert frame.focusWidget() is frame.form.source.combo
    press(frame, DOWN, ENTER, "元配偶者", ENTER, ENTER, ENTER, "電話は本人のみ", F12)
    assert [line.value for line in frame.check.lines][1:] == [
        "Protection order of a court",
        "元配偶者",
        "2024/09/18",
        "2025/09/18",
        "電話は本人のみ",
    ]
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    (protection,) = protections(desk)
    assert protection.source is ProtectionSource.PROTECTION_ORDER
    assert protection.counterparty == "元配偶者"
    assert protection.to_on == dt.date(2025, 9, 18)
    assert signal.args[0].receipt == f"P-{protection.id}"


def test_the_membership_rests_from_then_on(desk, open_procedure, qtbot):
    case, member_id = serve_member(desk)
    carry_out(open_procedure(ProtectForm(desk, case)), qtbot)
    assert member(desk, member_id).state is MemberState.SUSPENDED


def test_a_protection_is_reviewed_and_goes_on_until_another_day(desk, review, qtbot):
    assert review._title.text() == "Review the protection"
    form = review.form
    assert review.focusWidget() is form.to_on.edit
    assert not any(field.editor.isEnabled() for field in (form.source, form.counterparty))
    assert form.counterparty.text() == "元配偶者"
    write(review, form.to_on, "2026/3/31", F12)
    assert Checked("To be reviewed by", "2026/03/31", "2025/03/31") in review.check.lines
    with qtbot.waitSignal(review.done):
        press(review, F12)
    (protection,) = protections(desk)
    assert protection.to_on == dt.date(2026, 3, 31)
    assert len(events(desk, EventKind.PROTECTION_REVIEWED)) == 1


def test_a_protection_reviewed_at_another_counter_meanwhile_is_compared(desk, review, qtbot):
    with desk.database.writing() as session:
        session.scalars(select(Protection)).one().note = "見直し中"
    (told,) = refuse(review, qtbot)
    assert "changed at another counter" in told


def test_who_was_protected_at_another_counter_meanwhile_is_not_protected_twice(
    desk, frame, case, qtbot
):
    with desk.database.writing() as session:
        add_protection(session, case.head.customer_id)
    (told,) = refuse(frame, qtbot)
    assert "protected" in told
    assert len(protections(desk)) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2024/9/17", ""),
        ("2300/1/1", ""),
        ("", "Type a day, such as 9/30 or R7.9.30"),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(desk, frame, typed, told):
    write(frame, frame.form.to_on, *([typed] if typed else []))
    press(frame, F12)
    assert list(faults(frame)) == ["To be reviewed by"]
    assert told in frame.form.to_on.error()


def test_what_a_command_refuses_lands_at_the_field_too(desk, frame, qtbot):
    write(frame, frame.form.counterparty, "あ" * 201, F12, F12)
    qtbot.waitUntil(lambda: frame.form.counterparty.error() != "")
    assert "200" in frame.form.counterparty.error()
    assert protections(desk) == []


def test_f12_pressed_twice_protects_once(desk, frame, qtbot):
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(protections(desk)) == 1


def test_who_is_no_supervisor_any_more_protects_nobody(desk, frame, qtbot):
    take_role_away(desk, Role.COUNTER)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert protections(desk) == []


def test_what_was_typed_is_brought_back(desk, frame, case, open_procedure, qtbot):
    write(frame, frame.form.counterparty, "元配偶者")
    key = "protection.counterparty"
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.PROTECT, {}).get(key) == "元配偶者")
    again = open_procedure(ProtectForm(desk, case))
    assert again.form.counterparty.text() == "元配偶者"


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.source.words() == "支援措置"
