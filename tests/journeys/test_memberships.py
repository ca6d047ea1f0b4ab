"""The whole life of a membership in the real window, by keyboard alone, each act to its receipt."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.demo.member_accounts import MEMBER_ANSWER
from db.engine import Database, open_engine
from db.models import Customer, Member, Outbox
from db.queries.members import member_of
from db.rules.contact_words import CheckItem
from db.rules.member_words import MailLanguage, MemberState, Procedure
from desktop import printing
from desktop.member_words import mail_language
from desktop.notices.words import words
from tests.desktop.paper_help import squeezed
from tests.journeys import at_desk
from tests.journeys.at_desk import DOWN, ENTER, ESC, F9, HANAKO, HER_OTHER_NUMBER, KENICHI, SPACE
from tests.journeys.canaries import PaperDrawer

ANSWER, PASSWORD = "ミケ", "mado to mizu 71"
CHANGED, FORGOTTEN = "kawa no nagare 38", "yuki no machi 906"
BOTH_WAYS = [("sqlite", "ja"), ("postgresql", "en")]
OTHER_WAY_ROUND = [("sqlite", "en"), ("postgresql", "ja")]


@pytest.fixture
def clerk(request, start, tmp_path, monkeypatch):
    """A clerk at the login, on one kind of database and in one language."""
    kind, language = request.param
    (tmp_path / "paper").mkdir()
    monkeypatch.setattr(printing, "Printers", lambda: PaperDrawer(tmp_path / "paper"))
    url = request.getfixturevalue(f"{kind}_town_url")
    clerk = start(url, language)
    clerk.url = url
    return clerk


@pytest.fixture
def receipt(tmp_path):
    """Give ``receipt(clerk, procedure)``: save the control copy, read it, and leave the form."""
    receipts = []

    def receipt(clerk, procedure):
        number, said = at_desk.saved_copy(clerk, tmp_path / f"copy-{len(receipts)}.pdf")
        assert number not in receipts
        receipts.append(number)
        assert squeezed(number) in said
        for secret in (ANSWER, PASSWORD, CHANGED, FORGOTTEN):
            assert squeezed(secret) not in said
        title = words("control_copy", clerk.program.language.code).code(procedure)
        assert squeezed(title) in said
        clerk.press(ESC)
        return said

    return receipt


def member(clerk, number):
    """The member as the database knows them."""
    with at_desk.reading(clerk.url) as session:
        return member_of(session, clerk.page.case().head.customer_id)


def mails(clerk):
    """The kinds of the mails that were queued, the oldest first."""
    with at_desk.reading(clerk.url) as session:
        return list(session.scalars(select(Outbox.kind).order_by(Outbox.id)))


def fill_in(clerk, field, text):
    clerk.tab_to(field)
    field.edit.selectAll()
    clerk.write(text)


def register(clerk, login_id):
    at_desk.begin(clerk, 1)
    form = clerk.frame.form
    fill_in(clerk, form.again, form.email.text())
    fill_in(clerk, form.login_id, login_id)
    clerk.press(F9)
    at_desk.customer_types(clerk, ANSWER, PASSWORD, PASSWORD)
    clerk.until(lambda: form.secrets.password is not None)
    clerk.main.activateWindow()
    clerk.wait()
    at_desk.carry_out(clerk, agreed=True)


@pytest.mark.parametrize("clerk", BOTH_WAYS, indirect=True)
def test_a_customer_joins_changes_and_leaves_at_the_counter(clerk, receipt):
    clerk.sign_in()
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    register(clerk, "hanako2024")
    said = receipt(clerk, Procedure.REGISTER)
    assert "hanako2024" in said
    assert member(clerk, HANAKO).state is MemberState.ACTIVE

    at_desk.begin(clerk, 2)
    form = clerk.frame.form
    fill_in(clerk, form.email, "hana@example.jp")
    fill_in(clerk, form.again, "hana@example.jp")
    at_desk.carry_out(clerk)
    assert "hana@example.jp" in receipt(clerk, Procedure.CHANGE)

    at_desk.begin(clerk, 5)
    clerk.write(HER_OTHER_NUMBER)
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.ADD_LOCATION)
    assert len(member(clerk, HANAKO).contracts) == 2

    at_desk.begin(clerk, 6)
    at_desk.choose(clerk, clerk.frame.form.place.combo, "0044 7105")
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.REMOVE_LOCATION)
    assert [each.portal_number for each in member(clerk, HANAKO).contracts] == [HANAKO]


@pytest.mark.parametrize("clerk", OTHER_WAY_ROUND, indirect=True)
def test_a_member_gets_in_again_at_the_counter_and_withdraws(clerk, receipt):
    clerk.sign_in()
    clerk.open(KENICHI)
    at_desk.check_document(clerk)
    first = member(clerk, KENICHI)

    at_desk.begin(clerk, 4)
    at_desk.customer_proves_and_types(clerk, MEMBER_ANSWER, CHANGED)
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.PASSWORD)

    at_desk.begin(clerk, 3)
    at_desk.customer_proves_and_types(clerk, MEMBER_ANSWER, FORGOTTEN)
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.RECOVER)

    at_desk.begin(clerk, 3)
    clerk.tab_to(clerk.frame.form.way)
    clerk.press(DOWN, times=3)
    at_desk.carry_out(clerk)
    assert first.login_id not in at_desk.shown(clerk)
    assert first.login_id in receipt(clerk, Procedure.RECOVER)

    at_desk.begin(clerk, 7)
    at_desk.carry_out(clerk, agreed=True)
    receipt(clerk, Procedure.WITHDRAW)
    assert member(clerk, KENICHI).state is MemberState.WITHDRAWN

    register_again(clerk, receipt)
    assert member(clerk, KENICHI).member_id != first.member_id
    at_desk.finish(clerk)


def register_again(clerk, receipt):
    at_desk.begin(clerk, 1)
    form = clerk.frame.form
    for field, text in (
        (form.email, "ken@example.jp"),
        (form.again, "ken@example.jp"),
        (form.login_id, "kenichi2"),
    ):
        fill_in(clerk, field, text)
    at_desk.carry_out(clerk, agreed=True)
    receipt(clerk, Procedure.REGISTER)


@pytest.mark.parametrize("clerk", BOTH_WAYS, indirect=True)
def test_a_member_who_forgot_calls(clerk, receipt, tmp_path):
    clerk.sign_in("denwa")
    clerk.open(KENICHI)
    call_back(clerk)
    at_desk.begin(clerk, 3)
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.RECOVER)
    assert "one_time_password" in mails(clerk)

    at_desk.begin(clerk, 3)
    clerk.tab_to(clerk.frame.form.way)
    clerk.press(DOWN)
    at_desk.carry_out(clerk)
    clerk.until(lambda: any((tmp_path / "paper").iterdir()))
    receipt(clerk, Procedure.RECOVER)

    at_desk.begin(clerk, 2)
    at_desk.choose(clerk, clerk.frame.form.language.combo, mail_language(MailLanguage.EN))
    at_desk.carry_out(clerk)
    receipt(clerk, Procedure.CHANGE)

    clerk.press(at_desk.F8)
    clerk.press(at_desk.digit(4))  # a password is handed over at the counter only
    assert clerk.frame is None
    at_desk.finish(clerk)


@pytest.mark.parametrize("clerk", OTHER_WAY_ROUND, indirect=True)
def test_a_supervisor_decides_on_memberships(clerk, receipt, clock):
    lock(clerk, clock())
    clerk.sign_in("kantoku")
    clerk.open(KENICHI)
    at_desk.check_document(clerk)
    for state, locked in (
        (MemberState.ACTIVE, False),  # unlocked
        (MemberState.SUSPENDED, False),
        (MemberState.ACTIVE, False),  # resumed
    ):
        at_desk.begin(clerk, 8)
        at_desk.carry_out(clerk)
        receipt(clerk, Procedure.MEMBER_STATE)
        now = member(clerk, KENICHI)
        assert (now.state, now.locked_until is not None) == (state, locked)
    at_desk.finish(clerk)
    accept_the_first(clerk)


def accept_the_first(clerk):
    place = clerk.main.actions_.pending
    clerk.tab_to(clerk.main.nav)
    while QApplication.focusWidget().accessibleName() != place.text():
        clerk.press(DOWN)
    clerk.press(SPACE)
    pending = clerk.work.common.pending
    while pending.table.selected().mismatches:
        clerk.press(DOWN)
    accepted = pending.table.selected()
    clerk.press(at_desk.F12, times=2)
    clerk.until(
        lambda: accepted.member_id not in [each.member_id for each in pending.table.records.rows()]
    )
    with at_desk.reading(clerk.url) as session:
        assert session.get(Member, accepted.member_id).state is MemberState.ACTIVE


def lock(clerk, now):
    """Let the member have typed wrong passwords on the portal."""
    database = Database(open_engine(clerk.url))
    with database.writing() as session:
        known = select(Member).join(Customer, Customer.id == Member.customer_id)
        one = session.scalars(known.where(Member.login_id == "kenichi1")).one()
        one.locked_until = now + dt.timedelta(hours=1)
    database.dispose()


def call_back(clerk):
    """Call back the number on file: only so a password may be made anew."""
    at_desk.check_by_phone(clerk, CheckItem.CALLED_BACK, "")
    clerk.press(ENTER)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.wait()
