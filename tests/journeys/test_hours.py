"""Work that goes on past the end of the staff's hours and past midnight, and the portal's hours."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from db.engine import Database, open_engine
from db.models import Setting
from db.queries.contacts import contact_facts
from db.rules.contact_words import ContactState
from db.rules.member_words import Procedure
from desktop.screens.procedures.frame import Step

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
YAMADA = "1702445800312296"
JUST_BEFORE = dt.time(19, 58)


@pytest.fixture
def town(sqlite_town_url):
    """The town of a real bureau, whose staff work from 8:00 to 20:00."""
    database = Database(open_engine(sqlite_town_url))
    with database.writing() as session:
        for name, value in (("hours.staff", "8:00-20:00"), ("database.fictional", "no")):
            setting = session.get(Setting, name)
            if setting is None:
                session.add(Setting(name=name, value=value))
            else:
                setting.value = value
    yield database
    database.dispose()


@pytest.fixture
def clerk(start, town, sqlite_town_url, clock):
    clock.now = dt.datetime.combine(clock.now.date(), JUST_BEFORE, clock.now.tzinfo)
    clerk = start(sqlite_town_url, "ja")
    clerk.sign_in()
    clerk.main.toast.hide()
    return clerk


@pytest.fixture
def form(clerk):
    """A registration that was begun two minutes before the end of the hours."""
    clerk.open(YAMADA)
    clerk.press(K.Key_F4)
    clerk.press(K.Key_1)
    clerk.press(K.Key_Return)
    clerk.work.rooms.begin(Procedure.REGISTER)
    clerk.until(lambda: clerk.frame.step is Step.INPUT)
    form = clerk.frame.form
    for field, text in (
        (form.email, "hanako@example.jp"),
        (form.again, "hanako@example.jp"),
        (form.login_id, "kotori99"),
    ):
        field.edit.setText(text)
    clerk.wait()
    return form


def pass_by(clerk, clock, **time):
    """Let time pass while the clerk is at work."""
    clock.advance(**time)
    clerk.main.lock_screen._watch.start()
    clerk.main.top._tick.timeout.emit()
    clerk.wait()


@pytest.mark.parametrize("time", [{"minutes": 10}, {"hours": 4, "minutes": 30}], ids=str)
def test_what_was_begun_in_time_is_finished_after_hours(clerk, form, clock, town, time):
    contact_id = clerk.contact.contact_id
    pass_by(clerk, clock, **time)
    assert form.email.text() == "hanako@example.jp"
    clerk.frame.input.consent.setChecked(True)
    clerk.press(K.Key_F12)
    assert clerk.frame.step is Step.CHECK
    clerk.press(K.Key_F12)
    assert clerk.frame.step is Step.DONE
    clerk.press(K.Key_Escape)
    clerk.press(K.Key_F11)
    clerk.press(K.Key_Return)
    with town.reading() as session:
        assert contact_facts(session, contact_id).state is ContactState.PARKED


def test_the_lock_lets_whoever_is_at_work_back_in_after_hours(clerk, form, clock):
    clerk.press(K.Key_L, CONTROL)
    pass_by(clerk, clock, hours=5)
    assert clerk.main.lock_screen.is_locked
    clerk.write(PRACTICE_PASSWORD)
    clerk.press(K.Key_Return)
    clerk.until(lambda: not clerk.main.lock_screen.is_locked)
    assert form.email.text() == "hanako@example.jp"


def test_nobody_signs_in_anew_after_hours(clerk, clock):
    clerk.sign_out()
    clock.advance(minutes=10)
    clerk.until(clerk.program.login.is_ready)
    clerk.write(PRACTICE_ID)
    clerk.press(K.Key_Tab)
    clerk.write(PRACTICE_PASSWORD)
    clerk.press(K.Key_Return)
    clerk.wait()
    assert clerk.main is None
    assert clerk.program.login.isVisible()


def test_the_portal_closes_at_two_and_opens_at_seven(clerk, clock):
    said = {}
    for hour, minute in ((1, 59), (2, 0), (6, 59), (7, 0)):
        clock.now = dt.datetime(2024, 9, 19, hour, minute, tzinfo=clock.now.tzinfo)
        pass_by(clerk, clock)
        said[hour, minute] = clerk.main.top.portal.text()
    assert said[1, 59] != said[2, 0] == said[6, 59] != said[7, 0]
    assert "2:00" in said[1, 59]
    assert "7:00" in said[2, 0]
    assert "2:00" in said[7, 0]
