"""That the portal is closed, or will be: said a day ahead, until it is open again."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel

from db.queries.announcements import portal_closed
from db.rules.announcements import Closure
from db.rules.periods import TOKYO
from desktop.format import LanguageCode
from desktop.portal_closure import PortalClosedBanner, closure_words, is_told
from desktop.widgets.layouts import clear_box, column
from tests.announcement_factories import add_closure

BEGINS = dt.datetime(2024, 9, 18, 22, 0, tzinfo=TOKYO)
ENDS = BEGINS + dt.timedelta(hours=9)
HOUR = dt.timedelta(hours=1)
CLOSURE = Closure(7, "定期保守", "Regular maintenance", BEGINS, ENDS)


@pytest.fixture
def banner(desk, show):
    banner = PortalClosedBanner(desk.language, desk.clock, leads_on=True)
    show(clear_box(column(banner, QLabel("work"))))
    return banner


def test_a_closure_is_told_from_a_day_before_until_the_portal_opens():
    spoken = [BEGINS - 25 * HOUR, BEGINS - 24 * HOUR, BEGINS, ENDS - HOUR, ENDS]
    assert [is_told(CLOSURE, now) for now in spoken] == [False, True, True, True, False]
    assert not is_told(None, BEGINS)


def test_when_it_closes_and_opens_is_said_as_one_says_it():
    before = closure_words(CLOSURE, BEGINS - 5 * HOUR, LanguageCode.EN)
    assert before == (
        "The portal will be closed from 22:00 today to 7:00 on 19 Sep. Regular maintenance"
    )
    now = closure_words(CLOSURE, BEGINS + 3 * HOUR, LanguageCode.EN)
    assert now.startswith("The portal is closed until 7:00 today: customers cannot reach it now.")
    bare = Closure(7, "定期保守", "", BEGINS, ENDS)
    assert closure_words(bare, BEGINS, LanguageCode.EN).endswith("定期保守")


def test_the_bar_stands_while_there_is_something_to_say(desk, banner):
    assert not banner.isVisible()
    with desk.database.writing() as session:
        number = add_closure(session, desk.now + HOUR, desk.now + 9 * HOUR)
    with desk.database.reading() as session:
        banner.show_closure(portal_closed(session, desk.now))
    assert banner.isVisible()
    assert "Portal closed" in banner.text()
    wanted = []
    banner.details_wanted.connect(wanted.append)
    banner.action.click()
    assert (wanted, banner.isVisible()) == ([number], True)
    banner.show_closure(None)
    assert not banner.isVisible()


def test_it_goes_by_itself_once_the_portal_is_open_again(desk, banner, clock):
    banner.show_closure(Closure(7, "保守", "", desk.now - HOUR, desk.now + HOUR))
    assert banner.isVisible()
    clock.advance(hours=2)
    banner._watch.timeout.emit()
    assert not banner.isVisible()


def test_before_sign_in_it_leads_nowhere(desk, show):
    banner = PortalClosedBanner(desk.language, desk.clock)
    show(clear_box(column(banner, QLabel("work"))))
    banner.show_closure(Closure(7, "保守", "", desk.now, desk.now + HOUR))
    assert banner.isVisible()
    assert not banner.action.isVisible()


def test_the_bar_speaks_the_other_language_at_once(desk, banner):
    banner.show_closure(Closure(7, "定期保守", "Maintenance", desk.now, desk.now + HOUR))
    assert "Maintenance" in banner.text()
    desk.language.switch(LanguageCode.JA)
    banner.retranslate()
    assert "定期保守" in banner.text()
