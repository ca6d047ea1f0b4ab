"""What the customer at the counter is told, read out and ticked off by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.commands.announcements import tell
from db.errors import OutOfReach
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from tests.announcement_factories import add_announcement
from tests.desktop.announcement_help import (
    DAY,
    DOWN,
    SPACE,
    TODAY,
    announce,
    kinds,
    open_screen,
    settled,
    titles,
)
from tests.desktop.procedure_help import ENTER, open_case, press


@pytest.fixture
def case(desk):
    return open_case(desk)


@pytest.fixture
def announced(desk, case):
    return announce(desk, case)


@pytest.fixture
def screen(desk, announced, case, show, qtbot):
    return open_screen(desk, show, qtbot, case)


def facts(screen):
    return dict(screen.reader.facts.facts())


def test_what_the_customer_does_not_know_yet_stands_first_with_its_text(screen):
    assert screen.list.here.hasFocus()
    assert titles(screen) == ["Meter exchange", "Water off for works", "Reading notice"]
    assert screen.reader.title.text() == "Meter exchange"
    assert screen.reader.text.toPlainText() == "Water is off at night."
    assert screen.reader.chip.text() == "Unread"
    assert facts(screen)["Address"] == "1-2-3 Honmachi, Kanazawa"
    assert screen.unread[-1] == 2


def test_space_notes_that_the_customer_was_told(desk, screen, qtbot):
    heard = []
    screen.told.connect(lambda: heard.append("told"))
    press(screen, SPACE)
    settled(screen, qtbot)
    assert screen.said == ["Noted that you told them"]
    assert screen.reader.chip.text() == "Told 9/18"
    assert facts(screen)["Customer knows"].endswith("told by 佐藤 次郎")
    assert (screen.unread[-1], heard) == (1, ["told"])
    assert kinds(desk).count(EventKind.ANNOUNCEMENT_TOLD) == 1
    assert not screen.reader.told.isEnabled()
    press(screen, SPACE)
    settled(screen, qtbot)
    assert kinds(desk).count(EventKind.ANNOUNCEMENT_TOLD) == 1


def test_one_after_the_other_is_told(screen, qtbot):
    press(screen, SPACE)
    settled(screen, qtbot)
    press(screen, DOWN, SPACE)
    settled(screen, qtbot)
    assert screen.unread[-1] == 0
    assert screen.list.here.hasFocus()


def test_what_was_read_on_the_portal_says_so(screen):
    press(screen, DOWN, DOWN)
    assert screen.reader.chip.text() == "Read 9/16"
    assert facts(screen)["Customer knows"] == "2024/09/16 12:00, on the portal"
    assert not screen.reader.told.isEnabled()


def test_a_colleague_told_them_a_moment_ago(desk, case, announced, screen, qtbot):
    with desk.database.writing() as session:
        place = {"contact_id": case.contact.contact_id, "by": desk.actor, "now": desk.now}
        tell(session, announced["own"], case.contract_id, **place)
    press(screen, SPACE)
    settled(screen, qtbot)
    assert screen.said == ["The customer knows of it already"]


def test_enter_goes_into_the_text(screen):
    press(screen, ENTER)
    assert screen.reader.text.hasFocus()


def test_what_ended_is_kept_apart_and_cannot_be_told(screen, qtbot):
    qtbot.mouseClick(screen.list.filter.button(2), Qt.MouseButton.LeftButton)
    assert titles(screen) == ["Water off for works"]
    assert screen.reader.chip.text() == "Never read"
    assert not screen.reader.told.isEnabled()
    qtbot.mouseClick(screen.list.filter.button(1), Qt.MouseButton.LeftButton)
    assert screen.list.nothing.isVisible()
    assert not screen.reader.title.isVisible()


def test_a_clerk_sees_all_that_is_for_many_and_may_not_change_it(screen, qtbot):
    qtbot.mouseClick(screen.list.scope.button(1), Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert titles(screen) == ["Water off for works", "Reading notice"]
    for button in (screen.reader.change, screen.reader.withdraw, screen.new_button):
        assert not button.isEnabled()
        assert button.isVisible()
        assert button.toolTip() == "Supervisors can do this."
    assert not screen.reader.told.isVisible()


def test_of_the_customer_before_nothing_stays(desk, screen, qtbot):
    other = open_case(desk, name="北村 一郎", kana="キタムラ イチロウ")
    screen.show_case(other)
    assert screen.list.here.records.rowCount() == 0
    settled(screen, qtbot)
    assert titles(screen) == ["Water off for works", "Reading notice"]
    assert screen.unread[-1] == 2
    screen.show_case(None)
    settled(screen, qtbot)
    assert not screen.list.scope.button(0).isEnabled()
    assert screen.list.scope.current() == 1


def test_how_many_are_unread_is_known_before_anybody_goes_there(desk, announced, case, show, qtbot):
    screen = open_screen(desk, show, qtbot)
    screen.hide()
    screen.show_case(case)
    settled(screen, qtbot)
    assert screen.unread[-1] == 2


def test_nobody_announced_anything(desk, case, show, qtbot):
    screen = open_screen(desk, show, qtbot, case)
    assert screen.list.nothing.isVisible()
    assert screen.list.filter.button(0).hasFocus()
    assert screen.unread[-1] == 0


def test_the_database_is_away_and_comes_back(screen, qtbot):
    screen._fail(OutOfReach("unreachable"))
    assert "does not answer" in screen.problem.hint.text()
    screen.setFocus()
    assert screen.retry.hasFocus()
    press(screen, SPACE)
    settled(screen, qtbot)
    assert titles(screen)[0] == "Meter exchange"


def test_without_english_the_japanese_is_read(desk, case, show, qtbot):
    with desk.database.writing() as session:
        add_announcement(session, TODAY - DAY, title_en="", body_en="")
    screen = open_screen(desk, show, qtbot, case)
    assert screen.reader.title.text() == "断水のお知らせ"
    assert screen.reader.text.toPlainText().startswith("夜間に断水します。")


def test_the_other_language_is_spoken_at_once(desk, screen, qtbot):
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: screen.reader.title.text() == "メーター交換")
    assert screen.reader.text.toPlainText().startswith("夜間に断水します。")


def test_an_administrator_reads_what_is_for_many(desk_for, show, qtbot):
    desk = desk_for(Role.ADMIN)
    with desk.database.writing() as session:
        add_announcement(session)
    screen = open_screen(desk, show, qtbot)
    assert titles(screen) == ["Water off for works"]
    assert not screen.new.isEnabled()


def test_the_columns_stay_as_they_were_arranged(desk, screen, case, show, qtbot):
    screen.list.here.horizontalHeader().hideSection(3)
    screen.keep_state()
    again = open_screen(desk, show, qtbot, case)
    assert again.list.here.isColumnHidden(3)
