"""The marks beside the customer's name, and what stands there when nobody can be shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from db.commands.reveals import ContactDetails
from db.errors import OutOfReach, RuleBroken
from db.queries.members import member_of
from db.rules.permissions import Action
from desktop.format import LanguageCode
from desktop.screens.customer.marks import Marks
from desktop.screens.customer.trouble import Trouble
from desktop.widgets.layouts import row
from tests.desktop.member_help import serve_member
from tests.desktop.procedure_help import open_case

DETAILS = ContactDetails("076-123-4567", None, "9200853", "金沢市本町1丁目2番3号")


@pytest.fixture
def marks(desk, show):
    marks = Marks()
    beside = QWidget()
    beside.setLayout(row(marks, QLabel("山田 花子")))
    show(beside)
    return marks


def test_nobody_is_served(marks):
    assert not marks.identity.isVisible()
    assert marks.words() == ""


def test_before_and_after_the_identity_check(desk, marks):
    marks.show_contact(open_case(desk, known=False).contact)
    assert marks.identity.text() == "Identity not checked"
    assert "F4" in marks.identity.toolTip()
    marks.show_contact(open_case(desk).contact)
    assert marks.identity.text() == "Identity checked 18:13"


def test_how_to_reach_them_is_offered_once_it_was_revealed(desk, marks):
    marks.show_contact(open_case(desk).contact)
    assert not marks.reach.isVisible()
    marks.show_details(DETAILS)
    assert marks.reach.isVisible()
    assert marks.words().splitlines() == [
        "Phone  076-123-4567",
        "E-mail  -",
        "Mailing address  金沢市本町1丁目2番3号",
    ]


def test_a_member_is_marked(desk, marks):
    case, _ = serve_member(desk)
    marks.show_contact(case.contact)
    with desk.database.reading() as session:
        marks.show_member(member_of(session, case.head.customer_id))
    assert marks.member.text() == "Portal member"
    assert marks.member.isVisible()


def test_the_next_customer_is_told_nothing_of_the_one_before(desk, marks):
    case, _ = serve_member(desk)
    marks.show_contact(case.contact)
    marks.show_details(DETAILS)
    with desk.database.reading() as session:
        marks.show_member(member_of(session, case.head.customer_id))
    marks.show_contact(open_case(desk).contact)
    assert marks.details is None
    assert not marks.member.isVisible()
    assert not marks.reach.isVisible()


def test_what_was_revealed_stays_while_the_contact_goes_on(desk, marks):
    case = open_case(desk)
    marks.show_contact(case.contact)
    marks.show_details(DETAILS)
    marks.show_contact(case.contact)
    assert marks.details == DETAILS


def test_the_other_language_is_spoken_at_once(desk, marks, qtbot):
    marks.show_contact(open_case(desk, known=False).contact)
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: marks.identity.text() == "本人確認前")


@pytest.fixture
def trouble(desk, show):
    return show(Trouble())


def test_a_database_out_of_reach_can_be_tried_again(trouble, qtbot):
    trouble.show_error(OutOfReach("unreachable"))
    assert trouble.retry.isVisible()
    assert "does not answer" in trouble.hint.text()
    with qtbot.waitSignal(trouble.retry_wanted):
        trouble.retry.click()


def test_a_role_that_sees_no_customers_is_told_who_does(trouble):
    trouble.show_error(RuleBroken("permission.denied", action=Action.OPEN_CUSTOMER))
    assert trouble.fact.text() == "Your role sees no customers"
    assert not trouble.retry.isVisible()


def test_a_customer_without_a_location(trouble):
    trouble.show_no_location()
    assert trouble.fact.text() == "This customer uses no location"
    assert not trouble.retry.isVisible()


def test_trouble_is_told_in_the_other_language_too(desk, trouble, qtbot):
    trouble.show_error(RuleBroken("customer.gone"))
    before = trouble.hint.text()
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: trouble.hint.text() != before)


def test_what_is_announced_and_not_known_yet_is_counted(marks):
    assert not marks.announcements.isVisible()
    marks.show_unread(2)
    assert marks.announcements.isVisible()
    assert marks.announcements.text().startswith("2 ")
    marks.show_unread(0)
    assert not marks.announcements.isVisible()
