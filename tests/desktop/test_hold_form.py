"""Holding a debt back, by keyboard alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from db.models import Debt, Hold
from db.rules.contact_words import HoldKind
from db.rules.member_words import Procedure
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.hold import HoldForm
from tests.desktop.member_help import carry_out, events, faults, refuse, speak, take_role_away
from tests.desktop.procedure_help import ENTER, F12, drafts, open_case, press
from tests.factories import add_bill

DOWN, TAB = Qt.Key.Key_Down, Qt.Key.Key_Tab
WHY = "漏水の調査中"


@pytest.fixture
def case(desk):
    case = open_case(desk, known=False)
    with desk.database.writing() as session:
        add_bill(session, case.contract_id, dt.date(2024, 8, 1))
    return case


@pytest.fixture
def frame(desk, case, open_procedure):
    return open_procedure(HoldForm(desk, case))


def holds(desk):
    with desk.database.reading() as session:
        return list(session.scalars(select(Hold)))


def write(frame, field, *typed):
    field.edit.setFocus()
    field.edit.clear()
    press(frame, *typed)


def test_a_dispute_holds_back_everything_until_it_is_ended(desk, frame, case, qtbot):
    assert frame.focusWidget() is frame.form.kind.combo
    press(frame, ENTER, ENTER, ENTER, ENTER, WHY, F12)
    assert [line.value for line in frame.check.lines] == [
        "Dispute",
        "Everything this customer owes",
        "2024/09/18",
        "until it is ended",
        WHY,
    ]
    with qtbot.waitSignal(frame.done) as signal:
        press(frame, F12)
    (hold,) = holds(desk)
    assert (hold.kind, hold.debt_id, hold.to_on) == (HoldKind.DISPUTE, None, None)
    assert hold.from_on == dt.date(2024, 9, 18)
    assert signal.args[0].receipt == f"H-{hold.id}"
    assert not frame.last.print.isVisible()


def test_one_debt_is_held_until_a_day_typed_as_people_write_it(desk, frame, qtbot):
    press(frame, DOWN, ENTER, DOWN)
    write(frame, frame.form.to_on, "R6.10.31")
    write(frame, frame.form.reason, WHY)
    carry_out(frame, qtbot)
    (hold,) = holds(desk)
    assert hold.kind is HoldKind.INSTALMENTS
    assert hold.to_on == dt.date(2024, 10, 31)
    with desk.database.reading() as session:
        assert hold.debt_id in set(session.scalars(select(Debt.id)))


def test_without_a_reason_nothing_goes_on(frame):
    press(frame, F12)
    assert faults(frame) == {"Reason": "Type the reason, for whoever reads it later"}


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("to_on", "2024/9/17", "is before"),
        ("to_on", "tomorrow", ""),
        ("from_on", "1850/1/1", ""),
        ("from_on", "", "Type the first day of the hold"),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(desk, frame, field, typed, told):
    write(frame, frame.form.reason, WHY)
    write(frame, frame.form.fields[field], *([typed] if typed else []))
    press(frame, F12)
    assert frame.step is Step.INPUT
    assert frame.form.fields[field].error()
    assert len(faults(frame)) == 1


def test_a_span_that_is_over_is_told_at_its_last_day(frame):
    write(frame, frame.form.reason, WHY)
    write(frame, frame.form.from_on, "2024/9/1")
    write(frame, frame.form.to_on, "2024/9/10", F12)
    assert faults(frame) == {"Until": "The last day is over. Type today or a later day."}


def test_what_a_command_refuses_lands_at_the_field_too(desk, frame, qtbot):
    frame.form.reason.edit.setText("a\u200bb")
    press(frame, F12, F12)
    qtbot.waitUntil(lambda: frame.step is Step.INPUT)
    assert "cannot be seen" in frame.form.reason.error()
    assert holds(desk) == []


def test_f12_pressed_twice_holds_once(desk, frame, qtbot):
    write(frame, frame.form.reason, WHY, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.HOLD_SET)) == 1


def test_a_clerk_whose_role_was_taken_away_meanwhile_holds_nothing(desk, frame, qtbot):
    write(frame, frame.form.reason, WHY)
    take_role_away(desk, Role.ADMIN)
    (told,) = refuse(frame, qtbot)
    assert "role" in told
    assert holds(desk) == []


def test_what_was_typed_is_brought_back(desk, frame, case, open_procedure, qtbot):
    press(frame, DOWN)
    write(frame, frame.form.reason, WHY)
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.HOLD, {}).get("hold.reason") == WHY)
    again = open_procedure(HoldForm(desk, case))
    assert again.form.reason.text() == WHY
    assert again.form.kind.value() is HoldKind.INSTALMENTS


def test_the_other_language_is_spoken_at_once(frame, qtbot):
    press(frame, TAB, DOWN)
    debt = frame.form.debt.value()
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.debt.value() == debt
    assert frame.form.debt.all_words()[0] == "このお客様のすべての債権"
