"""The membership card: nothing before the check, the procedures by number, the mail that failed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.errors import OutOfReach
from db.models import Outbox
from db.rules.contact_words import Speaker
from db.rules.member_words import (
    MailKind,
    MailLanguage,
    MailState,
    MemberState,
    Procedure,
    SuspensionReason,
)
from db.rules.words import EventKind, PasswordKind, Role
from desktop.format import LanguageCode
from desktop.screens.membership.card import MemberCard
from tests.desktop.member_help import events, serve_member
from tests.desktop.procedure_help import ENTER, open_case, press
from tests.factories import add_contract
from tests.member_factories import SINCE, add_member_contract

HIDDEN = ("hanako4821", "076-123-4567", "hanako@example.jp", "$2b$")


@pytest.fixture
def show_card(desk, show, qtbot):
    """Show the membership of a case, and put the keyboard into it."""

    def show_card(case, desk=desk):
        card = show(MemberCard(desk))
        card.resize(900, 600)
        card.wanted = []
        card.procedure_wanted.connect(card.wanted.append)
        card.show_case(case)
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        card.setFocus()
        return card

    return show_card


def standing(card):
    return dict([*card.account.facts(), *card.settings.facts()])


def offered(card):
    return [each for each, button in card.procedures.items() if button.isEnabled()]


def mail(session, member_id, **facts):
    known = {
        "kind": MailKind.REGISTERED,
        "language": MailLanguage.JA,
        "to_address": "hanako@example.jp",
        "facts": "{}",
        "state": MailState.SENT,
        "queued_at": SINCE,
        "due_at": SINCE,
    }
    session.add(Outbox(member_id=member_id, **(known | facts)))
    session.flush()


def test_before_the_check_there_is_only_the_way_to_it(desk, show_card, qtbot):
    card = show_card(open_case(desk, known=False))
    assert card.unknown.fact.text() == "Identity is not checked yet"
    assert card.check.hasFocus()
    with qtbot.waitSignal(card.check_wanted):
        press(card, Qt.Key.Key_Space)
    press(card, "2")
    assert card.wanted == []
    assert events(desk, EventKind.MEMBER_VIEWED) == []


def test_whoever_may_not_be_told_sees_nothing(desk, show_card):
    card = show_card(open_case(desk, speaker=Speaker.CO_RESIDENT))
    assert "may not be told" in card.unknown.hint.text()


def test_what_is_known_of_a_member_is_masked_and_recorded(desk, show_card):
    case, _ = serve_member(desk, login_id="hanako4821")
    card = show_card(case)
    facts = standing(card)
    assert facts["Name"] == "山田 花子"
    assert facts["Login ID"] == "set, not shown"
    assert facts["Mail"] == "meter readings, bills"
    assert not any(secret in str(facts) for secret in HIDDEN)
    ((number, address),) = card.places.facts()
    assert number.count(" ") == 3
    assert address == "金沢市本町1丁目2番3号"
    assert len(events(desk, EventKind.MEMBER_VIEWED)) == 1


def test_a_procedure_begins_with_its_number(desk, show_card):
    case, _ = serve_member(desk)
    card = show_card(case)
    press(card, "2")
    press(card, "7")
    assert card.wanted == [Procedure.CHANGE, Procedure.WITHDRAW]


def test_who_is_no_member_can_be_registered(desk, show_card):
    card = show_card(open_case(desk))
    assert card.no_member.isVisible()
    assert offered(card) == [Procedure.REGISTER]
    press(card, "1")
    assert card.wanted == [Procedure.REGISTER]


def test_what_only_supervisors_do_is_greyed_out_and_says_so(desk, show_card, qtbot):
    case, _ = serve_member(desk)
    card = show_card(case)
    button = card.procedures[Procedure.MEMBER_STATE]
    assert not button.isEnabled()
    assert button.toolTip() == "Supervisors can do this."
    with qtbot.waitSignal(desk.messages.noted) as signal:
        press(card, "8")
    assert signal.args == ["Supervisors can do this."]
    assert card.wanted == []


def test_a_supervisor_may_suspend(desk_for, show_card):
    desk = desk_for(Role.SUPERVISOR)
    case, _ = serve_member(desk)
    assert Procedure.MEMBER_STATE in offered(show_card(case, desk))


def test_phone_staff_do_not_hand_over_passwords(desk_for, show_card):
    desk = desk_for(Role.PHONE)
    case, _ = serve_member(desk)
    card = show_card(case, desk)
    tip = card.procedures[Procedure.PASSWORD].toolTip()
    assert tip == "Counter staff and supervisors can do this."


def test_a_pending_member_waits_for_the_decision_behind_key_nine(desk, show_card):
    case, _ = serve_member(desk, state=MemberState.PENDING)
    card = show_card(case)
    assert offered(card) == [Procedure.DECIDE]
    assert "waits for a decision" in card.procedures[Procedure.REGISTER].toolTip()
    press(card, "9")
    assert card.wanted == [Procedure.DECIDE]


def test_the_only_location_is_not_removed_but_one_of_two_is(desk, show_card):
    case, member_id = serve_member(desk)
    card = show_card(case)
    tip = card.procedures[Procedure.REMOVE_LOCATION].toolTip()
    assert tip == "The only location: withdraw the membership instead."
    with desk.database.writing() as session:
        second = add_contract(session, case.head.customer_id)
        add_member_contract(session, member_id, second)
    assert Procedure.REMOVE_LOCATION in offered(show_card(case))


def test_a_suspended_member_says_why_and_since_when(desk, show_card):
    case, _ = serve_member(
        desk,
        state=MemberState.SUSPENDED,
        suspension=SuspensionReason.MISUSE,
        suspended_at=SINCE,
    )
    card = show_card(case)
    assert card.state.text() == "Member suspended"
    assert standing(card)["Suspended since"] == "2024/04/01 09:00"
    assert standing(card)["Suspended because"] == "Misuse suspected"
    assert offered(card) == [Procedure.WITHDRAW]


def test_a_lock_stands_there_as_long_as_it_lasts(desk, show_card):
    until = desk.now + dt.timedelta(minutes=20)
    case, _ = serve_member(desk, locked_until=until)
    assert standing(show_card(case))["Locked until"] == "2024/09/18 18:33"
    case, _ = serve_member(desk, locked_until=desk.now)
    assert "Locked until" not in standing(show_card(case))


def test_a_one_time_password_is_told_from_an_own_one(desk, show_card):
    case, _ = serve_member(desk, password_kind=PasswordKind.ONE_TIME)
    assert standing(show_card(case))["Password"] == "one-time, to be changed at first use"
    none = {"password_hash": None, "password_kind": None, "password_set_at": None}
    case, _ = serve_member(desk, **none)
    assert standing(show_card(case))["Password"] == "not set"


def test_the_last_five_mails_are_listed_and_what_failed_is_seen_at_once(desk, show_card):
    case, member_id = serve_member(desk)
    with desk.database.writing() as session:
        for day in range(1, 7):
            mail(session, member_id, queued_at=SINCE + dt.timedelta(days=day))
        mail(
            session,
            member_id,
            kind=MailKind.CHANGED,
            state=MailState.FAILED,
            problem="address_refused 550",
            queued_at=desk.now,
        )
    card = show_card(case)
    lines = card.mails.words()
    assert lines[0] == "2024/09/18 18:13 Notice of a change: Not delivered"
    assert "refused the member's address" in lines[1]
    assert len(lines) == 6
    assert card.mail_trouble.isVisible()
    assert card.mail_trouble.text() == "Mail: Not delivered"


def test_mail_that_arrived_raises_no_alarm(desk, show_card):
    case, member_id = serve_member(desk)
    card = show_card(case)
    assert card.mails.words() == ("No mail was sent yet.",)
    with desk.database.writing() as session:
        mail(session, member_id)
    card = show_card(case)
    assert not card.mail_trouble.isVisible()


def test_a_long_card_scrolls_with_the_arrows(desk, show_card, qtbot):
    case, _ = serve_member(desk)
    card = show_card(case)
    card.resize(900, 300)
    qtbot.waitUntil(lambda: card.area.verticalScrollBar().maximum() > 0)
    press(card, Qt.Key.Key_PageDown)
    assert card.area.verticalScrollBar().value() > 0
    press(card, Qt.Key.Key_PageUp)
    assert card.area.verticalScrollBar().value() == 0


def test_a_database_out_of_reach_is_told_and_tried_again(desk, show_card, qtbot):
    case, _ = serve_member(desk)
    card = show_card(case)
    card._show_problem(OutOfReach("unreachable"))
    assert "does not answer" in card.problem.hint.text()
    card.focusNextChild()
    card.setFocus()
    assert card.retry.hasFocus()
    press(card, Qt.Key.Key_Space)
    qtbot.waitUntil(card.area.isVisible)
    assert card.member is not None


def test_the_other_language_is_spoken_at_once(desk, show_card, qtbot):
    case, _ = serve_member(desk)
    card = show_card(case)
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: card.title.text() == "会員登録情報")
    assert standing(card)["お名前"] == "山田 花子"
    assert card.procedures[Procedure.CHANGE].text().endswith("登録内容の変更")


def test_enter_on_a_procedure_begins_it(desk, show_card):
    case, _ = serve_member(desk)
    card = show_card(case)
    card.procedures[Procedure.RECOVER].setFocus()
    press(card, ENTER)
    assert card.wanted == [Procedure.RECOVER]
