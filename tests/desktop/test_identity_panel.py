"""The identity check in the panel, gone through with the keyboard as at the counter."""

from __future__ import annotations

import json
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    CheckResult,
    FollowUpBy,
    Speaker,
)
from db.rules.words import CustomerKind, EventKind, Role
from desktop import theme
from desktop.format import LanguageCode
from desktop.screens.wrap_up.panel import WrapUp
from tests.desktop.serving_help import (
    add_served,
    begin_contact,
    checks,
    choose_speaker,
    events,
    facts_of,
    head_of,
    known,
    opened_panel,
    press,
)
from tests.protection_factories import add_protection
from tests.typing_help import type_text


@pytest.fixture
def panel_for(desk, show):
    """Give ``panel_for(channel, served)``: a panel that shows such a contact."""
    return partial(opened_panel, desk, show)


def loaded(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.tasks.busy)


def test_at_the_counter_three_keys_are_enough(panel_for, desk, qtbot):
    panel = panel_for()
    panel.to_memo()
    with qtbot.waitSignal(panel.identity_changed) as told:
        panel.begin_check()  # F4
        press(Qt.Key.Key_2, Qt.Key.Key_Return)
    identity = told.args[0]
    assert identity.result is CheckResult.PASSED
    assert identity.items == (CheckItem.DRIVING_LICENCE,)
    part = panel.body.identity
    assert part.chip.text() == "Checked 18:13"
    assert "Driving licence" in part.known.how.text()
    assert "Bills" in part.known.told.text()
    assert panel.body.entries.memo.edit.hasFocus()


def test_keys_faster_than_the_database_are_not_lost(panel_for, qtbot):
    panel = panel_for()
    panel.begin_check()
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: panel.body.identity.form.given() == {CheckItem.MY_NUMBER_CARD})


def test_on_the_phone_name_place_and_a_number_that_is_compared(panel_for, desk, qtbot):
    panel = panel_for(Channel.PHONE)
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "k1702")
    press(Qt.Key.Key_Return)
    identity = known(panel, qtbot)
    assert identity.method is CheckMethod.QUESTIONS
    assert set(identity.items) == {CheckItem.NAME, CheckItem.PLACE, CheckItem.CUSTOMER_NUMBER}


def test_what_does_not_fit_fails_and_says_what_to_do_next(panel_for, desk, qtbot):
    panel = panel_for(Channel.PHONE)
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5)
    QTest.keyClicks(QApplication.focusWidget(), "9999")
    press(Qt.Key.Key_Return)
    form = panel.body.identity.form
    qtbot.waitUntil(form.problem.isVisible)
    assert "call back" in form.problem.text()
    assert panel.body.identity.chip.text() == "Not confirmed 18:13"
    assert form.isVisible()
    assert checks(desk)[0].result is CheckResult.FAILED
    assert not any("9999" in facts for facts in events(desk, EventKind.IDENTITY_CHECKED))


def test_a_bank_is_typed_and_compared(panel_for, desk, qtbot):
    panel = panel_for(Channel.PHONE)
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4)
    type_text(QApplication.focusWidget(), "北国")
    press(Qt.Key.Key_Return)
    assert CheckItem.DEBIT_BANK in known(panel, qtbot).items


def test_calling_back_shows_the_number_on_record(panel_for, desk, qtbot):
    panel = panel_for(Channel.PHONE)
    loaded(desk, qtbot)
    panel.begin_check()
    form = panel.body.identity.form
    assert not form.number.isVisible()
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_6)
    qtbot.waitUntil(form.number.isVisible)
    assert form.number.text() == "076-123-4567"
    assert json.loads(events(desk, EventKind.REVEALED)[0])["call_back"] == 1
    press(Qt.Key.Key_Return)
    assert known(panel, qtbot).method is CheckMethod.CALL_BACK
    assert form.number.text() == ""


def test_what_is_wanting_is_named_and_nothing_recorded(panel_for, desk, qtbot):
    panel = panel_for()
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_Return)
    assert panel.body.identity.form.problem.text().startswith("Still wanting: one document")
    assert checks(desk) == []


def test_esc_leaves_the_check_without_a_trace(panel_for, desk, qtbot):
    panel = panel_for()
    panel.to_memo()
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_Escape)
    assert not panel.body.identity.is_open()
    assert panel.body.entries.memo.edit.hasFocus()
    assert checks(desk) == []


def test_parties_are_offered_with_their_names_and_an_owner_hears_of_the_meter_only(
    panel_for, desk, qtbot
):
    panel = panel_for()
    loaded(desk, qtbot)
    panel.begin_check()
    form = panel.body.identity.form
    offered = [form.speaker.itemText(at) for at in range(form.speaker.count())]
    assert offered[:2] == ["User: 山田 花子", "Owner of the installation: 北村 一郎"]
    assert "Employee of the company" not in offered
    choose_speaker(panel, Speaker.OWNER)
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    known(panel, qtbot)
    lines = panel.body.identity.known
    assert lines.told.text() == "May be told: Meter and usage"
    assert "Bills" in lines.withheld.text()


def test_an_agent_shows_a_power_of_attorney_too(panel_for, desk, qtbot):
    panel = panel_for()
    loaded(desk, qtbot)
    panel.begin_check()
    choose_speaker(panel, Speaker.AGENT)
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    form = panel.body.identity.form
    assert form.problem.text() == "Still wanting: Power of attorney"
    paper = [each.item for each in form.items].index(CheckItem.POWER_OF_ATTORNEY) + 1
    press(Qt.Key(int(Qt.Key.Key_0) + paper), Qt.Key.Key_Return)
    assert CheckItem.POWER_OF_ATTORNEY in known(panel, qtbot).items


def test_a_third_party_is_left_to_a_supervisor(panel_for, desk, qtbot):
    panel = panel_for()
    loaded(desk, qtbot)
    panel.begin_check()
    choose_speaker(panel, Speaker.THIRD_PARTY)
    form = panel.body.identity.form
    assert "in writing" in form.request.text()
    assert not form.check.isVisible()
    form.in_writing.setFocus()
    with qtbot.waitSignal(panel.contact_changed) as told:
        press(Qt.Key.Key_Return)
    assert told.args[0].follow_up_by is FollowUpBy.SUPERVISOR
    assert told.args[0].follow_up_on == desk.today
    assert panel.body.entries.follow_up.wanted.isChecked()
    assert panel.body.entries.memo.text()


def test_for_a_company_the_employee_is_offered(panel_for, desk, qtbot):
    panel = panel_for(served=add_served(desk, name="金沢商事", kind=CustomerKind.COMPANY))
    loaded(desk, qtbot)
    panel.begin_check()
    form = panel.body.identity.form
    offered = [form.speaker.itemText(at) for at in range(form.speaker.count())]
    assert "Employee of the company" in offered
    assert "Heir" not in offered


def test_for_a_protected_customer_nobody_may_speak(desk_for, show, qtbot):
    desk = desk_for(Role.SUPERVISOR)
    served = add_served(desk)
    with desk.database.writing() as session:
        add_protection(session, served.customer_id)
    panel = show(WrapUp(desk))
    contact = facts_of(desk, begin_contact(desk, served, Channel.PHONE))
    panel.show_contact(contact, head_of(desk, served), served.contract_id)
    loaded(desk, qtbot)
    panel.begin_check()
    form = panel.body.identity.form
    assert "nothing is told on the phone" in form.request.text()
    choose_speaker(panel, Speaker.AGENT)
    assert "nobody may speak" in form.request.text()


def test_the_channel_decides_what_is_asked(panel_for, desk, qtbot):
    panel = panel_for()
    loaded(desk, qtbot)
    panel.begin_check()
    panel.body.entries.channel.button(1).click()
    form = panel.body.identity.form
    assert [each.item for each in form.items][:2] == [CheckItem.NAME, CheckItem.PLACE]
    form.setFocus()
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_Return)
    assert known(panel, qtbot).method is CheckMethod.CALL_BACK


def test_in_a_low_window_the_check_folds_to_its_chip(panel_for, desk, qapp, qtbot):
    theme.apply(qapp, theme.load(), compact=True)
    panel = panel_for()
    loaded(desk, qtbot)
    part = panel.body.identity
    assert part.chip.isVisible()
    assert not part.start.isVisible()
    panel.begin_check()
    assert not panel.body.entries.memo.isVisible()
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    known(panel, qtbot)
    assert not part.known.how.isVisible()
    assert "My Number card" in part.chip.toolTip()
    assert panel.body.entries.memo.isVisible()
    theme.apply(qapp, theme.load())


def test_another_customer_begins_unknown(panel_for, desk, qtbot):
    panel = panel_for()
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    known(panel, qtbot)
    other = add_served(desk, "K-2", name="別 太郎")
    with qtbot.waitSignal(panel.identity_changed) as told:
        contact = facts_of(desk, begin_contact(desk, other))
        panel.show_contact(contact, head_of(desk, other), other.contract_id)
    assert told.args == [None]
    assert panel.body.identity.chip.text() == "Not checked"


def test_what_was_said_stays_when_the_language_changes(panel_for, desk, language, qtbot):
    panel = panel_for(Channel.PHONE)
    loaded(desk, qtbot)
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_5)
    QTest.keyClicks(QApplication.focusWidget(), "5509")
    language.switch(LanguageCode.JA)
    form = panel.body.identity.form
    qtbot.waitUntil(lambda: form.check.text() != "Check  Enter")
    assert form.given() == {CheckItem.NAME, CheckItem.LAST_AMOUNT}
    assert form.typed().last_amount_yen == 5509
    language.switch(LanguageCode.EN)
