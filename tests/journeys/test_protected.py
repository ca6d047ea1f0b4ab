"""A protected customer of the town: nobody to the clerks, and behind a red bar for supervisors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from sqlalchemy import select

from db.engine import Database, open_engine
from db.models import Contract, Customer, Location, Member, Outbox, Protection
from db.queries.documents import documents_of
from db.queries.unpaid_bills import unpaid_bills
from db.rules.contact_words import Channel, Speaker
from db.rules.identity import what_to_ask
from db.rules.member_words import MailState, MemberState, SuspensionReason
from db.rules.paper import PaperKind
from db.rules.words import OpeningReason
from desktop.screens.customer.page import Room
from tests.journeys import at_desk
from tests.journeys.conftest import AS_OF

K = Qt.Key
CLERKS = ("madoguchi", "denwa")
SUPERVISOR = "kantoku"


class Hidden:
    """What a protected customer could be recognised by."""

    def __init__(self, session, protection):
        customer = session.get_one(Customer, protection.customer_id)
        found = select(Contract, Location).join(Location).where(Contract.customer_id == customer.id)
        contract, location = session.execute(found.limit(1)).one()
        self.customer_id, self.name, self.kana = customer.id, customer.name, customer.kana
        self.phone, self.portal = customer.phone, contract.portal_number
        self.number, self.place = contract.customer_number, location.address
        self.to_on = protection.to_on

    def ways(self):
        """Everything they could be looked for by."""
        return (self.portal, self.number, self.name, self.kana, self.phone, self.place)

    def needles(self):
        """What of it nobody else has."""
        return (self.portal, self.number, self.phone, self.phone.replace("-", ""))


@pytest.fixture
def town(sqlite_town_url):
    database = Database(open_engine(sqlite_town_url))
    yield database
    database.dispose()


@pytest.fixture
def hidden(town):
    """The protected of the town, the first to be reviewed first."""
    with town.reading() as session:
        found = session.scalars(select(Protection).order_by(Protection.to_on)).all()
        return [Hidden(session, protection) for protection in found]


@pytest.fixture
def work_as(start, sqlite_town_url):
    def work_as(login_id):
        clerk = start(sqlite_town_url, "ja")
        clerk.sign_in(login_id)
        clerk.main.toast.hide()
        return clerk

    return work_as


def shown(window):
    """Every word that can be read in a window now, in tables too, but for what was typed."""
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
        if widget.isVisible():
            yield f"{widget.text()} {widget.toolTip()}"
    for field in window.findChildren(QLineEdit):
        if field.isVisible() and not window.top.search.isAncestorOf(field):
            yield field.text()


def rows_found(clerk):
    return clerk.main.search.finds.table.records.rows()


@pytest.mark.parametrize("login_id", CLERKS)
def test_no_clerk_finds_them_by_anything(work_as, hidden, login_id):
    clerk = work_as(login_id)
    for each in hidden:
        for key in each.ways():
            clerk.seek(key)
            found = {row.customer_id for row in rows_found(clerk)}
            assert each.customer_id not in found, key
            told = "".join(shown(clerk.main)).replace(key, "")  # what was asked for stands above
            assert [needle for needle in each.needles() if needle in told] == []
            clerk.press(K.Key_Escape)


@pytest.mark.parametrize("login_id", CLERKS)
def test_no_clerk_opens_them_by_a_number_they_know(work_as, hidden, town, login_id):
    clerk = work_as(login_id)
    for each in hidden:
        clerk.work.open_customer(each.customer_id, None, OpeningReason.NUMBER.value)
        clerk.wait()
        assert not clerk.page.is_open()
        assert each.name not in "".join(shown(clerk.main))


@pytest.mark.parametrize("login_id", CLERKS)
def test_no_list_of_a_clerk_tells_of_them(work_as, hidden, login_id):
    clerk = work_as(login_id)
    does, ids = clerk.main.actions_, {each.customer_id for each in hidden}
    assert not clerk.work.reviews.isVisible()
    assert not clerk.work.reviews.table.records.rows()
    follow_ups = clerk.work.follow_ups.table.records.rows()
    assert not ids & {contact.customer_id for contact in follow_ups}
    assert not ids & {contact.customer_id for contact in clerk.work.serving.waiting}
    clerk.work.go_to(does.pending)
    clerk.wait()
    told = "".join(shown(clerk.main))
    assert [each.name for each in hidden if each.name in told] == []
    assert not does.audit.isEnabled()


def test_a_supervisor_is_told_whose_protection_is_to_be_reviewed(work_as, hidden):
    clerk = work_as(SUPERVISOR)
    reviews = clerk.work.reviews
    clerk.until(reviews.isVisible)
    assert clerk.work.begin.isAncestorOf(reviews)
    first = hidden[0]
    assert [row.customer_id for row in reviews.table.records.rows()] == [first.customer_id]
    clerk.tab_to(reviews)
    clerk.press(K.Key_Return)
    clerk.until(clerk.page.is_open)
    clerk.wait()
    assert clerk.page.case().head.customer_id == first.customer_id


@pytest.fixture
def opened(work_as, hidden):
    """A supervisor who opened the first of them by their number."""
    clerk = work_as(SUPERVISOR)
    clerk.open(hidden[0].portal)
    return clerk


def test_the_red_bar_cannot_be_closed(opened):
    bar = opened.page.protected
    assert bar.isVisible()
    assert [button for button in bar.findChildren(QAbstractButton) if button.isVisible()] == []
    for key in (K.Key_Escape, K.Key_F5, K.Key_F6, K.Key_F8):
        opened.press(key)
        if opened.page.is_open():
            assert bar.isVisible()


def test_not_even_the_check_shows_where_they_live(opened, hidden):
    opened.press(K.Key_F4)
    opened.press(K.Key_1)
    opened.press(K.Key_Return)
    assert opened.contact.identity is not None
    for room in (None, Room.MEMBER, Room.CONTACTS, Room.HOLDS):
        if room is not None:
            opened.page.show_section(room)
        opened.wait()
        told = "".join(shown(opened.main))
        assert hidden[0].phone not in told


@pytest.mark.parametrize("speaker", [Speaker.AGENT, Speaker.CO_RESIDENT, Speaker.EMPLOYEE])
def test_nobody_speaks_for_them(opened, speaker):
    known = opened.panel.body.identity._known
    asking = what_to_ask(Channel.COUNTER, speaker, on_file=known.on_file, protected=known.protected)
    assert asking.impossible == "no_agents_when_protected"
    by_phone = what_to_ask(
        Channel.PHONE, Speaker.USER, on_file=known.on_file, protected=known.protected
    )
    assert by_phone.impossible == "no_phone_when_protected"


def test_the_shared_membership_rests_and_its_mail_too(town, hidden):
    with town.reading() as session:
        ids = [each.customer_id for each in hidden]
        members = session.scalars(select(Member).where(Member.customer_id.in_(ids))).all()
        assert [(m.state, m.suspension) for m in members] == [
            (MemberState.SUSPENDED, SuspensionReason.PROTECTION)
        ]
        waiting = select(Outbox).where(
            Outbox.member_id.in_([m.id for m in members]), Outbox.state == MailState.QUEUED
        )
        assert session.scalars(waiting).all() == []


def test_their_paper_is_printed_by_a_supervisor_and_shown_on_no_portal(
    work_as, town, hidden, drawer
):
    with town.reading() as session:
        owing = next(each for each in hidden if unpaid_bills(session, each.customer_id, AS_OF))
    clerk = work_as(SUPERVISOR)
    clerk.open(owing.portal)
    at_desk.check_document(clerk)
    clerk.press(K.Key_F10, times=2)
    with town.reading() as session:
        papers = documents_of(session, owing.customer_id, None)
    (slip,) = [each for each in papers if each.kind is PaperKind.REISSUED_SLIP]
    assert (slip.printed_copies, len(drawer.given)) == (1, 1)
    assert [each.published_on for each in papers if each.published_on] == []
