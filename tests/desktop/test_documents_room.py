"""What was issued to a customer, seen as it was issued, by those who may know it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import update

from db.errors import OutOfReach
from db.models import DocumentFile
from db.rules.contact_words import Channel, Speaker
from db.rules.paper import PaperKind
from db.rules.words import EventKind
from desktop.format import LanguageCode
from desktop.widgets.pdf_view import Shown
from tests.desktop.document_help import (
    JULY,
    SEPTEMBER,
    again,
    bills,
    case,
    documents,
    keep,
    listed,
    open_room,
    page,
    press,
    printers,
    settle,
)
from tests.desktop.member_help import events
from tests.desktop.procedure_help import identify, open_case
from tests.document_factories import NOW
from tests.factories import add_contract, add_location

__all__ = ["bills", "case", "open_room", "page", "printers"]
DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return
DAY = dt.date(2024, 9, 17)


def test_the_newest_document_is_shown_as_it_was_issued(desk, case, page, open_room, qtbot):
    keep(desk, case, page, number="M-2024-000007", issued_on=DAY, mailed_on=DAY)
    keep(desk, case, page, issued_on=DAY - dt.timedelta(days=62), month=dt.date(2024, 5, 1))
    room = open_room(case)
    assert listed(room)[0] == "2024-07 Reading notice, 2024/09/17, M-2024-000007, Posted"
    qtbot.waitUntil(room.preview.shows_page)
    assert room.preview.title.text() == "2024-07 Reading notice"
    assert room.preview.view.state is Shown.PAGES
    assert len(events(desk, EventKind.DOCUMENT_VIEWED)) == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Left at the place"),
        ({"mailed_on": DAY}, "Posted"),
        ({"mailed_on": DAY, "seen_at": NOW}, "Seen"),
        ({"mailed_on": DAY, "returned_on": DAY}, "Came back"),
        ({"published_on": DAY}, "Left at the place, The customer sees it on the portal"),
    ],
)
def test_each_document_says_how_far_it_came(desk, case, open_room, facts, said):
    keep(desk, case, number="M-1", issued_on=DAY, **facts)
    assert listed(open_room(case)) == [f"2024-07 Reading notice, 2024/09/17, M-1, {said}"]


def test_what_nobody_printed_or_posted_is_not_sent(desk, case, open_room):
    keep(desk, case, number="P-1", issued_on=DAY, kind=PaperKind.PAYMENT_NOTICE)
    assert listed(open_room(case))[0].endswith("P-1, Not sent")


def test_the_arrows_go_through_the_documents(desk, case, page, open_room, qtbot):
    for month in (JULY, SEPTEMBER):
        keep(desk, case, page, month=month, issued_on=month)
    room = open_room(case)
    assert room.list.list.hasFocus()
    press(DOWN)
    settle(room, qtbot)
    assert room.preview.title.text() == "2024-07 Reading notice"
    press(ENTER)
    assert room.preview.view.hasFocus()


def test_nothing_is_shown_before_the_speaker_is_known(desk, page, open_room, qtbot):
    case = open_case(desk, known=False)
    keep(desk, case, page)
    room = open_room(case)
    assert room.preview.is_unknown()
    assert room.needs_identity
    assert not room.options.isVisible()
    assert room.preview.check.text() == "Check identity  F4"
    room.preview.check.click()
    assert room.checks == [1]
    assert events(desk, EventKind.DOCUMENT_VIEWED) == []

    identify(desk, case.contact.contact_id)
    room.show_case(again(desk, case))
    settle(room, qtbot)
    assert room.preview.shows_page()
    assert room.options.isVisible()


def test_a_landlord_is_shown_no_bills(desk, page, open_room):
    case = open_case(desk, speaker=Speaker.OWNER)
    keep(desk, case, page)
    assert open_room(case).preview.is_unknown()


def test_a_letter_is_answered_without_anybody_speaking(desk, page, open_room):
    case = open_case(desk, known=False, channel=Channel.POST)
    keep(desk, case, page)
    assert open_room(case).preview.shows_page()


def test_what_is_not_kept_here_says_who_keeps_it(desk, case, open_room):
    keep(desk, case)
    keep(desk, case, kind=PaperKind.LOGIN_LETTER, month=None, issued_on=dt.date(2024, 9, 1))
    room = open_room(case)
    assert room.preview.nothing.hint.text() == "The billing host issued it and keeps it."
    assert not room.options.print.isEnabled()
    press(DOWN)
    assert room.preview.nothing.hint.text().startswith("It held a password")


def test_where_nothing_was_issued_something_can_be(case, open_room):
    room = open_room(case)
    assert room.list.nothing.fact.text() == "Nothing was issued here yet"
    assert room.list.issue.hasFocus()


def test_all_locations_are_listed_when_asked_for(desk, case, page, open_room, qtbot):
    with desk.database.writing() as session:
        other = add_contract(session, case.head.customer_id, add_location(session, "二番町2-2"))
    keep(desk, case, page, number="M-1", issued_on=DAY)
    keep(desk, case, page, number="M-2", issued_on=DAY - dt.timedelta(days=1), contract_id=other)
    room = open_room(again(desk, case))
    assert [row.split(", ")[2] for row in listed(room)] == ["M-1"]
    room.list.scope.button(1).click()
    settle(room, qtbot)
    assert [row.split(", ")[2] for row in listed(room)] == ["M-1", "M-2"]


def test_a_paper_that_was_tampered_with_is_not_shown(desk, case, page, open_room):
    keep(desk, case, page)
    with desk.database.writing() as session:
        session.execute(update(DocumentFile).values(content=b"not what it was"))
    room = open_room(case)
    assert not room.preview.shows_page()
    assert "is not what was issued" in room.preview.problem.hint.text()
    assert not room.options.print.isEnabled()


def test_a_list_out_of_reach_is_told_and_tried_again(desk, case, page, open_room, qtbot):
    keep(desk, case, page)
    room = open_room(case)
    room._fail_list(OutOfReach("unreachable"))
    assert room.list.trouble.fact.text() == "The documents cannot be listed"
    assert not room.preview.shows_page()
    room.list.retry.click()
    settle(room, qtbot)
    assert len(listed(room)) == 1


def test_of_another_customer_nothing_stays(desk, case, page, open_room, qtbot):
    keep(desk, case, page)
    room = open_room(case)
    assert room.preview.shows_page()
    room.show_case(None)
    assert not room.preview.shows_page()
    assert (listed(room), room.preview.title.text()) == ([], "")


def test_the_paper_goes_out_of_sight_when_the_desk_is_locked(desk, case, page, open_room, qtbot):
    keep(desk, case, page)
    room = open_room(case)
    room.put_away()
    assert room.preview.view.state is Shown.NOTHING
    assert room.preview.title.text() == ""
    room.show_case(case)
    settle(room, qtbot)
    assert room.preview.shows_page()


def test_what_became_of_it_in_the_post_is_written_down(desk, case, page, open_room, qtbot):
    keep(desk, case, page)
    room = open_room(case)
    assert not room.options.back.isEnabled()
    room.options.post.click()
    settle(room, qtbot)
    assert documents(desk, case)[0].mailed_on == desk.today
    assert listed(room)[0].endswith("Posted")
    room.options.back.click()
    settle(room, qtbot)
    assert documents(desk, case)[0].returned_on == desk.today
    assert listed(room)[0].endswith("Came back")
    assert room.options.post.isEnabled()


def test_everything_follows_the_language(desk, case, page, open_room, language, qtbot):
    keep(desk, case, page)
    room = open_room(case)
    english = (room.preview.title.text(), listed(room))
    language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: room.preview.title.text() != english[0])
    language.switch(LanguageCode.EN)
    qtbot.waitUntil(lambda: (room.preview.title.text(), listed(room)) == english)
