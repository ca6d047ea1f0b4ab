"""Reading the record of acts and looks: by whom, about whom, as a file, and whether it is whole."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.commands.audit import Actor, record
from db.models import AuditEvent, Contract, Staff
from db.queries.customers import customer_head
from db.rules.words import EventKind, Role
from desktop.screens.audit import AuditLog
from tests.db.audit_help import Audit
from tests.factories import add_contract, add_customer, add_office, add_staff

ENTER = Qt.Key.Key_Return


@pytest.fixture
def seal(sqlite_database, clock):
    return Audit(sqlite_database, clock)


@pytest.fixture
def bureau(desk_for, sqlite_database, clock):
    """Two offices that saw the same customer; gives ``bureau(role)``: a desk in the first."""

    def bureau(role):
        desk = desk_for(role)
        with sqlite_database.writing() as session:
            mine = session.get(Staff, desk.staff.id).office_id
            tanaka = add_staff(session, "tanaka", name="田中", office_id=mine)
            suzuki = add_staff(
                session, "suzuki", name="鈴木", office_id=add_office(session, "西部")
            )
            customer = add_customer(session, name="山田 花子")
            contract = session.get(Contract, add_contract(session, customer))
            contract.portal_number = "1702445800312296"
            other = add_customer(session, name="佐藤 健一")
            day = clock() - dt.timedelta(days=3)
            for minute, (who, whom) in enumerate(
                [(tanaka, customer), (suzuki, customer), (tanaka, other)]
            ):
                at, by = day + dt.timedelta(minutes=minute), Actor(who, "窓口1")
                opened = EventKind.CUSTOMER_OPENED
                record(session, opened, by=by, now=at, customer_id=whom, reason="number")
            text = {"text": "=ヤマダ", "only": "all"}
            record(session, EventKind.SEARCHED, by=Actor(tanaka, "窓口1"), now=clock(), **text)
        return desk

    return bureau


@pytest.fixture
def opened(show, qtbot):
    """Give ``opened(desk)``: the screen, ready to be asked."""

    def opened(desk):
        screen = show(AuditLog(desk))
        screen.resize(1178, 660)
        screen.reload()
        qtbot.waitUntil(lambda: screen.question.staff.combo.count() > 1)
        screen.setFocus()
        return screen

    return opened


@pytest.fixture
def admin(bureau, opened):
    return opened(bureau(Role.ADMIN))


def press(qtbot, *keys):
    for key in keys:
        where = QApplication.focusWidget()
        if isinstance(key, str):
            qtbot.keyClicks(where, key)
        else:
            qtbot.keyClick(where, key)


def ask(screen, qtbot):
    """Strike Enter and wait until the answer shows."""
    before = screen._answer
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: screen._answer is not None and screen._answer is not before)


def told(screen):
    return [(row.staff_name, row.customer_name) for row in screen.table.records.rows()]


def kinds(database):
    with database.reading() as session:
        return list(session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id)))


def test_who_saw_a_customer_is_asked_by_the_number_on_the_slip(admin, qtbot):
    press(qtbot, "1702 4458 0031 2296")
    ask(admin, qtbot)
    seen = told(admin)
    assert seen[0] == (admin._desk.staff.name, "山田 花子")  # the reading itself
    assert seen[1:] == [("鈴木", "山田 花子"), ("田中", "山田 花子")]
    assert admin.count.text() == "3 events"
    assert QApplication.focusWidget() is admin.table


def test_a_number_nobody_has_is_told_at_the_field(admin, qtbot):
    press(qtbot, "1234", ENTER)
    qtbot.waitUntil(lambda: "No customer has this number" in admin.question.number.error())
    assert admin.question.problem.text() == admin.question.number.error()
    assert EventKind.AUDIT_READ not in kinds(admin._desk.database)
    press(qtbot, "5")
    assert admin.question.number.error() == ""


def test_what_a_staff_member_did_on_some_days(admin, qtbot):
    question = admin.question
    question.staff.choose(
        next(id_ for id_ in question.staff.values() if admin._names.get(id_) == "田中")
    )
    question.since.edit.setFocus()
    press(qtbot, "9/15", Qt.Key.Key_Tab, "R6.9.15")
    ask(admin, qtbot)
    assert question.until.text() == "2024/09/15"
    assert told(admin) == [("田中", "佐藤 健一"), ("田中", "山田 花子")]


def test_kinds_of_acts_are_chosen_in_groups_or_one_by_one(admin, qtbot):
    kinds = admin.question.kinds
    assert len(kinds.values()) == 1 + 7 + len(EventKind)
    kinds.choose((EventKind.SEARCHED,))
    ask(admin, qtbot)
    assert [row.kind for row in admin.table.records.rows()] == [EventKind.SEARCHED]
    everything = {kind for group in kinds.values()[1:8] for kind in group}
    assert everything == set(EventKind)


@pytest.mark.parametrize(
    ("since", "until", "where", "words"),
    [
        ("9/31", "", "since", "This is no date"),
        ("", "tomorrow", "until", "This is no date"),
        ("9/18", "9/17", "until", "The end lies before the beginning"),
    ],
)
def test_a_day_that_cannot_be_is_told_and_nothing_is_read(admin, qtbot, since, until, where, words):
    question = admin.question
    question.since.edit.setText(since)
    question.until.edit.setText(until)
    press(qtbot, ENTER)
    field = getattr(question, where)
    assert words in field.error()
    assert question.problem.text() == field.error()
    assert QApplication.focusWidget() is field.edit
    assert not admin._desk.tasks.busy


def test_who_saw_the_customer_who_is_open(admin, qtbot):
    assert not admin.question.open_customer.isVisible()
    with admin._desk.database.reading() as session:
        customer = session.scalar(select(AuditEvent.customer_id).order_by(AuditEvent.id).limit(1))
        today = admin._desk.today
        head = customer_head(session, customer, role=Role.SUPERVISOR, today=today)
    admin.offer_customer(head)
    assert admin.question.open_customer.text() == "Who saw 山田 花子, who is open now"
    admin.question.open_customer.setFocus()
    ask(admin, qtbot)
    assert {name for _, name in told(admin)} == {"山田 花子"}
    admin.offer_customer(None)
    assert not admin.question.open_customer.isVisible()


def test_a_supervisor_reads_their_own_office(bureau, opened, qtbot):
    screen = opened(bureau(Role.SUPERVISOR))
    assert "鈴木" not in screen.question.staff.all_words()
    ask(screen, qtbot)
    assert {name for name, _ in told(screen)} == {"田中", screen._desk.staff.name}
    assert not screen.seals.verify.isEnabled()
    assert screen.seals.verify.toolTip() == "Administrators can do this."


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE])
def test_clerks_read_no_record(bureau, show, role):
    desk = bureau(role)
    screen = show(AuditLog(desk))
    screen.reload()
    assert not desk.tasks.busy
    assert screen.refusal.isVisible()
    assert "Supervisors and administrators" in screen.refusal.hint.text()


def test_a_right_taken_away_meanwhile_is_told(admin, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        session.get(Staff, admin._desk.staff.id).role = Role.COUNTER
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: "Your role may not do this" in admin.nothing.hint.text())
    assert not admin.csv.isEnabled()


def test_older_events_follow_on_request(admin, qtbot, sqlite_database, clock):
    with sqlite_database.writing() as session:
        for second in range(250):
            at = clock() - dt.timedelta(days=30, seconds=second)
            record(session, EventKind.SIGN_OUT, by=Actor(admin._desk.staff.id, "x"), now=at)
    ask(admin, qtbot)
    assert admin.count.text() == "the newest 200 events"
    admin.table.select(100)
    admin.more.setFocus()
    ask(admin, qtbot)
    rows = admin.table.records.rows()
    assert len({row.id for row in rows}) == len(rows) == 4 + 1 + 250
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert admin.table.selected() == rows[100]
    assert not admin.more.isVisible()


def test_the_events_asked_for_leave_as_a_file_that_runs_nothing(admin, qtbot, tmp_path):
    admin.question.kinds.choose((EventKind.SEARCHED,))
    ask(admin, qtbot)
    file = tmp_path / "log.csv"
    with qtbot.waitSignal(admin._desk.messages.noted) as noted:
        admin.save_to(str(file))
    assert noted.args == ["Saved 1 event"]
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Time,Staff,Act,Customer's name,Particulars,Desk"
    assert lines[1].startswith("2024/09/18 18:13:00,田中,Searched,,Looked for: =ヤマダ")
    assert EventKind.EXPORTED in kinds(admin._desk.database)


def test_a_folder_that_refuses_the_file_is_told(admin, qtbot, tmp_path):
    ask(admin, qtbot)
    with qtbot.waitSignal(admin._desk.messages.told) as heard:
        admin.save_to(str(tmp_path / "missing" / "log.csv"))
    assert "not written" in heard.args[0].text


def test_a_sound_record_is_verified_and_its_digits_copied(admin, qtbot, seal):
    seal.seal()
    admin.reload()
    qtbot.waitUntil(lambda: len(admin.seals.anchor.text()) == 16)
    admin.seals.copy.click()
    assert QGuiApplication.clipboard().text() == admin.seals.anchor.text()
    admin.seals.printed.edit.setFocus()
    press(qtbot, admin.seals.anchor.text(), ENTER)
    qtbot.waitUntil(admin.seals.verdict.isVisible)
    assert "found as sealed" in admin.seals.verdict.text()
    assert EventKind.AUDIT_VERIFIED in kinds(admin._desk.database)


def test_without_the_sheet_a_verdict_says_what_it_cannot_see(admin, qtbot, seal):
    seal.seal()
    admin.seals.verify.click()
    qtbot.waitUntil(admin.seals.verdict.isVisible)
    assert "an end that was cut off" in admin.seals.verdict.text()
    admin.reload()
    qtbot.waitUntil(lambda: len(admin.seals.anchor.text()) == 16)
    admin.seals.printed.edit.setText(admin.seals.anchor.text())
    admin.seals.verify.click()
    qtbot.waitUntil(lambda: "cut off" not in admin.seals.verdict.text())


def test_tampering_is_told_in_words(admin, qtbot, seal):
    seal.seal()
    seal.tamper("UPDATE audit_event SET desk = 'elsewhere' WHERE id = 2")
    admin.seals.verify.setFocus()
    press(qtbot, ENTER)
    qtbot.waitUntil(admin.seals.fault.isVisible)
    assert "events 1 to 4 were changed" in admin.seals.fault.text()


def test_an_end_cut_off_shows_by_the_digits_of_the_sheet(admin, qtbot, seal):
    seal.seal()
    admin.seals.printed.edit.setFocus()
    press(qtbot, "0123-4567-89ab-cdef", ENTER)
    qtbot.waitUntil(admin.seals.fault.isVisible)
    assert "no seal has the digits of the sheet" in admin.seals.fault.text()


def test_digits_that_cannot_be_an_anchor_are_told(admin, qtbot):
    admin.seals.printed.edit.setFocus()
    press(qtbot, "12", ENTER)
    assert "16 digits" in admin.seals.printed.error()
    press(qtbot, "3")
    assert admin.seals.printed.error() == ""
