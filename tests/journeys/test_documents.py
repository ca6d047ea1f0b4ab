"""Paper at the counter: issued anew in two keys, printed again, kept when the printer is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.demo.accounts import PRACTICE_PASSWORD
from db.errors import RuleBroken
from db.rules.paper import PaperKind
from desktop.main_window import LEAST_SIZE
from tests.journeys import at_desk
from tests.journeys.at_desk import ALT, CONTROL, DOWN, ENTER, F4, F7, F10, HANAKO, digit
from tests.journeys.room import covered, cut

SLIP = PaperKind.REISSUED_SLIP
SHIFT = Qt.KeyboardModifier.ShiftModifier


def room_of(clerk):
    return clerk.work.rooms.documents


def slips(clerk):
    """The slips in the list, the newest first."""
    found = room_of(clerk).page._others
    return [document for document in found if document.kind is SLIP]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_slip_is_issued_anew_in_two_keys_and_printed_again_with_a_third(
    start, town_url, drawer, language
):
    clerk = start(town_url, language)
    clerk.sign_in()
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    clerk.press(F10)
    assert (slips(clerk), len(drawer.given)) == ([], 0)
    clerk.press(F10)
    (slip,) = slips(clerk)
    assert (slip.reissue, slip.printed_copies, len(drawer.given)) == (1, 1, 1)
    clerk.press(Qt.Key.Key_P, CONTROL)
    assert [slip.printed_copies for slip in slips(clerk)] == [2]
    first, second = drawer.given.values()
    assert first == second
    assert clerk.page.strip.isVisible()


def test_the_check_comes_before_the_paper(at_work, drawer):
    clerk = at_work("ja")
    clerk.open(HANAKO)
    clerk.press(F10)
    assert room_of(clerk).preview.is_unknown()
    clerk.press(F10)
    assert room_of(clerk).preview.is_unknown()
    clerk.press(F4)
    clerk.press(digit(1))
    clerk.press(ENTER)
    clerk.until(room_of(clerk).preview.shows_page)
    clerk.press(F10, times=2)
    assert len(slips(clerk)) == 1


def test_the_bills_chosen_in_the_list_are_those_of_the_slip(at_work, drawer):
    clerk = at_work("ja")
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    clerk.press(Qt.Key.Key_3, ALT)
    clerk.press(DOWN, SHIFT)  # of both, September and July are unpaid
    clerk.press(F10)
    assert len(room_of(clerk).form.bills.bill_ids()) == 2
    clerk.press(F10)
    assert slips(clerk)[0].yen == 13_033


def test_a_printer_that_is_gone_keeps_the_slip_for_later(at_work, drawer, monkeypatch):
    def gone(_name):
        raise RuleBroken("printer.gone", name="counter")

    clerk = at_work("en")
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    with monkeypatch.context() as switched_off:
        switched_off.setattr(drawer, "ready", gone)
        clerk.press(F10, times=2)
    (banner,) = clerk.main.banners.banners()
    assert banner.text().startswith("The printer counter is not there. The paper is kept")
    assert slips(clerk)[0].printed_at is None
    clerk.press(F7)
    clerk.press(F10, times=2)
    assert [slip.printed_copies for slip in slips(clerk)] == [1]


def test_no_paper_lies_on_a_locked_desk(at_work, drawer):
    clerk = at_work("ja")
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    clerk.press(F10, times=2)
    assert room_of(clerk).preview.shows_page()
    clerk.press(Qt.Key.Key_L, CONTROL)
    assert not room_of(clerk).preview.shows_page()
    clerk.write(PRACTICE_PASSWORD)
    clerk.press(ENTER)
    clerk.until(room_of(clerk).preview.shows_page)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_that_is_said_of_a_slip_has_room_in_the_lowest_window(at_work, drawer, language):
    clerk = at_work(language)
    clerk.main.resize(*LEAST_SIZE)
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    clerk.press(F10, times=3)  # printed twice, which a second slip is warned of
    clerk.main.toast.hide()
    faults = [*cut(clerk.main), *covered(clerk.main)]
    clerk.press(Qt.Key.Key_I, CONTROL)
    assert "18:13" in room_of(clerk).options.notice.text()
    assert [*faults, *cut(clerk.main), *covered(clerk.main)] == []


def test_f10_in_a_text_field_issues_nothing(at_work, drawer):
    clerk = at_work("ja")
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    clerk.press(F10)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(F10)
    assert slips(clerk) == []
    assert room_of(clerk).preview.view.hasFocus()


def test_f10_prints_the_daily_sheet_from_its_page_alone(start, sqlite_town_url, drawer):
    clerk = start(sqlite_town_url, "ja")
    clerk.sign_in("kantoku")
    clerk.main.actions_.daily_sheet.trigger()
    clerk.wait()
    clerk.press(F10)
    assert len(drawer.given) == 1
    sheet = clerk.work.common.daily_sheet
    clerk.tab_to(sheet.day)
    clerk.press(F10)  # while a day is typed it is a key of the input method
    assert (len(drawer.given), sheet.view.hasFocus()) == (1, True)
    clerk.press(F10)
    assert len(drawer.given) == 2
