"""A supervisor writes an announcement, reads it once more, stores it; changes it, withdraws it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.commands.announcements import withdraw
from db.rules.announcements import AnnouncementState
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.announcements.writing import Step
from tests.announcement_factories import add_announcement
from tests.desktop.announcement_help import (
    DAY,
    DOWN,
    ESC,
    INS,
    TODAY,
    all_kept,
    kept,
    kinds,
    open_screen,
    settled,
    titles,
)
from tests.desktop.procedure_help import ENTER, press
from tests.factories import add_contract
from tests.typing_help import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def screen(desk, show, qtbot):
    with desk.database.writing() as session:
        add_contract(session, portal_number="1702445800312296")
    return open_screen(desk, show, qtbot)


def commit(screen, qtbot):
    """Press F12, as the window does."""
    screen.proceed()
    settled(screen, qtbot)


def type_into(screen, field, text):
    editor = screen.writing.form.fields[field].editor
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)


def write(screen, **texts):
    press(screen, INS)
    for field, text in ({"title": "断水のお知らせ", "body": "断水します。"} | texts).items():
        type_into(screen, field, text)


def errors_at(screen):
    return {key: f.error() for key, f in screen.writing.form.fields.items() if f.error()}


def test_it_is_written_read_once_more_and_stored(desk, screen, qtbot):
    steps = []
    screen.step_changed.connect(steps.append)
    write(screen, title_en="Water off", body_en="Water is off.")
    commit(screen, qtbot)
    check = screen.writing.check
    assert dict(check.facts.facts())["For whom"].startswith("Everybody (contracts: 1)")
    assert check.japanese.text.toPlainText() == "断水します。"
    assert check.english.title.text() == "Water off"
    assert all_kept(desk) == []
    commit(screen, qtbot)
    settled(screen, qtbot)
    assert all_kept(desk) == ["断水のお知らせ"]
    assert screen.said == ["The announcement is stored"]
    assert titles(screen) == ["Water off"]
    assert steps == [Step.INPUT, Step.CHECK, Step.INPUT, None]
    assert (screen.step, screen.unsaved) == (None, False)
    assert kinds(desk).count(EventKind.ANNOUNCEMENT_WRITTEN) == 1


def test_all_that_is_wrong_stands_above_and_at_its_field(desk, screen, qtbot):
    press(screen, INS)
    type_into(screen, "published_on", "9/1")
    type_into(screen, "closed_from", "soon")
    commit(screen, qtbot)
    assert list(errors_at(screen)) == ["published_on", "closed_from", "title", "body"]
    summary = screen.writing.summary
    assert [fault.words for fault in summary.faults()] == list(errors_at(screen).values())
    assert summary.links[0].hasFocus()
    qtbot.keyClick(screen.writing, Qt.Key.Key_E, CTRL)
    assert screen.writing.form.first_day.edit.hasFocus()
    type_into(screen, "published_on", "9/18")
    assert "published_on" not in errors_at(screen)
    assert all_kept(desk) == []


def test_a_town_is_told_with_how_many_it_reaches(desk, screen, qtbot):
    write(screen)
    qtbot.mouseClick(screen.writing.form.reach.button(1), Qt.MouseButton.LeftButton)
    commit(screen, qtbot)
    assert errors_at(screen) == {"town": "Type with what the addresses begin"}
    type_into(screen, "town", "金沢市存在町")
    commit(screen, qtbot)
    assert "No address begins with 金沢市存在町" in errors_at(screen)["town"]
    assert screen.writing.step is Step.INPUT
    type_into(screen, "town", "石川県金沢市本町１丁目")
    commit(screen, qtbot)
    told = dict(screen.writing.check.facts.facts())["For whom"]
    assert told.startswith("金沢市本町1丁目 (contracts: 1)")


def test_one_contract_is_named_by_its_portal_number(desk, screen, qtbot):
    write(screen)
    qtbot.mouseClick(screen.writing.form.reach.button(2), Qt.MouseButton.LeftButton)
    type_into(screen, "portal_number", "1702 4458 0031 2296")
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    assert screen.list.selected().facts.wording.portal_number == "1702445800312296"


def test_the_closing_of_the_portal_is_stored_with_its_hours(desk, screen, qtbot):
    heard = []
    screen.closures_changed.connect(lambda: heard.append("changed"))
    write(screen, closed_from="9/20 22:00", closed_to="9/20 26:00")
    assert screen.writing.form.closed_from.text() == "2024/09/20 22:00"
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    told = dict(screen.reader.facts.facts())["Portal closed"]
    assert told == "2024/09/20 22:00 – 2024/09/21 02:00"
    assert heard == ["changed"]


def test_esc_goes_back_step_by_step_and_nothing_typed_is_lost(screen, qtbot):
    write(screen)
    commit(screen, qtbot)
    press(screen, ESC)
    assert screen.writing.step is Step.INPUT
    press(screen, ESC)
    assert screen.step is None
    assert screen.new.text() == "Go on writing"
    screen.reload()
    settled(screen, qtbot)
    screen.hide()
    screen.show()
    screen.setFocus()
    press(screen, INS)
    assert screen.writing.form.title.text() == "断水のお知らせ"
    qtbot.mouseClick(screen.writing.discard, Qt.MouseButton.LeftButton)
    assert (screen.unsaved, screen.new.text()) == (False, "New announcement")


def test_enter_goes_from_field_to_field(screen):
    press(screen, INS)
    form = screen.writing.form
    assert form.title.edit.hasFocus()
    press(screen, ENTER)
    assert form.body.edit.hasFocus()


def test_before_it_shows_it_is_changed(desk, screen, qtbot):
    with desk.database.writing() as session:
        number = add_announcement(session, TODAY + 3 * DAY)
    screen.reload()
    settled(screen, qtbot)
    qtbot.mouseClick(screen.list.filter.button(1), Qt.MouseButton.LeftButton)
    screen.list.table.setFocus()
    press(screen, ENTER)
    type_into(screen, "title", "断水の延期")
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    assert kept(desk, number).title == "断水の延期"
    assert screen.list.filter.current() == 1


def test_what_shows_already_has_only_its_end_moved(desk, screen, qtbot):
    with desk.database.writing() as session:
        number = add_announcement(session, TODAY - 3 * DAY)
    screen.reload()
    settled(screen, qtbot)
    qtbot.mouseClick(screen.reader.change, Qt.MouseButton.LeftButton)
    assert screen.writing.fixed.isVisible()
    form = screen.writing.form
    assert form.title.edit.isReadOnly()
    assert form.last_day.edit.hasFocus()
    assert not form.reach.isEnabled()
    type_into(screen, "withdrawn_on", "9/30")
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    assert kept(desk, number).withdrawn_on.isoformat() == "2024-10-01"
    assert dict(screen.reader.facts.facts())["Period"] == "2024/09/15 – 2024/09/30"


def test_it_is_withdrawn_with_a_reason(desk, screen, qtbot):
    with desk.database.writing() as session:
        number = add_announcement(session)
    screen.reload()
    settled(screen, qtbot)
    qtbot.mouseClick(screen.reader.withdraw, Qt.MouseButton.LeftButton)
    assert screen.reader.reason.error() == "Type why it is withdrawn"
    type_text(screen.reader.reason.edit, "日程の変更")
    qtbot.mouseClick(screen.reader.withdraw, Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    settled(screen, qtbot)
    assert kept(desk, number).withdrawn_on == TODAY
    assert screen.list.nothing.isVisible()
    qtbot.mouseClick(screen.list.filter.button(2), Qt.MouseButton.LeftButton)
    assert screen.list.selected().facts.state is AnnouncementState.ENDED
    assert not screen.reader.change.isEnabled()


def test_what_a_colleague_changed_meanwhile_is_told_before_it_is_overwritten(desk, screen, qtbot):
    with desk.database.writing() as session:
        number = add_announcement(session, TODAY + 3 * DAY)
    screen.show_announcement(number)
    settled(screen, qtbot)
    qtbot.mouseClick(screen.reader.change, Qt.MouseButton.LeftButton)
    type_into(screen, "title", "断水の延期")
    with desk.database.writing() as session:
        row = session.get_one(type(kept(desk, number)), number)
        row.title = "断水の中止"
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    form = screen.writing.form
    assert "meanwhile" in screen.writing.banner.text()
    assert form.title.text() == "断水の延期"
    assert "now: 断水の中止" in form.title.edit.accessibleDescription()
    for _ in range(2):
        commit(screen, qtbot)
    settled(screen, qtbot)
    assert kept(desk, number).title == "断水の延期"


def test_what_a_colleague_withdrew_meanwhile_cannot_be_changed(desk, screen, qtbot):
    with desk.database.writing() as session:
        number = add_announcement(session)
    screen.show_announcement(number)
    settled(screen, qtbot)
    with desk.database.writing() as session:
        facts = {"version": 1, "reason": "中止", "by": desk.actor, "now": desk.now}
        withdraw(session, number, **facts)
    type_text(screen.reader.reason.edit, "誤り")
    told = []
    desk.messages.told.connect(lambda message: told.append(message.text))
    qtbot.mouseClick(screen.reader.withdraw, Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    settled(screen, qtbot)
    assert "Somebody changed this" in told[0]
    assert screen.list.nothing.isVisible()


def test_another_is_not_begun_over_one_that_is_not_stored(desk, screen, qtbot):
    with desk.database.writing() as session:
        add_announcement(session)
    write(screen)
    press(screen, ESC)
    screen.reload()
    settled(screen, qtbot)
    screen.list.take_focus()
    press(screen, DOWN, ENTER)
    assert screen.said == ["Store or discard this one first; then change the other."]
    assert screen.writing.form.title.text() == "断水のお知らせ"
    assert screen.writing.form.kept is None


def test_the_other_language_is_spoken_in_every_step(desk, screen, qtbot):
    write(screen)
    commit(screen, qtbot)
    desk.language.switch(LanguageCode.JA)
    desk.language.switch(LanguageCode.EN)
    assert screen.writing.go.text() == "Store  F12"
    assert screen.writing.form.body.text() == "断水します。"
